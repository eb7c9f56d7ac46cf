import { useState } from "preact/hooks";
import type { Finding } from "../data/types";
import { useWork } from "./context";
import { shown } from "./figures";
import { useAsked } from "./loading";
import { findingsOf } from "./shared";

/** Settles a finding, with the reason. */
export function FindingTools({ finding }: { finding: Finding }) {
  const { session } = useWork();
  const [why, setWhy] = useState("");
  const all = useAsked(() => findingsOf(session), [finding.id]);
  const own = all?.value.find(({ fragment }) => fragment === finding.id);
  if (!all || !own) return null;
  if (own.settled) return <p class="chip c-accept settled">{shown(own.settled)}</p>;
  return (
    <details class="work-box">
      <summary>Settle</summary>
      <form
        class="inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          void session.decide({ kind: "settle", finding: own.id, why: why.trim() }, all.version, `${finding.kind} settled`);
        }}
      >
        <label class="field stretch">
          <span>Why nothing more needs to be looked into</span>
          <input type="text" value={why} dir="auto" onInput={(event) => setWhy(event.currentTarget.value)} />
        </label>
        <button type="submit" class="plain">
          Settle
        </button>
      </form>
    </details>
  );
}
