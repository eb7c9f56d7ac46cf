// What the API answers, as docs/reference/api.md has it.
import type { Passage } from "../data/types";

export type Span = [start: number, end: number];
export type Proof = Span[] | string;

export interface Quantity {
  low: number | null;
  high: number | null;
  hedge: string;
  unit: string | null;
  per: string | null;
  currency?: string | null;
}

export interface PageItem {
  id: string;
  title: string | null;
  outlet: string | null;
  published: string | null;
  language: string | null;
  url?: string;
  path?: string;
  author?: string | null;
  claims?: number;
  length?: number;
}

export interface PageWhole extends PageItem {
  text: string;
  content_hash: string;
  anchors: { claim: string; anchor: string }[];
}

export interface Note {
  id: string;
  by: string;
  at: string;
  text: string;
}

export interface ReviewOf {
  verdict: string | null;
  by: string | null;
  at: string | null;
  decision: string | null;
  state: string;
  assignee: string | null;
  excluded: boolean;
  notes: Note[];
}

export interface ClaimItem {
  id: string;
  anchor: string;
  fragment: string;
  document: PageItem;
  span: Span;
  core: Span;
  sentence_span: Span;
  text: string;
  sentence: string;
  quantity: Quantity;
  group: string | null;
  event: string;
  kind: string;
  modality: string;
  origin: string | null;
  relays: string[];
  time: [string, string] | null;
  place: string | null;
  part_of: string | null;
  each_of: string | null;
  change: string | null;
  incident: string | null;
  evidence: Record<string, Proof>;
  side: string | null;
  series: string | null;
  passage: Passage;
  review: ReviewOf;
}

export interface WaitingItem {
  claim: ClaimItem;
  moves: number;
  why: string;
}

export interface SeriesItem {
  id: string;
  title: string;
  fragment: string;
  anchor: string | null;
  claims: string[];
}

export interface FindingItem {
  id: string;
  fragment: string;
  settled: string | null;
}

export interface SourceItem {
  name: string;
  role: "origin" | "outlet";
  claims: number;
  side: string | null;
  grade: string | null;
}

export interface Changed {
  field: string;
  before: string | null;
  after: string | null;
}

export interface Entry {
  id: string;
  at: string;
  by: string;
  kind: string;
  target: string;
  changed: Changed[];
  program_version: string;
  undoes: string | null;
  undone_by: string | null;
  stale: string | null;
  anchors: string[];
}

export interface PageJob {
  name: string;
  state: "waiting" | "reading" | "done" | "failed";
  document: string | null;
  claims: number | null;
  refusals: number | null;
  what: string;
  why: string;
  hint: string;
}

export interface Job {
  id: string;
  done: boolean;
  pages: PageJob[];
}

export interface List<T> {
  items: T[];
  total: number;
  page: number;
  size: number;
}

/** An act as the API takes it. */
export type Act = { kind: string } & Record<string, unknown>;
