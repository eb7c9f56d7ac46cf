import { useMemo, useRef, useState } from "preact/hooks";
import { logOf } from "../charts/layout";
import { Legend } from "../charts/legend";
import { TimeChart } from "../charts/time-chart";
import { rowsOf } from "../data/book-index";
import { passes, type Choice, type Facet } from "../data/facets";
import type { Claim, Series } from "../data/types";
import { useDesk } from "../parts/context";
import { Downloads } from "../parts/downloads";
import { Filters } from "../parts/filters";
import { SeriesPicker } from "../parts/series-picker";
import { Told } from "../parts/told";
import { Toggle } from "../parts/toggle";
import { Why } from "../parts/why";
import { useStore } from "../state/store";

const BY: readonly Facet[] = ["who", "side", "event", "place", "modality"];
const TALL = 420;
const LOW = 320;

/** One series: its sentence, its chart over time, its statements as a list. */
export function Numbers() {
  const { index, store } = useDesk();
  const at = useStore(store, (state) => state.series);
  const series = index.book.series[at] ?? index.book.series[0];
  if (!series) return <p>No number in these articles was taken as a claim.</p>;
  return (
    <section aria-labelledby="series-title">
      <SeriesPicker now={series} hash={(one) => one.id} />
      <OneSeries key={series.id} series={series} />
    </section>
  );
}

function OneSeries({ series }: { series: Series }) {
  const { index, slots } = useDesk();
  const [choice, setChoice] = useState<Choice>({});
  const axis = useMemo(() => logOf(index, series), [series]);
  const [log, setLog] = useState(axis.wants);
  const [repeats, setRepeats] = useState(false);
  const shown = useMemo(() => (claim: Claim) => passes(claim, choice), [choice]);
  const figure = useRef<SVGSVGElement>(null);
  const claims = useMemo(() => rowsOf(series).map((row) => index.claim(row)), [series]);
  const folded = claims.length - series.statements.length;
  return (
    <>
      <h2 id="series-title">
        <bdi>{series.title}</bdi>
      </h2>
      <p class="sentence">
        <b>{series.figure}</b> {series.certainty} {series.why}
      </p>
      <p class="soft">
        {series.basis} · {series.kind}
      </p>
      {slots && <slots.series series={series} />}
      <div class="tools">
        <Filters claims={claims} facets={BY} choice={choice} onChange={setChoice} />
        {axis.can && <Toggle label="Logarithmic" on={log} onChange={setLog} />}
        {folded > 0 && <Toggle label={`Show repeats (${folded})`} on={repeats} onChange={setRepeats} />}
      </div>
      <figure class="figure-box">
        <TimeChart
          series={series}
          figure={figure}
          height={innerWidth < 600 ? LOW : TALL}
          log={log}
          repeats={repeats}
          shown={shown}
        />
        <figcaption>
          <Legend claims={claims} band={series.estimates.length > 0} />
          <Downloads figure={figure} name={series.title} />
        </figcaption>
      </figure>
      <Why series={series} />
      <Told series={series} shown={shown} />
    </>
  );
}
