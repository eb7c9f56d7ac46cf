import { useState } from "preact/hooks";
import { ClaimForm } from "./claim-form";
import { useWork } from "./context";
import { forgetDraft } from "./draft";
import { blank, type Draft } from "./fields";
import { shown } from "./figures";
import { SeriesChoice } from "./series-choice";
import type { SeriesItem, Span } from "./types";

interface Props {
  document: string;
  /** Where its number stands. */
  core: Span;
  before: Draft;
  /** The version of the book that the page is of. */
  seen: number;
  selected: Span | null;
  wordsAt: (span: Span) => string;
  onDone: () => void;
}

/** The fields of a claim that no program read, and the series it belongs to. */
export function MissedForm({ document, core, before, seen, selected, wordsAt, onDone }: Props) {
  const { session } = useWork();
  const [series, setSeries] = useState<SeriesItem | null>(null);
  const draft = `missed form ${document}`;
  const done = () => {
    forgetDraft(draft);
    onDone();
  };
  const save = async (claim: Record<string, unknown>) => {
    const act = { kind: "add missed", document, core, claim: { unit: "person", span: core, ...claim } };
    if (await session.add(act, seen, `“${shown(wordsAt(core))}” added`, series)) done();
  };
  return (
    <>
      <h3>
        Add a claim at <bdi>“{shown(wordsAt(core))}”</bdi>
      </h3>
      <SeriesChoice label="Series" none="As the program groups it" now={series} onChoose={setSeries} />
      <ClaimForm
        before={before}
        from={blank()}
        keptAs={draft}
        selected={selected}
        wordsAt={wordsAt}
        save="Add the claim"
        onSave={(claim) => void save(claim)}
        onCancel={done}
      />
    </>
  );
}
