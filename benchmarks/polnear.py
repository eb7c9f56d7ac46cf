"""Who says a number, on political news with attributions marked by hand (PolNeAR, LREC 2018).

    python -m benchmarks.polnear [--shared ../shared] [--errors] [--sourceless]

A gold attribution has words that are said (content), a cue, and mostly a source; each may stand in several pieces. The
numbers measured are those that tallybook reads as claims, since only they get an origin; how many that is stands beside
the figures. For each of them:

- *attributed*: in the gold where the numeral's own characters touch the content of an attribution with a source; found
  where the claim's origin is not null. Reported as precision, recall and F1. A number that stands only in contents
  without a source ("reportedly", "is expected to") is left out, since an origin cannot name nobody; with `--sourceless`
  it counts as attributed, for comparison.
- *source overlap*: of the numbers that are attributed in the gold, how many have an origin whose evidence touches a
  gold source. Attributions may be nested: the source of any that holds the number counts. Evidence of an origin is the
  words of its speaker where it speaks, a pronoun too (`origin`; the words of the cue do not count), and the mention
  elsewhere that they stand for or that it is carried over from (`origin_from`).

Some texts were marked by several persons; the first file, by name, is used. A text's place in the order of names gives
its half: rules are written with a look at errors of the half "read", the half "scored" is only ever scored.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tallybook.model import Claim, Document, Span
from tallybook.pipeline import extract_claims, read_pages

Figures = dict[str, float]
_HALVES = ("read", "scored")
_HASH = 5
"""Characters of "_ef2d", which tells apart the files of one text."""


@dataclass(frozen=True, slots=True)
class Said:
    """One gold attribution: where what is said stands, and who says it."""

    content: tuple[Span, ...]
    source: tuple[Span, ...]


@dataclass(slots=True)
class Tally:
    """Numbers by what is marked and what was found."""

    claims: int = 0
    left_out: int = 0
    gold: int = 0
    found: int = 0
    both: int = 0
    overlapping: int = 0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall of "attributed"."""
        return 2 * self.both / max(1, self.gold + self.found)

    def figures(self) -> Figures:
        """The figures by name."""
        return {
            "numbers": float(self.claims),
            "attributed_precision": self.both / max(1, self.found),
            "attributed_recall": self.both / max(1, self.gold),
            "attributed_f1": self.f1,
            "source_overlap": self.overlapping / max(1, self.gold),
        }

    def joined(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(*(getattr(self, name) + getattr(other, name) for name in Tally.__slots__))


def measure_polnear(shared: Path) -> Figures:
    """Figures named `polnear.*`, of all texts and of the half only scored; empty where the data is not there."""
    folder = shared / "data" / "polnear" / "dev"
    if not folder.is_dir():
        return {}
    tallies = score_texts(folder)
    whole = tallies["read"].joined(tallies["scored"]).figures()
    kept = {f"scored.{name}": value for name, value in tallies["scored"].figures().items()}
    return {f"polnear.{name}": value for name, value in {**whole, **kept}.items()}


def score_texts(folder: Path, *, sourceless: bool = False, errors: bool = False) -> dict[str, Tally]:
    """A tally for each half of a folder of texts and attributions; with `errors` those of the first are printed."""
    tallies = {half: Tally() for half in _HALVES}
    for place, (text, marks) in enumerate(_texts(folder)):
        half = _HALVES[place % 2]
        document = next(page for page in read_pages([text]) if isinstance(page, Document))
        gold = list(_attributions(marks))
        for claim in extract_claims(document).claims:
            _count(claim, gold, tallies[half], sourceless=sourceless)
            if errors and half == "read":
                _show(claim, gold, document)
    return tallies


def _count(claim: Claim, gold: list[Said], tally: Tally, *, sourceless: bool) -> None:
    holding = [said for said in gold if any(claim.core.touches(piece) for piece in said.content)]
    sourced = [said for said in holding if said.source]
    if holding and not sourced and not sourceless:
        tally.left_out += 1
        return
    found = claim.attribution.origin is not None
    tally.claims += 1
    tally.gold += bool(holding)
    tally.found += found
    tally.both += found and bool(holding)
    tally.overlapping += found and _overlaps(claim, sourced)


def _overlaps(claim: Claim, sourced: list[Said]) -> bool:
    return any(words.touches(piece) for said in sourced for piece in said.source for words in _speaker(claim))


def _speaker(claim: Claim) -> tuple[Span, ...]:
    """The words that name the origin, here and elsewhere, without those of the cue."""
    here, elsewhere = claim.evidence.get("origin", ""), claim.evidence.get("origin_from", "")
    return (*(here[:1] if not isinstance(here, str) else ()), *(elsewhere if not isinstance(elsewhere, str) else ()))


def _texts(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Each text with the first file of its attributions, by name."""
    for text in sorted((folder / "text").glob("*.txt")):
        marks = sorted(m for m in (folder / "attributions").glob("*.ann") if m.stem[:-_HASH] == text.stem)
        if marks:
            yield text, marks[0]


def _attributions(marks: Path) -> Iterator[Said]:
    """The attributions of one file in brat's standoff form: `T` lines are spans, `E` lines tie them together."""
    spans: dict[str, tuple[Span, ...]] = {}
    events: list[str] = []
    for line in marks.read_text(encoding="utf-8").splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            spans[name] = tuple(_pieces(rest.partition("\t")[0].partition(" ")[2]))
        elif name.startswith("E"):
            events.append(rest)
    for event in events:
        parts: dict[str, list[Span]] = defaultdict(list)
        for link in event.split():
            role, _, name = link.partition(":")
            parts[role.rstrip("0123456789")].extend(spans[name])
        yield Said(content=tuple(parts["Content"]), source=tuple(parts["Source"]))


def _pieces(offsets: str) -> Iterator[Span]:
    """ "575 842;843 1076"."""
    for piece in offsets.split(";"):
        start, end = piece.split()
        yield Span(int(start), int(end))


def _show(claim: Claim, gold: list[Said], document: Document) -> None:
    one = Tally()
    _count(claim, gold, one, sourceless=False)
    if one.gold == one.found == one.overlapping:
        return
    kind = "missed" if not one.found else "false" if not one.gold else "other"
    held = [s for s in gold if any(claim.core.touches(piece) for piece in s.content)]
    sources = [" … ".join(piece.of(document.text) for piece in said.source) for said in held]
    shown = [span.of(document.text) for span in _speaker(claim)]
    print(f"{kind}: {claim.core.of(document.text)!r} gold {sources} found {claim.attribution.origin!r} by {shown}")
    print(f"    {document.path}: {claim.sentence.of(document.text)}")


def main() -> int:
    """Print the figures of both halves."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with data/polnear/dev")
    parser.add_argument("--errors", action="store_true", help="print what differs in the half that is read")
    parser.add_argument("--sourceless", action="store_true", help="count attributions without a source as attributed")
    args = parser.parse_args()
    folder = args.shared / "data" / "polnear" / "dev"
    if not folder.is_dir():
        print(f"no {folder}", file=sys.stderr)
        return 3
    for half, tally in score_texts(folder, sourceless=args.sourceless, errors=args.errors).items():
        shown = "   ".join(f"{name} {value:.3f}" for name, value in tally.figures().items())
        print(f"{half:7} {shown}   ({tally.gold} attributed, {tally.found} found, {tally.left_out} left out)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
