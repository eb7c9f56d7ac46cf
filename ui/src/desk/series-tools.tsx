import { useState } from "preact/hooks";
import type { Series } from "../data/types";
import { workLink } from "../state/route";
import { useWork } from "./context";
import { shown } from "./figures";
import { useAsked } from "./loading";
import { Pick } from "./pick";
import { seriesOf } from "./shared";
import type { SeriesItem } from "./types";

/** Rename a series, or put it into another. Its claims are moved and split in the list of claims. */
export function SeriesTools({ series }: { series: Series }) {
  const { session } = useWork();
  const version = useAsked(async () => ({ value: null, version: await session.api.version() }), [series.id])?.version ?? 0;
  const [title, setTitle] = useState<string | null>(null);
  const mine = async (): Promise<SeriesItem | undefined> => (await seriesOf(session)).find(({ fragment }) => fragment === series.id);
  const rename = async () => {
    const anchor = (await mine())?.anchor;
    const to = title?.trim();
    if (!anchor || !to || to === series.title) return;
    if (await session.decide({ kind: "rename", anchor, title: to }, version, `renamed to “${to}”`)) setTitle(null);
  };
  const merge = async (into: SeriesItem) => {
    const anchor = (await mine())?.anchor;
    if (anchor) await session.decide({ kind: "merge", anchor, into: into.anchor }, version, `merged into “${shown(into.title)}”`);
  };
  return (
    <details class="work-box">
      <summary>Rename, merge, split</summary>
      <form
        class="inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          void rename();
        }}
      >
        <label class="field stretch">
          <span>Title</span>
          <input type="text" dir="auto" maxLength={200} value={title ?? series.title} onInput={(event) => setTitle(event.currentTarget.value)} />
        </label>
        <button type="submit" class="plain">
          Rename
        </button>
      </form>
      <Pick label="Merge into another series" action="Merge" without={series.id} onPick={(one) => void merge(one)} />
      <p class="small">
        <a href={workLink("claims", series.id)}>Move or split its claims</a>
      </p>
    </details>
  );
}
