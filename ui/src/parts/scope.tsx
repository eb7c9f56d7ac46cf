import type { Facet } from "../data/facets";
import { useStore } from "../state/store";
import { useDesk } from "./context";
import { Filters } from "./filters";

const BY: readonly Facet[] = ["who", "side", "event", "place"];

/** What the overview and the list of series are narrowed to. */
export function Scope() {
  const { index, store } = useDesk();
  const scope = useStore(store, (state) => state.scope);
  return (
    <div class="tools">
      <Filters claims={index.book.claims} facets={BY} choice={scope} onChange={(choice) => store.set({ scope: choice })} />
      {Object.keys(scope).length > 0 && (
        <button type="button" class="plain" onClick={() => store.set({ scope: {} })}>
          Show all
        </button>
      )}
    </div>
  );
}
