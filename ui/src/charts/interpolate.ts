// In place of d3-interpolate for d3-scale: the scales here have numbers for a range, and colours are the style's.

export function interpolateNumber(from: number, to: number): (at: number) => number {
  return (at) => from * (1 - at) + to * at;
}

export function interpolateRound(from: number, to: number): (at: number) => number {
  return (at) => Math.round(from * (1 - at) + to * at);
}

export const interpolate = interpolateNumber;

export function piecewise(): never {
  throw new Error("scales of several pieces are not used here");
}
