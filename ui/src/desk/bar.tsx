import { useEffect, useState } from "preact/hooks";
import { isTyping } from "../state/keys";
import { useStore, WORK, type Store } from "../state/store";
import { useCell } from "./cell";
import { Conflicts } from "./conflicts";
import { useWork } from "./context";
import { dayOf, shown } from "./figures";
import { Help } from "./help";
import { NameDialog } from "./name-dialog";

const LABELS: Record<(typeof WORK)[number], string> = {
  review: "Review",
  claims: "Claims",
  pages: "Pages",
  add: "Add",
  grades: "Grades",
  history: "History",
};

/** What there is to do, who does it, and what just happened. */
export function Bar({ store }: { store: Store }) {
  const { session, queue, asOf } = useWork();
  const view = useStore(store, (state) => state.view);
  const { total } = useCell(queue.line);
  const name = useCell(session.name);
  const [help, setHelp] = useState(false);
  useHelpKey(store, () => setHelp(true));
  return (
    <>
      <div class="desk-bar">
        <nav class="desk-nav" aria-label="Work on the book">
          <ul>
            {WORK.map((one) => (
              <li>
                <a href={`#${one}`} aria-current={view === one ? "page" : undefined}>
                  {LABELS[one]}
                  {one === "review" && total !== null && total > 0 && <span class="badge">{total.toLocaleString("en")}</span>}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="desk-state" role="region" aria-label="You and the book">
          <Doing />
          <button type="button" class="bar-button" onClick={() => setHelp(true)}>
            Keys <kbd aria-hidden="true">?</kbd>
          </button>
          <button type="button" class="bar-button who-am-i" onClick={() => session.asking.set(true)}>
            {name ? (
              <>
                <span class="offscreen">You are</span> <bdi>{shown(name)}</bdi>
              </>
            ) : (
              "Say who you are"
            )}
          </button>
        </div>
      </div>
      <Then day={useCell(asOf)} onNow={() => asOf.set(null)} />
      <Conflicts />
      <Notice />
      <NameDialog />
      {help && <Help store={store} onClose={() => setHelp(false)} />}
    </>
  );
}

function useHelpKey(store: Store, open: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "?" || isTyping(event.target) || !store.state.letters || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      open();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

function Doing() {
  const { session } = useWork();
  const saving = useCell(session.saving);
  const behind = useCell(session.behind);
  const cut = useCell(session.cut);
  const words = cut ? "The server does not answer" : saving > 0 ? "Saving …" : behind ? "Working out the estimates …" : "Up to date";
  return (
    <span role="status" class={`doing${cut ? " cut" : saving > 0 || behind ? " busy" : ""}`} data-saving={saving} data-behind={String(behind)}>
      {words}
    </span>
  );
}

function Then({ day, onNow }: { day: string | null; onNow: () => void }) {
  if (!day) return null;
  return (
    <div class="banner then" role="status">
      <p>
        <b>The book as of {dayOf(day)}.</b> Overview, numbers, lineage, findings, forecasts and map show that day; the lists of pages and the work are those of now.
      </p>
      <button type="button" class="plain" onClick={onNow}>
        Back to now
      </button>
    </div>
  );
}

const STAYS = 8000; // milliseconds that a good message stays; a bad one stays until it is closed

function Notice() {
  const { session } = useWork();
  const notice = useCell(session.notice);
  useEffect(() => {
    if (!notice || notice.bad) return;
    const timer = setTimeout(() => session.notice.set(null), STAYS);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div class={`notice${notice ? " on" : ""}${notice?.bad ? " bad" : ""}`} role={notice?.bad ? "alert" : "status"}>
      {notice && (
        <>
          <p dir="auto">{notice.words}</p>
          <button type="button" class="bar-button" aria-label="Close the message" onClick={() => session.notice.set(null)}>
            ✕
          </button>
        </>
      )}
    </div>
  );
}
