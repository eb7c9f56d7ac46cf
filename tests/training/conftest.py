"""The recipe is no part of the installed package: its tests find it at the root of the checkout."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = str(Path(__file__).parents[2])
if ROOT not in sys.path:
    sys.path.append(ROOT)

from training.conllu import Sentence, read_conllu  # noqa: E402

Read = Callable[[str], list[Sentence]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Sentences from rows "place form lemma upos head relation [misc]"; other lines stand as they are."""

    def rows_to_sentences(table: str) -> list[Sentence]:
        path = tmp_path / "table.conllu"
        path.write_text("\n".join(map(_line, table.strip().splitlines())) + "\n", encoding="utf-8")
        return list(read_conllu(path))

    return rows_to_sentences


def _line(row: str) -> str:
    cells = row.split()
    if not cells or cells[0] == "#":
        return row.strip()
    place, form, lemma, upos, head, relation, *misc = (cell.replace("␣", " ") for cell in cells)
    return "\t".join((place, form, lemma, upos, "_", "_", head, relation, "_", misc[0] if misc else "_"))
