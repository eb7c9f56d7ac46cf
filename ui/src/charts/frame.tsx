import type { Layout } from "./layout";

/** Grid, axes and the stepped band of the estimates: everything behind the marks. */
export function Frame({ layout }: { layout: Layout }) {
  const { width, height, values, days, steps, undated, warning } = layout;
  return (
    <g>
      {undated !== null && (
        <g>
          <rect class="undated" x={undated} width={width - undated} height={height} />
          <text class="scale-text" x={(undated + width) / 2} y={height + 19} text-anchor="middle">
            no date
          </text>
        </g>
      )}
      {values.map(({ at }) => (
        <line class="gridline" x2={width} y1={at} y2={at} />
      ))}
      {steps.map(({ left, right, top, bottom }) => (
        <rect class="allowed" x={left} width={Math.max(right - left, 2)} y={top} height={Math.max(bottom - top, 2)} />
      ))}
      <path class="bestline" d={bestLine(layout)} />
      {warning && (
        <text class="scale-text" x="0" y="-12">
          {warning}
        </text>
      )}
      {values.map(({ at, label }) => (
        <text class="scale-text" x={-10} y={at + 4} text-anchor="end">
          {label}
        </text>
      ))}
      <line class="axisline" x2={width} y1={height} y2={height} />
      {days.map(({ at, label }) => (
        <g>
          <line class="axisline" x1={at} x2={at} y1={height} y2={height + 6} />
          <text class="scale-text" x={at} y={height + 19} text-anchor={anchorOf(at, width)}>
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

/** How the label of a day stands at its tick, so that it stays inside the plot. */
export function anchorOf(at: number, width: number): "start" | "middle" | "end" {
  if (at < 30) return "start";
  return at > width - 30 ? "end" : "middle";
}

/** The best values as one line of steps, broken where there is none. */
function bestLine({ steps }: Layout): string {
  let joined = false;
  return steps
    .map(({ left, right, best }) => {
      if (best === null) {
        joined = false;
        return "";
      }
      const path = `${joined ? "L" : "M"}${left},${best}L${right},${best}`;
      joined = true;
      return path;
    })
    .join("");
}
