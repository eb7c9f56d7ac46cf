"""Findings against labelled sets of claims (tests/cases/findings/*.jsonl).

A wanted finding is matched by one of its kind that rests on at least half of its claims, and on two for kinds that set
claims against each other. A finding is a false alarm where the set says that its kind must not be given, or where the
set wants findings of its kind and it matches none of them. Kinds that a set does not name are free.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.cases import rows_of
from benchmarks.claim_sets import Row, evidence_of
from benchmarks.scoring import Figures
from tallybook.model import Finding
from tallybook.reconcile import reconcile_claims
from tallybook.registry import Registry, load_registry

FOLDER = Path(__file__).parent.parent / "tests" / "cases" / "findings"
OF_TWO = frozenset({"same statement", "conflict"})
LEAST_WANTED = 2
"""Of a kind that a file wants once only, F1 says nothing."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one set came out. `missed` and `false` say what, `kinds` counts (kind, "tp" | "fn" | "fp")."""

    id: str
    missed: tuple[str, ...]
    false: tuple[str, ...]
    kinds: Mapping[tuple[str, str], int]

    @property
    def right(self) -> bool:
        """Whether every wanted finding is there and no unwanted one."""
        return not self.missed and not self.false


def measure_findings(shared: Path) -> Figures:
    """`findings.<file>.macro_f1`, `.micro_f1`, `.quiet` (the share of sets without a false alarm) for every file."""
    del shared  # the sets stand in the project
    return {
        f"findings.{file.stem}.{name}": value
        for file in sorted(FOLDER.glob("*.jsonl"))
        for name, value in figures_of(verdicts_of(file)).items()
    }


def verdicts_of(file: Path) -> list[Verdict]:
    """The outcome of every set of a file."""
    registry = load_registry()
    return [verdict_of(row, registry) for row in rows_of(file)]


def verdict_of(row: Row, registry: Registry) -> Verdict:
    """What one set gives against what it must and must not give."""
    picture = reconcile_claims(evidence_of(row), policy="range", registry=registry)
    kinds: Counter[tuple[str, str]] = Counter()
    missed = []
    for must in row.get("must", ()):
        found = any(_matches(finding, must) for finding in picture.findings)
        kinds[must["kind"], "tp" if found else "fn"] += 1
        missed += [] if found else [f"{must['kind']} {' '.join(must['claims'])}"]
    false = [finding for finding in picture.findings if _is_false(finding, row)]
    kinds.update((finding.kind, "fp") for finding in false)
    return Verdict(row["id"], tuple(missed), tuple(f"{f.kind} {' '.join(f.claims)}: {f.text}" for f in false), kinds)


def _matches(finding: Finding, must: Row) -> bool:
    shared = len(set(finding.claims) & set(must["claims"]))
    least = min(2, len(must["claims"])) if must["kind"] in OF_TWO else 0
    return finding.kind == must["kind"] and 2 * shared >= len(must["claims"]) and shared >= least


def _is_false(finding: Finding, row: Row) -> bool:
    if finding.kind in row.get("must_not", ()):
        return True
    wanted = [must for must in row.get("must", ()) if must["kind"] == finding.kind]
    return bool(wanted) and not any(_matches(finding, must) for must in wanted)


def figures_of(verdicts: Iterable[Verdict]) -> Figures:
    """Macro F1 over kinds that are wanted more than once, micro F1 over all, the share of sets left quiet."""
    told = list(verdicts)
    counts: Counter[tuple[str, str]] = Counter()
    for verdict in told:
        counts.update(verdict.kinds)
    scores = [score for _, wanted, score in by_kind(counts) if wanted >= LEAST_WANTED]
    totals = {outcome: sum(n for (_, o), n in counts.items() if o == outcome) for outcome in ("tp", "fn", "fp")}
    return {
        "macro_f1": sum(scores) / len(scores) if scores else 0.0,
        "micro_f1": _f1(totals["tp"], totals["fn"], totals["fp"]),
        "quiet": sum(not verdict.false for verdict in told) / len(told) if told else 0.0,
    }


def by_kind(counts: Mapping[tuple[str, str], int]) -> Iterator[tuple[str, int, float]]:
    """Of every kind: how often it is wanted, and its F1."""
    for kind in sorted({kind for kind, _ in counts}):
        tp, fn, fp = (counts.get((kind, outcome), 0) for outcome in ("tp", "fn", "fp"))
        yield kind, tp + fn, _f1(tp, fn, fp)


def _f1(tp: int, fn: int, fp: int) -> float:
    return 2 * tp / (2 * tp + fn + fp) if tp + fn + fp else 1.0
