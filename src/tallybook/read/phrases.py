"""Phrases of the lexicon as matchers: whole lines, starts of lines, and words anywhere in a line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

_STRAIGHT = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "\u00ad": None, "\u200b": None}
)
_TOKEN = re.compile(r"\w+|[^\w\s]")
_EDGES = " \t:;,.…!*•·|»«›‹>→←↓-–_[](){}<\ufeff"
_WILD = {"#": r"\d[\d.,:]*(?:\s?[km]\b)?", "*": r"(?:\S+ ){0,5}\S+"}


def plain(text: str) -> str:
    """`text` in lower case with straight quotes, plain hyphens and single spaces, for matching only."""
    return " ".join(text.translate(_STRAIGHT).casefold().split())


def bare(line: str) -> str:
    """A plain line without the marks around it.

    >>> bare("* more news »")
    'more news'
    """
    return line.strip(_EDGES)


def _pattern(phrase: str) -> str:
    parts = re.split(r"([#*])", phrase)
    return "".join(_WILD.get(part, re.escape(part)) for part in parts)


def _bounded(phrase: str) -> str:
    left = r"(?<!\w)" if phrase[0].isalnum() or phrase[0] == "#" else ""
    right = r"(?!\w)" if phrase[-1].isalnum() or phrase[-1] == "#" else ""
    return f"{left}{_pattern(phrase)}{right}"


class WholeLines:
    """Lines that consist of one phrase."""

    def __init__(self, phrases: Iterable[str]) -> None:
        every = list(phrases)
        self._fixed = frozenset(phrase for phrase in every if not {"#", "*"} & set(phrase))
        wild = [_pattern(phrase) for phrase in every if phrase not in self._fixed]
        self._wild = re.compile("|".join(wild)) if wild else None

    def __contains__(self, line: str) -> bool:
        return line in self._fixed or (self._wild is not None and self._wild.fullmatch(line) is not None)


class Anywhere:
    """Phrases found inside a line. Looked up by first word, since a long alternation would be tried at every letter."""

    def __init__(self, phrases: Iterable[str]) -> None:
        grouped: dict[str, list[str]] = defaultdict(list)
        for phrase in phrases:
            first = _TOKEN.match(phrase)
            grouped[first.group() if first else phrase[0]].append(phrase)
        self._by_word = {
            word: re.compile("|".join(_bounded(phrase) for phrase in sorted(group, key=len, reverse=True)))
            for word, group in grouped.items()
        }
        self._numeric = self._by_word.pop("#", None)

    def find(self, line: str) -> Iterator[re.Match[str]]:
        """Every place where a phrase stands, in order; the phrases found do not overlap."""
        end = 0
        for token in _TOKEN.finditer(line):
            if token.start() < end:
                continue
            pattern = self._by_word.get(token.group())
            if pattern is None and token.group()[0].isdigit():
                pattern = self._numeric
            found = pattern.match(line, token.start()) if pattern else None
            if found:
                end = found.end()
                yield found

    def first(self, line: str) -> str | None:
        """The first phrase that stands in the line."""
        return next((found.group() for found in self.find(line)), None)


class Leads:
    """Phrases that a line starts with."""

    def __init__(self, phrases: Iterable[str]) -> None:
        every = sorted(phrases, key=len, reverse=True)
        self._pattern = re.compile("|".join(_bounded(phrase) for phrase in every)) if every else None

    def at(self, line: str) -> str | None:
        """The phrase that `line` starts with, the longest first."""
        found = self._pattern.match(line) if self._pattern else None
        return found.group() if found else None
