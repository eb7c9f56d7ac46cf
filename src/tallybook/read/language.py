"""Which language a text is written in, by script and by its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.resources import files

import msgspec
import yaml

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 6000
_SCRIPTS = {
    "Hangul": re.compile(r"[\uac00-\ud7a3]"),
    "Kana": re.compile(r"[\u3040-\u30ff]"),
    "Han": re.compile(r"[\u4e00-\u9fff]"),
    "Greek": re.compile(r"[\u0370-\u03ff]"),
    "Hebrew": re.compile(r"[\u0590-\u05ff]"),
    "Thai": re.compile(r"[\u0e00-\u0e7f]"),
    "Devanagari": re.compile(r"[\u0900-\u097f]"),
    "Georgian": re.compile(r"[\u10a0-\u10ff]"),
    "Armenian": re.compile(r"[\u0530-\u058f]"),
}
_LEAST_VOTES = 3
_LEAST_SHARE = 0.08


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
    by_script = _by_script(sample)
    if by_script:
        return by_script
    words = [word.casefold() for word in _WORD.findall(sample)]
    counts = Counter(words)
    votes = {code: _votes(sign, counts) for code, sign in _signs().items() if not sign.script}
    ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    (best, most), (_, second) = ranked[0], ranked[1]
    if most < _LEAST_VOTES or most < _LEAST_SHARE * len(words) or most < second * 1.15:
        return None
    return best


def _votes(sign: _Sign, counts: Counter[str]) -> int:
    plain = sum(counts[word] for word in sign.words)
    own = sum(count for word, count in counts.items() if sign.letters and not set(sign.letters).isdisjoint(word))
    return plain + own


def _by_script(sample: str) -> str | None:
    letters = len(_WORD.findall(sample)) and sum(map(len, _WORD.findall(sample)))
    if not letters:
        return None
    for code, sign in _signs().items():
        if sign.script and len(_SCRIPTS[sign.script].findall(sample)) * (8 if sign.script == "Kana" else 3) > letters:
            return code
    return None


@cache
def _signs() -> dict[str, _Sign]:
    data = (files("tallybook") / "registry" / "languages.yaml").read_bytes()
    return msgspec.convert(yaml.load(data, yaml.BaseLoader), dict[str, _Sign])  # noqa: S506 - BaseLoader builds only strings
