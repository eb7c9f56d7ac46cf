"""Score the quantity reader on NewsQuant and the R-Text sets (Almasian et al., EMNLP 2023), and time it.

    python benchmarks/quantity_newsquant.py --data ../shared/data [--errors]

A prediction is right where value (and direction of change) equal one annotation of the same sentence. What differs by
convention only is translated here: shares and cents are written as said, open and vague bounds become a sign and a
decade, "from 20 to 30" is one value even where it says how something rose.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tallybook.lexicon import load_lexicon
from tallybook.model.quantity import Hedge, Measure, QuantityMention
from tallybook.quantity import read_quantities

SETS = ("NewsQuant", "age-model", "currency-model", "dimension-model", "temperature-model")
WITH_CHANGE = frozenset({"NewsQuant"})  # the others are not annotated with it
FLOORS = {"value F1": 0.90, "value + change F1": 0.85}
_SIGNS = {
    Hedge.ABOUT: "~",
    Hedge.NEARLY: "~",
    Hedge.AT_LEAST: ">",
    Hedge.MORE_THAN: ">",
    Hedge.UP_TO: "<",
    Hedge.LESS_THAN: "<",
}
_DECADES = {"dozens": 12, "tens": 10, "hundreds": 100, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
MINOR = frozenset({"cent", "cents", "pence", "p", "sen", "kopecks"})
Value = tuple[float, ...]
Found = tuple[str, Value]


@dataclass(slots=True)
class Tally:
    """Right, predicted and annotated values."""

    right: int = 0
    predicted: int = 0
    annotated: int = 0

    def add(self, predicted: Counter[Found], annotated: Counter[Found]) -> None:
        """Count one sentence."""
        self.right += (predicted & annotated).total()
        self.predicted += predicted.total()
        self.annotated += annotated.total()

    @property
    def precision(self) -> float:
        """Share of the predicted that is right."""
        return self.right / max(1, self.predicted)

    @property
    def recall(self) -> float:
        """Share of the annotated that was predicted."""
        return self.right / max(1, self.annotated)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / max(1, self.predicted + self.annotated)


def main() -> int:
    """Print the figures of every set; exit 1 where NewsQuant falls below its floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(__file__).resolve().parents[2] / "shared" / "data")
    parser.add_argument("--errors", action="store_true", help="print what differs")
    options = parser.parse_args()
    folder = options.data / "newsquant"
    if not folder.is_dir():
        print(f"no {folder}", file=sys.stderr)
        return 3
    scores = {name: _score(folder / f"{name}.json", show=options.errors) for name in SETS}
    for name, (value, change) in scores.items():
        both = f"   value + change F1 {change.f1:.3f}" if name in WITH_CHANGE else ""
        print(
            f"{name:18} value P {value.precision:.3f} R {value.recall:.3f} F1 {value.f1:.3f}{both}"
            f"   ({value.annotated} values)"
        )
    print(f"{'speed':18} {_speed(folder / 'NewsQuant.json'):.0f} sentences/s on one core")
    print(f"{'CQE, as published':18} value F1 0.920   value + change F1 0.881 (on both halves)")
    value, change = scores["NewsQuant"]
    return int(value.f1 < FLOORS["value F1"] or change.f1 < FLOORS["value + change F1"])


def _score(path: Path, *, show: bool) -> tuple[Tally, Tally]:
    value, change = Tally(), Tally()
    lexicon = load_lexicon("en")
    for row in json.loads(path.read_text("utf-8")):
        annotated = Counter((entry.get("change", "="), _parsed(entry["value"])) for entry in row["quantities"])
        predicted = Counter(_translated(row["text"], read_quantities(row["text"], lexicon)))
        values = _without_change(predicted), _without_change(annotated)
        value.add(*values)
        change.add(predicted, annotated)
        if show and (values[0] != values[1] or (path.stem == "NewsQuant" and predicted != annotated)):
            extra, missing = sorted((predicted - annotated).elements()), sorted((annotated - predicted).elements())
            print(f"{path.stem}: {row['text']}\n    extra {extra}  missing {missing}")
    return value, change


