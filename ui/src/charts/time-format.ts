// In place of d3-time-format for d3-scale: the words of the days' axis are those of scales.ts.

export function utcFormat(): () => never {
  return () => {
    throw new Error("days are put in words by scales.ts");
  };
}

export const timeFormat = utcFormat;
