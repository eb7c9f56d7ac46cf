import { scaleLinear, scaleLog, scaleUtc, type ScaleContinuousNumeric, type ScaleTime } from "d3-scale";
import { plainNumber } from "../parts/numbers";

export interface Tick {
  at: number;
  label: string;
}

const LOG_FROM = 20; // as in the page's own drawings: a wider range is unreadable on a linear axis

/** The values of an axis from bottom to top. */
export function valueScale(values: number[], height: number, log: boolean): ScaleContinuousNumeric<number, number> {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (log) return scaleLog().domain([low * 0.8, high * 1.25]).range([height, 0]).clamp(true);
  const margin = (high - low) / 8 || high / 5 || 1;
  const from = low < high / 2 ? Math.min(0, low) : Math.max(0, low - margin);
  return scaleLinear().domain([from, high + margin]).range([height, 0]).clamp(true);
}

/** Whether values differ so much that a logarithmic axis reads better; it needs all of them above zero. */
export function wantsLog(values: number[]): boolean {
  return canLog(values) && Math.max(...values) / Math.min(...values) > LOG_FROM;
}

export function canLog(values: number[]): boolean {
  return values.length > 1 && Math.min(...values) > 0 && Math.min(...values) < Math.max(...values);
}

export function valueTicks(
  scale: ScaleContinuousNumeric<number, number>,
  log: boolean,
  unit: string,
  currency: string | null,
): Tick[] {
  const values = log ? logTicks(scale) : scale.ticks(5);
  const whole = unit !== "share" ? values.filter((value) => Number.isInteger(value) || value >= 1 || log) : values;
  return whole.map((value) => ({ at: scale(value), label: plainNumber(value, unit, currency) }));
}

function logTicks(scale: ScaleContinuousNumeric<number, number>): number[] {
  const [low = 1, high = 10] = scale.domain();
  const powers: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) powers.push(10 ** power);
  const inside = (steps: number[]) =>
    powers.flatMap((power) => steps.map((step) => step * power)).filter((value) => value >= low && value <= high);
  return [[1], [1, 3], [1, 2, 5], [1, 1.5, 2, 3, 5, 7]].map(inside).find((ticks) => ticks.length >= 4) ?? scale.ticks(5);
}

/** The days of an axis from left to right; a single day gets room around it. */
export function dayScale(days: number[], width: number): ScaleTime<number, number> {
  const first = Math.min(...days);
  const last = Math.max(...days);
  const margin = (last - first) * 0.03 || 86_400_000;
  return scaleUtc().domain([first - margin, last + 2.5 * margin]).range([0, width]);
}

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** As many days, months or years as fit; the year is named where it begins or changes. */
export function dayTicks(scale: ScaleTime<number, number>, width: number): Tick[] {
  const [first, last] = scale.domain() as [Date, Date];
  const span = (last.getTime() - first.getTime()) / 86_400_000;
  const wanted = Math.max(2, Math.min(9, Math.floor(width / 105)));
  // One day alone says nothing of how long the axis is: more are asked for until two stand on it.
  const tries = [wanted, 3, 5, 8].map((count) => apart(labelled(scale, count, span)));
  return tries.find((ticks) => ticks.length > 1) ?? tries[0] ?? [];
}

function labelled(scale: ScaleTime<number, number>, count: number, span: number): Tick[] {
  let year: number | null = null;
  const days = scale.ticks(count).filter((date) => date.getUTCHours() === 0);
  return days.map((date) => {
    const label = dayLabel(date, span, date.getUTCFullYear() !== year);
    year = date.getUTCFullYear();
    return { at: scale(date), label };
  });
}

const CHARACTER = 7.4;

/** The ticks whose labels do not run into the one before. */
function apart(ticks: Tick[]): Tick[] {
  let end = -Infinity;
  return ticks.filter(({ at, label }) => {
    const half = (CHARACTER * label.length) / 2;
    const start = at < 30 ? at : at - half;
    if (start < end + 8) return false;
    end = start + 2 * half;
    return true;
  });
}

function dayLabel(date: Date, span: number, withYear: boolean): string {
  const month = MONTHS[date.getUTCMonth()] ?? "";
  if (span > 2500) return `${date.getUTCFullYear()}`;
  const said = span > 120 ? month : `${date.getUTCDate()} ${month}`;
  return withYear ? `${said} ${date.getUTCFullYear()}` : said;
}

/** An ISO day in words: "3 Jun 2025". */
export function dayWords(iso: string, withYear = true): string {
  const date = new Date(dayOf(iso));
  const said = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
  return withYear ? `${said} ${date.getUTCFullYear()}` : said;
}

/** An ISO day as milliseconds. */
export function dayOf(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`);
}
