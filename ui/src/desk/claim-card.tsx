import { Key, Words } from "../parts/words";
import { Tag } from "../parts/claim-link";
import { dayOf, figureOf, momentOf, shown, timeOf, titleOf } from "./figures";
import type { ClaimItem, ReviewOf } from "./types";

const VERDICTS: Record<string, string> = {
  accept: "accepted",
  reject: "rejected",
  edit: "edited",
  "add missed": "added by a reader",
  "add by hand": "noted by hand",
};

/** A claim in words: its number, its sentence, who says it, where it stands. */
export function ClaimCard({ claim, heading = "h3" }: { claim: ClaimItem; heading?: "h2" | "h3" }) {
  const Heading = heading;
  return (
    <div class={`claim-card tone-${claim.modality}`}>
      <Heading class="claim-figure">
        <bdi>{figureOf(claim.quantity)}</bdi> {claim.event !== "other" && <span class="claim-event">{shown(claim.event)}</span>} <Tag modality={claim.modality} />
      </Heading>
      <Words passage={claim.passage} language={claim.document.language} />
      {!claim.passage.problem && <Key passage={claim.passage} />}
      <dl class="about">
        <Fact name="Who says so" words={[claim.origin ?? "the page itself", ...claim.relays].join(" → ")} />
        <Fact name="When" words={timeOf(claim)} />
        {claim.place && <Fact name="Where" words={claim.place} />}
        {claim.group && <Fact name="Group" words={claim.group} />}
        <Fact name="Kind" words={`${claim.kind}, ${claim.modality}, ${claim.quantity.hedge}`} />
        <div>
          <dt>Page</dt>
          <dd>
            <a href={`#pages/${encodeURIComponent(claim.document.id)}`}>
              <bdi>{titleOf(claim.document)}</bdi>
            </a>
            , <bdi>{shown(claim.document.outlet ?? "outlet not known")}</bdi>, {dayOf(claim.document.published)}
          </dd>
        </div>
      </dl>
    </div>
  );
}

function Fact({ name, words }: { name: string; words: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{shown(words)}</dd>
    </div>
  );
}

/** What was decided on it so far, in a line of small tags. */
export function Standing({ review }: { review: ReviewOf }) {
  return (
    <span class="standing">
      {review.verdict && (
        <span class={`chip c-${review.verdict}`} title={review.by ? `${shown(review.by)}, ${momentOf(review.at ?? "")}` : ""}>
          {VERDICTS[review.verdict] ?? review.verdict}
        </span>
      )}
      {review.excluded && <span class="chip c-reject">out of estimates</span>}
      {review.state !== "unchecked" && <span class="chip c-check">{review.state}</span>}
      {review.assignee && (
        <span class="chip">
          for <bdi>{shown(review.assignee)}</bdi>
        </span>
      )}
      {review.notes.length > 0 && <span class="chip">{review.notes.length === 1 ? "1 note" : `${review.notes.length} notes`}</span>}
    </span>
  );
}

export function verdictWord(kind: string | null): string {
  return kind ? (VERDICTS[kind] ?? kind) : "undecided";
}
