import { LETTERS, remember } from "../state/keys";
import { useStore, type Store } from "../state/store";
import { Modal } from "./modal";

const REVIEW: [string, string][] = [
  ["a", "accept the claim, and go on"],
  ["x", "reject it, and go on"],
  ["e", "edit its fields; Ctrl + Enter saves, Esc cancels"],
  ["space", "skip it for now"],
  ["u", "undo your last decision"],
  ["?", "this help"],
];

/** Every key, and the switch that turns single letters off. */
export function Help({ store, onClose }: { store: Store; onClose: () => void }) {
  const letters = useStore(store, (state) => state.letters);
  const change = (on: boolean) => {
    remember(on);
    store.set({ letters: on });
  };
  return (
    <Modal title="Keys" onClose={onClose}>
      <label class="toggle">
        <input type="checkbox" checked={letters} onChange={(event) => change(event.currentTarget.checked)} /> Single-letter keys
      </label>
      <p class="soft small">Everything works by buttons too: Tab goes from one to the next, Enter presses it.</p>
      <Keys title="In the review" keys={REVIEW} />
      <Keys title="In the report" keys={LETTERS} />
      <button type="button" class="plain" onClick={onClose}>
        Close
      </button>
    </Modal>
  );
}

function Keys({ title, keys }: { title: string; keys: [string, string][] }) {
  return (
    <>
      <h3>{title}</h3>
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
    </>
  );
}
