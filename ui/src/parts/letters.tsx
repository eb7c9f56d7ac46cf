import { LETTERS, remember } from "../state/keys";
import { useStore } from "../state/store";
import { useDesk } from "./context";

/** The keys, and the switch that turns single letters off. */
export function Letters() {
  const { store } = useDesk();
  const letters = useStore(store, (state) => state.letters);
  const change = (on: boolean) => {
    remember(on);
    store.set({ letters: on });
  };
  return (
    <details class="letters">
      <summary>Keys</summary>
      <label class="toggle">
        <input type="checkbox" checked={letters} onChange={(event) => change(event.currentTarget.checked)} /> Single-letter keys
      </label>
      <dl class="about">
        {LETTERS.map(([key, does]) => (
          <div>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
