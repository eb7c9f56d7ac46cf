import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Cell } from "./cell";
import type { Queue } from "./queue";
import type { Session } from "./session";

/** What every part of the desk is given. */
export interface Work {
  session: Session;
  queue: Queue;
  /** The day as of which the book is shown; null for now. */
  asOf: Cell<string | null>;
}

export const WorkContext = createContext<Work | null>(null);

export function useWork(): Work {
  const work = useContext(WorkContext);
  if (!work) throw new Error("no work");
  return work;
}
