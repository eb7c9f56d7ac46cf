"""Words on a page of a PDF, in one line and one column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_ENDS = frozenset("\r\n")
_WIDE, _BACK, _LOWEST = 1.6, 3.0, 4.0
"""Gaps that part, in heights of a capital, forwards and backwards; and the least height counted, in points."""


@dataclass(frozen=True, slots=True)
class Character:
    """A character in its box. Blanks and line ends that the library added have none."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Line:
    """Words in their box. Lengths are points of 1/72 inch, from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def height(self) -> float:
        """The height of its box, which is about that of its capitals."""
        return self.top - self.bottom

    @property
    def width(self) -> float:
        """The width of its box."""
        return self.right - self.left


def lines_of(characters: Iterable[Character]) -> list[Line]:
    """Runs of characters that stand in one line and near each other. A wide gap parts columns and cells."""
    lines: list[Line] = []
    run: list[Character] = []
    tall = 0.0
    for character in characters:
        if run and (character.text in _ENDS or (not character.text.isspace() and _parted(run, character, tall))):
            lines += _line(run)
            run, tall = [], 0.0
        if character.text not in _ENDS and (run or not character.text.isspace()):
            run.append(character)
            tall = max(tall, character.top - character.bottom) if not character.text.isspace() else tall
    return [*lines, *_line(run)]


def _parted(run: Sequence[Character], character: Character, tall: float) -> bool:
    """Whether a character stands in another line than the last one, or far from it."""
    last = next(one for one in reversed(run) if not one.text.isspace())
    gap = character.left - last.right
    apart = character.bottom > last.top + tall or character.top < last.bottom - tall
    return apart or gap > _WIDE * max(tall, _LOWEST) or gap < -_BACK * max(tall, _LOWEST)


def _line(run: Sequence[Character]) -> list[Line]:
    inked = [one for one in run if not one.text.isspace()]
    if not inked:
        return []
    return [
        Line(
            min(one.left for one in inked),
            min(one.bottom for one in inked),
            max(one.right for one in inked),
            max(one.top for one in inked),
            " ".join("".join(one.text for one in run).split()),
        )
    ]
