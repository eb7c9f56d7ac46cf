"""Phrases of the lexicon as matchers: whole lines, starts of lines, and words anywhere in a line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

_STRAIGHT = (
    *(("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "-"), ("−", "-"), ("\u00ad", "")),
    ("\u200b", ""),
)
"""Replaced one by one: a table of them is looked up for every letter and takes twenty times as long."""
_NOT_WORD = re.compile(r"\W+")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_EDGES = " \t:;,.…!*•·|»«›‹>→←↓-–_[](){}<\ufeff"
_PHRASE_EDGES = _EDGES.replace("*", "")
_WILD = {"#": r"\d[\d.,:]*(?:\s?[km]\b)?", "*": r"(?:\S+ ){0,5}\S+"}


def plain(text: str) -> str:
    """`text` in lower case with straight quotes, plain hyphens and single spaces, for matching only."""
    if not text.isascii():
        for curved, straight in _STRAIGHT:
            text = text.replace(curved, straight)
    return " ".join(text.casefold().split())


def letters_of(words: str) -> str:
    """Letters and digits alone, in lower case, by which two wordings are seen to be the same."""
    return _NOT_WORD.sub("", words).casefold()


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
        every = [phrase.strip(_PHRASE_EDGES) for phrase in phrases]
        self._fixed = frozenset(phrase for phrase in every if not {"#", "*"} & set(phrase))
        wild = [_pattern(phrase) for phrase in every if phrase not in self._fixed]
        self._wild = re.compile("|".join(wild)) if wild else None

    def __contains__(self, line: str) -> bool:
        return line in self._fixed or (self._wild is not None and self._wild.fullmatch(line) is not None)


def _key(phrase: str) -> str:
    """The word by which a phrase is looked up: its longest, which is likely its rarest."""
    words: list[str] = _TOKEN.findall(phrase)
    return max((word for word in words if word not in _WILD), key=len)


def tokens_of(line: str) -> frozenset[str]:
    """The words and marks of a plain line, by which `Anywhere` knows at once that none of its phrases is there."""
    return frozenset(_TOKEN.findall(line))


class Anywhere:
    """Phrases inside a line. Looked up by one word each: one long alternation would be tried at every letter."""

    def __init__(self, phrases: Iterable[str]) -> None:
        grouped: dict[str, list[str]] = defaultdict(list)
        for phrase in phrases:
            grouped[_key(phrase)].append(phrase)
        self._by_word = {
            word: re.compile("|".join(_bounded(phrase) for phrase in sorted(group, key=len, reverse=True)))
            for word, group in grouped.items()
        }
        self._keys = frozenset(self._by_word)

    def find(self, line: str, tokens: frozenset[str]) -> list[re.Match[str]]:
        """Every place where a phrase stands, in order; phrases with the same key word do not overlap."""
        found = [match for word in tokens & self._keys for match in self._by_word[word].finditer(line)]
        return sorted(found, key=re.Match.start)

    def first(self, line: str, tokens: frozenset[str]) -> str | None:
        """The first phrase that stands in the line."""
        found = self.find(line, tokens)
        return found[0].group() if found else None


def _lead_pattern(phrase: str) -> str:
    """A lead that ends in a colon may as well end in a bar, a dot or a dash."""
    return rf"{_bounded(phrase[:-1])}\s?[:|·•»-](?!\w)" if phrase.endswith(":") else _bounded(phrase)


class Leads:
    """Phrases that a line starts with."""

    def __init__(self, phrases: Iterable[str]) -> None:
        every = sorted(phrases, key=len, reverse=True)
        self._pattern = re.compile("|".join(_lead_pattern(phrase) for phrase in every)) if every else None

    def at(self, line: str) -> str | None:
        """The phrase that `line` starts with, the longest first."""
        found = self._pattern.match(line) if self._pattern else None
        return found.group() if found else None
