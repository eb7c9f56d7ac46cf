import { geoNaturalEarth1, geoPath, type GeoProjection } from "d3-geo";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Place } from "../data/types";

const CLOSEST = 8; // degrees shown around places at least: nearer, the outline is too coarse

export interface World {
  land: string;
  borders: string;
  projection: GeoProjection;
}

/** The outline as paths, turned and zoomed to where the places are. */
export function drawWorld(topology: Topology, places: Place[], width: number, height: number, whole: boolean): World {
  const countries = topology.objects["countries"] as GeometryCollection;
  const projection = geoNaturalEarth1();
  const frame = whole || places.length === 0 ? ({ type: "Sphere" } as const) : around(places);
  if (frame.type !== "Sphere") projection.rotate([-middle(places), 0]);
  projection.fitExtent([[12, 12], [width - 12, height - 12]], frame);
  projection.clipExtent([[0, 0], [width, height]]);
  const path = geoPath(projection).digits(1);
  return {
    land: path(feature(topology, countries)) ?? "",
    borders: path(mesh(topology, countries, (a, b) => a !== b)) ?? "",
    projection,
  };
}

function middle(places: Place[]): number {
  const lons = places.map(({ lon }) => lon);
  return (Math.min(...lons) + Math.max(...lons)) / 2;
}

/** Points around the places, with room at every side. */
function around(places: Place[]): { type: "MultiPoint"; coordinates: [number, number][] } {
  const span = (values: number[]) => Math.max(CLOSEST, (Math.max(...values) - Math.min(...values)) * 0.25);
  const [dx, dy] = [span(places.map(({ lon }) => lon)), span(places.map(({ lat }) => lat))];
  const coordinates = places.flatMap(({ lon, lat }): [number, number][] => [
    [lon - dx, Math.max(-85, lat - dy)],
    [lon + dx, Math.min(85, lat + dy)],
  ]);
  return { type: "MultiPoint", coordinates };
}
