"""Patterns of capitalised names, with the words of a language that may stand inside one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from tallybook.lexicon.schema import Lexicon

_WORD = r"[A-Z][\w'’-]*"
_AMPERSAND_WORD = r"[A-Z][\w&'’-]*"
_DOTTED_WORD = r"[A-Z][\w'’.-]*"


@dataclass(frozen=True, slots=True)
class NamePatterns:
    """`full_name` is a person's or any other name of two words or more; `spelled_acronym` has words and letters.

    `inside_name` ends right before the later part of a name; `person_with_tail` and `person_behind_role` find the
    person in a longer phrase; `never_person` ends before what is no person's name.
    """

    full_name: re.Pattern[str]
    organisation: re.Pattern[str]
    inside_name: re.Pattern[str]
    spelled_acronym: re.Pattern[str]
    person_with_tail: re.Pattern[str]
    person_behind_role: re.Pattern[str]
    never_person: re.Pattern[str]


@cache
def name_patterns(lexicon: Lexicon) -> NamePatterns:
    """The patterns of a language's names."""
    names = lexicon.speech.names
    links, openers = _either(names.acronym_links), _either(names.acronym_openers)
    return NamePatterns(
        full_name=re.compile(
            rf"\b[A-Z][\w'’]+(?:[- ](?:[A-Z][\w'’.]*|{_either(names.particles)}))*(?:[- ][A-Z][\w'’]+)\b"
        ),
        organisation=re.compile(
            rf"\b{_AMPERSAND_WORD}[A-Za-z]"
            rf"(?: (?:{_AMPERSAND_WORD}|(?:{_either(names.links)})(?: {re.escape(names.definite)})?)(?= [A-Z])"
            rf"| {_AMPERSAND_WORD})*"
        ),
        inside_name=re.compile(rf"{_WORD} (?:{_either(names.inner_links)}) (?:{re.escape(names.definite)} )?$"),
        spelled_acronym=re.compile(
            rf"((?:{_WORD}|{openers})(?:\s+(?:{_WORD}|{links})){{1,8}})\s*\(([A-Z][A-Z-]{{1,9}})\)"
        ),
        person_with_tail=re.compile(rf"((?:{_DOTTED_WORD}\s){{2,5}})(?:{_either(names.person_tails)})\b"),
        person_behind_role=re.compile(rf"(?:^|\s)[a-z][\w'’-]*\s((?:{_DOTTED_WORD}\s?){{1,4}})$"),
        never_person=re.compile(rf"\b(?:{_either(names.no_person_after)})\s+$"),
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in words)
