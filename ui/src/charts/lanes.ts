import type { BookIndex } from "../data/book-index";
import type { Claim, Series } from "../data/types";
import { dayOf, dayScale, dayTicks, type Tick } from "./scales";

/** A telling: one claim in the lane of the outlet it stands in, or a name that passed it on. */
export interface Node extends Telling {
  x: number;
  /** How far above or below the middle of its lane, where several stand at one day. */
  dy: number;
}

interface Telling {
  claim: Claim;
  kind: "origin" | "lead" | "repeat" | "relay";
  name: string;
  lane: number;
}

/** From whoever told it before to whoever tells it after. */
export interface Edge {
  from: Node;
  to: Node;
}

export interface Lanes {
  names: string[];
  /** How many of the lanes, from the top, are origins and relays rather than outlets. */
  voices: number;
  /** Which lanes need room for marks above and below their middle. */
  crowded: boolean[];
  nodes: Node[];
  edges: Edge[];
  days: Tick[];
  /** Where the strip of tellings without a day begins; null where all have one. */
  undated: number | null;
}

const STEP = 13;
const ROWS = [0, -STEP, STEP];
const STRIP = { least: 120, most: 0.4 };

/** Lanes over time: above, who says it and who passes it on; below, the outlets it is read in. */
export function layLanes(index: BookIndex, series: Series, width: number): Lanes {
  const told = series.statements.flatMap(({ claims }) => claims.map((row) => index.claim(row)));
  const outlets = namesOf(outletsOf(index, told), []);
  const voices = namesOf(told.flatMap((claim) => [claim.who, ...claim.relays]), outlets);
  const names = [...voices, ...outlets];
  const routes = series.statements.flatMap(({ claims }) => claims.map((row, n) => routeOf(index, index.claim(row), n === 0, names)));
  const dated = told.map((claim) => dayOfTelling(index, claim)).filter((day) => day !== null);
  const undated = dated.length === 0 ? 0 : dated.length < told.length ? width - stripWidth(index, routes.flat(), width) : null;
  const days = dayScale(dated.length > 0 ? dated : [0], undated ?? width);
  const slots = new Slots();
  const placed = routes.map((route) =>
    route.map((telling): Node => {
      const day = dayOfTelling(index, telling.claim);
      const spot = day === null ? slots.take(telling.lane, (undated ?? 0) + STEP, width) : slots.take(telling.lane, days(day), undated ?? width);
      return { ...telling, ...spot };
    }),
  );
  const nodes = placed.flat();
  return {
    names,
    voices: voices.length,
    crowded: names.map((_, lane) => nodes.some((node) => node.lane === lane && node.dy !== 0)),
    nodes,
    edges: [...placed.flatMap(pairs), ...repeatsOf(series, nodes)],
    days: dated.length > 0 ? dayTicks(days, undated ?? width) : [],
    undated,
  };
}

/** Who says a claim, who passes it on, and where it is read. */
function routeOf(index: BookIndex, claim: Claim, leads: boolean, names: string[]): Telling[] {
  const outlet = outletOf(index, claim);
  const voices = [claim.who, ...claim.relays].filter((name) => name !== outlet && names.includes(name));
  const telling = (name: string, kind: Telling["kind"]): Telling => ({ claim, kind, name, lane: names.indexOf(name) });
  return [...voices.map((name, n) => telling(name, n === 0 ? "origin" : "relay")), telling(outlet, leads ? "lead" : "repeat")];
}

/** Each step of a route. */
function pairs(route: Node[]): Edge[] {
  return route.slice(1).map((to, n) => ({ from: route[n] as Node, to }));
}

/** From the first telling of a statement to those that only repeat it. */
function repeatsOf(series: Series, nodes: Node[]): Edge[] {
  const tellings = new Map(nodes.filter(({ kind }) => kind === "lead" || kind === "repeat").map((node) => [node.claim.row, node]));
  return series.statements.flatMap(({ claims }) => {
    const told = claims.map((row) => tellings.get(row)).filter((node) => node !== undefined);
    const [first, ...later] = [...told].sort((a, b) => a.x - b.x);
    return first ? later.map((to) => ({ from: first, to })) : [];
  });
}

/** Room for every telling without a day, three upon each other in a lane, as far as the dated ones leave it. */
function stripWidth(index: BookIndex, tellings: Telling[], width: number): number {
  const counts = new Map<number, number>();
  for (const { claim, lane } of tellings) if (dayOfTelling(index, claim) === null) counts.set(lane, (counts.get(lane) ?? 0) + 1);
  const columns = Math.ceil(Math.max(...counts.values()) / ROWS.length);
  return Math.min(Math.max((columns + 1) * STEP, STRIP.least), width * STRIP.most);
}

/** Marks that would lie upon each other step aside: above and below first, then to the next column. */
class Slots {
  private readonly taken = new Set<string>();

  take(lane: number, wanted: number, end: number): { x: number; dy: number } {
    const start = Math.round(wanted / STEP);
    const last = Math.floor((end - STEP / 2) / STEP);
    const onward = Array.from({ length: Math.max(last - start + 1, 1) }, (_, n) => start + n);
    const back = Array.from({ length: start }, (_, n) => start - 1 - n);
    for (const column of [...onward, ...back])
      for (const dy of ROWS) {
        const slot = `${lane} ${column} ${dy}`;
        if (this.taken.has(slot)) continue;
        this.taken.add(slot);
        return { x: column * STEP, dy };
      }
    return { x: start * STEP, dy: 0 };
  }
}

function dayOfTelling(index: BookIndex, claim: Claim): number | null {
  const day = index.book.documents[claim.document]?.day ?? claim.end;
  return day === null ? null : dayOf(day);
}

function outletOf(index: BookIndex, claim: Claim): string {
  return index.book.documents[claim.document]?.outlet ?? "";
}

function outletsOf(index: BookIndex, told: Claim[]): string[] {
  return told.map((claim) => outletOf(index, claim));
}

/** Names, the most frequent first, without those to leave out. */
function namesOf(names: string[], without: string[]): string[] {
  const left = new Set(without);
  const counts = new Map<string, number>();
  for (const name of names) if (!left.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([name]) => name);
}
