import type { Denial } from "../data/types";
import { useDesk } from "./context";
import { Fact, PageFacts } from "./facts";
import { Named } from "./named";
import { Key, Words } from "./words";

/** A denial, an evasive answer or a zero in its words, with the page it stands on and what was found on it. */
export function DenialEvidence({ denial }: { denial: Denial }) {
  const { index } = useDesk();
  const source = denial.document === null ? undefined : index.book.documents[denial.document];
  const findings = index.findingsAgainst(denial.row);
  return (
    <>
      <h2 id="drawer-title" class="tone-denied">
        <span class="capital">{denial.kind}</span>
        {denial.about && <span class="soft">: {denial.about}</span>}
      </h2>
      <Words passage={denial.passage} language={denial.language} />
      {!denial.passage.problem && <Key passage={denial.passage} />}
      <dl class="about">
        <Fact name="Speaker">
          <Named name={denial.speaker} />
        </Fact>
        {source && denial.document !== null && <PageFacts source={source} row={denial.document} />}
      </dl>
      {findings.length > 0 && (
        <section>
          <h3>What it stands against</h3>
          <ul class="lines">
            {findings.map((finding) => (
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
