import { useState } from "preact/hooks";
import { useCell } from "./cell";
import { useWork } from "./context";
import { Modal } from "./modal";

/** Asks for the reviewer's name: with the first decision, or when they want another. */
export function NameDialog() {
  const { session } = useWork();
  return useCell(session.asking) ? <Ask /> : null;
}

function Ask() {
  const { session } = useWork();
  const [name, setName] = useState(session.name.value ?? "");
  return (
    <Modal title="Who are you?" onClose={() => session.call(null)}>
      <p>Your name stands beside every decision you make. It is kept in this browser.</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) session.call(name);
        }}
      >
        <label class="field stretch">
          <span>Name</span>
          <input type="text" value={name} maxLength={200} dir="auto" autoComplete="name" onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <div class="row-of">
          <button type="submit" class="plain strong-button" disabled={!name.trim()}>
            That is me
          </button>
          <button type="button" class="plain" onClick={() => session.call(null)}>
            Cancel
          </button>
        </div>
      </form>
    </Modal>
  );
}
