"""Who was met before a place of the text."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from tallybook.extract.discourse.known import Known
from tallybook.model import Span

_REACH = 700
"""Characters back to a sentence that is parsed only to know who spoke in it."""
_TOLD_REACH = 700
"""Characters behind "told the Herald" in which the same speaker still tells it."""
_LONGEST = 1000
"""Characters of a sentence before the verb of telling."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    read: Callable[[], None]
    parsed: bool
    telling: bool


class Heard:
    """The speakers and subjects of a document by the sentence they stand in, the last first.

    A sentence may be put off: it is read when somebody asks for those met that far back. `now` is where the sentence
    starts that is being read. Lives only as long as one document's extraction.
    """

    def __init__(self) -> None:
        self.now = 0
        self._asked_at: int | None = None
        self._known: dict[int, list[Known]] = {}
        self._starts: list[int] = []
        self._waiting: dict[int, _Waiting] = {}

    def remember(self, known: Known) -> None:
        """Add somebody met in the sentence that is being read."""
        self._at(self.now).append(known)

    def quotes(self, met: Span) -> None:
        """Note of somebody met in the sentence being read that he tells outside of quotation marks."""
        here = self._at(self.now)
        here[:] = [replace(known, quotes=True) if known.met == met else known for known in here]

    def tells(self, met: Span, relays: tuple[tuple[str, Span], ...], until: int) -> None:
        """Note of somebody met in the sentence being read whom he tells, up to an offset."""
        here = self._at(self.now)
        here[:] = [replace(known, tells=relays, until=until) if known.met == met else known for known in here]

    def put_off(self, start: int, read: Callable[[], None], *, parsed: bool, telling: bool = True) -> None:
        """Let `read` remember a sentence's speakers when somebody asks.

        One not yet `parsed` is read only from near by; one without a verb of `telling` has nobody who tells an outlet.
        """
        self._at(start)
        self._waiting[start] = _Waiting(read, parsed, telling)

    def here(self) -> list[Known]:
        """Those met so far in the sentence that is being read."""
        return self._known.get(self.now, [])

    def __reversed__(self) -> Iterator[Known]:
        """From the last one met before the place being read to the first."""
        for place in range(bisect_right(self._starts, self.now) - 1, -1, -1):
            start = self._starts[place]
            waiting = self._waiting.get(start)
            if waiting is not None and (waiting.parsed or start >= self._floor()):
                self._read(start)
            yield from reversed(tuple(self._known[start]))

    def quoted(self) -> Known | None:
        """Who told something last outside of quotation marks, and goes on with the next ones."""
        return next((known for known in reversed(self) if known.quotes), None)

    def relays_to(self, known: Known, at: int) -> tuple[tuple[str, Span], ...]:
        """Those whom somebody has just told something, who goes on speaking at an offset."""
        for place in range(bisect_right(self._starts, self.now) - 1, -1, -1):
            start = self._starts[place]
            if at - start > _TOLD_REACH + _LONGEST:
                break
            if start in self._waiting and self._waiting[start].telling:
                self._read(start)
            told = next((k for k in reversed(self._known[start]) if k.tells and k.until <= at), None)
            if told is not None:
                return told.tells if told.name == known.name and at - told.until < _TOLD_REACH else ()
        return ()

    def _read(self, start: int) -> None:
        """Read a sentence that was put off, as if it were that sentence's turn."""
        waiting = self._waiting.pop(start)
        back, self.now = self.now, start
        asked, self._asked_at = self._asked_at, back if self._asked_at is None else self._asked_at
        waiting.read()
        self._asked_at = asked
        self.now = back

    def _floor(self) -> int:
        """Where sentences begin to be near; those read on the way do not carry the search further back."""
        return (self.now if self._asked_at is None else self._asked_at) - _REACH

    def _at(self, start: int) -> list[Known]:
        if start not in self._known:
            insort(self._starts, start)
            self._known[start] = []
        return self._known[start]
