interface Props {
  page: number;
  size: number;
  total: number;
  onPage: (page: number) => void;
}

/** Back and forth in a list that comes in pages. */
export function Pager({ page, size, total, onPage }: Props) {
  const pages = Math.max(1, Math.ceil(total / size));
  if (pages === 1) return null;
  return (
    <nav class="pager" aria-label="Pages of the list">
      <button type="button" class="plain" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        ← Before
      </button>
      <span class="soft" aria-live="polite">
        Page {page.toLocaleString("en")} of {pages.toLocaleString("en")}
      </span>
      <button type="button" class="plain" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        Next →
      </button>
    </nav>
  );
}
