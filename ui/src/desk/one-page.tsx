import { useMemo, useState } from "preact/hooks";
import { workLink } from "../state/route";
import { cutShort } from "./claim-form";
import { useWork } from "./context";
import { useDraft } from "./draft";
import { draftAt, type Draft } from "./fields";
import { dayOf, figureOf, outletOf, Points, shown, titleOf } from "./figures";
import { useAsked } from "./loading";
import { MissedForm } from "./missed-form";
import { readAt, useReading, type Reading } from "./reading";
import { TextPane, type Mark } from "./text-pane";
import type { ClaimItem, PageWhole, Span } from "./types";

/** A claim that is being added: where its number stands, and the form as it begins. */
interface Missed {
  core: Span | null;
  before: Draft | null;
}

const NOTHING: Missed = { core: null, before: null };

/** A page with its text, its claims marked, and a form for one that was missed. */
export function OnePage({ id }: { id: string }) {
  const { session } = useWork();
  const [selected, setSelected] = useState<Span | null>(null);
  const { now: missed, set, forget } = useDraft<Missed>(`missed ${id}`, NOTHING);
  const page = useAsked(() => session.api.get<PageWhole>(`/documents/${encodeURIComponent(id)}`), [id]);
  const claims = useAsked(() => session.api.list<ClaimItem>("/claims", { document: id, size: 500 }), [id]);
  const points = useMemo(() => new Points(page?.value.text ?? ""), [page?.value.text]);
  const marks = useMemo(() => marksOf(claims?.value.items ?? [], missed.core), [claims, missed.core]);
  if (!page) return <p class="quiet">Fetching the page …</p>;
  const { value } = page;
  const words = (span: Span) => points.slice(span);
  const begin = (reading: Reading | null, at: Span) => set({ core: reading?.core ?? at, before: draftAt(reading, at, words(at)) });
  return (
    <section aria-labelledby="page-heading">
      <p class="small">
        <a href="#pages">All pages</a>
      </p>
      <h2 id="page-heading">
        <bdi>{titleOf(value)}</bdi>
      </h2>
      <p class="soft">
        <bdi>{outletOf(value)}</bdi>, {dayOf(value.published)}
      </p>
      <div class="desk-columns">
        <div class="desk-side whole">
          <p class="soft small">Numbers that are claims are marked. To add one that was missed, select it in the text.</p>
          <TextPane text={value.text} language={value.language} marks={marks} focus={missed.core ?? claims?.value.items[0]?.core ?? null} onSelect={setSelected} />
        </div>
        <div class="desk-main">
          {missed.core && missed.before ? (
            <MissedForm document={id} core={missed.core} before={missed.before} seen={page.version} selected={selected} wordsAt={words} onDone={forget} />
          ) : (
            <>
              <Begin document={id} selected={selected} wordsAt={words} onBegin={begin} />
              <OnIt claims={claims?.value.items ?? []} />
            </>
          )}
        </div>
      </div>
    </section>
  );
}

interface BeginProps {
  document: string;
  selected: Span | null;
  wordsAt: (span: Span) => string;
  onBegin: (reading: Reading | null, at: Span) => void;
}

/** The button that begins a claim at what is selected, and what the program reads there. */
function Begin({ document, selected, wordsAt, onBegin }: BeginProps) {
  const { session } = useWork();
  const reading = useReading(document, selected);
  const begin = async (at: Span) => {
    try {
      onBegin(reading === undefined ? await readAt(session.api, document, at) : reading, at);
    } catch (error) {
      session.fail(error);
    }
  };
  return (
    <>
      <button type="button" class="plain strong-button" disabled={!selected} onClick={() => selected && void begin(selected)}>
        {selected ? `Add a claim at “${shown(cutShort(wordsAt(selected), 30))}”` : "Select a number to add a claim"}
      </button>
      <p class="soft small read-there" aria-live="polite">
        {reading && (
          <>
            Read there: <b>{figureOf(reading.claim)}</b>
          </>
        )}
        {reading === null && "No number is read there; the form takes what you know."}
      </p>
    </>
  );
}

function OnIt({ claims }: { claims: ClaimItem[] }) {
  return (
    <>
      <h3 class="spaced">Claims on this page</h3>
      <ul class="lines">
        {claims.map((claim) => (
          <li key={claim.anchor}>
            <a href={workLink("review", claim.anchor)}>
              <bdi>{figureOf(claim.quantity)}</bdi>
            </a>{" "}
            {claim.event !== "other" && shown(claim.event)} <bdi class="soft">{shown(claim.origin ?? "")}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}

function marksOf(claims: ClaimItem[], core: Span | null): Mark[] {
  const marks = claims.map(({ core: span }) => ({ span, field: "value" }));
  return core ? [...marks, { span: core, field: "origin" }] : marks;
}
