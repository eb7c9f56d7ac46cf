"""Hyphens that cut, and hyphens that stay."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from training.tokenizer import repair_hyphens

from tallybook.parse import load_pipeline


@pytest.fixture(scope="module")
def nlp() -> Language:
    english = spacy.blank("en")
    repair_hyphens(english)
    return english


# text, words divided by |
ROWS = [
    ("by mid-April", "by|mid-April"),
    ("Mid-April came", "Mid-April|came"),
    ("anti-war, re-elected", "anti-war|,|re-elected"),
    ("an ex-minister", "an|ex-minister"),
    ("self-made", "self-made"),
    ("a 3,000-strong force", "a|3,000|-|strong|force"),
    ("a 12-member team", "a|12|-|member|team"),
    ("18-year-old", "18|-|year|-|old"),
    ("500-600 homes", "500|-|600|homes"),
    ("$500-$600", "$|500|-|$600"),
    ("a well-known port", "a|well|-|known|port"),
    ("midweek-only", "midweek|-|only"),
    ("Seoul–Busan", "Seoul|–|Busan"),
]


@pytest.mark.parametrize(("text", "words"), ROWS)
def test_hyphens(nlp: Language, text: str, words: str) -> None:
    assert "|".join(token.text for token in nlp(text)) == words


@pytest.mark.parametrize("size", ["base", "big"])
def test_shipped_packs_cut_so(size: str) -> None:
    words = [token.text for token in load_pipeline("en", size).tokenizer("A 3,000-strong force came by mid-April")]
    assert words == ["A", "3,000", "-", "strong", "force", "came", "by", "mid-April"]


@pytest.mark.usefixtures("nlp")
def test_other_pipelines_keep_their_tokenizer() -> None:
    assert [token.text for token in spacy.blank("en")("mid-April")] == ["mid", "-", "April"]
