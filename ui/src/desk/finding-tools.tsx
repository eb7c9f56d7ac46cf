import { useState } from "preact/hooks";
import type { Finding } from "../data/types";
import { useWork } from "./context";
import { shown } from "./figures";
import { useAsked } from "./loading";
import type { Session } from "./session";
import type { Seen } from "./api";
import type { FindingItem } from "./types";

const asked = new WeakMap<Session, { news: number; found: Promise<Seen<FindingItem[]>> }>();

/** The findings by the API's names, asked once for a whole view. */
function findingsOf(session: Session): Promise<Seen<FindingItem[]>> {
  const kept = asked.get(session);
  if (kept && kept.news === session.news.value) return kept.found;
  const version = session.api.get<unknown>("/history", { size: 1 });
  const found = Promise.all([version, session.api.all<FindingItem>("/findings")]).then(([{ version }, value]) => ({ value, version }));
  asked.set(session, { news: session.news.value, found });
  return found;
}

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
