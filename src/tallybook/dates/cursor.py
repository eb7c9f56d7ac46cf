"""Reading tokens by index: what every rule of the grammar stands on."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Container
from dataclasses import dataclass, field, replace

from tallybook.dates.table import DateTable, Token
from tallybook.dates.when import When

Read = tuple[When, int]
"""What a rule read, and the index of the token behind it."""


_DEEPEST = 3


@dataclass(frozen=True)
class Cursor(ABC):
    """One text's tokens. `numeric` are dates in figures by character offset, with the offset behind them.

    `depth` counts the wholes around a part: "the first week of early next month" has two. `known` keeps what was read
    at a token, since several rules ask for the date at the same one.
    """

    table: DateTable
    tokens: tuple[Token, ...]
    numeric: dict[int, Read]
    depth: int = 0
    known: dict[int, Read | None] = field(default_factory=dict)

    def date(self, at: int) -> Read | None:
        """One date expression that starts at a token."""
        if at not in self.known:
            self.known[at] = self._date(at)
        return self.known[at]

    @abstractmethod
    def _date(self, at: int) -> Read | None: ...

    def deeper_date(self, at: int) -> Read | None:
        """The date that a part is taken from; None beyond `_DEEPEST` of them, so that no text can nest without end."""
        return replace(self, depth=self.depth + 1, known={}).date(at) if self.depth < _DEEPEST else None

    def _token(self, at: int) -> Token | None:
        return self.tokens[at] if 0 <= at < len(self.tokens) else None

    def _key(self, at: int) -> str:
        return self.tokens[at].key if 0 <= at < len(self.tokens) else ""

    def _surface(self, at: int) -> str:
        return self.tokens[at].surface if 0 <= at < len(self.tokens) else ""

    def _glued(self, at: int) -> bool:
        """Whether the next token follows without a blank."""
        return at + 1 < len(self.tokens) and self.tokens[at + 1].start == self.tokens[at].end

    def _past(self, at: int, words: Container[str]) -> int:
        """The index behind one of the words, or the same index."""
        return at + 1 if self._key(at) in words else at

    def _token_after(self, at: int, offset: int) -> int:
        while at < len(self.tokens) and self.tokens[at].start < offset:
            at += 1
        return at

    def _written_as_name(self, at: int) -> bool:
        return not self.table.words.capitalised or self._surface(at)[:1].isupper()

    def _led(self, at: int) -> bool:
        """Whether a word stands before the token (fillers skipped) that shows a date follows."""
        before, leads = at - 1, self.table.leads
        while before > 0 and self._key(before) in self.table.words.fillers and self._key(before) not in leads:
            before -= 1
        return self._key(before) in leads

    def _led_by_role(self, at: int) -> bool:
        """Whether a role word, with or without an article, stands right before the token."""
        before = at - 2 if self._key(at - 1) in self.table.words.articles else at - 1
        return any(phrase == (self._key(before),) for phrase, _ in self.table.roles)