def _without_change(found: Counter[Found]) -> Counter[Found]:
    return Counter({("", value): 0 for _, value in found}) + Counter(("", value) for _, value in found.elements())


def _parsed(value: str) -> Value:
    """ "58.24" or "252.0-287.0"."""
    low, dash, high = value.replace(",", "").lstrip("-").partition("-")
    if "E" in low or not dash:
        return (_rounded(float(value.replace(",", ""))),)
    sign = -1 if value.startswith("-") else 1
    return (_rounded(sign * float(low)), _rounded(float(high)))


def _rounded(value: float) -> float:
    return float(f"{value:.6g}")


def _translated(text: str, mentions: Iterable[QuantityMention]) -> Iterator[Found]:
    """Our mentions in the data's conventions."""
    kept = [mention for mention in mentions if mention.measure is not Measure.ORDINAL]
    at, sign = 0, ""
    while at < len(kept):
        mention = kept[at]
        value = _value(text, mention)
        if at + 1 < len(kept) and _rises_to(text, mention, kept[at + 1]):
            at += 1
            value = (value[0], _value(text, kept[at])[-1])
        sign = sign if sign and _restates(text, kept[at - 1] if at else None, mention) else _change(text, mention)
        yield sign, value
        at += 1


def _restates(text: str, before: QuantityMention | None, mention: QuantityMention) -> bool:
    """Whether the number says the one before it again in another unit: "7.5 million crowns ($1.1 million)"."""
    if before is None or before.measure is not mention.measure:
        return False
    between = text[before.span.end : mention.span.start]
    is_measured = mention.measure in (Measure.MONEY, Measure.PHYSICAL)
    return is_measured and len(between) < 25 and between.rstrip().endswith(("(", "/"))


def _rises_to(text: str, start: QuantityMention, end: QuantityMention) -> bool:
    """Whether two numbers are "from 20 (miles) to 30"."""
    before, between = text[: start.span.start].rstrip().lower(), text[start.span.end : end.span.start].split()
    return before.endswith("from") and 0 < len(between) <= 4 and between[-1].lower() == "to"


def _value(text: str, mention: QuantityMention) -> Value:
    quantity = mention.quantity
    if quantity.hedge is Hedge.VAGUE:
        return _vague(mention.core.of(text).lower())
    said = [bound for bound in (quantity.low, quantity.high) if bound is not None]
    proof = mention.unit_span.of(text).lower() if mention.unit_span else ""
    is_percentage = mention.measure is Measure.SHARE and proof.startswith(("%", "per", "pct", "pc"))
    is_minor = mention.measure is Measure.MONEY and proof in MINOR and " " not in mention.core.of(text)
    factor = 100 if is_percentage or is_minor else 1
    return tuple(dict.fromkeys(_rounded(bound * factor) for bound in said))


def _vague(word: str) -> Value:
    """The decade that the data gives to "thousands"; "several hundred" has no value there."""
    parts = [_DECADES[part] for part in word.split() if part in _DECADES]
    if not parts:
        return ()
    low = float(1)
    for part in parts:
        low *= part
    return (low,) if low == _DECADES["dozens"] else (low, low * 10)


def _change(text: str, mention: QuantityMention) -> str:
    if mention.quantity.hedge in _SIGNS:
        return _SIGNS[mention.quantity.hedge]
    if mention.quantity.hedge is Hedge.RANGE and text[mention.span.start :].startswith(
        ("~", "about", "around", "roughly")
    ):
        return "~"
    return mention.change or "="


def _speed(path: Path) -> float:
    lexicon = load_lexicon("en")
    sentences = [row["text"] for row in json.loads(path.read_text("utf-8"))]
    for sentence in sentences:
        read_quantities(sentence, lexicon)
    start = time.process_time()
    for sentence in sentences:
        read_quantities(sentence, lexicon)
    return len(sentences) / (time.process_time() - start)


if __name__ == "__main__":
    sys.exit(main())
