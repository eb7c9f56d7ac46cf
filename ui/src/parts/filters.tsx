import type { BookIndex } from "../data/book-index";
import { rowsOf } from "../data/book-index";
import type { Claim, Series } from "../data/types";

export type Facet = "who" | "side" | "event" | "place" | "modality";
export type Choice = Partial<Record<Facet, string>>;

const FACETS: [Facet, string][] = [
  ["who", "Origin"],
  ["side", "Side"],
  ["event", "Event"],
  ["place", "Place"],
  ["modality", "Standing"],
];
const NONE = "not known";

/** Whether a claim passes every filter that is set. */
export function passes(claim: Claim, choice: Choice): boolean {
  return FACETS.every(([facet]) => choice[facet] === undefined || (claim[facet] ?? NONE) === choice[facet]);
}

interface Props {
  index: BookIndex;
  series: Series;
  choice: Choice;
  onChange: (choice: Choice) => void;
}

/** A list to choose from for each field in which the claims of the series differ. */
export function Filters({ index, series, choice, onChange }: Props) {
  const claims = rowsOf(series).map((row) => index.claim(row));
  return (
    <>
      {FACETS.map(([facet, name]) => {
        const counts = countBy(claims, facet);
        if (counts.length < 2) return null;
        return (
          <label class="filter">
            <span>{name}</span>
            <select
              value={choice[facet] ?? ""}
              onChange={(event) => onChange(changed(choice, facet, event.currentTarget.value))}
            >
              <option value="">all</option>
              {counts.map(([value, count]) => (
                <option value={value}>{`${value} (${count})`}</option>
              ))}
            </select>
          </label>
        );
      })}
    </>
  );
}

function changed(choice: Choice, facet: Facet, value: string): Choice {
  const { [facet]: _, ...rest } = choice;
  return value ? { ...rest, [facet]: value } : rest;
}

function countBy(claims: Claim[], facet: Facet): [string, number][] {
  const counts = new Map<string, number>();
  for (const claim of claims) {
    const value = claim[facet] ?? NONE;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}
