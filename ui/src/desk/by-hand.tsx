import { useState } from "preact/hooks";
import { ClaimForm } from "./claim-form";
import { useWork } from "./context";
import { blank } from "./fields";

const MEDIA = ["phone call", "screenshot", "post", "other"];

/** A claim on no page: its words, where and when they were heard or seen, and a file that proves it. */
export function ByHand() {
  const { session } = useWork();
  const [words, setWords] = useState("");
  const [medium, setMedium] = useState(MEDIA[0] as string);
  const [seenAt, setSeenAt] = useState("");
  const [outlet, setOutlet] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const [round, setRound] = useState(0);
  const [wrong, setWrong] = useState("");
  const save = async (claim: Record<string, unknown>) => {
    if (!words.trim() || !seenAt) return setWrong("The words, and when they were heard or seen, are needed.");
    setWrong("");
    try {
      const kept = file && (await session.api.send<{ sha256: string; name: string }>("/files", "file", [file]));
      const version = (await session.api.get<unknown>("/history", { size: 1 })).version;
      const given = {
        words: words.trim(), medium, seen_at: new Date(seenAt).toISOString(), outlet: outlet.trim() || null,
        ...(kept ? { file: kept.sha256, file_name: kept.name } : {}),
      };
      if (!(await session.decide({ kind: "add by hand", ...given, claim: { unit: "person", ...claim } }, version, "claim noted by hand"))) return;
      setWords("");
      setFile(null);
      setRound(round + 1);
    } catch (error) {
      session.fail(error);
    }
  };
  return (
    <details class="work-box by-hand">
      <summary>Note a claim by hand: a phone call, a screenshot, a post</summary>
      <p class="soft">It is marked “noted by hand, not re-derivable”, and reports can leave it out. Move it to a series to have it counted there.</p>
      <div class="fields">
        <label class="field all">
          <span>Its words</span>
          <textarea rows={2} value={words} dir="auto" onInput={(event) => setWords(event.currentTarget.value)} />
        </label>
        <label class="field">
          <span>Evidence</span>
          <select value={medium} onChange={(event) => setMedium(event.currentTarget.value)}>
            {MEDIA.map((one) => (
              <option value={one}>{one}</option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>Heard or seen at</span>
          <input type="datetime-local" value={seenAt} onInput={(event) => setSeenAt(event.currentTarget.value)} />
        </label>
        <label class="field">
          <span>Outlet or channel</span>
          <input type="text" value={outlet} dir="auto" onInput={(event) => setOutlet(event.currentTarget.value)} />
        </label>
        <label class="field">
          <span>File that proves it</span>
          <input key={round} type="file" onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)} />
        </label>
      </div>
      {wrong && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
      <ClaimForm key={round} before={blank()} save="Note the claim" calm onSave={(claim) => void save(claim)} onCancel={() => setRound(round + 1)} />
    </details>
  );
}
