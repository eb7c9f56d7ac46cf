import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Topology } from "topojson-specification";
import { WorldMap } from "../charts/world-map";
import type { Claim, Place } from "../data/types";
import { ClaimLink, Tag } from "../parts/claim-link";
import { useDesk } from "../parts/context";
import { Downloads } from "../parts/downloads";
import { More, useLimit } from "../parts/more";
import { counted } from "../parts/numbers";
import { Toggle } from "../parts/toggle";

const PAGE = 40;

/** A spot on the map: every place that is drawn there, with its claims. */
export interface Spot {
  at: string;
  lat: number;
  lon: number;
  places: string[];
  claims: Claim[];
}

/** The claims by the place they are about. */
export function MapView() {
  const { index, source } = useDesk();
  const [outline, setOutline] = useState<Topology | null>(null);
  const [missing, setMissing] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const [whole, setWhole] = useState(false);
  const figure = useRef<SVGSVGElement>(null);
  useEffect(() => {
    source.outline().then(setOutline, (error: unknown) => setMissing(String(error)));
  }, [source]);
  const spots = useMemo(() => spotsOf(index.book.places, index.book.claims), [index]);
  const unplaced = index.book.claims.filter(({ place }) => !place || !spots.some(({ places }) => places.includes(place))).length;
  const spot = spots.find(({ at }) => at === chosen) ?? spots[0];
  if (!spot) return <p>No claim names a place that is known.</p>;
  return (
    <section aria-labelledby="map-heading">
      <h2 id="map-heading">Places</h2>
      <p class="soft">
        {counted(index.book.claims.length - unplaced, "claim")} at {counted(spots.length, "place")}; {counted(unplaced, "claim")}{" "}
        without one that is known. The larger a ring, the more claims.
      </p>
      <div class="tools">
        <Toggle label="Whole world" on={whole} onChange={setWhole} />
      </div>
      <figure class="figure-box">
        {missing && <p class="gone">The outline of the map cannot be had: {missing}</p>}
        {outline && <WorldMap outline={outline} spots={spots} chosen={spot.at} whole={whole} onChoose={setChosen} figure={figure} />}
        <figcaption>
          <p class="soft small">
            Outline: Natural Earth, without a view on borders. Places whose spot is not known are drawn at the region or country around
            them.
          </p>
          <Downloads figure={figure} name="map" />
        </figcaption>
      </figure>
      <AtSpot key={spot.at} spot={spot} />
    </section>
  );
}

function AtSpot({ spot }: { spot: Spot }) {
  const [limit, raise] = useLimit(PAGE);
  const others = spot.places.filter((place) => place !== spot.at);
  return (
    <section aria-labelledby="spot-title">
      <h3 id="spot-title" aria-live="polite">
        <bdi>{spot.at}</bdi> <span class="count">{spot.claims.length}</span>
      </h3>
      {others.length > 0 && <p class="soft small">Also drawn here: {others.join(", ")}.</p>}
      <ul class="once-list">
        {spot.claims.slice(0, limit).map((claim) => (
          <li key={claim.id}>
            <ClaimLink row={claim.row} full /> <Tag modality={claim.modality} />
          </li>
        ))}
      </ul>
      <More hidden={spot.claims.length - limit} onMore={() => raise()} />
    </section>
  );
}

function spotsOf(places: Place[], claims: Claim[]): Spot[] {
  const spots = new Map<string, Spot>();
  const byName = new Map(places.map((place) => [place.name, place]));
  for (const claim of claims) {
    const place = claim.place === null ? undefined : byName.get(claim.place);
    if (!place) continue;
    const spot = spots.get(place.at) ?? { at: place.at, lat: place.lat, lon: place.lon, places: [], claims: [] };
    if (!spot.places.includes(place.name)) spot.places.push(place.name);
    spot.claims.push(claim);
    spots.set(place.at, spot);
  }
  return [...spots.values()].sort((a, b) => b.claims.length - a.claims.length || a.at.localeCompare(b.at));
}
