import { keepHere, keptHere } from "../state/kept";
import { Cell } from "./cell";
import type { Session } from "./session";
import type { Act, ClaimItem, WaitingItem } from "./types";

/** A claim on the desk: as it was when it was fetched, and the version of the book then. */
export interface OnDesk {
  claim: ClaimItem;
  why: string;
  moves: number;
  seen: number;
}

export interface Line {
  now: OnDesk | null;
  next: OnDesk[];
  /** How many wait in all; null until the server told. */
  total: number | null;
  skipped: number;
  /** The claim on the desk after somebody else decided on it meanwhile. */
  overtaken: ClaimItem | null;
}

const AHEAD = 12;
const SKIPPED = "skipped";

/** The claims to decide on, one at a time. The one on the desk stays there whatever comes in. */
export class Queue {
  readonly line = new Cell<Line>({ now: null, next: [], total: null, skipped: 0, overtaken: null });
  private readonly gone = new Set<string>();
  private asked = 0;
  private skipped: string[] = keptHere<string[]>(SKIPPED) ?? [];

  constructor(private readonly session: Session) {}

  /** Fetches what waits now. */
  async load(): Promise<void> {
    const turn = ++this.asked;
    try {
      const size = Math.min(500, AHEAD + this.skipped.length + this.gone.size);
      const reviewer = this.session.name.value;
      const { value, version } = await this.session.api.list<WaitingItem>("/queue", { size, reviewer });
      if (turn !== this.asked) return;
      const waiting = value.items.map((one) => ({ ...one, seen: version })).filter(({ claim }) => this.waits(claim.anchor));
      const now = this.line.value.now ?? waiting[0] ?? null;
      const there = value.items.some(({ claim }) => claim.anchor === now?.claim.anchor);
      const next = waiting.filter(({ claim }) => claim.anchor !== now?.claim.anchor);
      this.set({ now, next, total: value.total, overtaken: now && !there ? await this.overtaken(now) : null });
    } catch (error) {
      this.session.fail(error);
    }
  }

  /** Decides on the claim on the desk, and takes the next one at once; the server is told meanwhile. False where
   *  nothing was recorded and the claim waits again. */
  async decide(act: Act, what: string): Promise<boolean> {
    const { now, total } = this.line.value;
    if (!now) return false;
    this.gone.add(now.claim.anchor);
    this.advance(total === null ? null : total - 1);
    const saved = await this.session.decide({ ...act, anchor: now.claim.anchor }, now.seen, what);
    if (!saved) return this.giveBack(now);
    if (this.line.value.next.length < AHEAD / 2) await this.load();
    this.gone.delete(now.claim.anchor);
    return true;
  }

  skip(): void {
    const { now, total } = this.line.value;
    if (!now) return;
    this.remember([...this.skipped, now.claim.anchor]);
    this.advance(total);
  }

  /** Takes back what was skipped. */
  async again(): Promise<void> {
    this.remember([]);
    await this.load();
  }

  /** Puts a claim on the desk, by its anchor. */
  async take(anchor: string): Promise<void> {
    try {
      const { value, version } = await this.session.api.get<ClaimItem>(`/claims/${encodeURIComponent(anchor)}`);
      const before = this.line.value.now;
      this.gone.delete(anchor);
      this.remember(this.skipped.filter((one) => one !== anchor));
      const next = [...(before ? [before] : []), ...this.line.value.next].filter(({ claim }) => claim.anchor !== anchor);
      this.set({ now: { claim: value, why: "you asked for it", moves: 0, seen: version }, next, overtaken: null });
    } catch (error) {
      this.session.fail(error);
    }
  }

  /** Goes on after somebody else decided. */
  goOn(): void {
    this.advance(this.line.value.total);
    void this.load();
  }

  private advance(total: number | null): void {
    const [now = null, ...next] = this.line.value.next;
    this.set({ now, next, total, overtaken: null });
    if (now === null || next.length < 2) void this.load();
  }

  /** A decision that was not recorded: the claim waits again, and false. With a conflict it does not: somebody else
   *  decided, and what was decided here stands in the conflict. */
  private giveBack(claim: OnDesk): boolean {
    const { anchor } = claim.claim;
    if (this.session.conflicts.value.some(({ act }) => act["anchor"] === anchor)) return true;
    this.gone.delete(anchor);
    const { now, next } = this.line.value;
    this.set({ now: claim, next: now ? [now, ...next] : next });
    return false;
  }

  private async overtaken(now: OnDesk): Promise<ClaimItem | null> {
    const { value } = await this.session.api.get<ClaimItem>(`/claims/${encodeURIComponent(now.claim.anchor)}`);
    return value.review.decision !== now.claim.review.decision ? value : null;
  }

  private waits(anchor: string): boolean {
    return !this.gone.has(anchor) && !this.skipped.includes(anchor);
  }

  private remember(skipped: string[]): void {
    this.skipped = skipped;
    keepHere(SKIPPED, skipped);
  }

  private set(change: Partial<Line>): void {
    this.line.set({ ...this.line.value, ...change, skipped: this.skipped.length });
  }
}
