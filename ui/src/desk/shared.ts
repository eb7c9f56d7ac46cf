import type { Seen } from "./api";
import type { Session } from "./session";
import type { FindingItem, SeriesItem } from "./types";

/** The series of the book. */
export const seriesOf = shared(({ api }) => api.all<SeriesItem>("/series"));

/** The findings by the API's names, with the version of the book before they were asked for. */
export const findingsOf = shared(async ({ api }): Promise<Seen<FindingItem[]>> => {
  const version = await api.version();
  return { value: await api.all<FindingItem>("/findings"), version };
});

/** One answer for all who ask while the book is the same. What fails is asked anew by the next one. */
function shared<T>(ask: (session: Session) => Promise<T>): (session: Session) => Promise<T> {
  const known = new WeakMap<Session, { news: number; found: Promise<T> }>();
  return (session) => {
    const before = known.get(session);
    if (before?.news === session.news.value) return before.found;
    const found = ask(session);
    known.set(session, { news: session.news.value, found });
    found.catch(() => known.delete(session));
    return found;
  };
}
