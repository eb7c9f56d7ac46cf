// A claim as a form has it: every field a string, and back to what changed of it.
import type { Reading } from "./reading";
import type { ClaimItem, Proof, Quantity, Span } from "./types";

export const PROVEN = ["value", "hedge", "unit", "per", "event", "origin", "relays", "group", "time", "place"] as const;
export const CHOICES: Record<string, string[]> = {
  hedge: ["exact", "about", "nearly", "at least", "more than", "up to", "less than", "range", "vague"],
  kind: ["total", "level", "flow", "rate", "share"],
  modality: ["reported", "planned", "expected", "projected", "inferred", "denied"],
  per: ["", "hour", "day", "week", "month", "year"],
  change: ["", "up", "down"],
};

/** Name, label, and for which of them a hint helps. */
export const FIELDS: [name: Name, label: string, hint?: string][] = [
  ["low", "At least", "empty where open"],
  ["high", "At most", "empty where open"],
  ["hedge", "Hedge"],
  ["unit", "Counted", "person, house …"],
  ["per", "Per"],
  ["currency", "Currency", "three letters"],
  ["event", "What befell", "killed, injured …"],
  ["kind", "Kind"],
  ["modality", "Standing"],
  ["change", "Change"],
  ["origin", "Who says so"],
  ["relays", "Passed on by", "first; second …"],
  ["start", "From day"],
  ["end", "To day"],
  ["place", "Where"],
  ["group", "Group", "children, soldiers …"],
  ["part_of", "Part of"],
  ["each_of", "Each of"],
  ["incident", "Incident"],
];

export const NAMES = [
  "low", "high", "hedge", "unit", "per", "currency", "event", "kind", "modality", "change", "origin", "relays", "start", "end", "place",
  "group", "part_of", "each_of", "incident",
] as const;
export type Name = (typeof NAMES)[number];
export type Spans = Partial<Record<string, Span[]>>;

export interface Draft {
  values: Record<Name, string>;
  /** The words that prove each field, and under "span" and "sentence" where the claim and its sentence stand. */
  spans: Spans;
}

export function draftOf(claim: ClaimItem): Draft {
  const values: Record<Name, string> = {
    ...blank().values,
    ...counted(claim.quantity),
    event: claim.event,
    kind: claim.kind,
    modality: claim.modality,
    change: claim.change ?? "",
    origin: claim.origin ?? "",
    relays: claim.relays.join("; "),
    start: claim.time?.[0] ?? "",
    end: claim.time?.[1] ?? "",
    place: claim.place ?? "",
    group: claim.group ?? "",
    part_of: claim.part_of ?? "",
    each_of: claim.each_of ?? "",
    incident: claim.incident ?? "",
  };
  const proofs = Object.entries(claim.evidence).filter((one): one is [string, Span[]] => isSpans(one[1]));
  return { values, spans: { ...Object.fromEntries(proofs), span: [claim.span], sentence: [claim.sentence_span] } };
}

/** A form with what the program reads at a stretch of a page, else with what is selected as it is written in digits. */
export function draftAt(reading: Reading | null, selected: Span, words: string): Draft {
  const { values } = blank();
  if (reading === null) {
    const digits = /^[\d,]+(\.\d+)?$/.test(words.trim()) ? words.trim() : "";
    return { values: { ...values, low: digits, high: digits }, spans: { value: [selected], span: [selected] } };
  }
  const { span, sentence, evidence, change, ...quantity } = reading.claim;
  return { values: { ...values, ...counted(quantity), unit: quantity.unit ?? values.unit, change: change ?? "" }, spans: { ...evidence, span: [span], sentence: [sentence] } };
}

function counted({ low, high, hedge, unit, per, currency }: Quantity) {
  return { low: written(low), high: written(high), hedge, unit: unit ?? "", per: per ?? "", currency: currency ?? "" };
}

export function blank(): Draft {
  const values = Object.fromEntries(NAMES.map((name) => [name, ""])) as Record<Name, string>;
  return { values: { ...values, hedge: "exact", kind: "total", modality: "reported", unit: "person" }, spans: {} };
}

/** What of a form the API takes: the fields that are other than `before`. Throws an Error where one is no number or day. */
export function changesOf(draft: Draft, before: Draft): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  const { values } = draft;
  const differs = (name: Name) => values[name].trim() !== before.values[name];
  for (const name of NAMES) if (differs(name) && name !== "start" && name !== "end") found[name] = valueOf(name, values[name].trim());
  if (differs("start") || differs("end")) found["time"] = periodOf(values.start, values.end);
  return { ...found, ...spansOf(draft.spans, before.spans) };
}

function spansOf(now: Spans, before: Spans): Record<string, unknown> {
  const other = Object.entries(now).filter(([name, spans]) => JSON.stringify(spans) !== JSON.stringify(before[name]));
  const proofs = other.filter(([name]) => name !== "span" && name !== "sentence");
  const whole = other.filter(([name]) => name === "span" || name === "sentence").map(([name, spans]) => [name, spans?.[0]]);
  return { ...Object.fromEntries(whole), ...(proofs.length > 0 ? { evidence: Object.fromEntries(proofs) } : {}) };
}

function valueOf(name: Name, text: string): unknown {
  if (name === "low" || name === "high") return text === "" ? null : numberOf(text);
  if (name === "relays") return text.split(";").map((one) => one.trim()).filter(Boolean);
  if (name === "event") return text || "other";
  return text === "" ? null : text;
}

function numberOf(text: string): number {
  const value = Number(text.replace(/[\s,]/g, ""));
  if (!Number.isFinite(value)) throw new Error(`“${text}” is no number.`);
  return value;
}

function periodOf(start: string, end: string): { start: string; end: string } | null {
  if (!start && !end) return null;
  return { start: start || end, end: end || start };
}

function written(value: number | null): string {
  return value === null ? "" : String(value);
}

export function isSpans(proof: Proof | undefined): proof is Span[] {
  return Array.isArray(proof);
}
