import { useMemo, useState } from "preact/hooks";
import { passesAny } from "../data/facets";
import type { Series } from "../data/types";
import { go } from "../state/route";
import { useStore } from "../state/store";
import { Combobox } from "./combobox";
import { useDesk } from "./context";
import { Scope } from "./scope";

interface Props {
  now: Series;
  /** The fragment that leads to a series in this view. */
  hash: (series: Series) => string;
}

/** Which series is looked at, with the one before and the one after, among those that the book is narrowed to. */
export function SeriesPicker({ now, hash }: Props) {
  const { index, store } = useDesk();
  const [narrowing, setNarrowing] = useState(false);
  const scope = useStore(store, (state) => state.scope);
  const series = useMemo(() => index.book.series.filter((one) => passesAny(index, one, scope)), [index, scope]);
  const options = useMemo(
    () => series.map(({ title, figure, statements }) => ({ text: title, aside: `${figure}${statements.length > 1 ? ` · ${statements.length} statements` : ""}` })),
    [series],
  );
  const at = series.indexOf(now);
  const turn = (to: number) => {
    const next = series[to];
    if (next) go(store, index, hash(next));
  };
  return (
    <div class="picker">
      <button type="button" class="plain" disabled={at <= 0} onClick={() => turn(at - 1)} aria-label="Previous series">
        ←
      </button>
      <Combobox label="Series" options={options} now={at} shown={now.title} onChoose={turn} />
      <button
        type="button"
        class="plain"
        disabled={at >= series.length - 1}
        onClick={() => turn(at + 1)}
        aria-label="Next series"
      >
        →
      </button>
      <span class="soft small">
        {at >= 0 && `${at + 1} of `}
        {series.length}
      </span>
      <details class="narrow" onToggle={(event) => setNarrowing(event.currentTarget.open)}>
        <summary>{Object.keys(scope).length > 0 ? `Narrowed to ${Object.values(scope).join(", ")}` : "Narrow"}</summary>
        {narrowing && <Scope />}
      </details>
    </div>
  );
}
