import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { SideBySide } from "../charts/side-by-side";
import type { Denial, Finding, FindingGroup } from "../data/types";
import { useDesk } from "../parts/context";
import { More, useLimit } from "../parts/more";
import { Named } from "../parts/named";
import { counted } from "../parts/numbers";
import { Words } from "../parts/words";
import { useStore } from "../state/store";

const PAGE = 25;
const SEVERITIES = [
  ["clash", "Cannot all be true"],
  ["check", "May not mean what it seems to"],
  ["note", "Explains numbers, and changes none"],
  ["settled", "Settled"],
] as const;
type Weight = (typeof SEVERITIES)[number][0];

/** What does not match, the gravest first: those that clash at full length, the others a line each, kinds that change no
 *  number folded altogether. */
export function Findings() {
  const { index } = useDesk();
  const groups = index.book.findings;
  return (
    <section aria-labelledby="findings-heading">
      <h2 id="findings-heading">What does not match</h2>
      {groups.length === 0 && <p>Nothing was found.</p>}
      {SEVERITIES.map(([weight, words]) => {
        const own = groups.filter((group) => weightOf(group) === weight);
        if (own.length === 0) return null;
        return (
          <div class={`jump-line weight-${weight}`}>
            <span class="soft">{words}</span>
            <ul class="jump">
              {own.map((group) => (
                <li>
                  <a href={`#${group.id}`}>{group.kind}</a> <span class="soft">{group.findings.length}</span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {groups.map((group) => (
        <Group key={group.id} group={group} />
      ))}
    </section>
  );
}

/** A kind weighs what its gravest finding weighs, which stands first in it. */
function weightOf({ findings: [first] }: FindingGroup): Weight {
  return first === undefined || first.settled ? "settled" : (first.severity as Weight);
}

function Group({ group }: { group: FindingGroup }) {
  const { store } = useDesk();
  const target = useStore(store, (state) => state.target);
  const wanted = group.findings.findIndex(({ id }) => id === target) + 1;
  const [limit, raise] = useLimit(Math.max(PAGE, wanted), 100);
  useEffect(() => raise(wanted), [wanted]);
  const hidden = group.findings.length - limit;
  const weight = weightOf(group);
  const title = (
    <h3>
      <span class="capital">{group.kind}</span> <span class="count">{group.findings.length}</span>
    </h3>
  );
  const all = (
    <>
      {group.meaning && <p class="soft">{group.meaning}</p>}
      {group.findings.slice(0, limit).map((finding) => (
        <One key={finding.id} finding={finding} wanted={finding.id === target} />
      ))}
      <More hidden={hidden} what={`Show ${counted(hidden, "more finding")}`} onMore={() => raise()} />
    </>
  );
  return (
    <section class="found-kind" data-at={group.id}>
      {weight === "clash" || weight === "check" ? (
        <>
          {title}
          {all}
        </>
      ) : (
        <Fold summary={title} wanted={wanted > 0 || target === group.id}>
          {all}
        </Fold>
      )}
    </section>
  );
}

/** Something folded, that opens when an address asks for it. */
function Fold({ summary, wanted, children }: { summary: ComponentChildren; wanted: boolean; children: ComponentChildren }) {
  const box = useRef<HTMLDetailsElement>(null);
  useLayoutEffect(() => {
    if (wanted && box.current) box.current.open = true;
  }, [wanted]);
  return (
    <details ref={box} class="folded">
      <summary>{summary}</summary>
      {children}
    </details>
  );
}

/** One finding: whole where it clashes, else its sentence, with the rest folded under it. */
function One({ finding, wanted }: { finding: Finding; wanted: boolean }) {
  const clashes = finding.severity === "clash" && !finding.settled;
  return (
    <article class={`found weight-${finding.settled ? "settled" : finding.severity}`} data-at={finding.id}>
      <p class="found-text" dir="auto">
        {finding.settled && <span class="tag">settled</span>} {finding.text}
      </p>
      {clashes ? (
        <Whole finding={finding} />
      ) : (
        <Fold summary={contentsOf(finding)} wanted={wanted}>
          <Whole finding={finding} />
        </Fold>
      )}
    </article>
  );
}

/** What is folded under a finding. */
function contentsOf({ arithmetic, claims, denials }: Finding): string {
  const counts = [counted(claims.length, "claim"), ...(denials.length > 0 ? [counted(denials.length, "denial")] : [])];
  return [...(arithmetic ? ["Arithmetic"] : []), ...counts].join(", ");
}

function Whole({ finding }: { finding: Finding }) {
  const { index, slots } = useDesk();
  return (
    <>
      {finding.settled && (
        <p class="soft small capital" dir="auto">
          {finding.settled}.
        </p>
      )}
      {finding.arithmetic && (
        <p class="found-sum" dir="auto">
          {finding.arithmetic}
        </p>
      )}
      {finding.innocent && (
        <p class="soft" dir="auto">
          {finding.innocent}
        </p>
      )}
      <SideBySide rows={finding.claims} />
      {finding.denials.map((row) => (
        <Against key={row} denial={index.denial(row)} />
      ))}
      {slots && <slots.finding finding={finding} />}
    </>
  );
}

function Against({ denial }: { denial: Denial }) {
  return (
    <div class="against">
      <p>
        <a href={`#${denial.id}`}>{denial.kind}</a> <Named name={denial.speaker} soft />
      </p>
      <Words passage={denial.passage} language={denial.language} />
    </div>
  );
}
