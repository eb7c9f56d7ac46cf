import type { BookIndex } from "../data/book-index";
import { isWork, SECTIONS, VIEWS, type State, type Store, type ViewName, type WorkName } from "./store";

/** The book that is shown; a server can put another one in its place. */
export interface Current {
  index: BookIndex;
}

const PREFIXES: [RegExp, ViewName][] = [
  [/^finding/, "findings"],
  [/^forecast-/, "forecasts"],
  [/^text-/, "evidence"],
  [/^source-/, "sources"],
  [/^denial-/, "unread"],
  [/^once$/, "overview"],
];

const NOTHING = { selected: null, denial: null, target: null } as const;

/** What a fragment asks for. A claim opens over its series, a denial over its list, or both over what is there
 *  already. */
export function read(fragment: string, index: BookIndex, now: State | null): Partial<State> {
  const [head = "", rest = ""] = fragment.split("/");
  if (isWork(head as ViewName)) return { ...NOTHING, view: head as ViewName, target: decoded(fragment.slice(head.length + 1)) || null };
  const row = index.rowOf(head);
  if (row !== undefined) return onClaim(row, index, now);
  const series = index.seriesAt(rest || head);
  if (series !== undefined) return { ...NOTHING, view: rest ? asView(head) : "numbers", series };
  const denial = index.denialAt(head);
  if (denial !== undefined) return now && !isWork(now.view) ? { selected: null, denial } : { ...NOTHING, view: "unread", denial, target: head };
  const known = PREFIXES.find(([prefix]) => prefix.test(head));
  const plain = head === "numbers" || head === "findings" || head === "forecasts" ? null : known;
  return { ...NOTHING, view: plain ? plain[1] : asView(head), target: plain ? head : null };
}

function onClaim(row: number, index: BookIndex, now: State | null): Partial<State> {
  if (now && !isWork(now.view)) return { selected: row, denial: null };
  const standing = index.standing(row);
  const series = standing ? index.seriesAt(standing.series.id) : undefined;
  return { ...NOTHING, view: series === undefined ? "overview" : "numbers", series: series ?? 0, selected: row };
}

function asView(name: string): ViewName {
  return ([...VIEWS, ...SECTIONS] as string[]).includes(name) ? (name as ViewName) : "overview";
}

/** The fragment of a work view that is about one thing: a claim, a page, a series. */
export function workLink(view: WorkName, about: string): string {
  return `#${view}/${encodeURIComponent(about)}`;
}

/** As `workLink` wrote it; as it stands where that is not how it was written. */
function decoded(about: string): string {
  try {
    return decodeURIComponent(about);
  } catch {
    return about;
  }
}

/** Follows the address: links are plain fragments, so that they can be shared and opened without the script. */
export function followAddress(store: Store, current: Current): void {
  addEventListener("popstate", () => store.set(read(location.hash.slice(1), current.index, store.state)));
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest?.("a[href^='#']");
    const plain = !event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (!link || !plain || link.classList.contains("skip")) return;
    event.preventDefault();
    go(store, current.index, (link.getAttribute("href") ?? "#").slice(1));
  });
}

export function go(store: Store, index: BookIndex, fragment: string): void {
  history.pushState(null, "", `#${fragment}`);
  store.set(read(fragment, index, store.state));
}

export function select(store: Store, index: BookIndex, row: number): void {
  history.replaceState(null, "", `#${index.claim(row).id}`);
  store.set({ selected: row, denial: null });
}

export function selectDenial(store: Store, index: BookIndex, row: number): void {
  history.replaceState(null, "", `#${index.denial(row).id}`);
  store.set({ selected: null, denial: row });
}

/** Leaves what a work view was asked to be about; a reload then does not bring it back. */
export function leave(store: Store): void {
  if (store.state.target === null) return;
  history.replaceState(null, "", `#${store.state.view}`);
  store.set({ target: null });
}

/** Whether the evidence of anything is open. */
export function isOpen(store: Store): boolean {
  return store.state.selected !== null || store.state.denial !== null;
}

/** Closes the evidence; the address is again that of the view. */
export function close(store: Store, index: BookIndex): void {
  const { view, series } = store.state;
  const anchor = view === "numbers" || view === "lineage" ? index.book.series[series]?.id : undefined;
  const fragment = anchor === undefined ? view : view === "numbers" ? anchor : `${view}/${anchor}`;
  history.replaceState(null, "", `#${fragment}`);
  store.set({ selected: null, denial: null });
}
