"""make bench: measure, write the figures, fail below a floor.

    python -m benchmarks [--shared ../shared] [--raise-floors]

Runs every measurement whose data is there, prints one line each, writes `benchmarks/figures.json` and compares with
`benchmarks/floors.json`. Floors only rise: --raise-floors lifts those that were beaten, by hand and on purpose.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from benchmarks.articles import measure_articles
from benchmarks.copies import measure_copies
from benchmarks.copies_at_scale import measure_copies_at_scale
from benchmarks.events import measure_events
from benchmarks.findings import measure_findings
from benchmarks.flights import measure_flights
from benchmarks.gate import measure_gate
from benchmarks.haiti import measure_haiti
from benchmarks.muc import measure_muc
from benchmarks.pages import measure_pages
from benchmarks.parsing import measure_parsing
from benchmarks.polnear import measure_polnear
from benchmarks.population import measure_population
from benchmarks.reconciling import measure_reconciling
from benchmarks.report_ui import measure_report_ui
from benchmarks.rows import measure_rows
from benchmarks.scanning import measure_scanning
from benchmarks.seeds import measure_seeds
from benchmarks.serving import measure_serving
from benchmarks.simulation import measure_simulation
from benchmarks.speed import measure_speed
from benchmarks.stages import measure_stages
from benchmarks.table import measure_table

HERE = Path(__file__).parent
Figures = dict[str, float]
COMPARED = (
    "wrong_share",
    "exact_agreement",
    ".apart_",
    "interval_score",
    "_of_range",
    "_of_median",
    "_of_majority",
    "_from",
    "_to",
)
FEWER = (".false", "_wrong_share", ".merged_of_pairs", ".pairs_per_copy", "words_per_second", ".numbers")
MEASURES = (
    measure_seeds,
    measure_rows,
    measure_articles,
    measure_events,
    measure_findings,
    measure_gate,
    measure_pages,
    measure_muc,
    measure_polnear,
    measure_parsing,
    measure_copies,
    measure_copies_at_scale,
    measure_flights,
    measure_speed,
    measure_scanning,
    measure_stages,
    measure_haiti,
    measure_reconciling,
    measure_table,
    measure_population,
    measure_simulation,
    measure_report_ui,
    measure_serving,
)


def main() -> int:
    """Print the figures; 1 where one lies below its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with gold/, seeds/ and data/")
    parser.add_argument("--raise-floors", action="store_true")
    args = parser.parse_args()
    figures: Figures = {}
    for measure in MEASURES:
        for name, value in measure(args.shared).items():
            figures[name] = value
            print(f"{name:44} {value:10.3f}", flush=True)
    (HERE / "figures.json").write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    floors: Figures = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    low = {n: (figures[n], floor) for n, floor in floors.items() if n in figures and figures[n] < floor}
    for name, (value, floor) in low.items():
        print(f"below its floor: {name} {value:.3f} < {floor:.3f}", file=sys.stderr)
    if args.raise_floors:
        raised = {n: max(floors.get(n, 0.0), floor_of(n, v)) for n, v in figures.items() if has_floor(n)}
        (HERE / "floors.json").write_text(json.dumps(raised, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 1 if low else 0


def has_floor(name: str) -> bool:
    """Whether more is better, on any machine.

    Timings and memory depend on the machine (those of report and app are held to budgets); of words parsed, of false
    or wrong ones and of an interval's score fewer are better; baselines and the ends of confidence intervals are for
    comparison.
    """
    if name.startswith(("report_ui", "serving")):
        return name.endswith(".budgets_kept")
    if name.startswith(("gate.words_parsed", "speed", "memory")) or any(part in name for part in COMPARED):
        return False
    return not name.endswith(FEWER)


def floor_of(name: str, value: float) -> float:
    """A floor a little under what was measured, so that only a real loss trips it."""
    return round(value - 0.005, 3) if value <= 1 else value


if __name__ == "__main__":
    sys.exit(main())
