import type { BookIndex } from "../data/book-index";
import type { Claim, Series } from "../data/types";
import { markBox, placeLabels, type Label } from "./labels";
import { isHollow, isVague } from "./marks";
import { canLog, dayOf, dayScale, dayTicks, valueScale, valueTicks, wantsLog, type Tick } from "./scales";

export interface Options {
  width: number;
  height: number;
  log: boolean;
  /** Whether claims that only repeat a statement are drawn too. */
  repeats: boolean;
  /** Which claims are drawn at all. */
  shown: (claim: Claim) => boolean;
  /** Whether labels, ticks and claims without a date are left out. */
  bare?: boolean;
}

/** One claim on the plot. The bar runs from `top` to `bottom`; an open end runs to the edge. */
export interface Mark {
  claim: Claim;
  lead: boolean;
  repeats: number;
  x: number;
  since: number | null;
  ends: number[];
  top: number;
  bottom: number;
  openAbove: boolean;
  openBelow: boolean;
  hollow: boolean;
}

export interface Step {
  left: number;
  right: number;
  top: number;
  bottom: number;
  best: number | null;
}

export interface Layout {
  width: number;
  height: number;
  values: Tick[];
  days: Tick[];
  steps: Step[];
  marks: Mark[];
  labels: Label[];
  /** The latest figure, where the band ends. */
  figure: { x: number; y: number; words: string } | null;
  /** Left edge of the strip for claims without a date; null where all have one. */
  undated: number | null;
  /** What the axis of values is not, where a reader would take it for something else. */
  warning: string;
}

const UNDATED = 92;
const SIDESTEP = 11;
const DENSE = 2_000;

/** The geometry of a series over time, in pixels of the plot; null where nothing can be put at a height. */
export function layOut(index: BookIndex, series: Series, options: Options): Layout | null {
  const claims = shownClaims(index, series, options);
  const values = claims.flatMap(({ claim }) => [claim.low, claim.high]).filter((value) => value !== null);
  for (const { low, best, high } of series.estimates)
    for (const value of [low, best, high]) if (value !== null) values.push(value);
  if (claims.length === 0 || values.length === 0) return null;
  const undated = claims.some(({ claim }) => !claim.end) ? options.width - UNDATED : null;
  const width = undated ?? options.width;
  const log = options.log && canLog(values);
  const scale = valueScale(values, options.height, log);
  const days = dayScale(daysOf(claims, series), width);
  const x = (day: string | null) => (day ? days(dayOf(day)) : width + UNDATED / 3);
  const marks = claims.map((shown) => markOf(shown, x, (value) => scale(value), options.height));
  if (marks.length <= DENSE && !options.bare) sidestep(marks, options.width);
  const steps = stepsOf(series, (value) => scale(value), (day) => days(day), width, options.height);
  const figure = figureOf(series, steps, width);
  return {
    width: options.width,
    height: options.height,
    values: valueTicks(scale, log, series.unit, series.currency),
    days: dayTicks(days, width),
    steps,
    figure,
    marks,
    labels: marks.length <= DENSE && !options.bare ? labelsOf({ marks, steps, figure }, series, options) : [],
    undated,
    warning: log ? "logarithmic scale" : (scale.domain()[0] ?? 0) > 0 ? "does not begin at zero" : "",
  };
}

/** One claim at its day and its height. */
function markOf({ claim, lead, repeats }: Shown, x: (day: string | null) => number, y: (value: number) => number, height: number): Mark {
  const ends = [...new Set([claim.low, claim.high].filter((value) => value !== null).map(y))];
  return {
    claim,
    lead,
    repeats,
    x: x(claim.end),
    since: claim.start && claim.start !== claim.end ? Math.max(x(claim.start), 0) : null,
    ends,
    top: claim.high === null ? 0 : Math.min(...ends),
    bottom: claim.low === null ? height : Math.max(...ends),
    openAbove: claim.high === null,
    openBelow: claim.low === null,
    hollow: isHollow(claim),
  };
}

/** Whether a series can be drawn on a logarithmic axis, and whether it reads better so. */
export function logOf(index: BookIndex, series: Series): { can: boolean; wants: boolean } {
  const claims = series.statements.map(({ claims }) => index.claim(claims[0] ?? 0));
  const values = claims.flatMap(({ low, high }) => [low, high]).filter((value) => value !== null);
  return { can: canLog(values), wants: wantsLog(values) };
}

