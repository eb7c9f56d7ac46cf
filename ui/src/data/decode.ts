import type { Book, Claim, Denial, Document } from "./types";

/** A table: a list of values for each column. */
export type Table = Record<string, unknown[]>;

type Rowless = Omit<Denial, "row">;

export type PackedBook = Omit<Book, "claims" | "documents" | "denials"> & { claims: Table; documents: Table; denials: Rowless[] };

/** Tables → objects. Every claim and denial knows its row, by which others tell it. */
export function decodeBook(packed: PackedBook): Book {
  return {
    ...packed,
    documents: records<Document>(packed.documents),
    denials: packed.denials.map((denial, row) => ({ ...denial, row })),
    claims: records<Omit<Claim, "row">>(packed.claims).map((claim, row) => ({ ...claim, row })),
  };
}

function records<T>(table: Table): T[] {
  const columns = Object.entries(table);
  const count = columns[0]?.[1].length ?? 0;
  return Array.from({ length: count }, (_, row) => Object.fromEntries(columns.map(([name, values]) => [name, values[row]])) as T);
}
