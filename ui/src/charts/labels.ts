/** What wants a label: a mark with its words, the more important first. */
export interface Wish {
  row: number;
  x: number;
  y: number;
  value: string;
  who: string;
}

export interface Label {
  row: number;
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
  value: string;
  who: string;
}

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const CHARACTER = 6.9;
const LINE = 16;
const GAP = 11;
const RAISED = 14;
const LONGEST = 46;
const BASELINE = 4;

/** Labels for as many marks as have room for one: value and name, else the value alone, else none. They keep clear of
 *  what is `taken`, and of what is better left free where they can. */
export function placeLabels(wishes: Wish[], taken: Box[], width: number, height: number, better: Box[] = []): Label[] {
  const boxes = [...taken];
  const labels: Label[] = [];
  for (const wish of wishes) {
    const open = candidates(wish, width).filter((label) => isInside(boxOf(label), width, height) && !hits(boxOf(label), boxes));
    const free = open.find((label) => !hits(boxOf(label), better)) ?? open[0];
    if (!free) continue;
    boxes.push(boxOf(free));
    labels.push(free);
  }
  return labels;
}

export function markBox(x: number, y: number): Box {
  return { left: x - 7, right: x + 7, top: y - 7, bottom: y + 7 };
}

function candidates(wish: Wish, width: number): Label[] {
  const named = width > 560 && wish.value.length + wish.who.length < LONGEST;
  const found: Label[] = [];
  for (const who of named ? [wish.who, ""] : [""])
    for (const raised of [0, -RAISED, RAISED])
      for (const anchor of ["start", "end"] as const)
        found.push({
          row: wish.row,
          x: wish.x + (anchor === "start" ? GAP : -GAP),
          y: wish.y + raised + BASELINE,
          anchor,
          value: wish.value,
          who,
        });
  return found;
}

export function boxOf(label: Label): Box {
  const length = CHARACTER * (label.value.length + (label.who ? label.who.length + 1 : 0));
  const left = label.x - length * { start: 0, middle: 0.5, end: 1 }[label.anchor];
  const middle = label.y - BASELINE;
  return { left, right: left + length, top: middle - LINE / 2, bottom: middle + LINE / 2 };
}

export function isInside(box: Box, width: number, height: number): boolean {
  return box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
}

export function hits(box: Box, others: Box[]): boolean {
  return others.some((other) => meet(box, other));
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
