import { useEffect, useState } from "preact/hooks";
import { SideBySide } from "../charts/side-by-side";
import type { Denial, Finding, FindingGroup } from "../data/types";
import { useDesk } from "../parts/context";
import { Named } from "../parts/named";
import { counted } from "../parts/numbers";
import { Words } from "../parts/words";
import { useStore } from "../state/store";

const PAGE = 25;

/** What does not match, kind by kind: the sentence, the arithmetic, and the claims side by side. */
export function Findings() {
  const { index } = useDesk();
  const groups = index.book.findings;
  return (
    <section aria-labelledby="findings-heading">
      <h2 id="findings-heading">What does not match</h2>
      {groups.length === 0 && <p>Nothing was found.</p>}
      <ul class="jump">
        {groups.map((group) => (
          <li>
            <a href={`#${group.id}`}>{group.kind}</a> <span class="soft">{group.findings.length}</span>
          </li>
        ))}
      </ul>
      {groups.map((group) => (
        <Group key={group.id} group={group} />
      ))}
    </section>
  );
}

function Group({ group }: { group: FindingGroup }) {
  const { store } = useDesk();
  const target = useStore(store, (state) => state.target);
  const wanted = group.findings.findIndex(({ id }) => id === target) + 1;
  const [limit, setLimit] = useState(Math.max(PAGE, wanted));
  useEffect(() => setLimit((now) => Math.max(now, wanted)), [wanted]);
  return (
    <section class="found-kind" data-at={group.id}>
      <h3>
        <span class="capital">{group.kind}</span> <span class="count">{group.findings.length}</span>
      </h3>
      {group.meaning && <p class="soft">{group.meaning}</p>}
      {group.findings.slice(0, limit).map((finding) => (
        <One key={finding.id} finding={finding} />
      ))}
      {group.findings.length > limit && (
        <button type="button" class="plain more-button" onClick={() => setLimit(limit + 100)}>
          Show {counted(group.findings.length - limit, "more")}
        </button>
      )}
    </section>
  );
}

function One({ finding }: { finding: Finding }) {
  const { index, slots } = useDesk();
  return (
    <article class={`found weight-${finding.settled ? "settled" : finding.severity}`} data-at={finding.id}>
      <p class="found-text" dir="auto">
        {finding.settled && <span class="tag">settled</span>} {finding.text}
      </p>
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
    </article>
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
