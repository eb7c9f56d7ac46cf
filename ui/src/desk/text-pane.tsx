import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { pointsIn, Points, shown } from "./figures";
import type { Span } from "./types";

/** A stretch of the text that is marked, by the field it proves, or as another claim. */
export interface Mark {
  span: Span;
  field: string;
}

interface Props {
  text: string;
  language?: string | null;
  marks: Mark[];
  /** Where the text opens. */
  focus: Span | null;
  /** What was selected, by the pointer or the keyboard. */
  onSelect?: (span: Span) => void;
}

const AROUND = 1200;
const MORE = 6000;

/** The text of a page around a place, every character as it stands there; offsets count code points. */
export function TextPane({ text, language, marks, focus, onSelect }: Props) {
  const points = useMemo(() => new Points(text), [text]);
  const [[from, to], setWindow] = useState<Span>(() => around(focus, points.length));
  const pane = useRef<HTMLDivElement>(null);
  const here = useRef<HTMLElement>(null);
  useEffect(() => setWindow(around(focus, points.length)), [text, focus?.[0]]);
  useEffect(() => {
    const box = pane.current;
    if (box && here.current) box.scrollTop = here.current.offsetTop - box.clientHeight / 3;
  }, [text, focus?.[0]]);
  useEffect(() => {
    if (!onSelect) return;
    const look = () => {
      const span = pane.current && selectedIn(pane.current);
      if (span) onSelect(span);
    };
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, [onSelect]);
  const lang = language && language !== "en" ? { lang: language } : {};
  return (
    <div class="text-pane" ref={pane} tabIndex={0} role="region" aria-label="Text of the page" dir="auto" {...lang}>
      {from > 0 && (
        <button type="button" class="plain more-text" onClick={() => setWindow([Math.max(0, from - MORE), to])}>
          Show what stands before
        </button>
      )}
      <p class="page-text">
        {cut([from, to], marks).map(({ span, field }) => {
          const words = shown(points.slice(span));
          const first = field === "value" && span[0] === focus?.[0];
          return field ? (
            <mark class={`m-${field}`} data-start={span[0]} ref={first ? here : null}>
              {words}
            </mark>
          ) : (
            <span data-start={span[0]}>{words}</span>
          );
        })}
      </p>
      {to < points.length && (
        <button type="button" class="plain more-text" onClick={() => setWindow([from, Math.min(points.length, to + MORE)])}>
          Show more of the text
        </button>
      )}
    </div>
  );
}

function around(focus: Span | null, length: number): Span {
  return focus ? [Math.max(0, focus[0] - AROUND), Math.min(length, focus[1] + AROUND)] : [0, Math.min(length, MORE)];
}

/** The window in pieces, each under the narrowest of the marks over it. */
function cut([from, to]: Span, marks: Mark[]): Mark[] {
  const within = marks.filter(({ span }) => span[1] > from && span[0] < to);
  const inside = within.flatMap(({ span }) => span).filter((at) => at > from && at < to);
  const edges = [...new Set([from, ...inside, to])].sort((a, b) => a - b);
  const narrow = within.sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]));
  return edges.slice(1).map((end, n) => {
    const start = edges[n] as number;
    const over = narrow.find(({ span }) => span[0] <= start && span[1] >= end);
    return { span: [start, end], field: over?.field ?? "" };
  });
}

function selectedIn(pane: HTMLElement): Span | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(pane, range.startContainer, range.startOffset);
  const end = offsetOf(pane, range.endContainer, range.endOffset);
  return start !== null && end !== null && end > start ? [start, end] : null;
}

/** The place in the text of a place in the page; null outside the text. */
function offsetOf(pane: HTMLElement, node: Node, offset: number): number | null {
  if (!pane.contains(node) || node.nodeType !== Node.TEXT_NODE) return null;
  const start = node.parentElement?.dataset["start"];
  return start === undefined ? null : Number(start) + pointsIn((node.textContent ?? "").slice(0, offset));
}
