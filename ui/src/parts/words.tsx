import type { Passage } from "../data/types";

export const FIELDS: Record<string, string> = {
  value: "number",
  hedge: "hedge",
  unit: "what is counted",
  event: "what befell it",
  origin: "who says so",
  time: "when",
  place: "where",
};

/** The sentence with its neighbours, each field marked. Where the text does not hold the words exactly, says so. */
export function Words({ passage, language }: { passage: Passage; language: string | null }) {
  if (passage.problem) return <p class="gone">The words cannot be shown: {passage.problem}.</p>;
  const lang = language && language !== "en" ? { lang: language } : {};
  return (
    <blockquote dir="auto" {...lang}>
      {passage.before && <span class="near">{passage.before} </span>}
      {passage.pieces?.map((piece) =>
        typeof piece === "string" ? piece : <mark class={`m-${piece[1]}`}>{piece[0]}</mark>,
      )}
      {passage.after && <span class="near"> {passage.after}</span>}
    </blockquote>
  );
}

/** What the marks of a passage mean, as far as they occur in it. */
export function Key({ passage }: { passage: Passage }) {
  const found = new Set(passage.pieces?.flatMap((piece) => (typeof piece === "string" ? [] : [piece[1]])));
  const known = Object.entries(FIELDS).filter(([field]) => found.has(field));
  return (
    <p class="key">
      {known.map(([field, words]) => (
        <mark class={`m-${field}`}>{words}</mark>
      ))}
    </p>
  );
}

/** A passage as plain text. */
export function plainWords(passage: Passage): string {
  return (passage.pieces ?? []).map((piece) => (typeof piece === "string" ? piece : piece[0])).join("");
}
