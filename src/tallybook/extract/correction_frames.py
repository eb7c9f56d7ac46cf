"""The frames of corrections as patterns over a text in which the page's numbers are marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from tallybook.extract.vocabulary import Vocabulary
from tallybook.lexicon.claim_words import CorrectionFrame, CorrectionWords
from tallybook.lexicon.forms import phrase_forms

TAKEN, OTHER = "\ue000", "\ue001"
"""Characters that stand in the place of the number asked about, and of the page's other numbers."""
_GAPS = {"…": 12, "..": 3}
"""Words that a gap may skip."""
_STARRED = 6
"""Words that may stand for the `*` of a phrase."""
_WORD = re.compile(r"[^\W_]+")
_BETWEEN = rf"[^\w;:{TAKEN}{OTHER}]{{1,4}}"
"""What parts two words of one clause: spaces, a comma, quotation marks, a bracket."""
_WORD_OF_GAP = rf"[^\w\s;:{TAKEN}{OTHER}]{{0,3}}\s+[^\s;:{TAKEN}{OTHER}]*"


@dataclass(frozen=True)
class Pattern:
    """A frame that can be looked for: `needs` are sets of words of which a text must have one each."""

    frame: CorrectionFrame
    needs: tuple[frozenset[str], ...]
    source: str

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The frame over a text with marked numbers. Most pages never ask for it, and there are many."""
        return re.compile(self.source, re.IGNORECASE)

    def may_stand(self, words: frozenset[str]) -> bool:
        """Whether a text of these words can hold the frame."""
        return not any(map(words.isdisjoint, self.needs))


class Phrases:
    """Phrases anywhere in a text, or at its head. Their pattern is slow to make: only where a word of it stands."""

    def __init__(self, phrases: Sequence[str], *, opening: str = "", end: str = r"\b") -> None:
        self._keys = frozenset(map(_key, phrases))
        self._source = (opening or r"\b") + _alternatives(phrases) + end
        self._at_head = bool(opening)

    def stand_in(self, text: str) -> bool:
        """Whether one of them is there."""
        return not self._keys.isdisjoint(words_of(text)) and self._found(text) is not None

    def _found(self, text: str) -> re.Match[str] | None:
        return self._regex.match(text) if self._at_head else self._regex.search(text)

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        return re.compile(self._source, re.IGNORECASE)


@dataclass(frozen=True)
class Patterns:
    """All that is looked for in a language."""

    told: CorrectionWords
    frames: tuple[Pattern, ...]
    withdrawals: tuple[Pattern, ...]
    behind: tuple[Pattern, ...]
    say: tuple[str, ...]

    @cached_property
    def errors(self) -> Phrases:
        """Words of an error of counting."""
        return Phrases(self.told.errors)

    @cached_property
    def notices(self) -> Phrases:
        """Words of a correction notice."""
        return Phrases((*self.told.notices, *(notice for notice in self.told.own_notices if "*" not in notice)))

    @cached_property
    def leads(self) -> Phrases:
        """The head of a correction notice: "Correction, June 11:", or a line of its own."""
        return Phrases(self.told.notice_leads, opening=r"\W*", end=r"(?:\W*$|\s?-|[^.;:]{0,30}[:—–])")

    @cached_property
    def outlooks(self) -> Phrases:
        """Words for a forecast."""
        return Phrases(tuple(sorted(self.told.outlooks)))

    @cached_property
    def stops(self) -> Phrases:
        """Words behind which a number is told anew."""
        return Phrases((*self.say, *self.told.stops))


@cache
def patterns_of(words: Vocabulary) -> Patterns:
    """The patterns of a language."""
    told = words.lexicon.corrections
    classes = {name: phrase_forms(listed, words.lexicon) for name, listed in told.verbs.items()} | told.phrases
    written = {name: _alternatives(listed) for name, listed in classes.items()}
    apart = "".join(rf"(?<!\b{re.escape(word)} )" for word in told.apart)
    written["formerly"] = apart + written["formerly"]
    complement = rf"(?!\s+{_alternatives(told.complements)}\b)"

    def pattern(frame: CorrectionFrame, end: str = "") -> Pattern:
        return Pattern(frame, tuple(_needs(frame.words, classes)), _written(frame.words, written) + end)

    return Patterns(
        told=told,
        frames=tuple(map(pattern, told.frames)),
        withdrawals=tuple(map(pattern, told.withdrawals)),
        behind=tuple(pattern(frame, complement) for frame in told.behind),
        say=tuple(classes["say"]),
    )


def words_of(text: str) -> frozenset[str]:
    """The words of a text as `Pattern.may_stand` takes them."""
    return frozenset(_WORD.findall(text.lower()))


def _key(phrase: str) -> str:
    """The word of a phrase that is looked for first: its longest, which is likely its rarest."""
    found: list[str] = _WORD.findall(phrase)
    return max(found, key=len)


def _needs(frame: str, classes: Mapping[str, Sequence[str]]) -> Iterator[frozenset[str]]:
    """For each part that must be there the words of which it has one."""
    for part in frame.split():
        if part not in ("#", "0", *_GAPS) and not part.endswith("?"):
            phrases = classes[part[1:-1]] if part.startswith("<") else (part,)
            yield frozenset(map(_key, phrases))


def _alternatives(phrases: Iterable[str]) -> str:
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(map(_spaced, longest_first)) + ")"


def _spaced(phrase: str) -> str:
    """A phrase whose words any space may part, and some words stand for its `*`."""
    return re.escape(phrase).replace(r"\ ", r"\s+").replace(r"\*\s+", rf"(?:\S+\s+){{0,{_STARRED}}}?")


def _written(frame: str, classes: Mapping[str, str]) -> str:
    """A frame's words one behind the other.

    A gap may be empty, and so may a class with a question mark; then its mark of parting falls away with it.
    """
    found, first = "", True
    for part in frame.split():
        between = "" if first else _BETWEEN
        if part in _GAPS:
            found += rf"(?:{_WORD_OF_GAP}){{0,{_GAPS[part]}}}?"
        elif part.endswith("?"):
            found += rf"(?:{between}{_one(part[:-1], classes)})?"
        else:
            found += between + _one(part, classes)
        first = False
    return found


def _one(part: str, classes: Mapping[str, str]) -> str:
    if part == "#":
        return f"{TAKEN}+"
    if part == "0":
        return f"{OTHER}+"
    return rf"\b{classes[part[1:-1]] if part.startswith('<') else re.escape(part)}\b"
