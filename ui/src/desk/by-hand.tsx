import { useState } from "preact/hooks";
import { ClaimForm } from "./claim-form";
import { useWork } from "./context";
import { forgetDraft, hasDraft, useDraft } from "./draft";
import { blank } from "./fields";
import { SeriesChoice } from "./series-choice";
import type { SeriesItem } from "./types";

const MEDIA = ["phone call", "screenshot", "post", "other"];

interface Heard {
  words: string;
  medium: string;
  seenAt: string;
  outlet: string;
  series: SeriesItem | null;
}

const NOTHING: Heard = { words: "", medium: MEDIA[0] as string, seenAt: "", outlet: "", series: null };
const DRAFT = "by hand";
const CLAIM_DRAFT = "by hand claim";

/** A claim on no page: its words, where and when they were heard or seen, and a file that proves it. */
export function ByHand() {
  const { session } = useWork();
  const { now: heard, restored, set, forget } = useDraft<Heard>(DRAFT, NOTHING);
  const [unfolded] = useState(restored || hasDraft(CLAIM_DRAFT));
  const [file, setFile] = useState<File | null>(null);
  const [round, setRound] = useState(0);
  const [wrong, setWrong] = useState("");
  const clear = () => {
    forget();
    forgetDraft(CLAIM_DRAFT);
    setFile(null);
    setWrong("");
    setRound(round + 1);
  };
  const save = async (claim: Record<string, unknown>) => {
    const { words, medium, seenAt, outlet, series } = heard;
    if (!words.trim() || !seenAt) return setWrong("The words, and when they were heard or seen, are needed.");
    setWrong("");
    try {
      const kept = file && (await session.api.send<{ sha256: string; name: string }>("/files", "file", [file]));
      const given = {
        words: words.trim(), medium, seen_at: new Date(seenAt).toISOString(), outlet: outlet.trim() || null,
        ...(kept ? { file: kept.sha256, file_name: kept.name } : {}),
      };
      const act = { kind: "add by hand", ...given, claim: { unit: "person", ...claim } };
      if (await session.add(act, await session.api.version(), "claim noted by hand", series)) clear();
    } catch (error) {
      session.fail(error);
    }
  };
  return (
    <details class="work-box by-hand" open={unfolded}>
      <summary>Note a claim by hand: a phone call, a screenshot, a post</summary>
      <p class="soft">It is marked “noted by hand, not re-derivable”, and reports can leave it out.</p>
      <Source key={round} heard={heard} onChange={set} onFile={setFile} />
      {wrong && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
      <ClaimForm key={`claim ${round}`} before={blank()} keptAs={CLAIM_DRAFT} save="Note the claim" calm onSave={(claim) => void save(claim)} onCancel={clear} />
    </details>
  );
}

interface SourceProps {
  heard: Heard;
  onChange: (change: Partial<Heard>) => void;
  onFile: (file: File | null) => void;
}

/** Where it comes from, and where it belongs. */
function Source({ heard, onChange, onFile }: SourceProps) {
  return (
    <div class="fields">
      <label class="field all">
        <span>Its words</span>
        <textarea rows={2} value={heard.words} dir="auto" onInput={(event) => onChange({ words: event.currentTarget.value })} />
      </label>
      <label class="field">
        <span>Evidence</span>
        <select value={heard.medium} onChange={(event) => onChange({ medium: event.currentTarget.value })}>
          {MEDIA.map((one) => (
            <option value={one}>{one}</option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>Heard or seen at</span>
        <input type="datetime-local" value={heard.seenAt} onInput={(event) => onChange({ seenAt: event.currentTarget.value })} />
      </label>
      <label class="field">
        <span>Outlet or channel</span>
        <input type="text" value={heard.outlet} dir="auto" onInput={(event) => onChange({ outlet: event.currentTarget.value })} />
      </label>
      <label class="field">
        <span>File that proves it</span>
        <input type="file" onChange={(event) => onFile(event.currentTarget.files?.[0] ?? null)} />
      </label>
      <SeriesChoice label="Series" none="As the program groups it" now={heard.series} onChoose={(series) => onChange({ series })} />
    </div>
  );
}
