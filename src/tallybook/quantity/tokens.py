"""A text as words, digit groups and signs, with the offsets they have in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from tallybook.model.span import Span

HYPHENS = frozenset("-‐‑")
DASHES = frozenset("-‐‑‒–—−")
MINUS = "−"
SIGNS = frozenset(("-", "–", MINUS))


class Kind(IntEnum):
    """What a token is. CODE is a string with digits that can never be a quantity (a date, a clock time, an address)."""

    WORD = 0
    NUMBER = 1
    SIGN = 2
    CODE = 3


_SPACE = " \u00a0\u2009\u202f\u2007"
_ADDRESS = r"(?:https?://|www\.)\S+ | [\w.+-]{1,64}@[\w.-]{1,255}\.\w+"
_CODE = r"""
    \+\d[\d(). /-]{6,}\d
  | \d+:\d\d?(?::\d\d)?(?:\.\d+)?(?!\d)
  | (?!\d{1,3}(?:\.\d{3})+(?!\d|[.]\d))\d+(?:\.\d+){2,}
  | \d+(?:[/-]\d+){2,}
"""
_POWER = r"(?:[eE][+-]?\d{1,2}(?!\w)|\s?[x×]\s?10(?:\^[+-]?|[−-])\d{1,2}|\^[+-]{0,2}\d{1,2})?"
_NUMBER = rf"""
    \d{{1,3}}(?:(?P<mark>[,.{_SPACE}'’])\d{{3}}(?!\d))(?:(?P=mark)\d{{3}}(?!\d))*(?:(?!(?P=mark))[.,]\d+(?!\d*,\d))?
  | \d{{1,2}}(?:,\d\d(?!\d))+,\d{{3}}(?!\d)(?:\.\d+)?
  | \d+(?:\.\d+|(?<!\d,\d)(?<!\d,\d\d),\d{{1,2}}(?![\d,]))?{_POWER}
  | (?<![\w.])\.\d+
"""
_WORD = r"[kcm]?m[23](?!\w)|[^\W\d_]+(?:['’][^\W\d_]+)*"


_TOKEN = re.compile(
    rf"(?P<code>{_ADDRESS} | {_CODE})|(?P<number>{_NUMBER})|(?P<word>{_WORD})|(?P<sign>[^\w\s]|_)", re.VERBOSE
)
_TOKEN_WITHOUT_ADDRESS = re.compile(
    rf"(?P<word>{_WORD})|(?P<code>{_CODE})|(?P<number>{_NUMBER})|(?P<sign>[^\w\s]|_)", re.VERBOSE
)
"""The same for a text without addresses, in a third of the time: only there may a code begin as a word does."""
_MAY_BE_ADDRESS = re.compile(r"@|://|www\.")
_KINDS = {"word": Kind.WORD, "number": Kind.NUMBER, "sign": Kind.SIGN, "code": Kind.CODE}


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists, one entry per token; `lows` are the lower-cased words.

    Behind the `size` tokens stand sentinels (empty signs that touch nothing), so that a rule may look a little past
    either end of the text: an index below zero wraps around to them.
    """

    text: str
    size: int
    kinds: list[Kind]
    starts: list[int]
    ends: list[int]
    lows: list[str]

    def __len__(self) -> int:
        return self.size

    def glued(self, index: int) -> bool:
        """Whether nothing stands between this token and the next one."""
        return self.ends[index] == self.starts[index + 1]

    def word(self, index: int) -> str:
        """The token as it is written; empty outside the text."""
        return self.text[self.starts[index] : self.ends[index]]

    def low(self, index: int) -> str:
        """The token in lower case; empty outside the text."""
        return self.lows[index]

    def kind(self, index: int) -> Kind:
        """What the token is; SIGN outside the text."""
        return self.kinds[index]

    def is_word(self, index: int) -> bool:
        """Whether the token exists and is a word."""
        return self.kinds[index] is Kind.WORD

    def is_capital(self, index: int) -> bool:
        """Whether the token is a word with a capital first letter."""
        return self.is_word(index) and self.text[self.starts[index]].isupper()

    def has_capital(self, index: int) -> bool:
        """Whether the token is a word with a capital letter anywhere ("iPhone")."""
        return self.is_word(index) and not self.word(index).islower()

    def is_titled(self, index: int) -> bool:
        """Whether the words around the token are mostly capitalised, as in a headline, where capitals tell nothing."""
        near = [
            at for at in range(index - _NEAR, index + _NEAR + 1) if self.is_word(at) and len(self.lows[at]) >= _LONG
        ]
        return len(near) >= _FEW and sum(map(self.is_capital, near)) >= _MOSTLY * len(near)

    def opens(self, index: int) -> bool:
        """Whether a sentence, a line or a quotation may start at the token."""
        if index <= 0:
            return True
        before = self.lows[index - 1]
        return before in _OPENERS or "\n" in self.text[self.ends[index - 1] : self.starts[index]]

    def span(self, first: int, last: int) -> Span:
        """Characters from token `first` up to and including token `last`."""
        return Span(self.starts[first], self.ends[last])


_NEAR, _LONG, _FEW, _MOSTLY = 7, 4, 4, 0.7
_SENTINELS = 24  # more than any rule looks ahead
_OPENERS = frozenset(".!?:;\"“”‘'«»()[]•*–—|")


def tokenize(text: str) -> Tokens:
    """Cut `text` into tokens; white space is dropped, every other character is in exactly one token."""
    kinds: list[Kind] = []
    starts: list[int] = []
    ends: list[int] = []
    lows: list[str] = []
    pattern = _TOKEN if _MAY_BE_ADDRESS.search(text) else _TOKEN_WITHOUT_ADDRESS
    for match in pattern.finditer(text):
        kinds.append(_KINDS[match.lastgroup or "sign"])
        start, end = match.span()
        starts.append(start)
        ends.append(end)
        lows.append(text[start:end].lower())
    size = len(kinds)
    kinds += [Kind.SIGN] * _SENTINELS
    starts += [len(text) + 1] * _SENTINELS
    ends += [len(text) + 2] * _SENTINELS
    lows += [""] * _SENTINELS
    return Tokens(text, size, kinds, starts, ends, lows)
