import { useMemo } from "preact/hooks";
import type { Series } from "../data/types";
import { useDesk } from "../parts/context";
import { layOut, wantsLogOf } from "./layout";
import { SHAPES } from "./marks";

const WIDTH = 250;
const HEIGHT = 56;

/** A series over time in small: the band and one point a statement. */
export function Sparkline({ series }: { series: Series }) {
  const { index } = useDesk();
  const layout = useMemo(
    () =>
      layOut(index, series, {
        width: WIDTH,
        height: HEIGHT,
        log: wantsLogOf(index, series),
        repeats: false,
        shown: () => true,
        bare: true,
      }),
    [series],
  );
  if (!layout) return <span />;
  return (
    <svg class="spark" viewBox={`-6 -6 ${WIDTH + 12} ${HEIGHT + 12}`} aria-hidden="true">
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
