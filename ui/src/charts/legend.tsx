import type { Claim, Modality } from "../data/types";
import { DASHES, SHAPES } from "./marks";

/** What the marks mean, as far as they occur. */
export function Legend({ claims, band }: { claims: Claim[]; band: boolean }) {
  const hedges = new Set(claims.map(({ hedge }) => hedge));
  const has = (...names: string[]) => names.some((name) => hedges.has(name));
  const modalities = (Object.keys(SHAPES) as Modality[]).filter((name) => claims.some(({ modality }) => modality === name));
  return (
    <ul class="marks-key" aria-label="What the marks mean">
      {modalities.map((name) => (
        <Sample words={name === "reported" ? "one statement" : name} tone={name}>
          <line class="reach" x1="4" x2="32" y1="9" y2="9" stroke-dasharray={DASHES[name] || undefined} />
          <path class="point" d={SHAPES[name]} transform="translate(18,9)" />
        </Sample>
      ))}
      {has("about", "nearly") && (
        <Sample words="about, nearly">
          <path class="point hollow" d={SHAPES.reported} transform="translate(18,9)" />
        </Sample>
      )}
      {has("range") && (
        <Sample words="between two">
          <line class="reach" x1="7" x2="29" y1="9" y2="9" />
          <path class="point" d={SHAPES.reported} transform="translate(7,9)" />
          <path class="point" d={SHAPES.reported} transform="translate(29,9)" />
        </Sample>
      )}
      {has("at least", "more than", "up to", "less than") && (
        <Sample words="at least, up to: open end">
          <line class="reach open" x1="7" x2="34" y1="9" y2="9" />
          <path class="point" d={SHAPES.reported} transform="translate(7,9)" />
          <path class="arrow" d="M28,4L34,9L28,14" />
        </Sample>
      )}
      {band && (
        <Sample words="what the evidence allows, and best">
          <rect class="allowed" x="2" y="2" width="32" height="14" />
          <line class="bestline" x1="2" x2="34" y1="9" y2="9" />
        </Sample>
      )}
    </ul>
  );
}

function Sample({ words, tone = "reported", children }: { words: string; tone?: string; children: preact.ComponentChildren }) {
  return (
    <li>
      <svg class={`tone-${tone}`} width="36" height="18" aria-hidden="true">
        {children}
      </svg>
      {words}
    </li>
  );
}
