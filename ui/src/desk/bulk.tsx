import { counted } from "../parts/numbers";
import { useWork } from "./context";
import { figureOf, shown } from "./figures";
import { Pick } from "./pick";
import type { Act, ClaimItem } from "./types";

/** What can be done with the claims that were chosen. */
export function Bulk({ chosen, seen, onDone }: { chosen: ClaimItem[]; seen: number; onDone: () => void }) {
  const { session } = useWork();
  const [first, second] = chosen;
  const words = chosen.map(({ quantity }) => figureOf(quantity)).join(", ");
  const decide = async (acts: Act[], what: string) => {
    for (const act of acts) if (!(await session.decide(act, seen, what))) return;
    onDone();
  };
  const pair = (kind: string, what: string) => void decide([{ kind, anchor: first?.anchor, other: second?.anchor }], `${words}: ${what}`);
  return (
    <div class="bulk" role="region" aria-label="Chosen claims">
      <p>
        <b>{counted(chosen.length, "claim")} chosen:</b> <bdi>{words}</bdi>
      </p>
      <div class="row-of">
        <button
          type="button"
          class="plain"
          onClick={() => void decide([{ kind: "split", anchors: chosen.map(({ anchor }) => anchor) }], `${words} split off`)}
        >
          Split off as a series
        </button>
        {chosen.length === 2 && (
          <>
            <button type="button" class="plain" onClick={() => pair("same statement", "one statement")}>
              Same statement
            </button>
            <button type="button" class="plain" onClick={() => pair("different statement", "two statements")}>
              Different statements
            </button>
          </>
        )}
        <button type="button" class="plain" onClick={onDone}>
          Choose none
        </button>
      </div>
      <Pick
        label="Move to series"
        action="Move"
        without={null}
        onPick={(one) =>
          void decide(
            chosen.map(({ anchor }) => ({ kind: "move", anchor, to: one.anchor })),
            `${words} moved to “${shown(one.title)}”`,
          )
        }
      />
    </div>
  );
}
