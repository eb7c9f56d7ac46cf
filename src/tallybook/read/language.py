"""Which language a text is written in, by script and by its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.resources import files

import msgspec
import yaml

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 3000
_SCRIPTS = {
    "Hangul": range(0xAC00, 0xD7A4),
    "Kana": range(0x3040, 0x3100),
    "Han": range(0x4E00, 0xA000),
    "Greek": range(0x370, 0x400),
    "Hebrew": range(0x590, 0x600),
    "Thai": range(0xE00, 0xE80),
    "Devanagari": range(0x900, 0x980),
    "Georgian": range(0x10A0, 0x1100),
    "Armenian": range(0x530, 0x590),
}
# Japanese mixes scripts, so a little Kana tells it from Chinese.
_SCRIPT_SHARES = {"Kana": 0.12}
_SCRIPT_SHARE = 0.33
_LEAST_VOTES = 3
_LEAST_SHARE = 0.08
_LEAD = 1.15


class _Sign(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one language is known by."""

    words: frozenset[str]
    letters: str = ""
    script: str | None = None


def vote(text: str) -> str | None:
    """The ISO 639-1 code of the language, or None where the words do not settle it.

    A language with a script of its own is told by the script; others by the share of their commonest words, in the
    manner of Grefenstette (JADT 1995). The winner needs a clear lead over the second.
    """
    sample = text[:_SAMPLE]
    lowered = sample.casefold()
    letters = Counter({letter: count for letter, count in Counter(lowered).items() if letter.isalpha()})
    by_script = _by_script(letters)
    if by_script:
        return by_script
    counts = Counter(_WORD.findall(lowered))
    votes = {code: _votes(sign, counts, letters) for code, sign in _signs().items() if not sign.script}
    ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    (best, most), (_, second) = ranked[0], ranked[1]
    if most < _LEAST_VOTES or most < _LEAST_SHARE * counts.total() or most < second * _LEAD:
        return None
    return best


def _votes(sign: _Sign, counts: Counter[str], letters: Counter[str]) -> int:
    return sum(counts[word] for word in sign.words) + sum(letters[letter] for letter in sign.letters)


def _by_script(letters: Counter[str]) -> str | None:
    every = letters.total()
    for code, sign in _signs().items():
        if sign.script and every:
            script = _SCRIPTS[sign.script]
            share = sum(count for letter, count in letters.items() if ord(letter) in script) / every
            if share > _SCRIPT_SHARES.get(sign.script, _SCRIPT_SHARE):
                return code
    return None


@cache
def _signs() -> dict[str, _Sign]:
    data = (files("tallybook") / "registry" / "languages.yaml").read_bytes()
    return msgspec.convert(yaml.load(data, yaml.BaseLoader), dict[str, _Sign])  # noqa: S506 - BaseLoader builds only strings
