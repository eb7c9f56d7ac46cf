import { useLayoutEffect, useRef } from "preact/hooks";
import type { Claim, Document } from "../data/types";
import { close, select, selectDenial } from "../state/route";
import { useStore } from "../state/store";
import { Chain } from "./chain";
import { citationOf } from "./citation";
import { ClaimLink, Tag } from "./claim-link";
import { useDesk } from "./context";
import { CopyButton } from "./copy-button";
import { DenialEvidence } from "./denial-evidence";
import { Fact, PageFacts, RejectedOn } from "./facts";
import { Key, Words } from "./words";

/** The evidence of one claim or denial, beside whatever is being looked at. */
export function Drawer() {
  const { index, store } = useDesk();
  const selected = useStore(store, (state) => state.selected);
  const denial = useStore(store, (state) => state.denial);
  const panel = useRef<HTMLElement>(null);
  const opener = useRef<Element | null>(null);
  const open = selected !== null || denial !== null;
  useLayoutEffect(() => {
    if (open) {
      opener.current = document.activeElement;
      panel.current?.focus({ preventScroll: true });
    } else if (opener.current?.isConnected) (opener.current as HTMLElement).focus({ preventScroll: true });
  }, [open]);
  useLayoutEffect(() => {
    if (panel.current) panel.current.scrollTop = 0;
  }, [selected, denial]);
  if (!open) return null;
  return (
    <aside class="drawer" ref={panel} tabIndex={-1} aria-labelledby="drawer-title">
      {selected !== null && (
        <>
          <Bar rows={index.neighbours(selected)} now={selected} onChoose={(row) => select(store, index, row)} />
          <ClaimEvidence claim={index.claim(selected)} />
        </>
      )}
      {denial !== null && (
        <>
          <Bar rows={index.book.denials.map(({ row }) => row)} now={denial} onChoose={(row) => selectDenial(store, index, row)} />
          <DenialEvidence denial={index.denial(denial)} />
        </>
      )}
    </aside>
  );
}

/** To the one before and the one after, and away. */
function Bar({ rows, now, onChoose }: { rows: number[]; now: number; onChoose: (row: number) => void }) {
  const { index, store } = useDesk();
  const at = rows.indexOf(now);
  const step = (by: number) => {
    const row = rows[at + by];
    if (row !== undefined) onChoose(row);
  };
  return (
    <div class="drawer-bar">
      <button type="button" class="plain" disabled={at <= 0} onClick={() => step(-1)}>
        ← Previous
      </button>
      <span class="soft" aria-live="polite">
        {at + 1} of {rows.length}
      </span>
      <button type="button" class="plain" disabled={at >= rows.length - 1} onClick={() => step(1)}>
        Next →
      </button>
      <button type="button" class="plain last" aria-label="Close the evidence" onClick={() => close(store, index)}>
        ✕
      </button>
    </div>
  );
}

function ClaimEvidence({ claim }: { claim: Claim }) {
  const { index, slots } = useDesk();
  const source = index.book.documents[claim.document] as Document;
  return (
    <>
      <h2 id="drawer-title" class={`tone-${claim.modality}`}>
        <bdi>{claim.said}</bdi> <Tag modality={claim.modality} />
      </h2>
      <Words passage={claim.passage} language={claim.language} />
      {!claim.passage.problem && <Key passage={claim.passage} />}
      <h3>Who says so</h3>
      <Chain claim={claim} document={source} />
      <Facts claim={claim} source={source} />
      <Company claim={claim} />
      <Against claim={claim} />
      <RejectedOn row={claim.document} />
      {slots && <slots.claim key={claim.id} claim={claim} />}
      <div class="drawer-foot">
        <CopyButton label="Copy as citation" text={() => citationOf(claim, source)} />
        <CopyButton label="Copy link" text={() => `${location.href.split("#")[0]}#${claim.id}`} />
      </div>
    </>
  );
}

/** Date, grade, page, address, fingerprint, what no words prove, and what reviewers keep beside it. */
function Facts({ claim, source }: { claim: Claim; source: Document }) {
  const { index } = useDesk();
  const series = index.standing(claim.row)?.series;
  const graded = index.grade(claim.who);
  return (
    <dl class="about">
      <Fact name="When" words={claim.how ? `${claim.date} (${claim.how})` : claim.date} />
      {claim.place && <Fact name="Where" words={claim.place} />}
      {claim.side && <Fact name="Speaks for" words={claim.side} />}
      {graded && <Fact name="Graded" words={`${graded.grade}: ${graded.words}`} />}
      {claim.inferred && <Fact name="Inferred" words={claim.inferred} />}
      {claim.notes.map((note) => (
        <Fact name="Note" words={note} />
      ))}
      {index.book.private?.review[claim.row]?.map((line) => <Fact name="Review" words={line} />)}
      <PageFacts source={source} row={claim.document} />
      {series && (
        <Fact name="Series">
          <a href={`#${series.id}`}>
            <bdi>{series.title}</bdi>
          </a>
        </Fact>
      )}
    </dl>
  );
}

/** The other claims of its statement, and the findings that rest on it. */
function Company({ claim }: { claim: Claim }) {
  const { index } = useDesk();
  const standing = index.standing(claim.row);
  const others = standing?.statement.claims.filter((row) => row !== claim.row) ?? [];
  const findings = index.findingsOn(claim.row);
  return (
    <>
      {standing && others.length > 0 && (
        <section>
          <h3>{standing.lead ? "Repeated by" : "Repeats"}</h3>
          <p class="soft">One statement, one vote: {standing.statement.why}.</p>
          <ul class="lines">
            {others.slice(0, 30).map((row) => (
              <li>
                <ClaimLink row={row} /> <bdi class="soft">{index.book.documents[index.claim(row).document]?.outlet}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
      {findings.length > 0 && (
        <section>
          <h3>What was found on it</h3>
          <ul class="lines">
            {findings.slice(0, 12).map((finding) => (
              <li>
                <a href={`#${finding.id}`}>{finding.kind}</a> <bdi>{finding.text}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Denials and evasive answers that a finding sets against the claim. */
function Against({ claim }: { claim: Claim }) {
  const { index } = useDesk();
  const denials = [...new Set(index.findingsOn(claim.row).flatMap((finding) => finding.denials))];
  if (denials.length === 0) return null;
  return (
    <section>
      <h3>What speaks against it</h3>
      <ul class="lines">
        {denials.map((row) => {
          const { id, kind, speaker } = index.denial(row);
          return (
            <li>
              <a href={`#${id}`}>{kind}</a> <bdi class="soft">{speaker}</bdi>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
