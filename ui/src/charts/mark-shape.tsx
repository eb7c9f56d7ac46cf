import type { Mark } from "./layout";
import { DASHES, SHAPES } from "./marks";

const SMALL = 0.6;

/** One claim: its bar, its ends, and an arrow where an end is open. */
export function MarkShape({ mark, height }: { mark: Mark; height: number }) {
  const { claim, x, ends, top, bottom, since } = mark;
  const first = ends[0];
  const shape = SHAPES[claim.modality];
  return (
    <g class={`tone-${claim.modality}${mark.lead ? "" : " repeat"}`}>
      {since !== null && first !== undefined && <line class="since" x1={since} x2={x} y1={first} y2={first} />}
      {bottom - top > 1 && (
        <line
          class={mark.openAbove || mark.openBelow ? "reach open" : "reach"}
          x1={x}
          x2={x}
          y1={top}
          y2={bottom}
          stroke-dasharray={DASHES[claim.modality] || undefined}
        />
      )}
      {mark.openAbove && <path class="arrow" d={`M${x - 5},9L${x},2L${x + 5},9`} />}
      {mark.openBelow && <path class="arrow" d={`M${x - 5},${height - 9}L${x},${height - 2}L${x + 5},${height - 9}`} />}
      {ends.map((end) => (
        <path
          class={mark.hollow ? "point hollow" : "point"}
          d={shape}
          transform={`translate(${x},${end})${mark.lead ? "" : ` scale(${SMALL})`}`}
        />
      ))}
    </g>
  );
}
