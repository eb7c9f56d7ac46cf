import type { RefObject } from "preact";
import { useMemo, useRef } from "preact/hooks";
import type { Topology } from "topojson-specification";
import type { Spot } from "../views/map";
import { labelRings } from "./map-labels";
import { useWidth } from "./use-width";
import { drawWorld } from "./world";

const SMALLEST = 5;
const LARGEST = { pixels: 26, share: 0.045 }; // of the width: on a phone rings are smaller

interface Props {
  outline: Topology;
  spots: Spot[];
  chosen: string;
  whole: boolean;
  onChoose: (at: string) => void;
  figure: RefObject<SVGSVGElement | null>;
}

/** A ring for every spot, its area by how many claims it has. */
export function WorldMap({ outline, spots, chosen, whole, onChoose, figure }: Props) {
  const holder = useRef<HTMLDivElement>(null);
  const width = useWidth(holder);
  const height = Math.round(Math.min(560, Math.max(300, width * 0.52)));
  const world = useMemo(
    () =>
      width > 0
        ? drawWorld(outline, spots.map(({ at, lat, lon }) => ({ name: at, at, lat, lon })), width, height, whole)
        : null,
    [outline, spots, width, height, whole],
  );
  if (!world) return <div class="stage" ref={holder} />;
  const most = Math.max(...spots.map(({ claims }) => claims.length));
  const largest = Math.min(LARGEST.pixels, width * LARGEST.share);
  const rings = spots.flatMap((spot) => {
    const point = world.projection([spot.lon, spot.lat]);
    return point ? [{ spot, x: point[0], y: point[1], r: Math.max(SMALLEST, largest * Math.sqrt(spot.claims.length / most)) }] : [];
  });
  const labels = labelRings(
    rings.map(({ spot, x, y, r }) => ({ x, y, r, value: spot.at, who: String(spot.claims.length) })),
    width,
    height,
  );
  return (
    <div class="stage" ref={holder}>
      <svg ref={figure} class="worldmap" width={width} height={height} role="group" aria-label="Map of the places the claims are about">
        <path class="land" d={world.land} />
        <path class="border" d={world.borders} />
        {rings.map(({ spot, x, y, r }) => (
          <g
            key={spot.at}
            class={spot.at === chosen ? "spot chosen" : "spot"}
            role="button"
            tabindex={0}
            aria-pressed={spot.at === chosen}
            aria-label={`${spot.at}: ${spot.claims.length} claims`}
            onClick={() => onChoose(spot.at)}
            onKeyDown={(event) => (event.key === "Enter" || event.key === " ") && (event.preventDefault(), onChoose(spot.at))}
          >
            <circle class="touch" cx={x} cy={y} r={Math.max(r, 13)} />
            <circle class="place" cx={x} cy={y} r={r} />
          </g>
        ))}
        <g aria-hidden="true">
          {labels.map(({ x, y, anchor, value, who, leader }) => (
            <>
              {leader && <line class="leader" {...leader} />}
              <text class="say" x={x} y={y} text-anchor={anchor}>
                <tspan class="strong">{value}</tspan> {who}
              </text>
            </>
          ))}
        </g>
      </svg>
    </div>
  );
}
