import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { BookIndex } from "../data/book-index";
import type { Source } from "../data/source";
import type { Store } from "../state/store";

/** What every view is given: the book, the state, and where more data comes from. */
export interface Desk {
  index: BookIndex;
  store: Store;
  source: Source;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("no desk");
  return desk;
}
