import { useState } from "preact/hooks";
import { keepHere, keptHere } from "../state/kept";

/** What somebody types, kept in this tab until it is saved or given up: a reload brings it back. */
export interface Kept<T> {
  now: T;
  /** Whether it comes from before a reload. */
  restored: boolean;
  set: (change: Partial<T>) => void;
  forget: () => void;
}

/** A draft under a name; without a name it is kept nowhere. */
export function useDraft<T extends object>(name: string | null, fresh: T): Kept<T> {
  const [restored, setRestored] = useState(() => name !== null && keptHere<T>(draftName(name)) !== null);
  const [now, setNow] = useState<T>(() => ({ ...fresh, ...(name === null ? null : keptHere<T>(draftName(name))) }));
  const set = (change: Partial<T>) =>
    setNow((before) => {
      const next = { ...before, ...change };
      if (name !== null) keepHere(draftName(name), next);
      return next;
    });
  const forget = () => {
    if (name !== null) forgetDraft(name);
    setNow(fresh);
    setRestored(false);
  };
  return { now, restored, set, forget };
}

export function hasDraft(name: string): boolean {
  return keptHere(draftName(name)) !== null;
}

export function forgetDraft(name: string): void {
  keepHere(draftName(name), null);
}

function draftName(name: string): string {
  return `draft.${name}`;
}
