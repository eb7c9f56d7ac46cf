"""Where one sentence ends and the next begins. A bar stands for the end in the rows."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallybook.lexicon import load_lexicon
from tallybook.model import BlockKind
from tallybook.parse import split_sentences

TITLES = [
    "Dr. Smith came.|He left.",
    "Gen. Mark Milley said 300 died.|He left.",
    "Lt. Col. Kim said 300.|Maj. Gen. Lee agreed.",
    "Mr. and Mrs. Kim came.|St. Petersburg burned.",
    "Sen. John McCain, R-Ariz., said 300.|He left.",
    "Sgt. 1st Class Lee died.|He was 30.",
]
SHORT_WORDS = [
    "The No. 2 official said so.|He left.",
    "On Jan. 5 they came.|On Feb. 6 they left.",
    "At 5 p.m. Monday they came.|They left.",
    "He works for Acme Inc. in London.|It grew.",
    "approx. 300 men vs. 200 men.|He left.",
    "He sent troops, e.g. infantry, i.e. men.|He left.",
    "He has a Ph.D.|She has none.",
]
INITIALS = [
    "The U.S. Army said so.|It left.",
    "He lives in the U.S.|The army left.",
    "He lives in the U.S.|Officials said so.",
    "J. R. R. Tolkien wrote it.|He died.",
    "J.R.R. Tolkien wrote it.|He died.",
    "N. Korea sent 300.|S. Korea objected.",
    "Washington D.C. officials said so.",
    "They left Washington, D.C.|The army stayed.",
]
NUMBERS = [
    "FOURTEEN PEOPLE -- NINE MEN AND FIVE WOMEN -- DIED.|They wept.",
    "About 3.5 million came.|More followed.",
    "It cost $4.5m.|Nobody paid.",
    "The price rose 3.5%.|It fell.",
    "He died in 2020.|300 others were hurt.",
    "In the 1990s.|300 men died.",
    "Casualties exceeded 4,500.|Of those, 1.2 percent died.",
    "They died [1].|He left.",
]
QUOTES = [
    "“We lost 300 men.”|He wept.",
    '"We lost 300 men."|He wept.',
    "“We lost 300 men,” he said.|“It was bad.”",
    "“Did they die?” she asked.|They did.",
    "“They died!” she cried.|They did.",
    "He said: “They died.|We wept.”|She left.",
    "He said 'they died.'|She left.",
    "He said ‘they died.’|She left.",
    "«Ils sont 300.»|Il part.",
    "“300 died”.|He left.",
    "The staff said so.|“300 died.”",
    "(They died.)|He came.",
    "He came (they died).|She left.",
]
STOPS = [
    "300 died!|200 left?|Yes.",
    "Who died?!|He asked.",
    "Wait… what?|Yes.",
    "Wait...|He came.",
    "Fifty came...and left.",
    "Read more at example.com.|He left.",
    "Version 2.0.|He left.",
    "They sent 300 troops .|They left .",
    "THE ARMY SAID 300 DIED.|IT LEFT.",
    "One line\n\n|Another line",
    "300人が死亡した。|政府は否定した。",
    "no stop at all",
]
MISSING_SPACES = [
    "“They died.”|More came.",
    '"They died."|More came.',
    "“Did they?”|More came.",
]
DATELINES = [
    ("KYIV, Ukraine (AP) — Russia lost 300 men. It denied.", "Russia lost 300 men.|It denied."),
    ("GENEVA, 3 May (Reuters) – At least 300 died. More will.", "At least 300 died.|More will."),
    ("SEOUL — The agency said 300.", "The agency said 300."),
    ("SEOUL -- “300 died,” it said.", "“300 died,” it said."),
    ("MEXICO CITY, Jan 5 (EFE) - 300 died.", "300 died."),
    ("Seoul (Yonhap) - The agency said 300. It left.", "The agency said 300.|It left."),
    ("He came — They left.", "He came — They left."),
    ("NATO said so — twice.", "NATO said so — twice."),
]
KNOWN_FAILURES = [
    ("They died.More came later.", "They died.|More came later."),
    ("They lost 300 men.Five thousand remain.", "They lost 300 men.|Five thousand remain."),
    ("The toll is 300.[1] He left.", "The toll is 300.[1]|He left."),
    ("At 5 p.m. They left.", "At 5 p.m.|They left."),
    ("He works for Acme Inc. The firm grew.", "He works for Acme Inc.|The firm grew."),
    ('He said "no." She said yes.', 'He said "no."|She said yes.'),
]


@pytest.fixture(scope="module")
def split(document):
    lexicon = load_lexicon("en")
    return lambda text, *blocks: [s.text for s in split_sentences(document(text, *blocks), lexicon)]


@pytest.mark.parametrize("row", [*TITLES, *SHORT_WORDS, *INITIALS, *NUMBERS, *QUOTES, *STOPS])
def test_sentences(split, row):
    expected = row.split("|")
    assert split(" ".join(expected)) == [sentence.strip() for sentence in expected]


@pytest.mark.parametrize("row", MISSING_SPACES)
def test_a_quotation_ends_without_a_space_after_it(split, row):
    assert split(row.replace("|", "")) == row.split("|")


@pytest.mark.parametrize(("text", "row"), DATELINES)
def test_datelines_are_no_part_of_the_first_sentence(split, text, row):
    assert split(text) == row.split("|")


@pytest.mark.xfail(strict=True, reason="abbreviations at a sentence's end, and spaces missing after a full stop")
@pytest.mark.parametrize(("text", "row"), KNOWN_FAILURES)
def test_known_failures(split, text, row):
    assert split(text) == row.split("|")


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\t", "\n", "  ", " \n "])
def test_any_white_space_parts_sentences(split, space):
    assert split(f"They died.{space}He left.") == ["They died.", "He left."]


@pytest.mark.parametrize("kind", [BlockKind.FURNITURE, BlockKind.CAPTION, BlockKind.BYLINE])
def test_only_the_article_is_split(split, kind):
    text = "Toll rises\nPhoto: 300 people.\nThey died. He left."
    blocks = [(0, 10, BlockKind.TITLE), (11, 29, kind), (30, 49, BlockKind.BODY)]
    assert split(text, *blocks) == ["Toll rises", "They died.", "He left."]


def test_sentences_end_with_their_block(split):
    text = "Toll rises to\n300 after the quake"
    assert split(text, (0, 13, BlockKind.TITLE), (14, len(text), BlockKind.BODY)) == [
        "Toll rises to",
        "300 after the quake",
    ]


MARKS = [".", "...", "?", "!", "…", "。", "”", "“", '"', ")", "(", " ", "  ", "\n", "\n\n", "\u00a0", " — "]
WORDS = ["Mr.", "U.S.", "p.m.", "3.5", "300", "died", "The", "KYIV", "(AP)", "a", "é", "😀"]
PIECES = st.sampled_from([*MARKS, *WORDS])
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=40).map("".join))


@given(text=TEXTS)
def test_sentences_stand_in_the_text_in_order(document, text):
    page = document(text)
    found = list(split_sentences(page, load_lexicon("en")))
    assert all(sentence.text == sentence.span.of(text) == sentence.text.strip() != "" for sentence in found)
    assert all(first.span.end <= second.span.start for first, second in pairwise(found))
    assert all(sentence.block is page.blocks[0] for sentence in found)


@given(text=TEXTS)
def test_no_ink_is_lost_after_the_dateline(document, text):
    found = list(split_sentences(document(text), load_lexicon("en")))
    start = found[0].span.start if found else len(text)
    kept = "".join(sentence.text for sentence in found)
    assert "".join(kept.split()) == "".join(text[start:].split())
    assert found or not text.strip()
