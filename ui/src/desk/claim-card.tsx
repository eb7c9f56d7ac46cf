import { Key, Words } from "../parts/words";
import { Tag } from "../parts/claim-link";
import { Fact } from "../parts/facts";
import { counted } from "../parts/numbers";
import { workLink } from "../state/route";
import { dayOf, figureOf, momentOf, originOf, outletOf, shown, timeOf, titleOf } from "./figures";
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
        <Fact name="Who says so" words={shown([originOf(claim), ...claim.relays].join(" → "))} />
        <Fact name="When" words={timeOf(claim)} />
        {claim.place && <Fact name="Where" words={shown(claim.place)} />}
        {claim.group && <Fact name="Group" words={shown(claim.group)} />}
        <Fact name="Kind" words={`${claim.kind}, ${claim.modality}, ${claim.quantity.hedge}`} />
        <Fact name="Page">
          <a href={workLink("pages", claim.document.id)}>
            <bdi>{titleOf(claim.document)}</bdi>
          </a>
          , <bdi>{outletOf(claim.document)}</bdi>, {dayOf(claim.document.published)}
        </Fact>
      </dl>
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
      {review.notes.length > 0 && <span class="chip">{counted(review.notes.length, "note")}</span>}
    </span>
  );
}

export function verdictWord(kind: string | null): string {
  return kind ? (VERDICTS[kind] ?? kind) : "undecided";
}
