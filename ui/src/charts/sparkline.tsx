import { useMemo } from "preact/hooks";
import type { Series } from "../data/types";
import { useDesk } from "../parts/context";
import { layOut, logOf, type Mark } from "./layout";
import { SHAPES } from "./marks";
import { dayWords } from "./scales";

const WIDTH = 250;
const HEIGHT = 48;
const FLOOR = HEIGHT + 5; // clear of marks at the lowest value
const BELOW = 22;

/** A series over time in small: the band and one point a statement. */
export function Sparkline({ series }: { series: Series }) {
  const { index } = useDesk();
  const layout = useMemo(
    () =>
      layOut(index, series, {
        width: WIDTH,
        height: HEIGHT,
        log: logOf(index, series).wants,
        repeats: false,
        shown: () => true,
        bare: true,
      }),
    [series],
  );
  if (!layout) return <span />;
  return (
    <svg class="spark" viewBox={`-6 -6 ${WIDTH + 12} ${HEIGHT + BELOW + 6}`} aria-hidden="true">
      <line class="axisline" x1="0" x2={WIDTH} y1={FLOOR} y2={FLOOR} />
      {ends(layout.marks).map(({ x, label, anchor }) => (
        <g>
          <line class="axisline" x1={x} x2={x} y1={FLOOR} y2={FLOOR + 4} />
          <text x={x} y={FLOOR + 15} text-anchor={anchor}>
            {label}
          </text>
        </g>
      ))}
      {layout.steps.map(({ left, right, top, bottom, best }) => (
        <g>
          <rect class="allowed" x={left} width={Math.max(right - left, 2)} y={top} height={Math.max(bottom - top, 2)} />
          {best !== null && <line class="bestline" x1={left} x2={right} y1={best} y2={best} />}
        </g>
      ))}
      {layout.marks.slice(0, 150).flatMap(({ claim, x, ends, top, bottom }) => [
        bottom - top > 1 && ends.length > 1 && <line class={`reach tone-${claim.modality}`} x1={x} x2={x} y1={top} y2={bottom} />,
        ...ends.map((y) => (
          <path class={`point tone-${claim.modality}`} d={SHAPES[claim.modality]} transform={`translate(${x},${y}) scale(.62)`} />
        )),
      ])}
    </svg>
  );
}

/** The first and the last day; the year at the last, and at the first where it is another. */
function ends(marks: Mark[]): { x: number; label: string; anchor: "start" | "middle" | "end" }[] {
  const [first, ...others] = [...marks].sort((a, b) => a.x - b.x);
  const last = others.at(-1);
  if (!first?.claim.end) return [];
  if (!last?.claim.end || last.claim.end === first.claim.end) return [{ x: first.x, label: dayWords(first.claim.end), anchor: "middle" }];
  const sameYear = first.claim.end.slice(0, 4) === last.claim.end.slice(0, 4);
  return [
    { x: first.x, label: dayWords(first.claim.end, !sameYear), anchor: first.x < WIDTH / 4 ? "start" : "middle" },
    { x: last.x, label: dayWords(last.claim.end), anchor: "end" },
  ];
}
