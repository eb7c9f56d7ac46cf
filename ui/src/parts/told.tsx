import type { Claim, Series, Statement } from "../data/types";
import { Tag } from "./claim-link";
import { useDesk } from "./context";
import { More, useLimit } from "./more";
import { Named } from "./named";
import { counted } from "./numbers";

const PAGE = 60;

/** The statements of a series in words, in order of time, with their repeats folded under them. */
export function Told({ series, shown }: { series: Series; shown: (claim: Claim) => boolean }) {
  const { index } = useDesk();
  const [limit, raise] = useLimit(PAGE);
  const statements = series.statements.filter(({ claims }) => shown(index.claim(claims[0] ?? 0)));
  return (
    <section aria-labelledby="told-title">
      <h3 id="told-title">{counted(statements.length, "statement")}</h3>
      <p class="soft small">
        One statement is one utterance, however many articles repeat it. Whoever makes several is one origin, and so are the organs of
        one state.
      </p>
      <ol class="told-list">
        {statements.slice(0, limit).map((statement) => (
          <Line key={statement.claims[0]} statement={statement} />
        ))}
      </ol>
      <More hidden={statements.length - limit} onMore={() => raise()} />
    </section>
  );
}

function Line({ statement }: { statement: Statement }) {
  const { index } = useDesk();
  const [lead, ...repeats] = statement.claims.map((row) => index.claim(row));
  if (!lead) return null;
  return (
    <li class={`tone-${lead.modality}`}>
      <span class="day">{lead.date}</span>
      <div>
        <a class="number" href={`#${lead.id}`}>
          <bdi>{lead.value}</bdi>
        </a>{" "}
        <Named name={lead.who} /> <Tag modality={lead.modality} />
        <p class="soft small">{lead.route}</p>
        {repeats.length > 0 && (
          <details>
            <summary>
              {counted(repeats.length, "repeat")}: {statement.why}
            </summary>
            <ul class="lines">
              {repeats.slice(0, 100).map((repeat) => (
                <li>
                  <a href={`#${repeat.id}`}>{repeat.value}</a>{" "}
                  <bdi class="soft">{index.book.documents[repeat.document]?.outlet}</bdi>, {repeat.date}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}
