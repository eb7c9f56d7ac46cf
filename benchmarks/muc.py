"""MUC-3/4 (Sundheim 1991, 1992): killed and wounded in all-capitals wire news of 1989 and 1990, by the keys of NIST.

    python -m benchmarks.muc [--data ../shared/data] [--errors]

A key is an event (killed, wounded), one or more numbers that all count as right, and how the number is hedged: "7",
"7-" (seven or more), "-7" (up to seven), "~7" (about). Where an incident had both dead and wounded, its keys give every
number to both events ("3 killed, 5 wounded": four keys); a number keyed with both is one key here, answered by either.
`recall_as_keyed` counts them apart, as they are written, so that it cannot reach 1. Keys hold counts of two and more;
smaller numbers are left out of what is found. A document's claims become pairs of event and number, equal pairs counted
once:

- an exact or hedged number is itself, a range is both its ends; "dozens" is no number;
- "killed or wounded" answers a key of either;
- what is planned, projected or denied has not happened and is left out.

Recall is the share of keys answered. Precision is the share of pairs that answer a key, over documents that have keys;
it is a lower bound, since only terrorist incidents in nine countries are keyed while a page tells of battles and other
years too. A hedge is right where, among the claims that answer a key, one is hedged as keyed.

Rules were made while reading the documents at even places of the file; those at odd places are only scored.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.scoring import Figures
from tallybook.model import Block, BlockKind, Claim, Document, Hedge, Modality, Span
from tallybook.pipeline import extract_claims
from tallybook.settings import Settings

EVENTS = {
    "killed": frozenset({"killed"}),
    "wounded": frozenset({"wounded"}),
    "killed or wounded": frozenset({"killed", "wounded"}),
    "killed or missing": frozenset({"killed"}),
}
UNHAPPENED = frozenset({Modality.PLANNED, Modality.PROJECTED, Modality.DENIED})
MARKS = {
    "exact": frozenset({Hedge.EXACT}),
    "about": frozenset({Hedge.ABOUT, Hedge.NEARLY}),
    "at least": frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN}),
    "up to": frozenset({Hedge.UP_TO, Hedge.LESS_THAN}),
}
SMALLEST = 2


@dataclass(frozen=True, slots=True)
class Key:
    """One keyed count: any of `numbers` is right, with the hedge it is given there."""

    events: frozenset[str]
    numbers: dict[int, frozenset[str]]

    def events_told(self, claim: Claim) -> frozenset[str]:
        """The keyed events that a claim tells with a keyed number."""
        told = self.events & EVENTS.get(claim.event, frozenset())
        return told if self.numbers.keys() & numbers_of(claim) else frozenset()

    def hedged_as(self, claim: Claim) -> bool:
        """Whether a claim that answers hedges as keyed."""
        marks = {mark for number in self.numbers.keys() & numbers_of(claim) for mark in self.numbers[number]}
        return any(claim.quantity.hedge in MARKS[mark] for mark in marks)


@dataclass(slots=True)
class Tally:
    """Keys and those answered, as pairs too; those answered with their hedge; pairs found, those that answer a key."""

    keys: int = 0
    answered: int = 0
    keyed_pairs: int = 0
    answered_pairs: int = 0
    hedged: int = 0
    found: int = 0
    right: int = 0

    def add(self, keys: Sequence[Key], claims: Sequence[Claim]) -> None:
        """Count one document."""
        answers = [[claim for claim in claims if key.events_told(claim)] for key in keys]
        pairs = {(claim.event, frozenset(numbers_of(claim))) for claim in claims}
        right = {(claim.event, frozenset(numbers_of(claim))) for found in answers for claim in found}
        self.keys += len(keys)
        self.answered += sum(map(bool, answers))
        self.keyed_pairs += sum(len(key.events) for key in keys)
        self.answered_pairs += sum(
            len(frozenset[str]().union(*map(key.events_told, found))) for key, found in zip(keys, answers, strict=True)
        )
        self.hedged += sum(any(map(key.hedged_as, found)) for key, found in zip(keys, answers, strict=True))
        self.found += len(pairs)
        self.right += len(right)

    def figures(self) -> Figures:
        """Recall, the lower bound of precision, their F1, and the share of hedges that are right."""
        recall, precision = self.answered / max(1, self.keys), self.right / max(1, self.found)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return {
            "recall": recall,
            "recall_as_keyed": self.answered_pairs / max(1, self.keyed_pairs),
            "precision": precision,
            "f1": f1,
            "hedge": self.hedged / max(1, self.answered),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A document of the set with its keys."""

    document: Document
    keys: tuple[Key, ...]


