import type { Act, Entry, List } from "./types";

/** An error as the server tells it (RFC 9457), or that it cannot be reached, with status 0. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    detail: string,
    readonly hint = "",
    readonly conflict: Entry | null = null,
    readonly version: number | null = null,
  ) {
    super(detail);
  }
}

/** What was asked for, with the version of the book that it is of. */
export interface Seen<T> {
  value: T;
  version: number;
}

type Query = Record<string, string | number | boolean | null | undefined>;

/** The REST API. The app knows nothing of the book but by it. */
export class Api {
  constructor(readonly base: string) {}

  async get<T>(path: string, query: Query = {}): Promise<Seen<T>> {
    const answer = await this.ask(`${path}${written(query)}`, { headers: { accept: "application/json" } });
    return { value: (await answer.json()) as T, version: Number(answer.headers.get("book-version") ?? 0) };
  }

  list<T>(path: string, query: Query = {}): Promise<Seen<List<T>>> {
    return this.get<List<T>>(path, query);
  }

  /** How many decisions the book has. */
  async version(): Promise<number> {
    return (await this.get<unknown>("/history", { size: 1 })).version;
  }

  /** Every item of a list, page by page. */
  async all<T>(path: string): Promise<T[]> {
    const items: T[] = [];
    for (let page = 1; ; page++) {
      const { value } = await this.list<T>(path, { page, size: 500 });
      items.push(...value.items);
      if (items.length >= value.total || value.items.length === 0) return items;
    }
  }

  async post<T>(path: string, body: unknown): Promise<T> {
    const headers = { accept: "application/json", "content-type": "application/json" };
    return (await (await this.ask(path, { method: "POST", headers, body: JSON.stringify(body) })).json()) as T;
  }

  async send<T>(path: string, field: string, files: File[]): Promise<T> {
    const body = new FormData();
    for (const file of files) body.append(field, file, file.name);
    return (await (await this.ask(path, { method: "POST", body })).json()) as T;
  }

  decide(by: string, seen: number, act: Act): Promise<{ decision: Entry; version: number }> {
    return this.post("/decisions", { by, seen, act });
  }

  private async ask(path: string, init: RequestInit): Promise<Response> {
    let answer: Response;
    try {
      answer = await fetch(`${this.base}${path}`, init);
    } catch {
      throw new Problem(0, "The server does not answer.", "Is tallybook serve still running? What you did is not saved.");
    }
    if (answer.ok) return answer;
    throw await problemOf(answer);
  }
}

async function problemOf(answer: Response): Promise<Problem> {
  try {
    const told = await answer.json();
    const wrong = (told.errors ?? []).map((one: { where: string; why: string }) => `${one.where}: ${one.why}`).join("; ");
    const detail = [told.detail ?? told.title, wrong].filter(Boolean).join(" – ");
    return new Problem(answer.status, detail, told.hint ?? "", told.conflict ?? null, told.version ?? null);
  } catch {
    return new Problem(answer.status, `${answer.status} ${answer.statusText}`);
  }
}

function written(query: Query): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]))}`;
}
