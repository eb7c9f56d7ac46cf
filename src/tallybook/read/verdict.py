"""What a line does on its page, and why that is thought."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Role(Enum):
    """What a line does on its page."""

    CLOSER = auto()
    INSET = auto()
    FURNITURE = auto()
    CAPTION = auto()
    BYLINE = auto()
    DATE = auto()
    CLOCK = auto()
    STAMP = auto()
    ITEM = auto()
    PROSE = auto()
    HEADLINE = auto()
    LABEL = auto()


@dataclass(frozen=True, slots=True)
class Verdict:
    """A role with the words or the look that decided it."""

    role: Role
    why: str
