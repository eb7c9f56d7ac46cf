// The data of a page, as tallybook's view/page_json.py writes it. Claims, documents and series are told by number.

export type Piece = string | [text: string, field: string];

export interface Passage {
  problem?: string;
  before?: string;
  pieces?: Piece[];
  after?: string;
}

export type Modality = "reported" | "planned" | "expected" | "projected" | "inferred" | "denied";

export interface Claim {
  /** Its number in the page, and its anchor. */
  row: number;
  id: string;
  value: string;
  said: string;
  low: number | null;
  high: number | null;
  hedge: string;
  modality: Modality;
  who: string;
  route: string;
  relays: string[];
  document: number;
  series: number | null;
  /** ISO days of the period that the number is for; null where nothing dates it. */
  start: string | null;
  end: string | null;
  date: string;
  how: string;
  event: string;
  place: string | null;
  side: string | null;
  inferred: string;
  notes: string[];
  passage: Passage;
  language: string | null;
}

export interface Document {
  id: string;
  title: string;
  outlet: string;
  author: string | null;
  day: string | null;
  date: string;
  how: string;
  link: string | null;
  hash: string;
  language: string | null;
  problem: string | null;
}

export interface Statement {
  /** The claim that stands for it first, then those that only repeat it. */
  claims: number[];
  why: string;
}

export interface LeftOut {
  claim: number;
  why: string;
  by: number | null;
}

export interface Estimate {
  at: string | null;
  moment: string;
  low: number | null;
  best: number | null;
  high: number | null;
  figure: string;
  range: string;
  basis: string;
  method: string;
  why: string;
  likelihood: string;
  claimedBy: string | null;
  used: number[];
  leftOut: LeftOut[];
  pivot: { claim: number; without: string } | null;
  applied: string[];
  /** The policy it is drawn by, and what every policy makes of the same claims; empty where that was not asked for. */
  policy: string;
  policies: Policy[];
}

/** What one policy makes of the same claims. */
export interface Policy {
  name: string;
  best: string;
  range: string;
  why: string;
}

export interface Series {
  id: string;
  title: string;
  kind: string;
  unit: string;
  currency: string | null;
  figure: string;
  certainty: string;
  why: string;
  /** What the claims leave unsaid, and what it was taken to be. */
  assumed: string[];
  basis: string;
  statements: Statement[];
  estimates: Estimate[];
}

export interface Denial {
  /** Its number in the page, and its anchor. */
  row: number;
  id: string;
  kind: string;
  speaker: string;
  /** What is denied, in a word; empty where that is not known. */
  about: string;
  document: number | null;
  passage: Passage;
  language: string | null;
}

export interface Finding {
  id: string;
  kind: string;
  severity: string;
  text: string;
  arithmetic: string | null;
  innocent: string | null;
  claims: number[];
  /** Denials by row. */
  denials: number[];
  /** Who settled it and when; null where nobody did. */
  settled: string | null;
}

export interface FindingGroup {
  id: string;
  kind: string;
  meaning: string;
  weighty: boolean;
  findings: Finding[];
}

export interface Forecast {
  id: string;
  outcome: "open" | "reached" | "missed" | "unsettled" | "withdrawn";
  claims: number[];
  due: string;
  condition: string;
  why: string;
  pace: string;
  settledBy: number[];
  supersededBy: number | null;
  compared: boolean;
}

export interface Place {
  name: string;
  /** The place it is drawn at: itself, or the region or country around it. */
  at: string;
  lat: number;
  lon: number;
}

/** What the user makes of a source: a grade of the Admiralty code, and what it means. */
export interface Grade {
  source: string;
  grade: string;
  words: string;
}

export interface Rejected {
  said: string;
  by: string;
  why: string;
  passage: Passage;
}

/** What only reviewers may see, by the row of the claim or document; there in internal reports alone. */
export interface Private {
  review: Record<string, string[]>;
  paths: Record<string, string>;
  rejected: Record<string, Rejected[]>;
}

export interface About {
  title: string;
  summary: string;
  articles: string;
  origins: string;
  claims: string;
  found: string;
  dates: string;
  method: string;
  version: string;
}

export interface Book {
  about: About;
  documents: Document[];
  claims: Claim[];
  series: Series[];
  /** Anchors of the findings to look at first. */
  first: string[];
  findings: FindingGroup[];
  denials: Denial[];
  forecasts: Forecast[];
  places: Place[];
  grades: Grade[];
  private?: Private;
}
