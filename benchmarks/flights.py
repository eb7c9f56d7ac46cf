"""Which of 38 web sites copy one another, told from the times they give for flights of one day.

The detector (`reconcile/dependence.py`) sees (site, item, minutes) of one half of the flights. No key says who copies
whom, so three references are held against it. The first two are made from the other half of the flights, and from what
the detector never sees, the characters as the sites wrote them ("9:10aDec 4") and the settled times:

- `written`: pairs whose writing is the same, character for character, in 97 % of at least 50 items of the other half;
- `peculiar`: those of them whose way of writing at most six sites have, or who share at least two wrong times in the
  other half, and nine in ten of all that both have wrong;
- `published`: `GROUPS`, of 5, 4, 3, 2 and 2 sites. These are the sizes that X. Li, X. L. Dong, K. Lyons, W. Meng,
  D. Srivastava: Truth finding on the deep web, VLDB 2013, report for this collection, from sites that say so or embed
  each other's pages. The names are those sites that give the same items alike, as far as these sizes go.

What the references do not rule out: writing that is the same implies values that are the same, so `written` and
`peculiar` find the sites' habits by another road and on other flights, but of one day. The names in `published` rest on
values themselves, so that it is no independent test, and it was seen while the detector was made: that what only one of
two sites says speaks against copying came in after a first run against it.

"Exact agreement" calls two sites copies from a share of equal values on, the share that does best by the very reference
it is scored by; "with_items" sets a least number of shared items besides, the best one of four, and comes near to the
detector. Every figure is a mean over the two halves.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from tallybook.reconcile.dependence import Dependence, dependences

GROUPS = (
    ("allegiantair", "flightview", "foxbusiness", "gofox", "panynj"),
    ("airtravelcenter", "flytecomm", "helloflight", "myrateplan"),
    ("businesstravellogue", "flights", "flylouisville"),
    ("flightaware", "wunderground"),
    ("flightstats", "quicktrip"),
)
LEAST_ITEMS = 50
SAME_WRITING = 0.97
FEW_SITES = 6
FEWEST_ITEMS = (5, 20, 50, 100)
SHARED_WRONG = 2
MOST_WRONG = 0.9
Pairs = frozenset[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Row:
    """What one site gives for one item: as minutes, and as it wrote it."""

    item: str
    site: str
    value: str
    raw: str


def measure_flights(shared: Path) -> dict[str, float]:
    """Precision, recall and F1 of pairs by each reference, beside exact agreement at its best."""
    folder = shared / "data" / "truth"
    if not (folder / "flights_claims.csv").exists():
        return {}
    rows = [Row(r["series"], r["origin"], r["value"], r["raw"]) for r in _read(folder / "flights_claims.csv")]
    truth = {r["series"]: r["value"] for r in _read(folder / "flights_truth.csv")}
    halves = [[row for row in rows if _half(row.item) == half] for half in (0, 1)]
    sums: defaultdict[str, float] = defaultdict(float)
    for seen, kept in (halves, halves[::-1]):
        pairs = dependences((row.site, row.item, row.value) for row in seen)
        found = _pairs((pair.source, pair.copier) for pair in pairs if pair.one_voice)
        for name, reference in references(kept, truth).items():
            for score, value in _scores(found, reference).items():
                sums[f"flights.{name}.{score}"] += value
            sums[f"flights.{name}.exact_agreement_f1"] += _best_by_agreement(pairs, reference, [5])
            sums[f"flights.{name}.exact_agreement_with_items_f1"] += _best_by_agreement(pairs, reference, FEWEST_ITEMS)
    return {name: total / 2 for name, total in sums.items()}


def references(rows: Sequence[Row], truth: dict[str, str]) -> dict[str, Pairs]:
    """The pairs of copies by what the detector does not see."""
    sites: defaultdict[str, dict[str, Row]] = defaultdict(dict)
    for row in rows:
        sites[row.site][row.item] = row
    writing = {
        site: Counter(_form(row.raw) for row in own.values()).most_common(1)[0][0] for site, own in sites.items()
    }
    spread = Counter(writing.values())
    written = [pair for pair in combinations(sorted(sites), 2) if _written_alike(sites[pair[0]], sites[pair[1]])]
    peculiar = [
        (a, b) for a, b in written if spread[writing[a]] <= FEW_SITES or _wrong_alike(sites[a], sites[b], truth)
    ]
    return {
        "written": _pairs(written),
        "peculiar": _pairs(peculiar),
        "published": _pairs(pair for group in GROUPS for pair in combinations(group, 2)),
    }


def _written_alike(a: dict[str, Row], b: dict[str, Row]) -> bool:
    both = a.keys() & b.keys()
    return len(both) >= LEAST_ITEMS and sum(a[i].raw == b[i].raw for i in both) >= SAME_WRITING * len(both)


def _wrong_alike(a: dict[str, Row], b: dict[str, Row], truth: dict[str, str]) -> bool:
    wrong = [i for i in a.keys() & b.keys() & truth.keys() if truth[i] not in (a[i].value, b[i].value)]
    same = sum(a[i].value == b[i].value for i in wrong)
    return same >= SHARED_WRONG and same >= MOST_WRONG * len(wrong)


def _usual_form(rows: Iterable[Row]) -> str:
    return Counter(_form(row.raw) for row in rows).most_common(1)[0][0]


def _form(raw: str) -> str:
    """How a time is written: every digit a 9, every letter an a."""
    return re.sub(r"[^\W\d]+", "a", re.sub(r"\d", "9", raw)).replace("99:", "9:")


def _best_by_agreement(pairs: Iterable[Dependence], reference: Pairs, fewest: Iterable[int]) -> float:
    told = [(pair.shared, pair.agreeing / pair.shared, (pair.source, pair.copier)) for pair in pairs]
    return max(
        _scores(_pairs(names for shared, share, names in told if shared >= items and share >= least), reference)["f1"]
        for items in fewest
        for least in sorted({share for _, share, _ in told if share > 0.8})
    )


def _scores(found: Pairs, reference: Pairs) -> dict[str, float]:
    right = len(found & reference)
    return {
        "precision": right / max(1, len(found)),
        "recall": right / max(1, len(reference)),
        "f1": 2 * right / max(1, len(found) + len(reference)),
    }


def _pairs(names: Iterable[tuple[str, ...]]) -> Pairs:
    return frozenset(frozenset(pair) for pair in names)


def _half(item: str) -> int:
    """All items of a flight are in one half."""
    flight = item.split(" | ")[0]
    return hashlib.sha256(flight.encode()).digest()[0] % 2


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
