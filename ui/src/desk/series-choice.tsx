import { useEffect, useMemo, useState } from "preact/hooks";
import { Combobox } from "../parts/combobox";
import { counted } from "../parts/numbers";
import { useCell } from "./cell";
import { useWork } from "./context";
import { shown } from "./figures";
import { seriesOf } from "./shared";
import type { SeriesItem } from "./types";

interface Props {
  label: string;
  /** What stands for no choice. */
  none: string;
  now: SeriesItem | null;
  /** The fragment of the series that cannot be chosen. */
  without?: string | null;
  onChoose: (series: SeriesItem | null) => void;
}

/** A series with claims to move to, found by any words of its title; or none. */
export function SeriesChoice({ label, none, now, without = null, onChoose }: Props) {
  const { session } = useWork();
  const news = useCell(session.news);
  const [all, setAll] = useState<SeriesItem[]>([]);
  useEffect(() => {
    let mine = true;
    seriesOf(session).then(
      (found) => mine && setAll(found),
      (error: unknown) => mine && session.fail(error),
    );
    return () => void (mine = false);
  }, [news]);
  const fit = useMemo(() => all.filter(({ anchor, fragment }) => anchor && fragment !== without), [all, without]);
  const options = useMemo(
    () => [{ text: none, aside: "" }, ...fit.map(({ title, claims }) => ({ text: shown(title), aside: counted(claims.length, "claim") }))],
    [fit, none],
  );
  const at = now ? fit.findIndex(({ id }) => id === now.id) + 1 : 0;
  return (
    <div class="field stretch">
      <span aria-hidden="true">{label}</span>
      <Combobox label={label} options={options} now={at} shown={now ? shown(now.title) : none} onChoose={(n) => onChoose(fit[n - 1] ?? null)} />
    </div>
  );
}
