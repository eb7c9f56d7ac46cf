"""One frozen object, built by cli, web or batch and passed down."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

PackSize = Literal["base", "big"]
Policy = Literal["posterior", "range", "majority", "latest-official", "source-hierarchy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetching:
    """Every choice of how pages are taken from the web. Nothing is, unless an address is given.

    `proxy` is the address of an HTTP proxy to ask through. `allow_private` lets addresses lead into this machine and
    its network. `ignore_robots` asks for the addresses a person gave whatever their robots.txt says, never for what
    a feed lists. `follow_feeds` fetches the pages that a feed lists in place of reading the feed. `kept` is the WARC
    file that what was fetched is kept in; `offline` reads it from there and asks nobody. `delay` is the seconds
    between two requests to one host.
    """

    proxy: str | None = None
    allow_private: bool = False
    ignore_robots: bool = False
    follow_feeds: bool = False
    kept: Path | None = None
    offline: bool = False
    delay: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every choice a run can be given.

    `pack` picks the pipeline: "big" reads better, "base" faster. `pipeline` is the folder or the name of a spaCy
    pipeline of the user's own, with Universal Dependencies, taken instead of a pack. `language` overrides what the page
    says. `max_bytes` bounds one page, and a file of one page. `registry` extends the built-in registry.
    `compare` asks also what every other policy makes of each series. `fetching` says how addresses are fetched.
    """

    pack: PackSize = "big"
    pipeline: str | None = None
    language: str | None = None
    policy: Policy = "posterior"
    compare: bool = False
    max_bytes: int = 20_000_000
    registry: Path | None = None
    fetching: Fetching = Fetching()
