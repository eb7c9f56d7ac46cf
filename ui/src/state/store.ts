import { useEffect, useState } from "preact/hooks";
import type { Choice } from "../data/facets";

export const VIEWS = ["overview", "numbers", "lineage", "findings", "forecasts", "map"] as const;
/** Sections of the page that the script leaves as they are. */
export const SECTIONS = ["evidence", "sources", "unread"] as const;
/** Views for working on the book; only a server has them. */
export const WORK = ["review", "claims", "pages", "add", "grades", "history"] as const;
export type WorkName = (typeof WORK)[number];
export type ViewName = (typeof VIEWS)[number] | (typeof SECTIONS)[number] | WorkName;

export function isWork(view: ViewName): view is WorkName {
  return (WORK as readonly string[]).includes(view);
}

export function isSection(view: ViewName): view is (typeof SECTIONS)[number] {
  return (SECTIONS as readonly string[]).includes(view);
}

export interface State {
  view: ViewName;
  /** The series that is looked at, by number. */
  series: number;
  /** The claim whose evidence is open, by row. */
  selected: number | null;
  /** The denial whose evidence is open, by row; never beside a claim's. */
  denial: number | null;
  /** An anchor inside the view to bring on screen; in a view for working, what it is about. */
  target: string | null;
  letters: boolean;
  /** What the overview and the list of series are narrowed to. */
  scope: Choice;
}

/** State with listeners. Only what reads a part of it is drawn again when that part changes. */
export class Store {
  private readonly listeners = new Set<() => void>();

  constructor(public state: State) {}

  set(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** A part of the state; the component is drawn again when it changes. */
export function useStore<T>(store: Store, read: (state: State) => T): T {
  const [value, setValue] = useState(() => read(store.state));
  useEffect(() => {
    const update = () => setValue(() => read(store.state));
    update();
    return store.subscribe(update);
  }, [store]);
  return value;
}
