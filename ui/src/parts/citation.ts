import type { Claim, Document } from "../data/types";
import { plainWords } from "./words";

/** A claim as it can be cited: its words, who says them, where they stand, and the fingerprint of the text. */
export function citationOf(claim: Claim, document: Document): string {
  const words = plainWords(claim.passage).trim();
  const quoted = words ? `“${words}” ` : "";
  const place = [document.author, `“${document.title}”`, document.outlet, document.date].filter(Boolean).join(", ");
  const link = document.link ? ` ${document.link}.` : "";
  return `${claim.said}. ${quoted}(${[claim.who, claim.route].filter(Boolean).join(", ")}). ${place}.${link} SHA-256 of the text ${document.hash}.`;
}

/** Puts text on the clipboard; false where the browser does not let a page do so. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** For pages opened from a file in browsers that give them no clipboard. */
function copyBySelection(text: string): boolean {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "offscreen";
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  return copied;
}
