import type { RefObject } from "preact";
import { png, save, standalone } from "./picture";

/** SVG and PNG of a chart as it is on screen. */
export function Downloads({ figure, name }: { figure: RefObject<SVGSVGElement | null>; name: string }) {
  const file = name.replace(/[^\w-]+/g, "-").slice(0, 60);
  const svg = () => {
    if (figure.current) save(new Blob([standalone(figure.current)], { type: "image/svg+xml" }), `${file}.svg`);
  };
  const bitmap = async () => {
    if (figure.current) save(await png(figure.current), `${file}.png`);
  };
  return (
    <span class="downloads">
      <span class="soft">This chart as</span>
      <button type="button" class="plain" onClick={svg}>
        SVG
      </button>
      <button type="button" class="plain" onClick={bitmap}>
        PNG
      </button>
    </span>
  );
}
