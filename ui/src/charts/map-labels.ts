import { boxOf, hits, isInside, type Box, type Label } from "./labels";

/** A ring on the map, with the words that belong to it. */
export interface Ring {
  x: number;
  y: number;
  r: number;
  value: string;
  who: string;
}

/** A label, and the line that leads to it where it cannot stand beside its ring. */
export interface RingLabel extends Label {
  leader: { x1: number; y1: number; x2: number; y2: number } | null;
}

const NEAR = 4;
const FARTHER = [NEAR, 16, 30, 46, 64];
const DIRECTIONS = [0, 180, 35, -35, 145, -145, 90, -90].map((degrees) => (degrees * Math.PI) / 180);
const BASELINE = 4;

/** Labels beside their rings, clear of every ring and of each other: the first rings choose first. Where there is no room
 *  beside a ring its label stands farther off, at the end of a line; where there is none at all it is left out. */
export function labelRings(rings: Ring[], width: number, height: number): RingLabel[] {
  const placed: Box[] = [];
  return rings.flatMap((ring, row) => {
    const free = candidates(ring, row).find((label) => {
      const box = boxOf(label);
      return isInside(box, width, height) && !hits(box, placed) && !rings.some((other) => covers(other, box));
    });
    if (!free) return [];
    placed.push(boxOf(free));
    return [free];
  });
}

function candidates(ring: Ring, row: number): RingLabel[] {
  return FARTHER.flatMap((far) =>
    DIRECTIONS.map((angle): RingLabel => {
      const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
      const [x, y] = [ring.x + dx * (ring.r + far), ring.y + dy * (ring.r + far + (Math.abs(dx) < 0.1 ? BASELINE : 0))];
      const anchor = Math.abs(dx) < 0.1 ? "middle" : dx > 0 ? "start" : "end";
      const leader = far === NEAR ? null : { x1: ring.x + dx * ring.r, y1: ring.y + dy * ring.r, x2: x - dx * 2, y2: y - dy * 2 };
      return { row, x, y: y + BASELINE, anchor, value: ring.value, who: ring.who, leader };
    }),
  );
}

/** Whether a ring reaches into a box. */
function covers({ x, y, r }: Ring, { left, right, top, bottom }: Box): boolean {
  const [nearX, nearY] = [Math.min(Math.max(x, left), right), Math.min(Math.max(y, top), bottom)];
  return (nearX - x) ** 2 + (nearY - y) ** 2 < (r + 1) ** 2;
}
