import { useEffect, useRef } from "preact/hooks";
import { useDesk } from "../parts/context";
import { select } from "../state/route";
import type { Layout, Mark } from "./layout";
import { SHAPES } from "./marks";

const REACH = 14;

/** Thousands of marks on one canvas. A click opens the nearest; arrow keys go from one to the next in time. */
export function CanvasMarks({ layout, left, top }: { layout: Layout; left: number; top: number }) {
  const { index, store } = useDesk();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const paint = () => canvas.current && paintMarks(canvas.current, layout);
    paint();
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    scheme.addEventListener("change", paint);
    return () => scheme.removeEventListener("change", paint);
  }, [layout]);
  const open = (event: MouseEvent) => {
    const mark = nearest(layout.marks, event.offsetX, event.offsetY);
    if (mark) select(store, index, mark.claim.row);
  };
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const order = [...layout.marks].sort((a, b) => a.x - b.x);
    const now = order.findIndex(({ claim }) => claim.row === store.state.selected);
    const next = order[Math.min(Math.max(now + step, 0), order.length - 1)];
    if (next) select(store, index, next.claim.row);
  };
  return (
    <canvas
      ref={canvas}
      class="crowd"
      style={{ left: `${left}px`, top: `${top}px`, width: `${layout.width}px`, height: `${layout.height}px` }}
      tabIndex={0}
      role="img"
      aria-label={`${layout.marks.length} marks; arrow keys open one after the other`}
      onClick={open}
      onKeyDown={move}
    />
  );
}

function nearest(marks: Mark[], x: number, y: number): Mark | undefined {
  let found: Mark | undefined;
  let least = REACH ** 2;
  for (const mark of marks)
    for (const end of mark.ends) {
      const distance = (mark.x - x) ** 2 + (end - y) ** 2;
      if (distance < least) [found, least] = [mark, distance];
    }
  return found;
}

function paintMarks(canvas: HTMLCanvasElement, layout: Layout): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const ratio = devicePixelRatio || 1;
  [canvas.width, canvas.height] = [layout.width * ratio, layout.height * ratio];
  context.scale(ratio, ratio);
  const style = getComputedStyle(canvas);
  const shapes = new Map(Object.entries(SHAPES).map(([name, path]) => [name, new Path2D(path)]));
  context.globalAlpha = 0.55;
  for (const mark of layout.marks) {
    const tone = style.getPropertyValue(`--${mark.claim.modality}`);
    context.strokeStyle = context.fillStyle = tone;
    if (mark.bottom - mark.top > 1) context.fillRect(mark.x - 0.75, mark.top, 1.5, mark.bottom - mark.top);
    const shape = shapes.get(mark.claim.modality);
    for (const end of shape ? mark.ends : []) paintPoint(context, mark, end, shape as Path2D);
  }
}

function paintPoint(context: CanvasRenderingContext2D, mark: Mark, y: number, shape: Path2D): void {
  context.save();
  context.translate(mark.x, y);
  context.scale(mark.lead ? 0.7 : 0.45, mark.lead ? 0.7 : 0.45);
  if (mark.hollow || mark.claim.modality === "denied") context.stroke(shape);
  else context.fill(shape);
  context.restore();
}
