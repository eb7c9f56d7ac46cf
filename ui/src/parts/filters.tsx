import { useMemo } from "preact/hooks";
import { countBy, FACETS, type Choice, type Facet } from "../data/facets";
import type { Claim } from "../data/types";

const MOST = 300;

interface Props {
  claims: Claim[];
  facets: readonly Facet[];
  choice: Choice;
  onChange: (choice: Choice) => void;
}

/** A list to choose from for each field in which the claims differ. */
export function Filters({ claims, facets, choice, onChange }: Props) {
  const lists = useMemo(() => facets.map((facet) => [facet, countBy(claims, facet)] as const), [claims]);
  return (
    <>
      {lists.map(([facet, counts]) => {
        if (counts.length < 2) return null;
        return (
          <label class="filter">
            <span>{FACETS[facet]}</span>
            <select
              value={choice[facet] ?? ""}
              onChange={(event) => onChange(changed(choice, facet, event.currentTarget.value))}
            >
              <option value="">all</option>
              {counts.slice(0, MOST).map(([value, count]) => (
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
