import { useState } from "preact/hooks";
import { useDesk } from "../parts/context";
import { useWork } from "./context";
import { figureOf, momentOf, shown } from "./figures";
import { useAsked } from "./loading";
import { Pick } from "./pick";
import type { Act, ClaimItem, Note } from "./types";

export const STATES = ["unchecked", "checked", "second-checked"];

/** What can be decided on one claim besides whether it is one: how far it is checked, by whom, where it belongs. */
export function ClaimTools({ claim: given, seen: first }: { claim: ClaimItem; seen: number }) {
  const { session } = useWork();
  const fresh = useAsked(() => session.api.get<ClaimItem>(`/claims/${encodeURIComponent(given.anchor)}`), [given.anchor]);
  const claim = fresh?.value ?? given;
  const seen = fresh?.version ?? first;
  const what = figureOf(claim.quantity);
  const decide = (act: Act, words: string) => void session.decide({ ...act, anchor: claim.anchor }, seen, `${what} ${words}`);
  const { review } = claim;
  return (
    <div class="claim-tools">
      <div class="row-of">
        <label class="field">
          <span>Checked</span>
          <select
            value={review.state}
            onChange={(event) => decide({ kind: "check", state: event.currentTarget.value }, event.currentTarget.value)}
          >
            {STATES.map((state) => (
              <option value={state}>{state}</option>
            ))}
          </select>
        </label>
        <Assign now={review.assignee} onSet={(to) => decide({ kind: "assign", to }, to ? `assigned to ${to}` : "assigned to nobody")} />
        {!review.excluded && (
          <button type="button" class="plain" onClick={() => decide({ kind: "exclude" }, "left out of estimates")}>
            Leave out of estimates
          </button>
        )}
        <button type="button" class="plain" onClick={() => void session.decide({ kind: "split", anchors: [claim.anchor] }, seen, `${what} split off`)}>
          Split off as a series
        </button>
      </div>
      <MoveTo claim={claim} onMove={(to, title) => decide({ kind: "move", to }, `moved to ${title}`)} />
      <Notes notes={review.notes} onAdd={(text) => decide({ kind: "note", text }, "noted on")} />
    </div>
  );
}

function Assign({ now, onSet }: { now: string | null; onSet: (to: string | null) => void }) {
  const { session } = useWork();
  const [name, setName] = useState<string | null>(null);
  const value = name ?? now ?? "";
  const set = (to: string) => {
    setName(null);
    if ((to.trim() || null) !== now) onSet(to.trim() || null);
  };
  return (
    <form
      class="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        set(value);
      }}
    >
      <label class="field">
        <span>Who looks at it</span>
        <input type="text" value={value} placeholder="nobody" dir="auto" onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <button type="submit" class="plain">
        Assign
      </button>
      {session.name.value && now !== session.name.value && (
        <button type="button" class="plain" onClick={() => set(session.name.value ?? "")}>
          To me
        </button>
      )}
    </form>
  );
}

function MoveTo({ claim, onMove }: { claim: ClaimItem; onMove: (anchor: string, title: string) => void }) {
  const { index } = useDesk();
  const row = index.rowOf(claim.fragment);
  const now = row === undefined ? undefined : index.standing(row)?.series;
  return (
    <div class="series-line">
      <p class="small">
        <span class="soft">Series:</span> {now ? <a href={`#${now.id}`}>{now.title}</a> : "none yet"}
      </p>
      <Pick
        label="Move to series"
        action="Move"
        without={now?.id ?? null}
        onPick={(one) => one.anchor && onMove(one.anchor, shown(one.title))}
      />
    </div>
  );
}

function Notes({ notes, onAdd }: { notes: Note[]; onAdd: (text: string) => void }) {
  const [text, setText] = useState("");
  return (
    <div class="notes">
      {notes.length > 0 && (
        <ul>
          {notes.map((note) => (
            <li key={note.id}>
              <p dir="auto">{shown(note.text)}</p>
              <p class="soft small">
                <bdi>{shown(note.by)}</bdi>, {momentOf(note.at)}
              </p>
            </li>
          ))}
        </ul>
      )}
      <form
        class="inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!text.trim()) return;
          onAdd(text.trim());
          setText("");
        }}
      >
        <label class="field stretch">
          <span>Note</span>
          <textarea rows={2} value={text} dir="auto" onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <button type="submit" class="plain">
          Add note
        </button>
      </form>
    </div>
  );
}
