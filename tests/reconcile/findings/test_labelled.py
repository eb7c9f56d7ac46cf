"""Labelled sets of claims: every finding a set must give is given, and none that it must not.

`known_misses.txt` beside the sets names those that do not come out right yet; each must keep failing until it is
mended and struck off. The sets of `held_out*.jsonl` are only measured.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from benchmarks.cases import rows_of
from benchmarks.claim_sets import Row, evidence_of, named_claims
from benchmarks.findings import FOLDER, verdict_of

from tallybook.registry import Registry
from tallybook.view.findings import KINDS

KNOWN_MISSES = frozenset((FOLDER / "known_misses.txt").read_text(encoding="utf-8").split())
OPEN_SETS = [row for file in sorted(FOLDER.glob("*.jsonl")) if "held_out" not in file.stem for row in rows_of(file)]


def sets() -> Iterator[object]:
    for row in OPEN_SETS:
        marks = [pytest.mark.xfail(strict=True, reason="known miss")] if row["id"] in KNOWN_MISSES else []
        yield pytest.param(row, id=f"{row['id']}: {row['focus']}", marks=marks)


@pytest.mark.parametrize("row", list(sets()))
def test_findings_of_set(row: Row, registry: Registry) -> None:
    verdict = verdict_of(row, registry)
    assert (verdict.missed, verdict.false) == ((), ())


def test_known_misses_name_sets() -> None:
    assert {row["id"] for row in OPEN_SETS} >= KNOWN_MISSES


def test_no_two_sets_have_one_id() -> None:
    assert len({row["id"] for row in OPEN_SETS}) == len(OPEN_SETS)


@pytest.mark.parametrize("row", OPEN_SETS, ids=lambda row: row["id"])
def test_labels_name_what_is_there(row: Row) -> None:
    kinds = {kind for kind, *_ in KINDS}
    wanted = {must["kind"] for must in row.get("must", ())}
    assert set(named_claims(row)) <= {claim.id for claim in evidence_of(row).claims}
    assert wanted | set(row.get("must_not", ())) <= kinds
    assert not wanted & set(row.get("must_not", ()))
