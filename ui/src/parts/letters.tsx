import { LETTERS, remember } from "../state/keys";
import { useStore, type Store } from "../state/store";
import { useDesk } from "./context";
import { Toggle } from "./toggle";

/** The keys of the report, folded. */
export function Letters() {
  const { store } = useDesk();
  return (
    <details class="letters">
      <summary>Keys</summary>
      <LettersSwitch store={store} />
      <KeyList keys={LETTERS} />
    </details>
  );
}

/** Turns single letters off, and on again. */
export function LettersSwitch({ store }: { store: Store }) {
  const letters = useStore(store, (state) => state.letters);
  return <Toggle label="Single-letter keys" on={letters} onChange={(on) => remember(store, on)} />;
}

export function KeyList({ keys }: { keys: readonly (readonly [key: string, does: string])[] }) {
  return (
    <dl class="keys">
      {keys.map(([key, does]) => (
        <div>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
