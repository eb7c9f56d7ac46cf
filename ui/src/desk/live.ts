import { BookIndex } from "../data/book-index";
import { FetchedSource } from "../data/source";
import { isWork, SECTIONS, type Store } from "../state/store";
import { Cell } from "./cell";
import type { Session } from "./session";
import type { Job } from "./types";

interface Progress {
  version: number;
  picture_version: number;
  behind: boolean;
}

/** Pages above this many claims are not asked for anew as a whole: their own sections stay as they were opened. */
const WHOLE_PAGE = 2000;

/** The book as the views draw it. It follows what the server tells, and leaves alone what somebody is typing. */
export class LiveBook {
  readonly index: Cell<BookIndex>;
  readonly asOf = new Cell<string | null>(null);
  private old = false;
  private asked = 0;

  constructor(
    first: BookIndex,
    private readonly base: string,
    private readonly store: Store,
    private readonly session: Session,
  ) {
    this.index = new Cell(first);
    this.asOf.listen(() => void this.refresh());
    store.subscribe(() => {
      if (this.old && !isWork(this.store.state.view)) void this.refresh();
    });
  }

  /** Listens to the server until the page is closed. */
  follow(): void {
    const events = new EventSource(`${this.base}/events`);
    let first = true;
    events.addEventListener("book", (event) => {
      const told = JSON.parse((event as MessageEvent<string>).data) as Progress;
      this.session.behind.set(told.behind);
      this.session.news.set(this.session.news.value + 1);
      if (!first && !told.behind) this.changed();
      first = false;
    });
    events.addEventListener("job", (event) => {
      const job = JSON.parse((event as MessageEvent<string>).data) as Job;
      const { jobs } = this.session;
      const known = jobs.value.some(({ id }) => id === job.id);
      jobs.set(known ? jobs.value.map((one) => (one.id === job.id ? job : one)) : [job, ...jobs.value]);
    });
  }

  private changed(): void {
    if (isWork(this.store.state.view)) this.old = true;
    else void this.refresh();
  }

  private async refresh(): Promise<void> {
    this.old = false;
    const turn = ++this.asked;
    try {
      const source = new FetchedSource(this.base, this.asOf.value);
      const next = new BookIndex(await source.book());
      if (turn !== this.asked) return;
      this.replace(next);
      if (next.book.claims.length <= WHOLE_PAGE && !this.asOf.value) await refreshSections();
    } catch (error) {
      this.session.fail(error);
    }
  }

  /** Series and claims are told by number: those that are looked at have other numbers in another book. */
  private replace(next: BookIndex): void {
    const { series, selected } = this.store.state;
    const before = this.index.value;
    const at = next.seriesAt(before.book.series[series]?.id ?? "") ?? 0;
    const row = selected === null ? null : (next.rowOf(before.claim(selected).id) ?? null);
    this.index.set(next);
    this.store.set({ series: at, selected: row });
  }
}

/** The page's own sections, as the server draws them now. What comes is taken over as elements; no script in it runs. */
async function refreshSections(): Promise<void> {
  const answer = await fetch("/", { headers: { accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const place of [".head h1", ".deck", ".facts", ...SECTIONS.map((name) => `main > #${name}`)]) {
    const [now, next] = [document.querySelector(place), page.querySelector(place)];
    if (now && next) now.replaceChildren(...document.adoptNode(next).childNodes);
  }
}
