import { useState } from "preact/hooks";
import { copy } from "./citation";

/** A button that copies a text and says so. */
export function CopyButton({ label, text }: { label: string; text: () => string }) {
  const [said, setSaid] = useState("");
  const run = async () => {
    setSaid((await copy(text())) ? "Copied" : "Not copied");
    setTimeout(() => setSaid(""), 1600);
  };
  return (
    <button type="button" class="plain" onClick={run}>
      <span aria-live="polite">{said || label}</span>
    </button>
  );
}
