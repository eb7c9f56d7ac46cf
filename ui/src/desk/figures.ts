import { plural } from "../parts/numbers";
import type { ClaimItem, PageItem, Quantity, Span } from "./types";

const HOSTILE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** A text of strangers without the characters that could disguise it, one box for each, so that offsets stay. */
export function shown(text: string): string {
  return text.replace(HOSTILE, "▯");
}

const FIRST_LETTERS = 2000;

/** Which way a text runs, by its first letter. The browser's own `dir="auto"` takes 20 s at a line of a megabyte. */
export function directionOf(text: string): "ltr" | "rtl" {
  const [letter = ""] = /\p{L}/u.exec(text.slice(0, FIRST_LETTERS)) ?? [];
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(letter) ? "rtl" : "ltr";
}

/** "at least 1,200 people a day", in the words of the bounds. */
export function figureOf({ low, high, hedge, unit, per, currency }: Quantity): string {
  const counted = [currency, unit === currency ? null : unit && wordOf(unit, low === 1 && high === 1)].filter(Boolean).join(" ");
  return shown([bounds(low, high, hedge), counted, per && `a ${per}`].filter(Boolean).join(" "));
}

/** A unit as it is said of so many. */
function wordOf(unit: string, one: boolean): string {
  if (unit === "percent") return "%";
  if (unit === "person" && !one) return "people";
  return one || unit.includes(" ") ? unit : plural(unit);
}

function bounds(low: number | null, high: number | null, hedge: string): string {
  if (low === null && high === null) return "a number not given";
  if (low === null) return `${hedge === "less than" ? "less than" : "up to"} ${digits(high)}`;
  if (high === null) return `${hedge === "more than" ? "more than" : "at least"} ${digits(low)}`;
  if (low !== high) return `${digits(low)} to ${digits(high)}`;
  return hedge === "exact" || hedge === "range" ? digits(low) : `${hedge} ${digits(low)}`;
}

export function digits(value: number | null): string {
  return value === null ? "–" : value.toLocaleString("en", { maximumFractionDigits: 6 });
}

export function dayOf(iso: string | null): string {
  if (!iso) return "no date";
  return new Date(`${iso.slice(0, 10)}T12:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
}

/** A moment, in the reader's own time. */
export function momentOf(iso: string): string {
  const at = new Date(iso);
  const today = at.toDateString() === new Date().toDateString();
  const day = today ? "today" : at.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
  return `${day}, ${at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`;
}

/** A page by its title, else by the file or the address that it came from. */
export function titleOf({ title, path, url, id }: PageItem): string {
  return shown(title ?? path?.split("/").at(-1) ?? url ?? id);
}

/** Who prints a page. */
export function outletOf({ outlet }: PageItem): string {
  return shown(outlet ?? "outlet not known");
}

/** Who says it; where no source is named, the page answers for it. */
export function originOf({ origin }: ClaimItem): string {
  return shown(origin ?? "the page itself");
}

/** The days a number is of, else the day of its page. */
export function timeOf(claim: ClaimItem): string {
  const { published } = claim.document;
  if (!claim.time) return published ? `no day of its own, page of ${dayOf(published)}` : "not dated";
  const [start, end] = claim.time;
  return start === end ? dayOf(start) : `${dayOf(start)} to ${dayOf(end)}`;
}

/** A text by code points, as the API counts. Most texts have none that are two units long, and need no list. */
export class Points {
  private readonly points: string[] | null;
  readonly length: number;

  constructor(private readonly text: string) {
    this.points = /[\ud800-\udfff]/.test(text) ? [...text] : null;
    this.length = this.points?.length ?? text.length;
  }

  slice([start, end]: Span): string {
    return this.points ? this.points.slice(start, end).join("") : this.text.slice(start, end);
  }
}

/** How many code points a text has. */
export function pointsIn(text: string): number {
  return [...text].length;
}