interface Shown {
  claim: Claim;
  lead: boolean;
  repeats: number;
}

function shownClaims(index: BookIndex, series: Series, options: Options): Shown[] {
  return series.statements.flatMap(({ claims }) =>
    claims
      .map((row, n): Shown => ({ claim: index.claim(row), lead: n === 0, repeats: n === 0 ? claims.length - 1 : 0 }))
      .filter(({ claim, lead }) => (lead || options.repeats) && !isVague(claim) && options.shown(claim))
      .filter(({ claim }) => claim.end || !options.bare),
  );
}

function daysOf(claims: Shown[], series: Series): number[] {
  const days = claims.map(({ claim }) => claim.end).filter((day) => day !== null);
  const held = series.estimates.map(({ at }) => at).filter((day) => day !== null);
  const all = [...days, ...held].map(dayOf);
  return all.length > 0 ? all : [0];
}

/** Marks that would lie upon each other step aside, those of one day to the right. */
function sidestep(marks: Mark[], width: number): void {
  const placed = new Map<number, Mark[]>();
  for (const mark of [...marks].sort((a, b) => a.x - b.x || Number(b.lead) - Number(a.lead))) {
    const near = () => [-1, 0, 1].flatMap((step) => placed.get(Math.round(mark.x / SIDESTEP) + step) ?? []);
    const hits = () => near().some((other) => Math.abs(other.x - mark.x) < SIDESTEP - 1 && overlap(mark, other));
    for (let tries = 0; tries < 12 && hits() && mark.x + SIDESTEP < width; tries++) mark.x += SIDESTEP;
    const column = Math.round(mark.x / SIDESTEP);
    placed.set(column, [...(placed.get(column) ?? []), mark]);
  }
}

function overlap(a: Mark, b: Mark): boolean {
  return a.top < b.bottom + 10 && b.top < a.bottom + 10;
}

function stepsOf(
  series: Series,
  y: (value: number) => number,
  x: (day: number) => number,
  width: number,
  height: number,
): Step[] {
  const dated = series.estimates.filter(({ low, high }) => low !== null || high !== null);
  return dated.map(({ at, low, best, high }, n) => {
    const next = dated[n + 1]?.at;
    return {
      left: at ? x(dayOf(at)) : 0,
      right: next ? x(dayOf(next)) : width,
      top: high === null ? 0 : y(high),
      bottom: low === null ? height : y(low),
      best: best === null ? null : y(best),
    };
  });
}

/** The latest figure above the band's right end, or above its best line. */
function figureOf(series: Series, steps: Step[], width: number): Layout["figure"] {
  const last = steps.at(-1);
  const words = series.estimates.at(-1)?.figure;
  if (!last || !words) return null;
  return { x: width - 2, y: Math.max(14, (last.best ?? last.top) - 7), words };
}

function labelsOf({ marks, steps, figure }: Pick<Layout, "marks" | "steps" | "figure">, series: Series, options: Options): Label[] {
  const used = new Set(series.estimates.at(-1)?.used ?? []);
  const leads = marks.filter(({ lead, ends }) => lead && ends.length > 0).reverse();
  const wishes = [...leads].sort((a, b) => Number(used.has(b.claim.row)) - Number(used.has(a.claim.row)));
  const boxes = marks.flatMap((mark) => mark.ends.map((end) => markBox(mark.x, end)));
  for (const { since, x, ends } of marks)
    if (since !== null) for (const end of ends) boxes.push({ left: since, right: x, top: end - 1, bottom: end + 1 });
  for (const { left, right, best } of steps) if (best !== null) boxes.push({ left, right, top: best - 1, bottom: best + 1 });
  // A bar may be crossed by a label where nothing else is free: words stay legible on it, not on a mark.
  const bars = marks.filter(({ top, bottom }) => bottom - top > 1).map(({ x, top, bottom }) => ({ left: x - 3, right: x + 3, top, bottom }));
  if (figure) boxes.push({ left: figure.x - 8 * figure.words.length, right: figure.x, top: figure.y - 13, bottom: figure.y + 4 });
  return placeLabels(
    wishes.map(({ claim, x, ends, repeats }) => ({
      row: claim.row,
      x,
      y: ends.reduce((sum, end) => sum + end, 0) / ends.length,
      value: repeats > 0 ? `${claim.value} ×${repeats + 1}` : claim.value,
      who: claim.who,
    })),
    boxes,
    options.width,
    options.height,
    bars,
  );
}
