"""The scorer of the MUC keys, on stories of our own."""

from __future__ import annotations

import json

import pytest
from benchmarks.muc import score_muc

TEXT = "LIMA, 3 MAR 90 -- [TEXT] THREE MINERS WERE KILLED AND ABOUT 20 WOUNDED. IN JUNE, 40 OTHERS DIED."


def count(event: str, *numbers: str) -> dict[str, object]:
    """A keyed count."""
    return {"event": event, "numbers": list(numbers)}


CASES = [
    ([count("killed", "3"), count("wounded", "~20")], (1, 1, 2 / 3, 1), "found, with its hedge"),
    ([count("killed", "3", "4")], (1, 1, 1 / 3, 1), "any of several numbers"),
    ([count("killed", "3-")], (1, 1, 1 / 3, 0), "the other hedge"),
    ([count("killed", "5")], (0, 0, 0, 0), "not told"),
    ([count("wounded", "3")], (0, 0, 0, 0), "the other event"),
    ([count("killed", "3"), count("wounded", "3")], (1, 1 / 2, 1 / 3, 1), "a number of an incident with both"),
]


@pytest.mark.parametrize(("counts", "expected", "why"), CASES, ids=[case[2] for case in CASES])
def test_figures(tmp_path, counts, expected, why):
    (tmp_path / "muc").mkdir()
    rows = [{"doc": "own-1", "text": TEXT, "counts": counts}, {"doc": "own-2", "text": TEXT, "counts": []}]
    (tmp_path / "muc" / "dev.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    figures = score_muc(tmp_path)
    names = ("recall", "recall_as_keyed", "precision", "hedge")
    assert tuple(figures[f"muc.read.{name}"] for name in names) == pytest.approx(expected), why
    assert figures["muc.kept.recall"] == 0


def test_without_data_there_are_no_figures(tmp_path):
    assert score_muc(tmp_path) == {}
