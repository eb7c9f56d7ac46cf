import type { Book, Claim, Document } from "./types";

/** A table: the names of its columns once, then the rows. */
export interface Table {
  columns: string[];
  rows: unknown[][];
}

export type PackedBook = Omit<Book, "claims" | "documents"> & { claims: Table; documents: Table };

/** Tables → objects. Every claim knows its row, by which others tell it. */
export function decodeBook(packed: PackedBook): Book {
  return {
    ...packed,
    documents: records<Document>(packed.documents),
    claims: records<Omit<Claim, "row">>(packed.claims).map((claim, row) => ({ ...claim, row })),
  };
}

function records<T>({ columns, rows }: Table): T[] {
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])) as T);
}
