const SYMBOLS: Record<string, string> = { USD: "$", EUR: "€", GBP: "£", JPY: "¥", KRW: "₩", INR: "₹", UAH: "₴" };
const SCALES: [number, string][] = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
];
const GROUPED = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

/** A value as the page writes it: "12,000", "1.2 million", "40%", "$3 billion". */
export function plainNumber(value: number, unit = "", currency: string | null = null): string {
  if (unit === "share") return `${GROUPED.format(Math.round(value * 1000) / 10)}%`;
  const said = inWords(value);
  if (!currency) return said;
  const symbol = SYMBOLS[currency];
  return symbol ? symbol + said : `${said} ${currency}`;
}

function inWords(value: number): string {
  const scale = SCALES.find(([size]) => Math.abs(value) >= size);
  return scale ? `${GROUPED.format(value / scale[0])} ${scale[1]}` : GROUPED.format(value);
}

/** A count with its noun: "1 clash", "1,200 clashes". */
export function counted(count: number, noun: string): string {
  return `${GROUPED.format(count)} ${count === 1 ? noun : plural(noun)}`;
}

/** The plural of an English noun by its last letters; irregular ones stay as they are. */
export function plural(noun: string): string {
  if (/s$|craft$/.test(noun)) return noun;
  if (/(ch|sh|x|z)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
