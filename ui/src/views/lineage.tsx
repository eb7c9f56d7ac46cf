import { useRef } from "preact/hooks";
import { LaneChart } from "../charts/lane-chart";
import type { Series } from "../data/types";
import { useDesk } from "../parts/context";
import { Downloads } from "../parts/downloads";
import { SeriesPicker } from "../parts/series-picker";
import { Told } from "../parts/told";
import { useStore } from "../state/store";

const EVERY = () => true;
const MOST = 600;

/** Who cites whom over time, for one series. */
export function Lineage() {
  const { index, store } = useDesk();
  const at = useStore(store, (state) => state.series);
  const series = index.book.series[at] ?? index.book.series[0];
  if (!series) return <p>No number in these articles was taken as a claim.</p>;
  return (
    <section aria-labelledby="lineage-heading">
      <SeriesPicker now={series} hash={(one) => `lineage/${one.id}`} />
      <h2 id="lineage-heading">
        Who cites whom: <bdi>{series.title}</bdi>
      </h2>
      <p class="sentence">{series.basis}.</p>
      <Chart key={series.id} series={series} />
      <Told series={series} shown={EVERY} />
    </section>
  );
}

function Chart({ series }: { series: Series }) {
  const figure = useRef<SVGSVGElement>(null);
  const { statements } = series;
  const few = statements.length > MOST ? { ...series, statements: statements.slice(0, MOST) } : series;
  return (
    <figure class="figure-box">
      <LaneChart series={few} figure={figure} />
      <figcaption>
        <p class="soft small">
          Large marks: where a statement is first told. Hollow: where it is told again. A line leads from whoever told it before.
          {few !== series && ` The first ${MOST} of ${statements.length} statements.`}
        </p>
        <Downloads figure={figure} name={`${series.title} lineage`} />
      </figcaption>
    </figure>
  );
}
