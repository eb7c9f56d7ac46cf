import type { Book, Claim, Document } from "./types";

/** A table: a list of values for each column. */
export type Table = Record<string, unknown[]>;

export type PackedBook = Omit<Book, "claims" | "documents"> & { claims: Table; documents: Table };

/** Tables → objects. Every claim knows its row, by which others tell it. */
export function decodeBook(packed: PackedBook): Book {
  return {
    ...packed,
    documents: records<Document>(packed.documents),
    claims: records<Omit<Claim, "row">>(packed.claims).map((claim, row) => ({ ...claim, row })),
  };
}

function records<T>(table: Table): T[] {
  const columns = Object.entries(table);
  const count = columns[0]?.[1].length ?? 0;
  return Array.from({ length: count }, (_, row) => Object.fromEntries(columns.map(([name, values]) => [name, values[row]])) as T);
}
