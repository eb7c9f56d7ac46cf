import { Api, Problem } from "./api";
import { Cell } from "./cell";
import { shown } from "./figures";
import { keep, kept } from "../state/kept";
import type { Act, Entry, Job, SeriesItem } from "./types";

/** A decision that was not recorded, since somebody else had decided on the same thing. */
export interface Conflict {
  act: Act;
  /** What it was, in a few words. */
  what: string;
  theirs: Entry;
  version: number;
}

/** A decision that this page recorded, to be undone. */
export interface Done {
  id: string;
  what: string;
  anchor: string | null;
}

export interface Notice {
  words: string;
  bad: boolean;
}

const NAME = "reviewer";

/** One reviewer at one page: who they are, what they decided, and what the server tells them. */
export class Session {
  readonly name = new Cell<string | null>(kept(NAME));
  /** Open while the name is asked for. */
  readonly asking = new Cell(false);
  readonly saving = new Cell(0);
  readonly conflicts = new Cell<Conflict[]>([]);
  readonly notice = new Cell<Notice | null>(null);
  readonly done = new Cell<Done[]>([]);
  readonly jobs = new Cell<Job[]>([]);
  /** Whether the server does not answer. */
  readonly cut = new Cell(false);
  /** Whether a newer picture is being worked out. */
  readonly behind = new Cell(false);
  /** How many decisions the book has; another one whenever anybody decided, or a page came in. */
  readonly news = new Cell(0);
  private readonly own = new Set<string>();
  private line: Promise<unknown> = Promise.resolve();
  private named: ((name: string | null) => void)[] = [];

  constructor(readonly api: Api) {}

  /** Records what the reviewer decided who saw the book as of `seen`; null where it was not, and they were told why. */
  decide(act: Act, seen: number, what: string): Promise<Entry | null> {
    this.saving.set(this.saving.value + 1);
    const saved = this.line.then(() => this.record(act, seen, what));
    this.line = saved;
    return saved.finally(() => this.saving.set(this.saving.value - 1));
  }

  /** Records a new claim, and moves it to a series where one is given; null where the claim was not recorded. */
  async add(act: Act, seen: number, what: string, series: SeriesItem | null): Promise<Entry | null> {
    const added = await this.decide(act, seen, what);
    const anchor = added?.anchors[0];
    if (anchor && series) await this.decide({ kind: "move", anchor, to: series.anchor }, seen, `${what}, in “${shown(series.title)}”`);
    return added;
  }

  /** Undoes the last decision of this page; what it was about, null where there is none. */
  async undoLast(): Promise<Done | null> {
    await this.line;
    const last = this.done.value.at(-1);
    if (!last) {
      this.tell("Nothing to undo: you decided nothing since you opened this page. See the history for more.", false);
      return null;
    }
    const version = await this.api.version();
    const undone = await this.decide({ kind: "undo", decision: last.id }, version, `undo: ${last.what}`);
    return undone ? last : null;
  }

  /** The reviewer's name, asked for where it is not known; null where they would not give it. */
  who(): Promise<string | null> {
    if (this.name.value) return Promise.resolve(this.name.value);
    this.asking.set(true);
    return new Promise((tell) => this.named.push(tell));
  }

  call(name: string | null): void {
    const given = name?.trim() || null;
    if (given) {
      keep(NAME, given);
      this.name.set(given);
    }
    this.asking.set(false);
    for (const tell of this.named.splice(0)) tell(this.name.value);
  }

  drop(conflict: Conflict): void {
    this.conflicts.set(this.conflicts.value.filter((one) => one !== conflict));
  }

  tell(words: string, bad: boolean): void {
    this.notice.set({ words: shown(words), bad });
  }

  fail(error: unknown): void {
    const hint = error instanceof Problem ? ` ${error.hint}` : "";
    this.tell(`${error instanceof Error ? error.message : String(error)}${hint}`, true);
  }

  private async record(act: Act, seen: number, what: string): Promise<Entry | null> {
    const by = await this.who();
    if (!by) return null;
    try {
      const told = await this.api.decide(by, seen, act);
      this.remember(told.decision, what);
      return told.decision;
    } catch (error) {
      const theirs = error instanceof Problem && error.status === 409 ? error.conflict : null;
      const version = (error instanceof Problem && error.version) || seen;
      if (!theirs) this.fail(error);
      // What this page itself decided before, its reviewer has seen.
      else if (this.own.has(theirs.id) && version > seen) return this.record(act, version, what);
      else this.conflicts.set([...this.conflicts.value, { act, what, theirs, version }]);
      return null;
    }
  }

  private remember(decision: Entry, what: string): void {
    this.own.add(decision.id);
    const anchor = decision.anchors[0] ?? null;
    const left = this.done.value.filter(({ id }) => id !== decision.undoes);
    this.done.set(decision.undoes ? left : [...left, { id: decision.id, what, anchor }]);
    this.tell(`Saved: ${what}.`, false);
  }
}
