// What the browser keeps for a reviewer. Where it keeps nothing, all of it holds until the page is closed.

export function kept(name: string, where: Storage = localStorage): string | null {
  try {
    return where.getItem(`tallybook.${name}`);
  } catch {
    return null;
  }
}

export function keep(name: string, value: string | null, where: Storage = localStorage): void {
  try {
    if (value === null) where.removeItem(`tallybook.${name}`);
    else where.setItem(`tallybook.${name}`, value);
  } catch {
    // Nothing is kept then.
  }
}
