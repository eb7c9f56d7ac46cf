import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import { png, save, standalone } from "./picture";

/** SVG and PNG of a chart as it is on screen. */
export function Downloads({ figure, name }: { figure: RefObject<SVGSVGElement | null>; name: string }) {
  const [wrong, setWrong] = useState("");
  const file = name.replace(/[^\w-]+/g, "-").slice(0, 60);
  const keep = async (ending: string, draw: (chart: SVGSVGElement) => Blob | Promise<Blob>) => {
    try {
      if (figure.current) save(await draw(figure.current), `${file}.${ending}`);
      setWrong("");
    } catch (error) {
      setWrong(`No picture: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const svg = (chart: SVGSVGElement) => new Blob([standalone(chart)], { type: "image/svg+xml" });
  return (
    <span class="downloads">
      <span class="soft" role="status">
        {wrong || "This chart as"}
      </span>
      <button type="button" class="plain" onClick={() => void keep("svg", svg)}>
        SVG
      </button>
      <button type="button" class="plain" onClick={() => void keep("png", png)}>
        PNG
      </button>
    </span>
  );
}
