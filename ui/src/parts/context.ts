import { createContext, type ComponentType } from "preact";
import { useContext } from "preact/hooks";
import type { BookIndex } from "../data/book-index";
import type { Source } from "../data/source";
import type { Claim, Finding, Series } from "../data/types";
import type { Store } from "../state/store";

/** What a server adds to the views: work on a claim, a series, a finding. */
export interface Slots {
  claim: ComponentType<{ claim: Claim }>;
  series: ComponentType<{ series: Series }>;
  finding: ComponentType<{ finding: Finding }>;
}

/** What every view is given: the book, the state, and where more data comes from. */
export interface Desk {
  index: BookIndex;
  store: Store;
  source: Source;
  slots?: Slots;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("no desk");
  return desk;
}
