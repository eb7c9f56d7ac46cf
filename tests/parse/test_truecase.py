"""Texts in capitals as running text writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallybook.lexicon import load_lexicon
from tallybook.model import Span
from tallybook.parse import spellings
from tallybook.parse.truecase import is_all_capitals, truecased
from tallybook.registry import load_registry


def cased(text: str, *blocks: tuple[int, int]) -> str:
    """The text with its blocks truecased, all of it as one block where none are given."""
    spans = [Span(*block) for block in blocks] or [Span(0, len(text))]
    return truecased(text, spans, lambda: spellings(load_lexicon("en"), load_registry(None)))


WORDS = [
    ("TWELVE MINERS WERE KILLED NEAR THE RIVER.", "Twelve miners were killed near the river."),
    ("THE MINERS DIED. RESCUERS FOUND THEM.", "The miners died. Rescuers found them."),
    # Formed from known words, or with endings of plain words.
    ("THE OVERTURNED MINIBUSES WERE UNREPAIRABLE.", "The overturned minibuses were unrepairable."),
    ("HE'S SAID THEY DON'T KNOW, BUT I DO.", "He's said they don't know, but I do."),
]
NAMES = [
    ("FLOODS IN SOUTH SUDAN KILLED 40 PEOPLE.", "Floods in South Sudan killed 40 people."),
    ("40 SOUTH SUDANESE SOLDIERS DIED ON MONDAY, 5 MAY.", "40 South Sudanese soldiers died on Monday, 5 May."),
    ("THE TOLL MAY RISE, THE MINISTER SAID IN MARCH.", "The toll may rise, the minister said in March."),
    ("GOVERNOR TOMASZ WRZOSEK AND DR BELL AGREED.", "Governor Tomasz Wrzosek and Dr Bell agreed."),
    ("THE MAYOR OF SANTIAGO DE LA ROQUETA AND LA PALMIRA", "The mayor of Santiago de la Roqueta and La Palmira"),
    ("SEAN O'BRIENNE'S BROTHER WAS WOUNDED BADLY.", "Sean O'Brienne's brother was wounded badly."),
    ("JAMES OKELLO SAID 12 PEOPLE HAD DIED.", "James Okello said 12 people had died."),
    ("THE ZAMBEZI FISHERS' COLLECTIVE SAID 12 DIED.", "The Zambezi Fishers' Collective said 12 died."),
]
ACRONYMS = [
    ("THE U.N. AND NATO SAID 12 SOLDIERS DIED.", "The U.N. and NATO said 12 soldiers died."),
    ("THE DELTA PEOPLE'S FRONT [DPF] SAID 12 DIED.", "The Delta People's Front [DPF] said 12 died."),
    ("SOLDIERS SEIZED 12 AK-47 AND M-16 RIFLES.", "Soldiers seized 12 AK-47 and M-16 rifles."),
    ("THE 13TH BRIGADE FIRED AT 14:32 GMT.", "The 13th brigade fired at 14:32 GMT."),
    ("THE KLVT SAID 12 SOLDIERS HAD DIED.", "The KLVT said 12 soldiers had died."),
]
LEFT = [
    "NATO and the UN said so.",
    "US, UK, EU",
    "The army killed 3,000 rebels on Monday.",
    "",
]


@pytest.mark.parametrize(("text", "expected"), [*WORDS, *NAMES, *ACRONYMS])
def test_capitals_get_the_case_of_running_text(text, expected):
    assert cased(text) == expected


@pytest.mark.parametrize("text", LEFT)
def test_other_text_is_left_alone(text):
    assert cased(text) == text


def test_a_dateline_keeps_its_capitals():
    text = "PORT LOUIS, 22 JAN 90 (ABC) -- [TEXT] TWELVE PEOPLE WERE KILLED."
    assert cased(text) == "PORT LOUIS, 22 JAN 90 (ABC) -- [TEXT] Twelve people were killed."


def test_a_sentence_in_capitals_inside_other_text():
    text = "BREAKING NEWS: TWELVE KILLED IN BUS PLUNGE. Police said so."
    assert cased(text) == "Breaking news: twelve killed in bus plunge. Police said so."


def test_other_parts_of_the_page_settle_what_is_a_name():
    head, body = "BLAZE AT FORD WORKS KILLS TWELVE WORKERS", "Twelve workers of Ford Works died in a fire on Friday."
    text = f"{head}\n{body}"
    assert cased(text, (0, len(head)), (len(head) + 1, len(text))).startswith(
        "Blaze at Ford Works kills twelve workers"
    )


@given(st.text(alphabet=st.characters(whitelist_categories=("Lu", "Zs", "Po", "Nd")) | st.sampled_from("İSSßẞŉǰ. ")))
def test_no_character_is_added_or_lost(text):
    shown = cased(text)
    assert len(shown) == len(text)
    assert [c for c in shown if not c.isalpha()] == [c for c in text if not c.isalpha()]


@pytest.mark.parametrize(
    ("text", "expected"), [("TWELVE KILLED IN BUS PLUNGE", True), ("NATO, EU, UN", False), ("UN and EU agree", False)]
)
def test_what_counts_as_capitals(text, expected):
    assert is_all_capitals(text) is expected
