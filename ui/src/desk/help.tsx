import { KeyList, LettersSwitch } from "../parts/letters";
import { LETTERS } from "../state/keys";
import type { Store } from "../state/store";
import { Modal } from "./modal";

const REVIEW = [
  ["a", "accept the claim, and go on"],
  ["x", "reject it, and go on"],
  ["e", "edit its fields; Ctrl + Enter saves, Esc cancels"],
  ["space", "skip it for now"],
  ["u", "undo your last decision"],
  ["?", "this help"],
] as const;

/** Every key, and the switch that turns single letters off. */
export function Help({ store, onClose }: { store: Store; onClose: () => void }) {
  return (
    <Modal title="Keys" onClose={onClose}>
      <LettersSwitch store={store} />
      <p class="soft small">Everything works by buttons too: Tab goes from one to the next, Enter presses it.</p>
      <h3>In the review</h3>
      <KeyList keys={REVIEW} />
      <h3>In the report</h3>
      <KeyList keys={LETTERS} />
      <button type="button" class="plain" onClick={onClose}>
        Close
      </button>
    </Modal>
  );
}
