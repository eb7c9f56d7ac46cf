import { useEffect, useState } from "preact/hooks";
import { Problem, type Api } from "./api";
import { useWork } from "./context";
import type { Quantity, Span } from "./types";

/** The number that the program reads at a stretch of a page, and the words that prove it. */
export interface Reading {
  core: Span;
  claim: Quantity & { change: string | null; span: Span; sentence: Span; evidence: Record<string, Span[]> };
}

/** What is read there; null where no number stands. Throws a Problem where it cannot be asked. */
export async function readAt(api: Api, document: string, [start, end]: Span): Promise<Reading | null> {
  try {
    return (await api.get<Reading>(`/documents/${encodeURIComponent(document)}/reading`, { start, end })).value;
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return null;
    throw error;
  }
}

const PAUSE = 200; // milliseconds: a selection that is still drawn out is not asked for

/** What is read at what is selected; undefined until that is known. */
export function useReading(document: string, selected: Span | null): Reading | null | undefined {
  const { session } = useWork();
  const [found, setFound] = useState<{ at: string; reading: Reading | null } | null>(null);
  const at = String(selected);
  useEffect(() => {
    if (!selected) return;
    let mine = true;
    const tell = (reading: Reading | null) => mine && setFound({ at, reading });
    const timer = setTimeout(() => readAt(session.api, document, selected).then(tell, (error: unknown) => mine && session.fail(error)), PAUSE);
    return () => {
      mine = false;
      clearTimeout(timer);
    };
  }, [document, at]);
  return found?.at === at ? found.reading : undefined;
}
