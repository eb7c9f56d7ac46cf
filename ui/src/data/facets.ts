import type { BookIndex } from "./book-index";
import { rowsOf } from "./book-index";
import type { Claim, Series } from "./types";

export type Facet = "who" | "side" | "event" | "place" | "modality";
/** A value for each field that is to be narrowed. */
export type Choice = Partial<Record<Facet, string>>;

export const FACETS: Record<Facet, string> = { who: "Origin", side: "Side", event: "Event", place: "Place", modality: "Standing" };
export const NONE = "not known";

/** Whether a claim passes every filter that is set. */
export function passes(claim: Claim, choice: Choice): boolean {
  return Object.entries(choice).every(([facet, value]) => (claim[facet as Facet] ?? NONE) === value);
}

/** Whether any claim of a series passes. */
export function passesAny(index: BookIndex, series: Series, choice: Choice): boolean {
  return Object.keys(choice).length === 0 || rowsOf(series).some((row) => passes(index.claim(row), choice));
}

/** How many claims have each value of a field, the most frequent first. */
export function countBy(claims: Claim[], facet: Facet): [value: string, count: number][] {
  const counts = new Map<string, number>();
  for (const claim of claims) {
    const value = claim[facet] ?? NONE;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}
