import { scaleLinear, scaleLog } from "d3-scale";
import type { Claim } from "../data/types";
import { useDesk } from "../parts/context";
import { Named } from "../parts/named";
import { Tag } from "../parts/claim-link";
import { DASHES, isHollow, isVague, SHAPES } from "./marks";
import { wantsLog } from "./scales";

const WIDTH = 220;
const MOST = 12;

/** A few claims under each other on one axis, each with who says it. */
export function SideBySide({ rows }: { rows: number[] }) {
  const { index } = useDesk();
  const claims = rows.slice(0, MOST).map((row) => index.claim(row));
  const at = axisOf(claims);
  return (
    <ul class="beside">
      {claims.map((claim) => (
        <li key={claim.id} class={`tone-${claim.modality}`}>
          <a class="number" href={`#${claim.id}`}>
            <bdi>{claim.value}</bdi>
          </a>
          <span>
            <Named name={claim.who} /> <Tag modality={claim.modality} />
            <span class="soft small"> {claim.date}</span>
          </span>
          {at && !isVague(claim) && <Bar claim={claim} at={at} />}
        </li>
      ))}
      {rows.length > MOST && <li class="soft">and {rows.length - MOST} more</li>}
    </ul>
  );
}

/** Where a value stands; null where the claims count different things and share no axis. */
function axisOf(claims: Claim[]): ((value: number) => number) | null {
  const values = claims.flatMap(({ low, high }) => [low, high]).filter((value) => value !== null);
  const shares = claims.filter(({ low, high }) => Math.max(low ?? 0, high ?? 0) <= 1).length;
  if (values.length < 2 || (shares > 0 && shares < claims.length)) return null;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const scale = wantsLog(values) ? scaleLog().domain([low, high]) : scaleLinear().domain([0, high || 1]);
  return scale.range([8, WIDTH - 8]);
}

function Bar({ claim, at }: { claim: Claim; at: (value: number) => number }) {
  const ends = [...new Set([claim.low, claim.high].filter((value) => value !== null))].map(at);
  const left = claim.low === null ? 0 : Math.min(...ends);
  const right = claim.high === null ? WIDTH : Math.max(...ends);
  return (
    <svg class="beside-bar" viewBox={`0 0 ${WIDTH} 18`} aria-hidden="true">
      <line class="gridline" x1="0" x2={WIDTH} y1="9" y2="9" />
      {right > left && (
        <line
          class={claim.low === null || claim.high === null ? "reach open" : "reach"}
          x1={left}
          x2={right}
          y1="9"
          y2="9"
          stroke-dasharray={DASHES[claim.modality] || undefined}
        />
      )}
      {claim.high === null && <path class="arrow" d={`M${WIDTH - 8},4L${WIDTH - 1},9L${WIDTH - 8},14`} />}
      {claim.low === null && <path class="arrow" d="M8,4L1,9L8,14" />}
      {ends.map((x) => (
        <path class={isHollow(claim) ? "point hollow" : "point"} d={SHAPES[claim.modality]} transform={`translate(${x},9)`} />
      ))}
    </svg>
  );
}
