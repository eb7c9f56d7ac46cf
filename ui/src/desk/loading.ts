import { useEffect, useState } from "preact/hooks";
import { useCell } from "./cell";
import { useWork } from "./context";
import type { Seen } from "./api";

/** What the API answers to a question, asked again whenever the book is another; the last answer stays meanwhile. */
export function useAsked<T>(ask: () => Promise<Seen<T>>, on: readonly unknown[]): Seen<T> | null {
  const { session } = useWork();
  const news = useCell(session.news);
  const [found, setFound] = useState<Seen<T> | null>(null);
  useEffect(() => {
    let mine = true;
    ask().then(
      (answer) => mine && setFound(answer),
      (error: unknown) => mine && session.fail(error),
    );
    return () => void (mine = false);
  }, [news, ...on]);
  return found;
}
