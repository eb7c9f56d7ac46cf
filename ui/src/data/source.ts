import type { Topology } from "topojson-specification";
import { decodeBook, type PackedBook } from "./decode";
import type { Book } from "./types";

/** Where the views get what they draw: the page itself, or a server. */
export interface Source {
  book(): Promise<Book>;
  /** The outline of the map; null where there is nothing to put on it. */
  outline(): Promise<Topology | null>;
}

/** Data that stands in the page. Nothing is asked of anybody. */
export class EmbeddedSource implements Source {
  constructor(private readonly page: globalThis.Document) {}

  async book(): Promise<Book> {
    const packed = await this.block<PackedBook>("data");
    if (!packed) throw new Error("the page holds no data");
    return decodeBook(packed);
  }

  outline(): Promise<Topology | null> {
    return this.block<Topology>("outline");
  }

  private async block<T>(id: string): Promise<T | null> {
    const element = this.page.getElementById(id);
    if (!element?.textContent) return null;
    const text = element.dataset["packed"] === undefined ? element.textContent : await unpack(element.textContent);
    return JSON.parse(text) as T;
  }
}

/** Data of a server: the same JSON, fetched; with a day, as of that day. */
export class FetchedSource implements Source {
  constructor(
    private readonly base: string,
    private readonly asOf: string | null = null,
  ) {}

  async book(): Promise<Book> {
    return decodeBook(await this.json<PackedBook>(this.asOf === null ? "page" : `page?as_of=${this.asOf}`));
  }

  outline(): Promise<Topology | null> {
    return this.json<Topology | null>("outline");
  }

  private async json<T>(path: string): Promise<T> {
    const answer = await fetch(`${this.base}/${path}`, { headers: { accept: "application/json" } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${answer.statusText}`);
    return (await answer.json()) as T;
  }
}

/** Base64 of gzip → text. */
async function unpack(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}
