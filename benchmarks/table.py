"""How long a table takes: 49,955 claims on city populations, one core, from bytes to CSV."""

from __future__ import annotations

import time
from pathlib import Path
from typing import get_args

from benchmarks.scoring import Figures
from tallybook.settings import Policy, Settings
from tallybook.table import csv_of, estimate_table

MOST_SECONDS = 60


def measure_table(shared: Path) -> Figures:
    """`speed.table_seconds.*` by policy, and `table.in_time`: the share of policies done within a minute."""
    file = shared / "data" / "truth" / "population_claims.csv"
    if not file.is_file():
        return {}
    data = file.read_bytes()
    seconds = {policy: _seconds(data, policy) for policy in get_args(Policy)}
    in_time = sum(value <= MOST_SECONDS for value in seconds.values()) / len(seconds)
    return {**{f"speed.table_seconds.{policy}": value for policy, value in seconds.items()}, "table.in_time": in_time}


def _seconds(data: bytes, policy: Policy) -> float:
    started = time.process_time()
    csv_of(estimate_table(data, where="claims.csv", settings=Settings(policy=policy)).estimates)
    return time.process_time() - started
