// In place of d3-format for d3-scale: the words of the values' axis are those of parts/numbers.ts.

export function format(): never {
  throw new Error("values are put in words by parts/numbers.ts");
}

export const formatPrefix = format;
export const formatSpecifier = format;
export const precisionFixed = format;
export const precisionPrefix = format;
export const precisionRound = format;
