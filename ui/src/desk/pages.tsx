import { useState } from "preact/hooks";
import { useDesk } from "../parts/context";
import { counted } from "../parts/numbers";
import { workLink } from "../state/route";
import { useStore } from "../state/store";
import { useWork } from "./context";
import { dayOf, outletOf, titleOf } from "./figures";
import { useAsked } from "./loading";
import { OnePage } from "./one-page";
import { Pager } from "./pager";
import type { PageItem } from "./types";

const SIZE = 50;

/** The pages of the book; one of them with its text, where claims that were missed are added. */
export function Pages() {
  const { store } = useDesk();
  const target = useStore(store, (state) => state.target);
  return target ? <OnePage key={target} id={target} /> : <AllPages />;
}

function AllPages() {
  const { session } = useWork();
  const [q, setQ] = useState("");
  const [page, setPage] = useState(1);
  const found = useAsked(() => session.api.list<PageItem>("/documents", { q, page, size: SIZE }), [q, page]);
  return (
    <section aria-labelledby="pages-heading">
      <h2 id="pages-heading">Pages</h2>
      <div class="tools">
        <label class="filter">
          <span>Words in the title</span>
          <input
            type="search"
            value={q}
            onChange={(event) => {
              setQ(event.currentTarget.value);
              setPage(1);
            }}
          />
        </label>
        <a class="plain button-link" href="#add">
          Add pages
        </a>
      </div>
      <p class="soft" aria-live="polite">
        {found ? counted(found.value.total, "page") : "Fetching …"}
      </p>
      <ul class="page-list">
        {found?.value.items.map((one) => (
          <li key={one.id}>
            <a href={workLink("pages", one.id)}>
              <bdi>{titleOf(one)}</bdi>
            </a>
            <p class="soft small">
              <bdi>{outletOf(one)}</bdi>, {dayOf(one.published)} · {counted(one.claims ?? 0, "claim")}
            </p>
          </li>
        ))}
      </ul>
      {found && <Pager page={page} size={SIZE} total={found.value.total} onPage={setPage} />}
    </section>
  );
}
