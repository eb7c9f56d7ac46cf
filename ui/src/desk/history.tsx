import { useState } from "preact/hooks";
import { useDesk } from "../parts/context";
import { counted } from "../parts/numbers";
import { workLink } from "../state/route";
import { useStore } from "../state/store";
import { useCell } from "./cell";
import { useWork } from "./context";
import { momentOf, shown } from "./figures";
import { useAsked } from "./loading";
import { Pager } from "./pager";
import type { Entry } from "./types";

const SIZE = 50;

/** Every decision, the newest first, each to be undone; and the book as of a day. */
export function History() {
  const { session } = useWork();
  const { store } = useDesk();
  const anchor = useStore(store, (state) => state.target);
  const [by, setBy] = useState("");
  const [only, setOnly] = useState("");
  const [page, setPage] = useState(1);
  const asked = { by: by.trim(), anchor, stale: only === "stale" ? true : null, undone: only === "undone" ? true : null };
  const found = useAsked(() => session.api.list<Entry>("/history", { ...asked, page, size: SIZE }), [by, only, page, anchor]);
  const undo = (one: Entry) =>
    void session.decide({ kind: "undo", decision: one.id }, found?.version ?? 0, `undone: ${one.kind} of ${shown(one.by)}`);
  return (
    <section aria-labelledby="history-heading">
      <h2 id="history-heading">History</h2>
      <AsOf />
      <div class="tools">
        <label class="filter">
          <span>By</span>
          <input type="text" value={by} placeholder="anybody" onChange={(event) => setBy(event.currentTarget.value)} />
        </label>
        <label class="filter">
          <span>Which</span>
          <select value={only} onChange={(event) => setOnly(event.currentTarget.value)}>
            <option value="">all decisions</option>
            <option value="stale">those that do nothing now</option>
            <option value="undone">those that were undone</option>
          </select>
        </label>
      </div>
      {anchor && (
        <p>
          On one claim. <a href="#history">All decisions</a>
        </p>
      )}
      <p class="soft" aria-live="polite">
        {found ? counted(found.value.total, "decision") : "Fetching …"}
      </p>
      <ol class="entries">
        {found?.value.items.map((one) => (
          <Line key={one.id} one={one} onUndo={() => undo(one)} />
        ))}
      </ol>
      {found && <Pager page={page} size={SIZE} total={found.value.total} onPage={setPage} />}
    </section>
  );
}

function Line({ one, onUndo }: { one: Entry; onUndo: () => void }) {
  return (
    <li class={`entry${one.undone_by ? " undone" : ""}`}>
      <p class="when">
        {momentOf(one.at)} <br />
        <b>
          <bdi>{shown(one.by)}</bdi>
        </b>
      </p>
      <div>
        <p>
          <b class="capital">{one.kind}</b> {one.undone_by && <span class="chip">undone</span>}{" "}
          {one.stale && <span class="chip c-reject">does nothing now: {one.stale}</span>}
        </p>
        <Changes one={one} />
        <p class="soft small">
          {one.anchors[0] && (
            <>
              <a href={workLink("review", one.anchors[0])}>The claim</a> ·{" "}
            </>
          )}
          {one.undoes && (
            <>
              takes back <span class="mono">{one.undoes}</span> ·{" "}
            </>
          )}
          version {one.program_version} · <span class="mono">{one.id}</span>
        </p>
      </div>
      {!one.undone_by && (
        <button type="button" class="plain" onClick={onUndo}>
          {one.undoes ? "Undo this undo" : "Undo"}
        </button>
      )}
    </li>
  );
}

/** Field by field, before and after. */
export function Changes({ one }: { one: Entry }) {
  return (
    <ul class="changes">
      {one.changed.map(({ field, before, after }) => (
        <li>
          <span class="soft">{field}:</span> <del dir="auto">{shown(before ?? "–")}</del> → <ins dir="auto">{shown(after ?? "–")}</ins>
        </li>
      ))}
    </ul>
  );
}

function AsOf() {
  const { asOf } = useWork();
  const now = useCell(asOf);
  const [day, setDay] = useState(now ?? "");
  return (
    <form
      class="inline-form as-of"
      onSubmit={(event) => {
        event.preventDefault();
        asOf.set(day || null);
      }}
    >
      <label class="field">
        <span>The book as of</span>
        <input type="date" value={day} onInput={(event) => setDay(event.currentTarget.value)} />
      </label>
      <button type="submit" class="plain">
        Show
      </button>
      <span class="soft small">Overview, numbers, findings and the other views then show what was read and decided until the end of that day.</span>
    </form>
  );
}
