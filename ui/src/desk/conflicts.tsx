import { useCell } from "./cell";
import { useWork } from "./context";
import { momentOf, shown } from "./figures";
import { Changes } from "./history";
import type { Conflict } from "./session";

/** Decisions that were not recorded, since somebody else decided in between: theirs beside mine, and a choice. */
export function Conflicts() {
  const { session } = useWork();
  const conflicts = useCell(session.conflicts);
  return (
    <>
      {conflicts.map((one) => (
        <One key={one.theirs.id + one.act.kind} conflict={one} />
      ))}
    </>
  );
}

function One({ conflict }: { conflict: Conflict }) {
  const { session } = useWork();
  const { theirs, act, what, version } = conflict;
  const again = () => {
    session.drop(conflict);
    void session.decide(act, version, what);
  };
  return (
    <div class="conflict" role="alert">
      <p>
        <b>Not saved: {what}.</b>{" "}
        <b>
          <bdi>{shown(theirs.by)}</bdi>
        </b>{" "}
        decided on the same thing before you, {momentOf(theirs.at)}: {theirs.kind}.
      </p>
      <Changes one={theirs} />
      <div class="row-of">
        <button type="button" class="plain" onClick={() => session.drop(conflict)}>
          Take theirs
        </button>
        <button type="button" class="plain strong-button" onClick={again}>
          Do mine again
        </button>
      </div>
    </div>
  );
}
