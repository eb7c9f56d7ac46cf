import type { BookIndex } from "../data/book-index";
import type { Claim, Series } from "../data/types";
import { dayOf, dayScale, dayTicks, type Tick } from "./scales";

/** A telling: one claim in the lane of the outlet it stands in, or a name that passed it on. */
export interface Node {
  claim: Claim;
  kind: "origin" | "lead" | "repeat" | "relay";
  x: number;
  lane: number;
  name: string;
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
  nodes: Node[];
  edges: Edge[];
  days: Tick[];
  /** Where the strip of tellings without a day begins; null where all have one. */
  undated: number | null;
}

const STEP = 13;
const UNDATED = 0.16;

/** Lanes over time: above, who says it and who passes it on; below, the outlets it is read in. */
export function layLanes(index: BookIndex, series: Series, width: number): Lanes {
  const told = series.statements.flatMap(({ claims }) => claims.map((row) => index.claim(row)));
  const voices = namesOf(told.flatMap((claim) => [claim.who, ...claim.relays]), outletsOf(index, told));
  const outlets = namesOf(outletsOf(index, told), []);
  const names = [...voices, ...outlets];
  const dated = told.map((claim) => dayOfTelling(index, claim)).filter((day) => day !== null);
  const undated = dated.length < told.length ? width * (1 - UNDATED) : null;
  const days = dayScale([...dated, ...fallback(told, index)], undated ?? width);
  const nodes: Node[] = [];
  const edges: Edge[] = [];
  const taken = new Map<number, Set<number>>();
  const put = (claim: Claim, kind: Node["kind"], name: string): Node => {
    const day = dayOfTelling(index, claim);
    const lane = names.indexOf(name);
    const node: Node = { claim, kind, x: free(taken, lane, day === null ? width : days(day), width), lane, name };
    nodes.push(node);
    return node;
  };
  for (const { claims } of series.statements) {
    claims.forEach((row, n) => {
      const claim = index.claim(row);
      const outlet = index.book.documents[claim.document]?.outlet ?? "";
      const path = [claim.who, ...claim.relays].filter((name) => name !== outlet && names.includes(name));
      const steps = path.map((name, m) => put(claim, m === 0 ? "origin" : "relay", name));
      steps.push(put(claim, n === 0 ? "lead" : "repeat", outlet));
      steps.slice(1).forEach((to, m) => edges.push({ from: steps[m] as Node, to }));
    });
  }
  return { names, voices: voices.length, nodes, edges: [...edges, ...between(series, nodes)], days: dayTicks(days, undated ?? width), undated };
}

/** From the first telling of a statement to those that only repeat it. */
function between(series: Series, nodes: Node[]): Edge[] {
  const tellings = new Map(nodes.filter(({ kind }) => kind === "lead" || kind === "repeat").map((node) => [node.claim.row, node]));
  return series.statements.flatMap(({ claims }) => {
    const told = claims.map((row) => tellings.get(row)).filter((node) => node !== undefined);
    const [first, ...later] = [...told].sort((a, b) => a.x - b.x);
    return first ? later.map((to) => ({ from: first, to })) : [];
  });
}

/** Marks that would lie upon each other step aside: to the right, at the right edge to the left. */
function free(taken: Map<number, Set<number>>, lane: number, wanted: number, width: number): number {
  const used = taken.get(lane) ?? new Set();
  taken.set(lane, used);
  const start = Math.round(wanted / STEP);
  const way = start * STEP > width * 0.8 ? -1 : 1;
  let column = start;
  while (used.has(column)) column += way;
  used.add(column);
  return column * STEP;
}

function dayOfTelling(index: BookIndex, claim: Claim): number | null {
  const day = index.book.documents[claim.document]?.day ?? claim.end;
  return day === null ? null : dayOf(day);
}

function fallback(told: Claim[], index: BookIndex): number[] {
  return told.some((claim) => dayOfTelling(index, claim) !== null) ? [] : [0];
}

function outletsOf(index: BookIndex, told: Claim[]): string[] {
  return told.map((claim) => index.book.documents[claim.document]?.outlet ?? "");
}

/** Names, the most frequent first, without those to leave out. */
function namesOf(names: string[], without: string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) if (!without.includes(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([name]) => name);
}
