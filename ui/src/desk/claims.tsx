import { useState } from "preact/hooks";
import { useDesk } from "../parts/context";
import { counted } from "../parts/numbers";
import { workLink } from "../state/route";
import { useStore } from "../state/store";
import { Bulk } from "./bulk";
import { ClaimCard, Standing } from "./claim-card";
import { ClaimTools, STATES } from "./claim-tools";
import { useWork } from "./context";
import { figureOf, originOf, outletOf, shown, timeOf } from "./figures";
import { useAsked } from "./loading";
import { Pager } from "./pager";
import { seriesOf } from "./shared";
import type { ClaimItem } from "./types";

const REVIEWS = ["undecided", "accept", "reject", "edit", "add missed", "add by hand", "excluded"];
const SIZE = 50;

interface Wanted {
  q: string;
  review: string;
  state: string;
  assignee: string;
}

/** Every claim, in pages: to look one up, to put some into series, to join or part statements. */
export function Claims() {
  const { session } = useWork();
  const { store } = useDesk();
  const home = useStore(store, (state) => state.target);
  const [wanted, setWanted] = useState<Wanted>({ q: "", review: "", state: "", assignee: "" });
  const [page, setPage] = useState(1);
  const [chosen, setChosen] = useState<ClaimItem[]>([]);
  const found = useAsked(async () => {
    const own = home ? (await seriesOf(session)).find((one) => one.fragment === home) : undefined;
    return session.api.list<ClaimItem>("/claims", { ...wanted, series: own?.id, page, size: SIZE });
  }, [JSON.stringify(wanted), page, home]);
  const change = (part: Partial<Wanted>) => {
    setWanted({ ...wanted, ...part });
    setPage(1);
  };
  const toggle = (claim: ClaimItem) =>
    setChosen((now) => (now.some(({ anchor }) => anchor === claim.anchor) ? now.filter(({ anchor }) => anchor !== claim.anchor) : [...now, claim]));
  return (
    <section aria-labelledby="claims-heading">
      <h2 id="claims-heading">Claims</h2>
      <Filter wanted={wanted} onChange={change} />
      {home && (
        <p>
          Of one series. <a href={`#${home}`}>Back to it</a> · <a href="#claims">All claims</a>
        </p>
      )}
      {chosen.length > 0 && found && <Bulk chosen={chosen} seen={found.version} onDone={() => setChosen([])} />}
      <p class="soft" aria-live="polite">
        {found ? counted(found.value.total, "claim") : "Fetching …"}
      </p>
      <ul class="claim-list">
        {found?.value.items.map((claim) => (
          <Row
            key={claim.anchor}
            claim={claim}
            seen={found.version}
            chosen={chosen.some(({ anchor }) => anchor === claim.anchor)}
            onChoose={() => toggle(claim)}
          />
        ))}
      </ul>
      {found && <Pager page={page} size={SIZE} total={found.value.total} onPage={setPage} />}
    </section>
  );
}

function Filter({ wanted, onChange }: { wanted: Wanted; onChange: (part: Partial<Wanted>) => void }) {
  return (
    <div class="tools">
      <label class="filter">
        <span>Words in the sentence</span>
        <input type="search" value={wanted.q} onChange={(event) => onChange({ q: event.currentTarget.value })} />
      </label>
      <Choice label="Decided" value={wanted.review} options={REVIEWS} onChange={(review) => onChange({ review })} />
      <Choice label="Checked" value={wanted.state} options={STATES} onChange={(state) => onChange({ state })} />
      <label class="filter">
        <span>For whom</span>
        <input type="text" value={wanted.assignee} onChange={(event) => onChange({ assignee: event.currentTarget.value })} />
      </label>
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: string[];
  onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <label class="filter">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">any</option>
        {options.map((one) => (
          <option value={one}>{one}</option>
        ))}
      </select>
    </label>
  );
}

interface RowProps {
  claim: ClaimItem;
  seen: number;
  chosen: boolean;
  onChoose: () => void;
}

function Row({ claim, seen, chosen, onChoose }: RowProps) {
  const [open, setOpen] = useState(false);
  const what = figureOf(claim.quantity);
  return (
    <li class={`claim-row tone-${claim.modality}${chosen ? " chosen" : ""}`}>
      <input type="checkbox" checked={chosen} aria-label={`Choose ${what}`} onChange={onChoose} />
      <div class="claim-row-words">
        <p>
          <b>
            <bdi>{what}</bdi>
          </b>{" "}
          {claim.event !== "other" && shown(claim.event)} <bdi class="soft">{originOf(claim)}</bdi> <Standing review={claim.review} />
        </p>
        <p class="soft small one-line" dir="auto">
          {shown(claim.sentence.slice(0, 300))}
        </p>
        <p class="soft small">
          <bdi>{outletOf(claim.document)}</bdi>, {timeOf(claim)}
        </p>
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>Look at it</summary>
          {open && (
            <div class="row-open">
              <ClaimCard claim={claim} />
              <p class="row-of">
                <a href={workLink("review", claim.anchor)}>Review</a>
                <a href={workLink("history", claim.anchor)}>What was decided on it</a>
              </p>
              <ClaimTools claim={claim} seen={seen} />
            </div>
          )}
        </details>
      </div>
    </li>
  );
}
