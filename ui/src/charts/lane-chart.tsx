import type { RefObject } from "preact";
import { useMemo, useRef } from "preact/hooks";
import type { Series } from "../data/types";
import { useDesk } from "../parts/context";
import { useStore } from "../state/store";
import { anchorOf } from "./frame";
import { markBox, placeLabels, type Label } from "./labels";
import { layLanes, type Edge, type Lanes, type Node } from "./lanes";
import { SHAPES } from "./marks";
import { useWidth } from "./use-width";

const LANE = 30;
const LANE_WITH_NAME = 44;
const TOP = 30;
const GAP = 34;
const CROWD = 11;
const RIGHT = 16;
const NAMES = { most: 250, share: 0.3, character: 6 };
const NARROW = 560;

/** Who says it, who passes it on, and where it is read: a lane each, from left to right in time. */
export function LaneChart({ series, figure }: { series: Series; figure: RefObject<SVGSVGElement | null> }) {
  const { index } = useDesk();
  const holder = useRef<HTMLDivElement>(null);
  const width = useWidth(holder);
  const narrow = width < NARROW;
  const left = narrow ? 8 : Math.round(Math.min(NAMES.most, width * NAMES.share));
  const lanes = useMemo(() => (width > 0 ? layLanes(index, series, width - left - RIGHT) : null), [series, width]);
  if (!lanes) return <div class="stage" ref={holder} />;
  const { middles, height, second } = rowsOf(lanes, narrow ? LANE_WITH_NAME : LANE);
  const y = (lane: number) => middles[lane] ?? 0;
  return (
    <div class="stage" ref={holder}>
      <svg ref={figure} class="lanes" width={width} height={height} role="group" aria-label={`Who cites whom: ${series.title}`}>
        <Rails lanes={lanes} y={y} second={second} left={left} width={width} narrow={narrow} />
        <g transform={`translate(${left},0)`}>
          {lanes.undated !== null && <Undated from={lanes.undated} to={width - left} height={height} />}
          {lanes.edges.map((edge) => (
            <path class={`flow tone-${edge.to.claim.modality}`} d={curve(edge, y)} />
          ))}
          {lanes.nodes.map((node) => (
            <Dot key={`${node.claim.id}${node.lane}`} node={node} y={y(node.lane) + node.dy} />
          ))}
          <g aria-hidden="true">
            {labelsOf(lanes, y, width - left, height).map(({ x, y: at, anchor, value }) => (
              <text class="say" x={x} y={at} text-anchor={anchor}>
                {value}
              </text>
            ))}
          </g>
          {lanes.days.map(({ at, label }) => (
            <text class="scale-text" x={at} y={height - 8} text-anchor={anchorOf(at, width - left)}>
              {label}
            </text>
          ))}
        </g>
      </svg>
    </div>
  );
}

/** Where the middle of each lane is, and where the second half, the outlets, begins. Crowded lanes are taller. */
function rowsOf(lanes: Lanes, each: number): { middles: number[]; height: number; second: number } {
  const middles: number[] = [];
  let [below, second] = [TOP, TOP];
  lanes.crowded.forEach((crowded, lane) => {
    if (lane === lanes.voices) below = second = below + GAP;
    const room = crowded ? CROWD : 0;
    middles.push(below + room + each - LANE / 2);
    below += each + 2 * room;
  });
  return { middles, height: below + 34, second };
}

/** The strip of tellings that nothing dates. */
function Undated({ from, to, height }: { from: number; to: number; height: number }) {
  return (
    <g>
      <rect class="undated" x={from} width={to - from} y={TOP} height={height - TOP - 26} />
      <text class="scale-text" x={(from + to) / 2} y={height - 8} text-anchor="middle">
        no date
      </text>
    </g>
  );
}

interface RailProps {
  lanes: Lanes;
  y: (lane: number) => number;
  /** Where the lanes of outlets begin. */
  second: number;
  left: number;
  width: number;
  narrow: boolean;
}

function Rails({ lanes, y, second, left, width, narrow }: RailProps) {
  const longest = Math.floor((narrow ? width : left - 12) / NAMES.character);
  return (
    <g>
      {lanes.voices > 0 && (
        <text class="lane-head" x="0" y="18">
          Says it, or passes it on
        </text>
      )}
      <text class="lane-head" x="0" y={second - 8}>
        Read in
      </text>
      {lanes.names.map((name, lane) => (
        <g>
          <line class="gridline" x1={left} x2={width} y1={y(lane)} y2={y(lane)} />
          <text
            class="lane-name"
            x={narrow ? 0 : left - 12}
            y={y(lane) - (narrow ? (lanes.crowded[lane] ? CROWD : 0) + 17 : -4)}
            text-anchor={narrow ? "start" : "end"}
          >
            {name.length > longest ? `${name.slice(0, longest - 1)}…` : name}
            <title>{name}</title>
          </text>
        </g>
      ))}
    </g>
  );
}

/** A telling: filled where the statement is first told, hollow where it is repeated, a square where it is passed on. */
function Dot({ node, y }: { node: Node; y: number }) {
  const { store } = useDesk();
  const chosen = useStore(store, (state) => state.selected === node.claim.row);
  const { claim, kind } = node;
  const words = { origin: "said", lead: "told", repeat: "repeated", relay: "passed on" }[kind];
  const shape = kind === "relay" ? SHAPES.planned : SHAPES[claim.modality];
  const scale = kind === "origin" ? 0.8 : kind === "lead" ? 1.15 : 0.8;
  return (
    <a
      class={`dot tone-${claim.modality}${chosen ? " chosen" : ""}`}
      href={`#${claim.id}`}
      aria-label={`${claim.value} ${words} by ${node.name}, ${claim.date}`}
    >
      <title>{`${claim.value} ${words} by ${node.name}`}</title>
      <circle class="touch" cx={node.x} cy={y} r="12" />
      <path
        class={kind === "lead" || kind === "origin" ? "point" : "point hollow"}
        d={shape}
        transform={`translate(${node.x},${y}) scale(${scale})`}
      />
    </a>
  );
}

/** The numbers beside where they are said and first told, as far as there is room. */
function labelsOf({ nodes }: Lanes, y: (lane: number) => number, width: number, height: number): Label[] {
  const wishes = [...nodes]
    .sort((a, b) => Number(b.kind === "origin") - Number(a.kind === "origin"))
    .filter(({ kind }) => kind === "origin" || kind === "lead")
    .map(({ claim, x, lane, dy }) => ({ row: claim.row, x, y: y(lane) + dy, value: claim.value, who: "" }));
  const boxes = nodes.map((node) => markBox(node.x, y(node.lane) + node.dy));
  return placeLabels(wishes, boxes, width, height);
}

function curve({ from, to }: Edge, y: (lane: number) => number): string {
  const [a, b] = [y(from.lane) + from.dy, y(to.lane) + to.dy];
  const middle = (a + b) / 2;
  if (from.lane === to.lane) return `M${from.x},${a}Q${(from.x + to.x) / 2},${a - 16} ${to.x},${b}`;
  return `M${from.x},${a}C${from.x},${middle} ${to.x},${middle} ${to.x},${b}`;
}