def measure_muc(shared: Path) -> Figures:
    """Figures `muc.read.*` and `muc.kept.*`; empty where the data is not there."""
    return score_muc(shared / "data")


def score_muc(data: Path, *, errors: bool = False) -> Figures:
    """The figures of both halves; `errors` prints those of the half that was read."""
    figures: Figures = {}
    halves = (("read", 0), ("kept", 1)) if (data / "muc" / "dev.jsonl").is_file() else ()
    for half, parity in halves:
        tally = Tally()
        for story in stories(data, parity):
            claims = casualties_of(story.document)
            tally.add(story.keys, claims)
            if errors and half == "read":
                print_errors(story, claims)
        figures.update({f"muc.{half}.{name}": value for name, value in tally.figures().items()})
    return figures


def stories(data: Path, parity: int) -> Iterator[Story]:
    """The stories that have keys, at even or odd places of the file."""
    lines = (data / "muc" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    for row in map(json.loads, lines[parity::2]):
        if row["counts"]:
            yield Story(document=_document(row["doc"], row["text"]), keys=tuple(_keys(row["counts"])))


def _keys(counts: Sequence[Mapping[str, Any]]) -> Iterator[Key]:
    """The keys of a document, one for the same numbers of both events."""
    events: dict[tuple[str, ...], set[str]] = {}
    for count in counts:
        events.setdefault(tuple(sorted(count["numbers"])), set()).add(count["event"])
    for written, told in events.items():
        yield Key(frozenset(told), _numbers(written))


def _numbers(written: Sequence[str]) -> dict[int, frozenset[str]]:
    """ "7" → 7 exact, "7-" → at least, "-7" → up to, "~7" → about."""
    numbers: dict[int, frozenset[str]] = {}
    for text in written:
        mark = "about" if text[0] == "~" else "up to" if text[0] == "-" else "at least" if text[-1] == "-" else "exact"
        value = int(text.strip("~-"))
        numbers[value] = numbers.get(value, frozenset()) | {mark}
    return numbers


def _document(name: str, text: str) -> Document:
    return Document(
        id=name,
        text=text,
        content_hash=hashlib.sha256(text.encode()).hexdigest(),
        blocks=(Block(span=Span(0, len(text)), kind=BlockKind.BODY, why="a story of the set"),),
        language="en",
    )


def casualties_of(document: Document) -> list[Claim]:
    """The claims of a document that can answer a key."""
    claims = extract_claims(document, settings=Settings()).claims
    return [c for c in claims if c.event in EVENTS and c.modality not in UNHAPPENED and numbers_of(c)]


def numbers_of(claim: Claim) -> set[int]:
    """The whole numbers of two and more that a claim states."""
    bounds = (claim.quantity.low, claim.quantity.high)
    return {int(b) for b in bounds if b is not None and b >= SMALLEST and b == int(b)}


def print_errors(story: Story, claims: Sequence[Claim]) -> None:
    """The keys without an answer or with another hedge, and the claims that answer none."""
    text = story.document.text
    for key in story.keys:
        found = [claim for claim in claims if key.events_told(claim)]
        if not found:
            print(f"{story.document.id} MISSED {sorted(key.events)} {sorted(key.numbers)}")
        elif not any(map(key.hedged_as, found)):
            hedges = [(claim.span.of(text), str(claim.quantity.hedge)) for claim in found]
            print(f"{story.document.id} HEDGE {sorted(key.events)} {key.numbers} found {hedges}")
    for claim in claims:
        if not any(key.events_told(claim) for key in story.keys):
            print(f"{story.document.id} FALSE {claim.event} {claim.span.of(text)} | {claim.sentence.of(text)}")


def main() -> int:
    """Print the figures; 3 where the data is not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(__file__).resolve().parents[2] / "shared" / "data")
    parser.add_argument("--errors", action="store_true", help="print what differs in the half that was read")
    options = parser.parse_args()
    figures = score_muc(options.data, errors=options.errors)
    for name, value in figures.items():
        print(f"{name:44} {value:10.3f}")
    return 0 if figures else 3


if __name__ == "__main__":
    sys.exit(main())
