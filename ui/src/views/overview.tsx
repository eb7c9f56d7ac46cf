import { latestEstimate } from "../data/book-index";
import type { Finding, Series } from "../data/types";
import { Sparkline } from "../charts/sparkline";
import { useDesk } from "../parts/context";
import { ClaimLink, Tag } from "../parts/claim-link";
import { passes, passesAny } from "../data/facets";
import { More, useLimit } from "../parts/more";
import { counted } from "../parts/numbers";
import { Scope } from "../parts/scope";
import { useStore } from "../state/store";

const BOARD = 24;
const ONCE = 40;
const FIRST = 5;
const STEP = 200;

/** The whole book at a glance: what changes the reading first, then one line a series. */
export function Overview() {
  const { index, store } = useDesk();
  const scope = useStore(store, (state) => state.scope);
  const series = index.book.series.filter((one) => passesAny(index, one, scope));
  const compared = series.filter(({ statements }) => statements.length > 1);
  const once = series.filter(({ statements }) => statements.length === 1);
  const first = index.book.first
    .map((id) => index.finding(id))
    .filter((finding) => finding !== undefined)
    .filter(({ claims }) => claims.length === 0 || claims.some((row) => passes(index.claim(row), scope)));
  return (
    <section aria-labelledby="at-a-glance">
      <h2 id="at-a-glance">At a glance</h2>
      <Scope />
      {first.length > 0 && <First findings={first} />}
      {compared.length > 0 && <Board series={compared} />}
      {series.length === 0 && (
        <p>{index.book.series.length > 0 ? "No series has all of this." : "No number in these articles was taken as a claim."}</p>
      )}
      {once.length > 0 && <Once series={once} />}
    </section>
  );
}

function First({ findings }: { findings: Finding[] }) {
  return (
    <section class="alerts" aria-labelledby="look-first">
      <h3 id="look-first">Read these first</h3>
      <ol>
        {findings.slice(0, FIRST).map((finding) => (
          <li class={`weight-${finding.severity}`}>
            <a href={`#${finding.id}`}>{finding.kind}</a>
            <p dir="auto">
              {finding.text} {finding.innocent && <span class="soft">{finding.innocent}</span>}
            </p>
          </li>
        ))}
      </ol>
      <p class="small">
        <a href="#findings">All findings</a>
      </p>
    </section>
  );
}

function Board({ series }: { series: Series[] }) {
  const [limit, raise] = useLimit(BOARD, STEP);
  return (
    <section aria-labelledby="the-numbers">
      <h3 id="the-numbers">The numbers</h3>
      <ul class="cards">
        {series.slice(0, limit).map((one) => (
          <Card series={one} />
        ))}
      </ul>
      <More
        hidden={series.length - limit}
        what={`Show ${counted(Math.min(series.length - limit, STEP), "more number")} with fewer statements`}
        onMore={() => raise()}
      />
    </section>
  );
}

/** One series in plain words: its figure, how sure it is, and how many voices stand behind it. */
function Card({ series }: { series: Series }) {
  const { index } = useDesk();
  const estimate = latestEstimate(series);
  const clashes = index.findingsIn(series).filter(({ severity, settled }) => severity === "clash" && !settled).length;
  return (
    <li class="card">
      <p class={`big${sizeOf(series.figure)}`}>{series.figure}</p>
      <div class="card-words">
        <h4>
          <a href={`#${series.id}`}>
            <bdi>{series.title}</bdi>
          </a>
        </h4>
        <p>
          {series.certainty} {estimate?.best === null ? series.why : ""}
        </p>
        <p class="soft small">
          {series.basis}
          {clashes > 0 && <span class="clash"> · {counted(clashes, "clash")}</span>}
        </p>
      </div>
      <Sparkline series={series} />
    </li>
  );
}

/** Long figures are set smaller, so that none is broken over two lines where it need not be. */
function sizeOf(figure: string): string {
  return figure.length > 13 ? " longest" : figure.length > 9 ? " long" : "";
}

function Once({ series }: { series: Series[] }) {
  const { index } = useDesk();
  const [limit, raise] = useLimit(ONCE);
  return (
    <details class="once-box" open={series.length <= ONCE}>
      <summary>{counted(series.length, "number")} said once only, with nothing to compare</summary>
      <ul class="once-list">
        {series.slice(0, limit).map(({ title, statements }) => {
          const row = statements[0]?.claims[0] ?? 0;
          return (
            <li>
              <ClaimLink row={row} /> <Tag modality={index.claim(row).modality} />
              <p class="soft small">
                <bdi>{title}</bdi>
              </p>
            </li>
          );
        })}
      </ul>
      <More hidden={series.length - limit} onMore={() => raise()} />
    </details>
  );
}
