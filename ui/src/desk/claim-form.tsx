import { useEffect, useRef, useState } from "preact/hooks";
import { useDraft } from "./draft";
import { changesOf, CHOICES, FIELDS, PROVEN, type Draft, type Name } from "./fields";
import { shown } from "./figures";
import type { Span } from "./types";

interface Props {
  before: Draft;
  /** What is selected in the text now; undefined where there is no text. */
  selected?: Span | null;
  wordsAt?: (span: Span) => string;
  save: string;
  onSave: (changes: Record<string, unknown>) => void;
  onCancel: () => void;
  /** What the changes are told against; `before` itself where it is not given. */
  from?: Draft;
  /** The name under which what is typed outlives a reload; whoever saves it forgets it. */
  keptAs?: string;
  /** Leaves the focus where it is. */
  calm?: boolean;
}

/** Every field of a claim, and the words that prove each, taken from what is selected in the text. */
export function ClaimForm({ before, from = before, calm = false, keptAs, selected, wordsAt, save, onSave, onCancel }: Props) {
  const { now: draft, restored, set, forget } = useDraft<Draft>(keptAs ?? null, before);
  const [wrong, setWrong] = useState("");
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!calm) form.current?.querySelector("input")?.focus({ preventScroll: true });
  }, []);
  const change = (name: Name, value: string) => set({ values: { ...draft.values, [name]: value } });
  const submit = (event: Event) => {
    event.preventDefault();
    try {
      const changes = changesOf(draft, from);
      if (Object.keys(changes).length === 0) setWrong("Nothing is changed yet.");
      else onSave(changes);
    } catch (error) {
      setWrong((error as Error).message);
    }
  };
  const cancel = () => {
    forget();
    onCancel();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      cancel();
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
  };
  return (
    <form class="claim-form" ref={form} onSubmit={submit} onKeyDown={onKey} noValidate>
      {restored && (
        <p class="soft small" role="status">
          As you left it, not saved yet.{" "}
          <button type="button" class="plain small" onClick={forget}>
            Start over
          </button>
        </p>
      )}
      <div class="fields">
        {FIELDS.map(([name, label, hint]) => (
          <OneField key={name} name={name} label={label} hint={hint ?? ""} value={draft.values[name]} onChange={change} />
        ))}
      </div>
      {wordsAt && (
        <Proofs
          draft={draft}
          selected={selected ?? null}
          wordsAt={wordsAt}
          onChange={(field, spans) => set({ spans: { ...draft.spans, [field]: spans } })}
        />
      )}
      {wrong && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
      <div class="row-of">
        <button type="submit" class="plain strong-button">
          {save}
        </button>
        <button type="button" class="plain" onClick={cancel}>
          Cancel
        </button>
        <span class="soft small">Ctrl + Enter saves, Esc cancels</span>
      </div>
    </form>
  );
}

interface OneProps {
  name: Name;
  label: string;
  hint: string;
  value: string;
  onChange: (name: Name, value: string) => void;
}

function OneField({ name, label, hint, value, onChange }: OneProps) {
  const choices = CHOICES[name];
  return (
    <label class={`field f-${name}`}>
      <span>{label}</span>
      {choices ? (
        <select name={name} value={value} onChange={(event) => onChange(name, event.currentTarget.value)}>
          {choices.map((one) => (
            <option value={one}>{one || "–"}</option>
          ))}
        </select>
      ) : name === "start" || name === "end" ? (
        <input name={name} type="date" value={value} onInput={(event) => onChange(name, event.currentTarget.value)} />
      ) : (
        <input
          name={name}
          type="text"
          inputMode={name === "low" || name === "high" ? "decimal" : "text"}
          placeholder={hint}
          dir="auto"
          autoComplete="off"
          value={value}
          onInput={(event) => onChange(name, event.currentTarget.value)}
        />
      )}
    </label>
  );
}

interface ProofProps {
  draft: Draft;
  selected: Span | null;
  wordsAt: (span: Span) => string;
  onChange: (field: string, spans: Span[]) => void;
}

const WORDS: Record<string, string> = { value: "number", span: "whole number", sentence: "sentence", unit: "counted", origin: "who says so" };

/** Which words prove which field. Select words in the text, then say what they prove; or give the places by hand. */
function Proofs({ draft, selected, wordsAt, onChange }: ProofProps) {
  const fields = [...PROVEN, "span", "sentence"];
  return (
    <details class="proofs" open={selected !== null}>
      <summary>Words that prove it</summary>
      <p class="soft small" aria-live="polite">
        {selected ? (
          <>
            Selected: <bdi>“{shown(cutShort(wordsAt(selected)))}”</bdi>
          </>
        ) : (
          "Select words in the text of the page, then choose what they prove."
        )}
      </p>
      <ul>
        {fields.map((field) => (
          <li key={field}>
            <button
              type="button"
              class="plain"
              disabled={!selected}
              aria-label={`The selected words prove: ${WORDS[field] ?? field}`}
              onClick={() => selected && onChange(field, [selected])}
            >
              {WORDS[field] ?? field}
            </button>{" "}
            <bdi>{(draft.spans[field] ?? []).map((span) => shown(cutShort(wordsAt(span)))).join(" … ") || "–"}</bdi>
            <Places field={field} spans={draft.spans[field] ?? []} onChange={onChange} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The same by numbers, for those who cannot select. */
function Places({ field, spans, onChange }: { field: string; spans: Span[]; onChange: (field: string, spans: Span[]) => void }) {
  const [start, end] = spans[0] ?? [0, 0];
  const set = (at: 0 | 1, text: string) => {
    const value = Math.max(0, Math.trunc(Number(text)) || 0);
    onChange(field, [at === 0 ? [value, Math.max(end, value + 1)] : [start, Math.max(value, start + 1)]]);
  };
  return (
    <span class="places">
      <input type="number" min="0" aria-label={`${field}: start`} value={start} onChange={(event) => set(0, event.currentTarget.value)} />
      <input type="number" min="0" aria-label={`${field}: end`} value={end} onChange={(event) => set(1, event.currentTarget.value)} />
    </span>
  );
}

export function cutShort(words: string, most = 90): string {
  return words.length > most ? `${words.slice(0, most)}…` : words;
}
