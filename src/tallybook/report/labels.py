"""Labels beside the marks of a drawing, where there is room for them and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

_DESK, _PHONE = 1000, 290  # pixels that a drawing is wide at least
_CHARACTER, _LINE = 7.2, 15  # pixels of a label's text, measured on the widest of the usual fonts
_BASELINE = 4  # pixels from the middle of a line of text down to its baseline
_GAP = 10  # pixels between mark and label
_RAISED = 13  # pixels that a label is moved up or down to clear a line
_LONGEST = 52  # characters


class Mark(NamedTuple):
    """What is labelled: percent from the left, a shift in pixels, its points in percent from the top, its words."""

    x: float
    shift: int
    points: tuple[float, ...]
    value: str
    who: str


class Box(NamedTuple):
    """Pixels: left, right, top, bottom."""

    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two share a pixel."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A text at a position in percent, with a shift in pixels. `screen` is "desk", "phone" or "" for both.

    On a phone only the value is shown.
    """

    x: float
    y: float
    dx: int
    dy: int
    anchor: str
    value: str
    who: str
    screen: str


def place_labels(
    marks: Sequence[Mark], lines: Sequence[tuple[float, float, float]], *, height: int
) -> tuple[Label, ...]:
    """Labels for as many marks as possible, the latest first: value and name on a desk, the value on a phone.

    `lines` are level lines, left, right and height in percent, that no label may cross.
    """
    desk = list(_placed(marks, lines, "desk", _DESK, height))
    phone = list(_placed(marks, lines, "phone", _PHONE, height))
    small = {replace(label, who="", screen="") for label in phone}
    both = [label for label in desk if replace(label, who="", screen="") in small]
    shared = {replace(label, who="", screen="") for label in both}
    return (
        *(replace(label, screen="") if label in both else label for label in desk),
        *(label for label in phone if replace(label, screen="") not in shared),
    )


def _placed(
    marks: Sequence[Mark], lines: Sequence[tuple[float, float, float]], screen: str, width: int, height: int
) -> Iterator[Label]:
    taken = [_mark_box(mark, point, width, height) for mark in marks for point in mark.points]
    taken += [_line_box(*line, width, height) for line in lines]
    for mark in reversed(marks):
        for label in _candidates(mark, screen):
            box = _box(label, width, height)
            if box.left >= 0 and box.right <= width and box.top >= 0 and not any(map(box.meets, taken)):
                taken.append(box)
                yield label
                break


def _candidates(mark: Mark, screen: str) -> Iterator[Label]:
    """Every way to set the label, the best first: with the name, on the level of the mark, to its right."""
    if not mark.points:
        return
    named = screen == "desk" and len(mark.who) + len(mark.value) <= _LONGEST
    y = round(sum(mark.points) / len(mark.points), 1)
    for who in (mark.who, "") if named else ("",):
        for raised in (0, -_RAISED, _RAISED):
            for side, anchor in ((1, "start"), (-1, "end")):
                yield Label(
                    x=mark.x,
                    y=y,
                    dx=mark.shift + side * _GAP,
                    dy=raised + _BASELINE,
                    anchor=anchor,
                    value=mark.value,
                    who=who,
                    screen=screen,
                )


def _box(label: Label, width: int, height: int) -> Box:
    start = label.x * width / 100 + label.dx
    length = _CHARACTER * (len(label.value) + (len(label.who) + 1 if label.who else 0))
    left = start if label.anchor == "start" else start - length
    middle = label.y * height / 100 + label.dy - _BASELINE
    return Box(left, left + length, middle - _LINE / 2, middle + _LINE / 2)


def _mark_box(mark: Mark, point: float, width: int, height: int) -> Box:
    x, y = mark.x * width / 100 + mark.shift, point * height / 100
    return Box(x - 6, x + 6, y - 6, y + 6)


def _line_box(left: float, right: float, at: float, width: int, height: int) -> Box:
    y = at * height / 100
    return Box(left * width / 100, right * width / 100, y - 1, y + 1)
