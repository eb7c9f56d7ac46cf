import { useEffect, useState } from "preact/hooks";

/** A value with listeners. */
export class Cell<T> {
  private readonly listeners = new Set<() => void>();

  constructor(public value: T) {}

  set(value: T): void {
    this.value = value;
    for (const listener of [...this.listeners]) listener();
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** The value of a cell; the component is drawn again when it is another. */
export function useCell<T>(cell: Cell<T>): T {
  const [value, setValue] = useState(() => cell.value);
  useEffect(() => {
    const update = () => setValue(() => cell.value);
    update();
    return cell.listen(update);
  }, [cell]);
  return value;
}
