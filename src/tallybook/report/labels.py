"""Labels beside the marks of a drawing, where there is room for them and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tallybook.view import ClaimView

_DESK, _PHONE = 1080, 340  # pixels that a drawing is wide at least
_CHARACTER, _LINE = 7.2, 15  # pixels of a label's text, measured on the widest of the usual fonts
_GAP = 10  # pixels between mark and label
_LONGEST = 34  # characters
_RIGHTMOST = 1.0  # share of the width

Box = tuple[float, float, float, float]
Mark = tuple[float, int, tuple[float, ...], ClaimView]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A text at a position in percent with a shift in pixels. `screen` is "desk" or "phone"."""

    x: float
    y: float
    shift: int
    anchor: str
    value: str
    who: str
    screen: str


def place_labels(marks: Sequence[Mark], *, height: int) -> tuple[Label, ...]:
    """Labels for as many marks as possible, the latest first: value and name on a desk, the value on a phone."""
    return (*_placed(marks, "desk", _DESK, height), *_placed(marks, "phone", _PHONE, height))


def _placed(marks: Sequence[Mark], screen: str, width: int, height: int) -> Iterator[Label]:
    taken = [_mark_box(mark, point, width, height) for mark in marks for point in _ends(mark)]
    for mark in reversed(marks):
        for label in _candidates(mark, screen):
            box = _box(label, width, height)
            if box[0] >= 0 and box[1] <= _RIGHTMOST * width and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                yield label
                break


def _ends(mark: Mark) -> tuple[float, ...]:
    return mark[2]


def _candidates(mark: Mark, screen: str) -> Iterator[Label]:
    x, shift, points, claim = mark
    if not points:
        return
    who = claim.who if len(claim.who) + len(claim.value) <= _LONGEST else ""
    y = round(sum(points) / len(points), 2)
    for name in dict.fromkeys((who, "") if screen == "desk" else ("",)):
        for side, anchor in ((1, "start"), (-1, "end")):
            yield Label(x=x, y=y, shift=shift + side * _GAP, anchor=anchor, value=claim.value, who=name, screen=screen)


def _box(label: Label, width: int, height: int) -> Box:
    start = label.x * width / 100 + label.shift
    length = _CHARACTER * (len(label.value) + (len(label.who) + 1 if label.who else 0))
    left = start if label.anchor == "start" else start - length
    middle = label.y * height / 100
    return (left, left + length, middle - _LINE / 2, middle + _LINE / 2)


def _mark_box(mark: Mark, point: float, width: int, height: int) -> Box:
    x, y = mark[0] * width / 100 + mark[1], point * height / 100
    return (x - 6, x + 6, y - 6, y + 6)


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[1] and b[0] < a[1] and a[2] < b[3] and b[2] < a[3]
