import { useWork } from "./context";
import type { SeriesItem } from "./types";

/** The series of the book, fetched when they are first asked for, and anew when the book is another. */
export function useSeries(): { load: () => Promise<SeriesItem[]> } {
  const { session } = useWork();
  return { load: () => seriesOf(session) };
}

type Session = ReturnType<typeof useWork>["session"];
const known = new WeakMap<Session, { news: number; found: Promise<SeriesItem[]> }>();

function seriesOf(session: Session): Promise<SeriesItem[]> {
  const kept = known.get(session);
  if (kept && kept.news === session.news.value) return kept.found;
  const found = session.api.all<SeriesItem>("/series");
  known.set(session, { news: session.news.value, found });
  return found;
}
