"""Times that mean the same on a busy machine as on one that does nothing else."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

_PROBE = 0.1
"""Processor seconds of work by which it is found how busy the machine is."""


@dataclass
class Took:
    """What a block took, in seconds: by the clock, and as if alone on the machine."""

    clock: float = 0.0
    alone: float = 0.0


@contextmanager
def took() -> Iterator[Took]:
    """Time a block. What others take of the processor is told from work of known length before and behind it."""
    found, before = Took(), _slowed()
    began = time.perf_counter()
    yield found
    found.clock = time.perf_counter() - began
    found.alone = found.clock / max(1.0, (before + _slowed()) / 2)


def _slowed() -> float:
    """How many times as long as alone work takes now: the clock's time over the processor's."""
    began, busy = time.perf_counter(), time.process_time()
    while time.process_time() - busy < _PROBE:
        sum(range(1000))
    return (time.perf_counter() - began) / (time.process_time() - busy)
