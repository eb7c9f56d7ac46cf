import { useEffect, useMemo, useState } from "preact/hooks";
import { leave, workLink } from "../state/route";
import { useStore } from "../state/store";
import { useDesk } from "../parts/context";
import { isTyping } from "../state/keys";
import { useCell } from "./cell";
import { ClaimCard, Standing, verdictWord } from "./claim-card";
import { ClaimForm } from "./claim-form";
import { ClaimTools } from "./claim-tools";
import { useWork } from "./context";
import { forgetDraft, hasDraft } from "./draft";
import { draftOf, isSpans } from "./fields";
import { figureOf, momentOf, Points, shown } from "./figures";
import { useAsked } from "./loading";
import type { OnDesk } from "./queue";
import { TextPane, type Mark } from "./text-pane";
import type { Act, ClaimItem, PageWhole, Span } from "./types";

/** The queue: one claim at a time, that first on which an estimate hangs most. */
export function Review() {
  const { queue, session } = useWork();
  const { store } = useDesk();
  const line = useCell(queue.line);
  const news = useCell(session.news);
  const wanted = useStore(store, (state) => state.target);
  useEffect(() => void queue.load(), [news]);
  useEffect(() => {
    if (wanted) void queue.take(wanted);
  }, [wanted]);
  return (
    <section class="review" aria-labelledby="review-heading">
      <h2 id="review-heading">Review</h2>
      <p class="soft" aria-live="polite">
        {line.total === null ? "Looking for what waits …" : `${line.total.toLocaleString("en")} undecided`}
        {line.skipped > 0 && (
          <>
            {" · "}
            {line.skipped} skipped{" "}
            <button type="button" class="plain small" onClick={() => void queue.again()}>
              Take them back
            </button>
          </>
        )}
      </p>
      {line.now ? (
        <OnTheDesk key={line.now.claim.anchor} on={line.now} overtaken={line.overtaken} />
      ) : (
        line.total !== null && <Empty skipped={line.skipped} />
      )}
    </section>
  );
}

function Empty({ skipped }: { skipped: number }) {
  return (
    <div class="empty">
      <p class="empty-head">{skipped > 0 ? "Only skipped claims are left." : "Nothing waits."}</p>
      <p class="soft">
        Every other claim of the book is decided on. <a href="#add">Add pages</a> or look through <a href="#claims">all claims</a>.
      </p>
    </div>
  );
}

function OnTheDesk({ on, overtaken }: { on: OnDesk; overtaken: ClaimItem | null }) {
  const { queue, session } = useWork();
  const { store } = useDesk();
  const { claim } = on;
  // Of the claim as it stands: what was typed over another standing is not brought back over this one.
  const draft = `edit ${claim.anchor} ${claim.review.decision ?? ""}`;
  const [editing, setEditing] = useState(() => hasDraft(draft));
  const [selected, setSelected] = useState<Span | null>(null);
  const page = useAsked(() => session.api.get<PageWhole>(`/documents/${encodeURIComponent(claim.document.id)}`), [claim.document.id]);
  const points = useMemo(() => (page ? new Points(page.value.text) : null), [page?.value.text]);
  const marks = useMemo(() => marksOf(claim), [claim]);
  const what = figureOf(claim.quantity);
  const decide = (act: Act, done: string) => {
    leave(store);
    return queue.decide(act, `${what} ${done}`);
  };
  const acts = {
    a: () => void decide({ kind: "accept" }, "accepted"),
    x: () => void decide({ kind: "reject" }, "rejected"),
    e: () => setEditing(true),
    " ": () => {
      leave(store);
      queue.skip();
    },
    u: () => void session.undoLast().then((done) => (done?.anchor ? queue.take(done.anchor) : undefined)),
  };
  useLetters(acts, editing);
  const edit = async (changes: Record<string, unknown>) => {
    setEditing(false);
    if (await decide({ kind: "edit", changes }, "edited")) forgetDraft(draft);
  };
  return (
    <>
      {overtaken && <Overtaken claim={overtaken} />}
      <div class="desk-columns">
        <div class="desk-main">
          <p class="why-here">
            <span class="soft">Why now:</span> {shown(on.why)} <Standing review={claim.review} />
          </p>
          {editing ? (
            <>
              <h3 class="claim-figure">
                Edit <bdi>{what}</bdi>
              </h3>
              <ClaimForm
                before={draftOf(claim)}
                selected={selected}
                {...(points ? { wordsAt: (span: Span) => points.slice(span) } : {})}
                keptAs={draft}
                save="Save and go on"
                onSave={(changes) => void edit(changes)}
                onCancel={() => setEditing(false)}
              />
            </>
          ) : (
            <ClaimCard claim={claim} />
          )}
          {!editing && <Buttons acts={acts} />}
          {!editing && (
            <details class="more-tools">
              <summary>Check, assign, note, move …</summary>
              <ClaimTools claim={claim} seen={on.seen} />
            </details>
          )}
        </div>
        <aside class="desk-side" aria-label="The page">
          {page ? (
            <TextPane text={page.value.text} language={page.value.language} marks={marks} focus={claim.core} onSelect={setSelected} />
          ) : (
            <p class="soft">Fetching the page …</p>
          )}
          <p class="small">
            <a href={workLink("pages", claim.document.id)}>Add a claim that was missed on this page</a>
          </p>
        </aside>
      </div>
    </>
  );
}

type Acts = Record<"a" | "x" | "e" | " " | "u", () => void>;
const BUTTONS: [keyof Acts, string, string][] = [
  ["a", "Accept", "a"],
  ["x", "Reject", "x"],
  ["e", "Edit", "e"],
  [" ", "Skip", "space"],
  ["u", "Undo", "u"],
];

function Buttons({ acts }: { acts: Acts }) {
  return (
    <div class="verdicts" role="group" aria-label="Decide">
      {BUTTONS.map(([key, label, shownKey]) => (
        <button type="button" class={`plain verdict v-${label.toLowerCase()}`} onClick={acts[key]}>
          {label} <kbd aria-hidden="true">{shownKey}</kbd>
        </button>
      ))}
    </div>
  );
}

/** Single letters, unless they are turned off, or somebody types. Space is left to what has the focus. */
function useLetters(acts: Acts, off: boolean): void {
  const { store } = useDesk();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const held = event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat;
      if (off || held || !store.state.letters || isTyping(event.target) || document.querySelector("dialog[open]")) return;
      const onControl = event.key === " " && event.target instanceof Element && event.target.closest("button, a, summary, .text-pane");
      const act = acts[event.key as keyof Acts];
      if (!act || onControl) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
}

/** Says that somebody else decided while one looked. */
function Overtaken({ claim }: { claim: ClaimItem }) {
  const { queue } = useWork();
  const { review } = claim;
  return (
    <div class="banner" role="status">
      <p>
        <b>
          <bdi>{shown(review.by ?? "Somebody")}</bdi>
        </b>{" "}
        {verdictWord(review.verdict)} this claim, {review.at ? momentOf(review.at) : "just now"}. What you type here is not lost.
      </p>
      <button type="button" class="plain" onClick={() => queue.goOn()}>
        Go on
      </button>
    </div>
  );
}

export function marksOf(claim: ClaimItem): Mark[] {
  const proofs = Object.entries(claim.evidence).flatMap(([field, proof]) =>
    isSpans(proof) ? proof.map((span) => ({ span, field: field.replace("_from", "") })) : [],
  );
  return [...proofs, { span: claim.core, field: "value" }, { span: claim.sentence_span, field: "sentence" }];
}
