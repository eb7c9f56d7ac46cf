import { useState } from "preact/hooks";
import { counted } from "../parts/numbers";
import { useWork } from "./context";
import { shown } from "./figures";
import { useAsked } from "./loading";
import { Pager } from "./pager";
import type { SourceItem } from "./types";

const GRADES: [string, string][] = [
  ["A", "completely reliable"],
  ["B", "usually reliable"],
  ["C", "fairly reliable"],
  ["D", "not usually reliable"],
  ["E", "unreliable"],
  ["F", "cannot be judged"],
];
const SIZE = 50;

/** Who speaks and who prints, each with its grade. */
export function Grades() {
  const { session } = useWork();
  const [role, setRole] = useState("");
  const [page, setPage] = useState(1);
  const found = useAsked(() => session.api.list<SourceItem>("/sources", { role, page, size: SIZE }), [role, page]);
  const grade = (one: SourceItem, to: string) =>
    void session.decide({ kind: "grade", source: one.name, grade: to }, found?.version ?? 0, `${shown(one.name)} graded ${to}`);
  return (
    <section aria-labelledby="grades-heading">
      <h2 id="grades-heading">Grades of sources</h2>
      <p class="intro soft">How far each is to be relied on, by the Admiralty code. Policies that weigh by grade use it.</p>
      <div class="tools">
        <label class="filter">
          <span>Which</span>
          <select
            value={role}
            onChange={(event) => {
              setRole(event.currentTarget.value);
              setPage(1);
            }}
          >
            <option value="">all</option>
            <option value="origin">those who speak</option>
            <option value="outlet">those who print</option>
          </select>
        </label>
      </div>
      <ul class="grade-list">
        {found?.value.items.map((one) => (
          <li key={`${one.role} ${one.name}`}>
            <p>
              <b>
                <bdi>{shown(one.name)}</bdi>
              </b>{" "}
              <span class="soft small">
                {one.role === "origin" ? "speaks" : "prints"} · {counted(one.claims, "claim")}
                {one.side && ` · speaks for ${shown(one.side)}`}
              </span>
            </p>
            <label>
              <span class="offscreen">Grade of {shown(one.name)}</span>
              <select value={one.grade ?? ""} onChange={(event) => grade(one, event.currentTarget.value)}>
                {!one.grade && <option value="">no grade</option>}
                {one.grade && one.grade.length > 1 && <option value={one.grade}>{one.grade}</option>}
                {GRADES.map(([letter, words]) => (
                  <option value={letter}>{`${letter} – ${words}`}</option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ul>
      {found && <Pager page={page} size={SIZE} total={found.value.total} onPage={setPage} />}
    </section>
  );
}
