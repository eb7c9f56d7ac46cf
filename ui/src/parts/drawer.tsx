import { useLayoutEffect, useRef } from "preact/hooks";
import type { Claim, Document } from "../data/types";
import { close, select } from "../state/route";
import { useStore } from "../state/store";
import { Chain } from "./chain";
import { citationOf } from "./citation";
import { ClaimLink, Tag } from "./claim-link";
import { useDesk } from "./context";
import { CopyButton } from "./copy-button";
import { Key, Words } from "./words";

/** The evidence of one claim, beside whatever is being looked at. */
export function Drawer() {
  const { index, store, slots } = useDesk();
  const selected = useStore(store, (state) => state.selected);
  const panel = useRef<HTMLElement>(null);
  const opener = useRef<Element | null>(null);
  const open = selected !== null;
  useLayoutEffect(() => {
    if (open) {
      opener.current = document.activeElement;
      panel.current?.focus({ preventScroll: true });
    } else if (opener.current?.isConnected) (opener.current as HTMLElement).focus({ preventScroll: true });
  }, [open]);
  useLayoutEffect(() => {
    if (panel.current) panel.current.scrollTop = 0;
  }, [selected]);
  if (selected === null) return null;
  const claim = index.claim(selected);
  const source = index.book.documents[claim.document] as Document;
  const rows = index.neighbours(selected);
  const at = rows.indexOf(selected);
  const step = (by: number) => {
    const row = rows[at + by];
    if (row !== undefined) select(store, index, row);
  };
  return (
    <aside class="drawer" ref={panel} tabIndex={-1} aria-labelledby="drawer-title">
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
      <h2 id="drawer-title" class={`tone-${claim.modality}`}>
        <bdi>{claim.said}</bdi> <Tag modality={claim.modality} />
      </h2>
      <Words passage={claim.passage} language={claim.language} />
      {!claim.passage.problem && <Key passage={claim.passage} />}
      <h3>Who says so</h3>
      <Chain claim={claim} document={source} />
      <Facts claim={claim} source={source} />
      <Company claim={claim} />
      {slots && <slots.claim key={claim.id} claim={claim} />}
      <div class="drawer-foot">
        <CopyButton label="Copy as citation" text={() => citationOf(claim, source)} />
        <CopyButton label="Copy link" text={() => `${location.href.split("#")[0]}#${claim.id}`} />
      </div>
    </aside>
  );
}

/** Date, page, address, fingerprint, and what no words prove. */
function Facts({ claim, source }: { claim: Claim; source: Document }) {
  const { index } = useDesk();
  const series = index.standing(claim.row)?.series;
  return (
    <dl class="about">
      <Fact name="When" words={claim.how ? `${claim.date} (${claim.how})` : claim.date} />
      {claim.place && <Fact name="Where" words={claim.place} />}
      {claim.side && <Fact name="Speaks for" words={claim.side} />}
      {claim.inferred && <Fact name="Inferred" words={claim.inferred} />}
      {claim.notes.map((note) => (
        <Fact name="Note" words={note} />
      ))}
      <div>
        <dt>Page</dt>
        <dd>
          <a href={`#${source.id}`}>
            <bdi>{source.title}</bdi>
          </a>
          , <bdi>{source.outlet}</bdi>, {source.date} <span class="soft">({source.how})</span>
          {source.link && (
            <>
              {" · "}
              <a href={source.link} rel="noreferrer" target="_blank">
                original
              </a>
            </>
          )}
        </dd>
      </div>
      <Fact name="Text" words={`SHA-256 ${source.hash}`} mono />
      {series && (
        <div>
          <dt>Series</dt>
          <dd>
            <a href={`#${series.id}`}>
              <bdi>{series.title}</bdi>
            </a>
          </dd>
        </div>
      )}
    </dl>
  );
}

function Fact({ name, words, mono = false }: { name: string; words: string; mono?: boolean }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto" class={mono ? "mono" : undefined}>
        {words}
      </dd>
    </div>
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
