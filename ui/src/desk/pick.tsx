import { useId, useState } from "preact/hooks";
import { useWork } from "./context";
import { shown } from "./figures";
import type { SeriesItem } from "./types";

interface Props {
  label: string;
  action: string;
  options: () => Promise<SeriesItem[]>;
  /** The fragment of the series that cannot be chosen. */
  without: string | null;
  onPick: (series: SeriesItem) => void;
}

const MOST = 200;

/** A series, chosen by words of its title. */
export function Pick({ label, action, options, without, onPick }: Props) {
  const { session } = useWork();
  const [all, setAll] = useState<SeriesItem[] | null>(null);
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState("");
  const id = useId();
  const load = () => void options().then(setAll, (error: unknown) => session.fail(error));
  const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (all ?? []).filter(
    ({ title, fragment, anchor }) => anchor && fragment !== without && parts.every((part) => title.toLowerCase().includes(part)),
  );
  const pick = fits.find((one) => one.id === chosen) ?? fits[0];
  return (
    <details class="pick" onToggle={(event) => event.currentTarget.open && load()}>
      <summary>{label} …</summary>
      <form
        class="inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (pick) onPick(pick);
        }}
      >
        <label class="field">
          <span>Words of its title</span>
          <input type="text" value={words} dir="auto" onInput={(event) => setWords(event.currentTarget.value)} />
        </label>
        <label class="field stretch" for={id}>
          <span>{all ? `${fits.length.toLocaleString("en")} series` : "Fetching …"}</span>
          <select id={id} value={pick?.id ?? ""} onChange={(event) => setChosen(event.currentTarget.value)}>
            {fits.slice(0, MOST).map((one) => (
              <option value={one.id}>{`${shown(one.title)} (${one.claims.length})`}</option>
            ))}
          </select>
        </label>
        <button type="submit" class="plain" disabled={!pick}>
          {action}
        </button>
      </form>
    </details>
  );
}
