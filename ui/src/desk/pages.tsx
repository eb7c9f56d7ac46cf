import { useMemo, useState } from "preact/hooks";
import { useDesk } from "../parts/context";
import { useStore } from "../state/store";
import { ClaimForm, cutShort } from "./claim-form";
import { useWork } from "./context";
import { blank } from "./fields";
import { dayOf, figureOf, Points, shown, titleOf } from "./figures";
import { useAsked } from "./loading";
import { Pager } from "./pager";
import { TextPane, type Mark } from "./text-pane";
import type { ClaimItem, PageItem, PageWhole, Span } from "./types";

const SIZE = 50;

/** The pages of the book; one of them with its text, where claims that were missed are added. */
export function Pages() {
  const { store } = useDesk();
  const target = useStore(store, (state) => state.target);
  return target ? <OnePage key={target} id={decodeURIComponent(target)} /> : <AllPages />;
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
        {found ? `${found.value.total.toLocaleString("en")} pages` : "Fetching …"}
      </p>
      <ul class="page-list">
        {found?.value.items.map((one) => (
          <li key={one.id}>
            <a href={`#pages/${encodeURIComponent(one.id)}`}>
              <bdi>{titleOf(one)}</bdi>
            </a>
            <p class="soft small">
              <bdi>{shown(one.outlet ?? "outlet not known")}</bdi>, {dayOf(one.published)} · {one.claims === 1 ? "1 claim" : `${one.claims ?? 0} claims`}
            </p>
          </li>
        ))}
      </ul>
      {found && <Pager page={page} size={SIZE} total={found.value.total} onPage={setPage} />}
    </section>
  );
}

function OnePage({ id }: { id: string }) {
  const { session } = useWork();
  const [selected, setSelected] = useState<Span | null>(null);
  const [core, setCore] = useState<Span | null>(null);
  const page = useAsked(() => session.api.get<PageWhole>(`/documents/${encodeURIComponent(id)}`), [id]);
  const claims = useAsked(() => session.api.list<ClaimItem>("/claims", { document: id, size: 500 }), [id]);
  const points = useMemo(() => new Points(page?.value.text ?? ""), [page?.value.text]);
  const marks = useMemo(() => marksOf(claims?.value.items ?? [], core), [claims, core]);
  if (!page) return <p class="quiet">Fetching the page …</p>;
  const { value } = page;
  const words = (span: Span) => points.slice(span);
  const save = async (claim: Record<string, unknown>) => {
    const act = { kind: "add missed", document: id, core, claim: { unit: "person", span: core, ...claim } };
    if (await session.decide(act, page.version, `“${shown(words(core as Span))}” added`)) setCore(null);
  };
  return (
    <section aria-labelledby="page-heading">
      <p class="small">
        <a href="#pages">All pages</a>
      </p>
      <h2 id="page-heading">
        <bdi>{titleOf(value)}</bdi>
      </h2>
      <p class="soft">
        <bdi>{shown(value.outlet ?? "outlet not known")}</bdi>, {dayOf(value.published)}
      </p>
      <div class="desk-columns">
        <div class="desk-side whole">
          <p class="soft small">Numbers that are claims are marked. To add one that was missed, select it in the text.</p>
          <TextPane text={value.text} language={value.language} marks={marks} focus={core ?? claims?.value.items[0]?.core ?? null} onSelect={setSelected} />
        </div>
        <div class="desk-main">
          {core ? (
            <>
              <h3>
                Add a claim at <bdi>“{shown(words(core))}”</bdi>
              </h3>
              <ClaimForm before={guessed(words(core), core)} from={blank()} selected={selected} wordsAt={words} save="Add the claim" onSave={(claim) => void save(claim)} onCancel={() => setCore(null)} />
            </>
          ) : (
            <>
              <button type="button" class="plain strong-button" disabled={!selected} onClick={() => setCore(selected)}>
                {selected ? `Add a claim at “${shown(cutShort(words(selected), 30))}”` : "Select a number to add a claim"}
              </button>
              <h3 class="spaced">Claims on this page</h3>
              <ul class="lines">
                {claims?.value.items.map((claim) => (
                  <li key={claim.anchor}>
                    <a href={`#review/${encodeURIComponent(claim.anchor)}`}>
                      <bdi>{figureOf(claim.quantity)}</bdi>
                    </a>{" "}
                    {claim.event !== "other" && shown(claim.event)} <bdi class="soft">{shown(claim.origin ?? "")}</bdi>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      </div>
    </section>
  );
}

/** A form with the number as far as it is written in digits. */
function guessed(words: string, core: Span) {
  const form = blank();
  const digits = words.replace(/[^\d.]/g, "");
  return { values: { ...form.values, low: digits, high: digits }, spans: { value: [core] } };
}

function marksOf(claims: ClaimItem[], core: Span | null): Mark[] {
  const marks = claims.map(({ core: span }) => ({ span, field: "value" }));
  return core ? [...marks, { span: core, field: "origin" }] : marks;
}
