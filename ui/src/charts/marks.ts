import type { Claim, Modality } from "../data/types";

/** Outlines of the marks, about 10 pixels wide around 0, 0: what a number is, without its colour. */
export const SHAPES: Record<Modality, string> = {
  reported: "M5,0A5,5,0,1,1,-5,0A5,5,0,1,1,5,0Z",
  planned: "M-4.5,-4.5H4.5V4.5H-4.5Z",
  expected: "M0,-6.5L6.5,0L0,6.5L-6.5,0Z",
  projected: "M0,-6.5L6.2,5H-6.2Z",
  inferred: "M-3,-5.2H3L6,0L3,5.2H-3L-6,0Z",
  denied: "M-5,-5L5,5M-5,5L5,-5",
};

/** How the line of an interval is broken. */
export const DASHES: Record<Modality, string> = {
  reported: "",
  planned: "9 4",
  expected: "9 4",
  projected: "2 3",
  inferred: "2 3",
  denied: "",
};

/** Whether a mark is drawn hollow: the words say it is only near. */
export function isHollow(claim: Claim): boolean {
  return claim.hedge === "about" || claim.hedge === "nearly";
}

/** Without bounds there is nothing to draw at a height. */
export function isVague(claim: Claim): boolean {
  return claim.low === null && claim.high === null;
}
