"""One frozen object, built by cli, web or batch and passed down."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

PackSize = Literal["base", "big"]
Policy = Literal["posterior", "range", "majority", "latest-official", "source-hierarchy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every choice a run can be given.

    `pack` picks the pipeline: "big" reads better, "base" faster. `pipeline` is the folder or the name of a spaCy
    pipeline of the user's own, with Universal Dependencies, taken instead of a pack. `language` overrides what the page
    says. `max_bytes` bounds one input file. `registry` extends the built-in registry.
    `compare` asks also what every other policy makes of each series.
    """

    pack: PackSize = "big"
    pipeline: str | None = None
    language: str | None = None
    policy: Policy = "posterior"
    compare: bool = False
    max_bytes: int = 20_000_000
    registry: Path | None = None
