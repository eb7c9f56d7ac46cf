import { useId, useMemo, useState } from "preact/hooks";
import { counted } from "./numbers";

const MOST = 60;

export interface Option {
  /** What is typed for, and read. */
  text: string;
  /** A word more, not typed for. */
  aside: string;
}

interface Props {
  label: string;
  options: readonly Option[];
  /** The number of the option that is chosen; -1 for none of them. */
  now: number;
  shown: string;
  onChoose: (at: number) => void;
}

/** A list that is narrowed by typing: every typed word must occur. Arrows move, Enter chooses, Escape gives up.
 *  Pattern: WAI-ARIA Authoring Practices, editable combobox with list autocomplete. */
export function Combobox({ label, options, now, shown, onChoose }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const id = useId();
  const open = typed !== null;
  const plain = useMemo(() => options.map(({ text }) => text.toLowerCase()), [options]);
  const found = useMemo(() => (typed === null ? [] : matches(plain, typed)), [plain, typed]);
  const listed = windowed(found, active);
  const show = () => {
    setTyped("");
    setActive(Math.max(now, 0));
  };
  const hide = () => setTyped(null);
  const choose = (at: number | undefined) => {
    hide();
    if (at !== undefined && at !== now) onChoose(at);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (step !== undefined) {
      if (!open) show();
      else setActive(Math.min(Math.max(active + step, 0), Math.max(found.length - 1, 0)));
    } else if (open && event.key === "Enter") choose(found[active]);
    else if (open && event.key === "Escape") hide();
    else return;
    event.preventDefault();
  };
  return (
    <div class="combobox">
      <input
        type="text"
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={open && found.length > 0 ? `${id}-${found[active]}` : undefined}
        autocomplete="off"
        spellcheck={false}
        value={typed || (open ? "" : shown)}
        placeholder={shown}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => open || show()}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={hide}
      />
      <div class="choices" hidden={!open} onMouseDown={(event) => event.preventDefault()}>
        <ul id={`${id}-list`} role="listbox" aria-label={label}>
          {listed.map((at) => (
            <li
              key={at}
              id={`${id}-${at}`}
              role="option"
              aria-selected={at === found[active]}
              ref={at === found[active] ? intoView : null}
              onClick={() => choose(at)}
            >
              <bdi>{options[at]?.text}</bdi> <span class="soft">{options[at]?.aside}</span>
            </li>
          ))}
        </ul>
        <p class="soft small" role="status">
          {open && (found.length === 0 ? "None has these words." : counted(found.length, "choice"))}
          {found.length > MOST && "; type to narrow"}
        </p>
      </div>
    </div>
  );
}

function matches(plain: readonly string[], typed: string): number[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return plain.flatMap((text, at) => (words.every((word) => text.includes(word)) ? [at] : []));
}

/** Some of many around the active one, so that the list stays light however long it is. */
function windowed(found: readonly number[], active: number): readonly number[] {
  const from = Math.min(Math.max(active - MOST / 2, 0), Math.max(found.length - MOST, 0));
  return found.slice(from, from + MOST);
}

function intoView(element: Element | null): void {
  element?.scrollIntoView({ block: "nearest" });
}
