import type { ComponentChildren } from "preact";
import type { Document, Passage } from "../data/types";
import { useDesk } from "./context";
import { Words } from "./words";

/** One line of what is known: its name, and words or whatever stands for them. */
export function Fact({ name, words, mono = false, children }: { name: string; words?: string; mono?: boolean; children?: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto" class={mono ? "mono" : undefined}>
        {words}
        {children}
      </dd>
    </div>
  );
}

/** The page that the words stand on: title, outlet, date and how it was found, address, fingerprint. */
export function PageFacts({ source, row }: { source: Document; row: number }) {
  const { index } = useDesk();
  const path = index.book.private?.paths[row];
  return (
    <>
      <Fact name="Page">
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
      </Fact>
      {path && <Fact name="File" words={path} mono />}
      <Fact name="Text" words={`SHA-256 ${source.hash}`} mono />
    </>
  );
}

/** What reviewers rejected on a page; only a report for themselves holds it. */
export function RejectedOn({ row }: { row: number }) {
  const { index } = useDesk();
  const rejected = index.book.private?.rejected[row] ?? [];
  if (rejected.length === 0) return null;
  return (
    <section>
      <h3>Rejected on this page</h3>
      <ul class="lines">
        {rejected.map(({ said, by, why, passage }) => (
          <li>
            <b>{said}</b> <span class="soft">{[by, why].filter(Boolean).join(": ")}</span>
            <Quoted passage={passage} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Quoted({ passage }: { passage: Passage }) {
  return <Words passage={{ ...passage, before: "", after: "" }} language={null} />;
}
