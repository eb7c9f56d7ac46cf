"""A speaker, and the words of a sentence it speaks over."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from tallybook.model import Span, Token

Manner = Literal["says", "according", "cites", "reported by", "colon", "bracketed"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker as the sentence names it.

    `owned` is false for a report without an owner; "the report" then `points` back to somebody, "reports" to nobody.
    `medium` says that the words before its name call it one: "the daily Mtaani".
    """

    words: str
    span: Span
    head: Token
    owned: bool = True
    points: bool = False
    medium: bool = False
    through: Span | None = None

    @property
    def phrase(self) -> Span:
        """The speaker with the report that speaks for it: "interior ministry figures"."""
        return self.span if self.through is None else self.span.joined(self.through)


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker with the cue that makes it speak and the token indexes it speaks over.

    `relays` are those who pass it on: the outlet that was told, the agency that is cited for it. `beyond` are the words
    behind a semicolon that it speaks over where nobody else does.
    """

    speaker: Speaker
    manner: Manner
    cue: Span
    scope: frozenset[int]
    relays: tuple[Speaker, ...] = field(default=())
    beyond: frozenset[int] = frozenset()
