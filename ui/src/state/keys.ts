import type { BookIndex } from "../data/book-index";
import { keep, kept } from "./kept";
import { close, go, isOpen, select, type Current } from "./route";
import { isWork, VIEWS, type Store } from "./store";

export const LETTERS: [key: string, does: string][] = [
  ["j", "next claim"],
  ["k", "previous claim"],
  ["n", "next series"],
  ["p", "previous series"],
  ["1 … 6", "the views, from left to right"],
  ["Esc", "closes the evidence; also where letters are off"],
];
const LETTERS_KEPT = "letters";

/** Keys for those who want them. Letters can be turned off; Escape and arrows always work. */
export function listenToKeys(store: Store, current: Current): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const { index } = current;
    if (event.key === "Escape" && isOpen(store)) return close(store, index);
    if (!store.state.letters || isTyping(event.target) || document.querySelector("dialog[open]")) return;
    const step = { j: 1, k: -1 }[event.key];
    if (step !== undefined && !isWork(store.state.view)) return stepClaim(store, index, step);
    const turn = { n: 1, p: -1 }[event.key];
    if (turn !== undefined) return stepSeries(store, index, turn);
    const view = VIEWS[Number(event.key) - 1];
    if (view) go(store, index, view);
  });
}

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, select, textarea, [contenteditable]") !== null;
}

function stepClaim(store: Store, index: BookIndex, step: number): void {
  const { selected, series } = store.state;
  if (selected === null) {
    const first = index.book.series[series]?.statements[0]?.claims[0] ?? index.book.claims[0]?.row;
    if (first !== undefined) select(store, index, first);
    return;
  }
  const rows = index.neighbours(selected);
  const row = rows[rows.indexOf(selected) + step];
  if (row !== undefined) select(store, index, row);
}

function stepSeries(store: Store, index: BookIndex, step: number): void {
  const next = index.book.series[store.state.series + step];
  if (next) go(store, index, store.state.view === "lineage" ? `lineage/${next.id}` : next.id);
}

/** What the reader chose before, where the browser keeps it for a file. */
export function remembered(): boolean {
  return kept(LETTERS_KEPT) !== "off";
}

export function remember(store: Store, letters: boolean): void {
  keep(LETTERS_KEPT, letters ? "on" : "off");
  store.set({ letters });
}
