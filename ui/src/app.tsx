import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { useDesk } from "./parts/context";
import { Drawer } from "./parts/drawer";
import { Letters } from "./parts/letters";
import { isSection, isWork, useStore, VIEWS, type ViewName, type WorkName } from "./state/store";
import { Findings } from "./views/findings";
import { Forecasts } from "./views/forecasts";
import { Lineage } from "./views/lineage";
import { MapView } from "./views/map";
import { Numbers } from "./views/numbers";
import { Overview } from "./views/overview";

const COMPONENTS: Record<(typeof VIEWS)[number], ComponentType> = {
  overview: Overview,
  numbers: Numbers,
  lineage: Lineage,
  findings: Findings,
  forecasts: Forecasts,
  map: MapView,
};

/** One view at a time, with the evidence beside it. */
export function App({ work }: { work?: Record<WorkName, ComponentType> }) {
  const { store } = useDesk();
  const view = useStore(store, (state) => state.view);
  const target = useStore(store, (state) => state.target);
  const series = useStore(store, (state) => state.series);
  useEffect(() => {
    const show = () => showView(view, target);
    show();
    // The page's own sections stand behind the script: a target in them may not be there yet.
    if (document.readyState !== "loading") return;
    document.addEventListener("DOMContentLoaded", show);
    return () => document.removeEventListener("DOMContentLoaded", show);
  }, [view, target, series]);
  const View = isWork(view) ? (work?.[view] ?? Overview) : isSection(view) ? null : COMPONENTS[view];
  return (
    <>
      {View && (
        <div class="view">
          <View />
          {!isWork(view) && <Letters />}
        </div>
      )}
      <Drawer />
    </>
  );
}

/** Tells the page which section is on, marks it in the contents, and brings the target on screen. */
function showView(view: ViewName, target: string | null): void {
  document.documentElement.dataset["view"] = view;
  for (const link of document.querySelectorAll<HTMLAnchorElement>("nav a")) {
    if (link.getAttribute("href") !== `#${view}`) link.removeAttribute("aria-current");
    else {
      link.setAttribute("aria-current", "page");
      link.parentElement?.parentElement?.scrollTo({ left: link.offsetLeft - 24 });
    }
  }
  const element = target === null ? null : document.querySelector(`[data-at="${CSS.escape(target)}"], main [id="${CSS.escape(target)}"]`);
  document.querySelectorAll(".at").forEach((other) => other.classList.remove("at"));
  if (element) {
    element.classList.add("at");
    element.scrollIntoView({ block: "start" });
  } else if (scrollY > 400) scrollTo(0, 0);
}
