import { useState } from "preact/hooks";

/** How much of a list is shown, and how to show more of it. */
export function useLimit(first: number, step = 200): [limit: number, raise: (to?: number) => void] {
  const [limit, setLimit] = useState(first);
  return [limit, (to) => setLimit((now) => (to === undefined ? now + step : Math.max(now, to)))];
}

/** The button below a list that is not shown whole; nothing where it is. */
export function More({ hidden, what = "Show more", onMore }: { hidden: number; what?: string; onMore: () => void }) {
  if (hidden <= 0) return null;
  return (
    <button type="button" class="plain more-button" onClick={onMore}>
      {what}
    </button>
  );
}
