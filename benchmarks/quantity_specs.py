"""Score the quantity reader on Recognizers-Text's English number specs.

    python -m benchmarks.quantity_specs [--data ../shared/data] [--errors]

A case is right where texts and values of all its results are equal. What differs by convention only is translated
here: NumberModel knows no hedges, ordinals, currencies or units; NumberRangeModel only ranges and open bounds.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from tallybook.lexicon import load_lexicon
from tallybook.model.quantity import Hedge, Measure, QuantityMention
from tallybook.quantity import read_quantities, read_value

Result = tuple[str, str]
Adapter = Callable[[str, Iterable[QuantityMention]], Iterator[Result]]
FLOORS = {"NumberModel": 0.95, "NumberRangeModel": 0.85, "PercentModel": 0.0, "OrdinalModel": 0.0}


def main() -> int:
    """Print one figure per model; exit 1 where one falls below its floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(__file__).resolve().parents[2] / "shared" / "data")
    parser.add_argument("--errors", action="store_true", help="print what differs")
    options = parser.parse_args()
    folder = options.data / "specs" / "English"
    if not folder.is_dir():
        print(f"no {folder}", file=sys.stderr)
        return 3
    adapters: dict[str, Adapter] = {
        "NumberModel": _numbers,
        "NumberRangeModel": _ranges,
        "PercentModel": _percents,
        "OrdinalModel": _ordinals,
    }
    below = False
    for name, adapter in adapters.items():
        right, total = _score(folder / f"{name}.json", adapter, show=options.errors)
        print(f"{name:18} {right}/{total} = {right / total:.3f}")
        below |= right / total < FLOORS[name]
    return int(below)


def _score(path: Path, adapter: Adapter, *, show: bool) -> tuple[int, int]:
    lexicon = load_lexicon("en")
    right, rows = 0, json.loads(path.read_text("utf-8-sig"))
    for row in rows:
        text = row["Input"]
        expected = [(result["Text"].lower(), _resolved(result)) for result in row["Results"]]
        found = [(words.lower(), value) for words, value in adapter(text, read_quantities(text, lexicon))]
        is_right = len(found) == len(expected) and all(map(_same, found, expected))
        right += is_right
        if show and not is_right:
            print(f"{path.stem}: {text!r}\n    expected {expected}\n    found    {found}")
    return right, len(rows)


def _resolved(result: dict[str, Any]) -> str:
    return str((result.get("Resolution") or {}).get("value"))


def _same(found: Result, expected: Result) -> bool:
    if found[0] != expected[0]:
        return False
    try:
        return math.isclose(float(found[1]), float(expected[1]), rel_tol=1e-9)
    except ValueError:
        return found[1] == expected[1]


def _numbers(text: str, mentions: Iterable[QuantityMention]) -> Iterator[Result]:
    lexicon = load_lexicon("en")
    for mention in mentions:
        is_glued_unit = mention.unit_span is not None and mention.unit_span.start == mention.core.end
        if mention.measure is Measure.ORDINAL or (is_glued_unit and mention.measure is Measure.PHYSICAL):
            continue
        core = mention.core.of(text)
        value = read_value(core, lexicon)
        parts = [core]
        if value is None or value.hedge is Hedge.RANGE:
            parts = re.split(r"\s(?:to|and|or)\s|[-–,]", core)
        for part in parts:
            value = read_value(part.strip(), lexicon)
            if value is not None and value.low is not None:
                yield part.strip(), repr(value.low)


def _percents(text: str, mentions: Iterable[QuantityMention]) -> Iterator[Result]:
    for mention in mentions:
        if mention.measure is Measure.SHARE and mention.quantity.low is not None:
            yield mention.span.of(text), f"{round(mention.quantity.low * 100, 9):g}%"


def _ordinals(text: str, mentions: Iterable[QuantityMention]) -> Iterator[Result]:
    for mention in mentions:
        if mention.measure is Measure.ORDINAL:
            yield mention.core.of(text), repr(mention.quantity.low)


_FIXED = {
    Hedge.AT_LEAST: "[{low},)",
    Hedge.MORE_THAN: "({low},)",
    Hedge.UP_TO: "(,{high}]",
    Hedge.LESS_THAN: "(,{high})",
}


def _ranges(text: str, mentions: Iterable[QuantityMention]) -> Iterator[Result]:
    for mention in mentions:
        span, hedge = mention.span, mention.quantity.hedge
        if mention.hedge_span:
            span = span.joined(mention.hedge_span)
        words = re.sub(r"^about ", "", span.of(text))
        shown = {"low": _shown(mention.quantity.low), "high": _shown(mention.quantity.high)}
        if hedge is Hedge.RANGE:
            yield words, _brackets(words).format(**shown)
        elif hedge in _FIXED:
            yield words, _FIXED[hedge].format(**shown)
        elif hedge is Hedge.EXACT and mention.hedge_span:
            yield words, "[{low},{high}]".format(**shown)


def _brackets(words: str) -> str:
    """Between numbers the data leaves the upper bound open; two open bounds keep their own."""
    low, both, high = words.lower().partition(" and ")
    if not both or low.startswith("between"):
        return "[{low},{high})"
    if not low[0].isalpha():
        return "[{low},{high})"
    sides = sorted((low, high), key=lambda side: bool(re.search(r"most|less|smaller|fewer|below|under", side)))
    opening = "[" if re.search(r"at least|no less|equal", sides[0]) else "("
    closing = "]" if re.search(r"at most|equal", sides[1]) else ")"
    return opening + "{low},{high}" + closing


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:.15g}"


if __name__ == "__main__":
    sys.exit(main())
