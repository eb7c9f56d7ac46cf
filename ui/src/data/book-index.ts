import type { Book, Claim, Denial, Estimate, Finding, Grade, Series, Statement } from "./types";

/** Where a claim stands: in which statement of which series, and whether it speaks for it. */
export interface Standing {
  series: Series;
  statement: Statement;
  lead: boolean;
}

/** A book with what is asked of it again and again looked up once. */
export class BookIndex {
  private readonly claims = new Map<string, number>();
  private readonly series = new Map<string, number>();
  private readonly standings = new Map<number, Standing>();
  private readonly found = new Map<number, Finding[]>();
  private readonly findings = new Map<string, Finding>();
  private readonly denials = new Map<string, number>();
  private readonly against = new Map<number, Finding[]>();
  private readonly grades = new Map<string, Grade>();

  constructor(readonly book: Book) {
    for (const claim of book.claims) this.claims.set(claim.id, claim.row);
    for (const denial of book.denials) this.denials.set(denial.id, denial.row);
    for (const grade of book.grades) this.grades.set(grade.source, grade);
    book.series.forEach((series, at) => this.addSeries(series, at));
    for (const group of book.findings) for (const finding of group.findings) this.addFinding(finding);
  }

  private addSeries(series: Series, at: number): void {
    this.series.set(series.id, at);
    for (const statement of series.statements)
      statement.claims.forEach((row, n) => this.standings.set(row, { series, statement, lead: n === 0 }));
  }

  private addFinding(finding: Finding): void {
    this.findings.set(finding.id, finding);
    for (const row of finding.claims) this.found.set(row, [...(this.found.get(row) ?? []), finding]);
    for (const row of finding.denials) this.against.set(row, [...(this.against.get(row) ?? []), finding]);
  }

  claim(row: number): Claim {
    const claim = this.book.claims[row];
    if (!claim) throw new RangeError(`no claim ${row}`);
    return claim;
  }

  rowOf(anchor: string): number | undefined {
    return this.claims.get(anchor);
  }

  seriesAt(anchor: string): number | undefined {
    return this.series.get(anchor);
  }

  finding(anchor: string): Finding | undefined {
    return this.findings.get(anchor);
  }

  standing(row: number): Standing | undefined {
    return this.standings.get(row);
  }

  denial(row: number): Denial {
    const denial = this.book.denials[row];
    if (!denial) throw new RangeError(`no denial ${row}`);
    return denial;
  }

  denialAt(anchor: string): number | undefined {
    return this.denials.get(anchor);
  }

  grade(source: string): Grade | undefined {
    return this.grades.get(source);
  }

  /** Findings that rest on a denial. */
  findingsAgainst(row: number): Finding[] {
    return this.against.get(row) ?? [];
  }

  findingsOn(row: number): Finding[] {
    return this.found.get(row) ?? [];
  }

  /** Findings on any claim of a series, each once. */
  findingsIn(series: Series): Finding[] {
    return [...new Set(rowsOf(series).flatMap((row) => this.findingsOn(row)))];
  }

  /** The claims one reads through with previous and next: those of the series, else those of the page. */
  neighbours(row: number): number[] {
    const standing = this.standing(row);
    if (standing) return rowsOf(standing.series);
    const document = this.claim(row).document;
    return this.book.claims.filter((claim) => claim.document === document).map((claim) => claim.row);
  }
}

/** Every claim of a series, each statement's together. */
export function rowsOf(series: Series): number[] {
  return series.statements.flatMap((statement) => statement.claims);
}

export function latestEstimate(series: Series): Estimate | undefined {
  return series.estimates.at(-1);
}
