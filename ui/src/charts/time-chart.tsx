import type { RefObject } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import type { Series } from "../data/types";
import { useDesk } from "../parts/context";
import { select } from "../state/route";
import { useStore } from "../state/store";
import { CanvasMarks } from "./canvas-marks";
import { Frame } from "./frame";
import { layOut, type Layout, type Mark, type Options } from "./layout";
import { MarkShape } from "./mark-shape";
import { useWidth } from "./use-width";

const LEFT = 74;
const RIGHT = 14;
const TOP = 30;
const BOTTOM = 34;
const MOST_ELEMENTS = 2_000;

interface Props extends Omit<Options, "width"> {
  series: Series;
  figure: RefObject<SVGSVGElement | null>;
}

/** A series over time: one mark a statement, the estimates as a stepped band behind them. */
export function TimeChart({ series, figure, ...options }: Props) {
  const { index } = useDesk();
  const holder = useRef<HTMLDivElement>(null);
  const width = useWidth(holder);
  const layout = useMemo(
    () => (width > 0 ? layOut(index, series, { ...options, width: width - LEFT - RIGHT }) : null),
    [series, width, options.log, options.repeats, options.shown, options.height],
  );
  const dense = layout !== null && layout.marks.length > MOST_ELEMENTS;
  return (
    <div class="stage" ref={holder}>
      {layout && (
        <svg
          ref={figure}
          class="timechart"
          width={width}
          height={options.height + TOP + BOTTOM}
          role="group"
          aria-label={`${series.title} over time, ${layout.marks.length} marks; arrow keys go from one to the next`}
        >
          <g transform={`translate(${LEFT},${TOP})`}>
            <Frame layout={layout} />
            {!dense && <Marks layout={layout} />}
            {!dense && <Words layout={layout} />}
            {layout.figure && (
              <text class="figure-word" x={layout.figure.x} y={layout.figure.y} text-anchor="end">
                {layout.figure.words}
              </text>
            )}
            <Ring layout={layout} />
          </g>
        </svg>
      )}
      {layout && dense && <CanvasMarks layout={layout} left={LEFT} top={TOP} />}
      {!layout && width > 0 && <p class="quiet">No number of this selection can be drawn: none gives a bound.</p>}
    </div>
  );
}

/** The marks as links; one of them is a stop of the tab key, arrows go on from there. */
function Marks({ layout }: { layout: Layout }) {
  const { index, store } = useDesk();
  const [stop, setStop] = useState(0);
  const order = useMemo(() => [...layout.marks].sort((a, b) => a.x - b.x), [layout]);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    const mark = step === undefined ? undefined : order[stop + step];
    if (!mark || step === undefined) return;
    event.preventDefault();
    setStop(stop + step);
    (event.currentTarget as Element).querySelector<SVGAElement>(`a[href="#${mark.claim.id}"]`)?.focus();
  };
  const open = (event: MouseEvent) => {
    const link = (event.target as Element).closest("a");
    const row = link && index.rowOf((link.getAttribute("href") ?? "").slice(1));
    if (row === null || row === undefined) return;
    event.preventDefault();
    select(store, index, row);
  };
  return (
    <g onKeyDown={move} onClick={open}>
      {order.map((mark, n) => (
        <a
          key={mark.claim.id}
          href={`#${mark.claim.id}`}
          class="dot"
          tabindex={n === Math.min(stop, order.length - 1) ? 0 : -1}
          onFocus={() => setStop(n)}
          aria-label={`${nameOf(mark)}, ${mark.claim.modality}`}
        >
          <title>{nameOf(mark)}</title>
          {mark.ends.map((end) => (
            <circle class="touch" cx={mark.x} cy={end} r="12" />
          ))}
          <MarkShape mark={mark} height={layout.height} />
        </a>
      ))}
    </g>
  );
}

function nameOf({ claim }: Mark): string {
  return `${claim.said}, ${claim.who}, ${claim.date}`;
}

function Words({ layout }: { layout: Layout }) {
  return (
    <g aria-hidden="true">
      {layout.labels.map(({ x, y, anchor, value, who }) => (
        <text class="say" x={x} y={y} text-anchor={anchor}>
          <tspan class="strong">{value}</tspan>
          {who && ` ${who}`}
        </text>
      ))}
    </g>
  );
}

/** Where the open claim is; drawn apart, so that choosing another draws nothing else anew. */
function Ring({ layout }: { layout: Layout }) {
  const { store } = useDesk();
  const selected = useStore(store, (state) => state.selected);
  const mark = selected === null ? undefined : layout.marks.find(({ claim }) => claim.row === selected);
  if (!mark) return null;
  return (
    <g class="ring" aria-hidden="true">
      <line x1={mark.x} x2={mark.x} y1={0} y2={layout.height} />
      {mark.ends.map((end) => (
        <circle cx={mark.x} cy={end} r="10" />
      ))}
    </g>
  );
}
