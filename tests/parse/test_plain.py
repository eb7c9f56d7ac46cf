"""Texts made plain before they are read, every place of them found again in the text that was given."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallybook.lexicon import load_lexicon
from tallybook.model import Span
from tallybook.parse import plain_document, spellings
from tallybook.parse.spellings import Spellings
from tallybook.registry import load_registry


def known() -> Spellings:
    """The spellings of English."""
    return spellings(load_lexicon("en"), load_registry(None))


UNSEEN = [
    ("The flood kil\u00adled 4\u00ad5 people.", "The flood killed 45 people."),
    ("It killed\u200b 45\u200d people, \u200eofficials\u2060 said.", "It killed 45 people, officials said."),
    ("In Nairobi\u00a0on\u2009Monday 12\u202f500 fled.", "In Nairobi on Monday 12\u202f500 fled."),
    ("„Forty died,” ‟he‟ said; the mayor´s office didn`t.", '“Forty died,” "he" said; the mayor’s office didn’t.'),
    ("``Forty died,'' he said.", '"Forty died," he said.'),
]
SPACES = [
    ("Forty were killed.At least 12 fled.", "Forty were killed. At least 12 fled."),
    ("Forty were killed,the ministry said.More fled.", "Forty were killed, the ministry said. More fled."),
    ("They counted 40.About 12 fled.", "They counted 40. About 12 fled."),
    ("FORTY WERE KILLED.AT LEAST TWELVE OF THEM FLED.", "Forty were killed. At least twelve of them fled."),
    ("Police held 200people and killed3 others.", "Police held 200 people and killed 3 others."),
    ("Forty dead -state television", "Forty dead - state television"),
    ("about12 of the 40miners", "about 12 of the 40 miners"),
]
BROKEN = [
    ("The storm damaged hos-\npitals and 40 houses.", "The storm damaged hospitals and 40 houses."),
    ("A long-\nawaited report on it.", "A long-awaited report on it."),
    ("The storm damaged hos\u00ad\npitals.", "The storm damaged hospitals."),
]
KEPT = [
    "See www.example.com.At or a.person@example.org for 5km, 3rd, Covid19, F16, 1.5bn, 12.30pm.",
    "The U.S.Army and the No.2 of e.g. 3.5m.",
    "The ratio was 3:1,in 2019.",
    "A non-violent march of 1,200 workers.",
    "Forty were killed... at least.",
]


@pytest.mark.parametrize(("text", "expected"), [*UNSEEN, *SPACES, *BROKEN])
def test_text_is_made_plain(document, text, expected):
    assert plain_document(document(text), known).document.text == expected


@pytest.mark.parametrize("text", KEPT)
def test_usual_text_is_left_alone(document, text):
    page = document(text)
    assert plain_document(page, known).document is page


def test_blocks_move_along(document):
    text = "Kil\u00adled: 40.\nForty died.At noon."
    head = len(text.split("\n")[0])
    page = document(text, (0, head, "title"), (head + 1, len(text), "body"))
    plain = plain_document(page, known).document
    assert [block.span.of(plain.text) for block in plain.blocks] == ["Killed: 40.", "Forty died. At noon."]


PIECES = [
    "killed",
    "40",
    "people",
    ".",
    ",",
    " ",
    "\n",
    "-\n",
    "At ",
    "said",
    "\u00ad",
    "\u200b",
    "\u00a0",
    "''",
    "„",
    "A",
]


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_every_place_leads_back(document, text):
    plain = plain_document(document(text), known)
    shown = plain.document.text
    spans = [plain.back(Span(at, at + 1)) for at in range(len(shown))]
    assert all(first.start <= second.start for first, second in pairwise(spans))
    assert all(span.end <= len(text) for span in spans)
    for at, span in enumerate(spans):
        if shown[at].isalnum():
            assert span.of(text).lower() == shown[at].lower()
