import { useState } from "preact/hooks";
import { SeriesChoice } from "./series-choice";
import type { SeriesItem } from "./types";

interface Props {
  label: string;
  action: string;
  /** The fragment of the series that cannot be chosen. */
  without: string | null;
  onPick: (series: SeriesItem) => void;
}

/** A series to do something with, folded until somebody wants to. */
export function Pick({ label, action, without, onPick }: Props) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<SeriesItem | null>(null);
  return (
    <details class="pick" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{label} …</summary>
      {open && (
        <form
          class="inline-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (chosen) onPick(chosen);
          }}
        >
          <SeriesChoice label="Series" none="Words of its title …" now={chosen} without={without} onChoose={setChosen} />
          <button type="submit" class="plain" disabled={!chosen}>
            {action}
          </button>
        </form>
      )}
    </details>
  );
}
