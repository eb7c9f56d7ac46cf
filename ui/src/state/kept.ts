// What the browser keeps for a reader. Where it keeps nothing, all of it holds until the page is closed.

export function kept(name: string, where: () => Storage = local): string | null {
  try {
    return where().getItem(`tallybook.${name}`);
  } catch {
    return null;
  }
}

export function keep(name: string, value: string | null, where: () => Storage = local): void {
  try {
    if (value === null) where().removeItem(`tallybook.${name}`);
    else where().setItem(`tallybook.${name}`, value);
  } catch {
    // Nothing is kept then.
  }
}

/** What is kept until this tab is closed, as a value; null where there is none, or it is no JSON. */
export function keptHere<T>(name: string): T | null {
  const text = kept(name, session);
  try {
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

/** Keeps a value until this tab is closed; null forgets it. */
export function keepHere(name: string, value: unknown): void {
  keep(name, value === null ? null : JSON.stringify(value), session);
}

// As functions, since a browser that keeps nothing may refuse the very mention of them.
const local = () => localStorage;
const session = () => sessionStorage;
