"""What befell the counted: rows of one sentence with the event of each number (tests/cases/<language>/events)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.cases import Row, document_of, rows_of
from benchmarks.rows import CASES
from benchmarks.scoring import Figures
from tallybook.model import Claim
from tallybook.pipeline import extract_claims

FOLDER = CASES / "events"


def measure_events(shared: Path) -> Figures:
    """`events.<set>`: of the numbers of a set's rows, the share that is found and has the right event."""
    del shared  # the rows stand in the project
    return {f"events.{file.stem}": _share_right(file) for file in sorted(FOLDER.glob("*.jsonl"))}


def _share_right(file: Path) -> float:
    right = [claim is not None and claim.event == event for row in rows_of(file) for event, claim in told_in(row)]
    return sum(right) / len(right)


def told_in(row: Row) -> Iterator[tuple[str, Claim | None]]:
    """The event that each number of a row has, with the claim that was read from it, None where none was."""
    found = list(extract_claims(document_of(row)).claims)
    for number, event, _ in row["claims"]:
        claim = next((c for c in found if _is_number(c, number, row["text"])), None)
        if claim is not None:
            found.remove(claim)
        yield event, claim


def _is_number(claim: Claim, number: str, text: str) -> bool:
    """Whether a claim's words are a number of the row, or one of them lies within the other."""
    words = claim.span.of(text)
    return words in number or number in words
