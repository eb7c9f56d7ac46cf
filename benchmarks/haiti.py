"""Early reports of the toll of one earthquake against the number that was settled weeks later.

46 reports of the first forty days, as somebody collected them: number, hedge, medium, whom it relays. Two of them tell
of the quake of 2010 ("more than 220,000") and one foresees 100,000; which, the method is not told. What marks them in
the data (`relevant`, `note`) is used to score, never to estimate.

    python -m benchmarks.haiti

prints the course of the estimate by each policy.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from benchmarks.scoring import Figures
from tallybook.model import Estimate
from tallybook.settings import Policy, Settings
from tallybook.table import Estimated, estimate_table

SETTLED = 2248
ROOM = 1.05
HEDGES = {"more_than": "more than", "at_least": "at least", "exact": "", "approx": "about", "nearly": "nearly"}
GIVEN = ("exact", "more_than", "at_least")
COLUMNS = ("series", "origin", "value", "hedge", "date", "relay_of")
FOREIGN = re.compile(r"other event|prediction")


@dataclass(frozen=True, slots=True)
class Reports:
    """The reports as a table without what marks them, the lines of those of something else, and by day the largest
    number that the civil protection gave: as it is, or as surpassed."""

    table: bytes
    foreign: frozenset[int]
    official: dict[dt.date, int]


def measure_haiti(shared: Path) -> Figures:
    """`haiti.*`: of what does not belong, the share left out; of the rest, the share kept; and of the policy that names
    intervals, how they stood to the official numbers and the settled one."""
    file = shared / "data" / "truth" / "haiti2021_claims.csv"
    if not file.is_file():
        return {}
    reports = reports_of(file)
    foreign, kept = _left_out(estimated(reports, "range"), reports)
    figures = {"haiti.foreign_out": foreign, "haiti.own_kept": kept}
    for policy in get_args(Policy):
        course = estimated(reports, policy).estimates
        if any(one.best is not None for one in course):
            figures |= {f"haiti.{policy}.{name}": value for name, value in _course(course, reports).items()}
    return figures


def reports_of(file: Path) -> Reports:
    """The file as a table a user would keep."""
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))))
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    official: dict[dt.date, int] = {}
    for row in rows:
        hedge, day = HEDGES[row["quantifier"]], dt.date.fromisoformat(row["time_utc"][:10])
        writer.writerow(("killed", row["source_text"], row["value"], hedge, row["time_utc"], row["relay_of"]))
        if row["quantifier"] in GIVEN and row["relay_of"]:
            official[day] = max(int(row["value"]), official.get(day, 0))
    foreign = frozenset(line for line, row in enumerate(rows, start=2) if FOREIGN.search(row["note"]))
    return Reports(out.getvalue().encode(), foreign, official)


def estimated(reports: Reports, policy: Policy) -> Estimated:
    """What the program makes of the reports."""
    return estimate_table(reports.table, where="haiti", settings=Settings(policy=policy))


def _left_out(found: Estimated, reports: Reports) -> tuple[float, float]:
    """Shares of numbers, each once: a report that only repeats another is left out or kept with it."""
    cells = {line: row[2] for line, row in enumerate(csv.reader(io.StringIO(reports.table.decode())), start=1)}
    last = found.estimates[-1]
    out = {cells[int(left.claim.split()[1])] for left in last.left_out}
    foreign = {cells[line] for line in reports.foreign}
    own = set(cells.values()) - foreign - {"value"}
    return len(foreign & out) / len(foreign), len(own - out) / len(own)


def _course(course: Sequence[Estimate], reports: Reports) -> Figures:
    official, covered = 0, []
    bests = [one.best for one in course if one.best is not None]
    for one in course:
        official = max([official, *(value for day, value in reports.official.items() if one.at and day <= one.at)])
        covered.append((one.low or 0) <= official <= (one.high if one.high is not None else official))
    return {
        "days_covered": sum(covered) / len(covered),
        "best_within_settled": float(max(bests) <= SETTLED * ROOM),
        "last_best": 1 - abs(1 - bests[-1] / SETTLED),
    }


def main() -> None:
    """Print each policy's course, a line a day."""
    reports = reports_of(Path("../shared/data/truth/haiti2021_claims.csv"))
    for policy in get_args(Policy):
        found = estimated(reports, policy)
        print(f"\n{policy}; settled: {SETTLED:,}")
        print(f"{'day':12}{'official':>9}{'low':>9}{'best':>9}{'high':>9}{'voices':>8}")
        for one in found.estimates:
            said = [value for day, value in reports.official.items() if one.at and day <= one.at]
            cells = "".join(f"{_cell(value):>9}" for value in (max(said, default=None), one.low, one.best, one.high))
            print(f"{one.at!s:12}{cells}{one.independent:8}")
        for note in found.apart:
            print(f"  {note}")


def _cell(value: float | None) -> str:
    return "–" if value is None else f"{value:,.0f}"


if __name__ == "__main__":
    main()
