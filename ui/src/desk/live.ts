import { BookIndex } from "../data/book-index";
import { FetchedSource } from "../data/source";
import type { About } from "../data/types";
import { isSection, isWork, SECTIONS, type Store } from "../state/store";
import { Cell } from "./cell";
import type { Session } from "./session";
import type { Job } from "./types";

interface Progress {
  version: number;
  picture_version: number;
  behind: boolean;
}

/** The book as the views draw it. It follows what the server tells, and leaves alone what somebody is typing. */
export class LiveBook {
  readonly index: Cell<BookIndex>;
  readonly asOf = new Cell<string | null>(null);
  /** Whether the views, and the page's own sections, are of an earlier book. */
  private viewsOld = false;
  private sectionsOld = false;
  private asked = 0;

  constructor(
    first: BookIndex,
    private readonly base: string,
    private readonly store: Store,
    private readonly session: Session,
  ) {
    this.index = new Cell(first);
    this.asOf.listen(() => void this.refresh());
    store.subscribe(() => this.catchUp());
  }

  /** Listens to the server until the page is closed. */
  follow(): void {
    const events = new EventSource(`${this.base}/events`);
    let first = true;
    events.addEventListener("open", () => this.session.cut.set(false));
    events.addEventListener("error", () => this.session.cut.set(true));
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
    this.viewsOld = this.sectionsOld = true;
    this.catchUp();
  }

  /** Brings what is on screen up to the book. What is not waits until it is looked at: a large book's sections are
   *  megabytes. */
  private catchUp(): void {
    const { view } = this.store.state;
    if (this.viewsOld && !isWork(view)) void this.refresh();
    if (this.sectionsOld && isSection(view)) void this.refreshSections();
  }

  private async refresh(): Promise<void> {
    this.viewsOld = false;
    const turn = ++this.asked;
    try {
      const source = new FetchedSource(this.base, this.asOf.value);
      const next = new BookIndex(await source.book());
      if (turn !== this.asked) return;
      this.replace(next);
      showHead(next.book.about);
    } catch (error) {
      this.session.fail(error);
    }
  }

  private async refreshSections(): Promise<void> {
    this.sectionsOld = false;
    try {
      await replaceSections();
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

/** Title, summary and figures above the views. */
function showHead(about: About): void {
  document.title = `${about.title} · tallybook`;
  for (const element of document.querySelectorAll<HTMLElement>("[data-about]")) {
    const words = about[element.dataset["about"] as keyof About];
    if (words !== undefined) element.textContent = words;
  }
}

/** The page's own sections, as the server draws them now. What comes is taken over as elements; no script in it runs. */
async function replaceSections(): Promise<void> {
  const answer = await fetch("/", { headers: { accept: "text/html" } });
  if (!answer.ok) throw new Error(`Evidence, sources and what was not counted are those of before: ${answer.status} ${answer.statusText}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const before = scrollY;
  for (const name of SECTIONS) {
    const [now, next] = [document, page].map((one) => one.querySelector(`main > #${name}`));
    if (now && next) now.replaceChildren(...document.adoptNode(next).childNodes);
  }
  scrollTo({ top: before, behavior: "instant" });
}
