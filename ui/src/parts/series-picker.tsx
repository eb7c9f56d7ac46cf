import type { Series } from "../data/types";
import { go } from "../state/route";
import { useDesk } from "./context";

interface Props {
  now: Series;
  /** The fragment that leads to a series in this view. */
  hash: (series: Series) => string;
}

/** Which series is looked at, with the one before and the one after. */
export function SeriesPicker({ now, hash }: Props) {
  const { index, store } = useDesk();
  const { series } = index.book;
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
      <label>
        <span class="offscreen">Series</span>
        <select value={String(at)} onChange={(event) => turn(Number(event.currentTarget.value))}>
          {series.map(({ title, figure, statements }, n) => (
            <option value={String(n)}>{`${title}: ${figure}${statements.length > 1 ? ` (${statements.length})` : ""}`}</option>
          ))}
        </select>
      </label>
      <button
        type="button"
        class="plain"
        disabled={at >= series.length - 1}
        onClick={() => turn(at + 1)}
        aria-label="Next series"
      >
        →
      </button>
    </div>
  );
}
