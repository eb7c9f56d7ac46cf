import type { Claim } from "../data/types";
import { workLink } from "../state/route";
import { ClaimTools } from "./claim-tools";
import { Standing } from "./claim-card";
import { useWork } from "./context";
import { figureOf } from "./figures";
import { useAsked } from "./loading";
import type { ClaimItem } from "./types";

/** The work on the claim whose evidence is open. */
export function ClaimSlot({ claim }: { claim: Claim }) {
  const { session } = useWork();
  const found = useAsked(() => session.api.get<ClaimItem>(`/claims/${encodeURIComponent(claim.id)}`), [claim.id]);
  if (!found) return null;
  const { value, version } = found;
  const what = figureOf(value.quantity);
  const decide = (kind: string, done: string) => void session.decide({ kind, anchor: value.anchor }, version, `${what} ${done}`);
  return (
    <section class="claim-slot" aria-labelledby="slot-title">
      <h3 id="slot-title">
        Decide <Standing review={value.review} />
      </h3>
      <div class="row-of">
        <button type="button" class="plain" onClick={() => decide("accept", "accepted")}>
          Accept
        </button>
        <button type="button" class="plain" onClick={() => decide("reject", "rejected")}>
          Reject
        </button>
        <a class="plain button-link" href={workLink("review", value.anchor)}>
          Edit in the review
        </a>
        <a class="plain button-link" href={workLink("history", value.anchor)}>
          History
        </a>
      </div>
      <details class="more-tools">
        <summary>Check, assign, note, move …</summary>
        <ClaimTools key={value.anchor} claim={value} seen={version} />
      </details>
    </section>
  );
}
