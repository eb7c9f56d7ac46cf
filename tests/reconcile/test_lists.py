"""Numbers that count people one by one are floors: what the words must say, and what only looks like it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tallybook.lexicon import load_lexicon
from tallybook.lexicon.listing import listing_words
from tallybook.model import Span
from tallybook.reconcile.lists import is_list
from tallybook.reconcile.world import World


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        pytest.param("The project has confirmed 1,204 deaths by name.", "1,204", "by name", id="by name"),
        pytest.param("Volunteers read obituaries for 310 fighters.", "310", "obituaries for", id="obituaries"),
        pytest.param("Divers recovered the bodies of 31 miners.", "31", "the bodies of", id="bodies of"),
        pytest.param("So far 31 bodies have been recovered.", "31", "bodies have been recovered", id="bodies"),
        pytest.param("Of the 300 dead, 12 have been identified.", "12", "been identified", id="the part"),
        pytest.param("It published the names of 88 victims.", "88", "names of", id="names of"),
        pytest.param("Of the 300 dead, 12 have been identified.", "300", None, id="another number is nearer"),
        pytest.param("None of the 40 dead were identified.", "40", None, id="the whole of which none was"),
        pytest.param("Some 40 people died; bodies were found.", "40", None, id="the next clause"),
        pytest.param("The 40 dead were identified as farmers.", "40", None, id="what they are"),
        pytest.param("It estimates 4,000 deaths, most not by name.", "4,000", None, id="an estimate"),
        pytest.param("Many of the 19 bodies found have yet to be identified.", "19", None, id="yet to be"),
        pytest.param("Nine bodies have been found and 13 are missing.", "13", None, id="of others before it"),
        pytest.param("It said 12 bodies had been counted twice.", "12", None, id="counted wrong"),
        pytest.param("At least 40 people were killed.", "40", None, id="nothing said"),
        pytest.param("The minister, known by name, spoke of 70 dead.", "70", None, id="somebody else by name"),
    ],
)
def test_words_of_a_list(text, number, words):
    start = text.index(number)
    assert listing_words(text, start, start + len(number), load_lexicon("en")) == words


COUNT = (
    "a1 | 1,204 killed | by {} | on 2024-05-01 | of Russia\nb1 | 600 killed | by Red Cross | on 2024-05-09 | of Russia"
)


@pytest.mark.parametrize(
    ("who", "number", "low"),
    [
        pytest.param("Mediazona", "1,204", 1204, id="a keeper of a list"),
        pytest.param("Mediazona", "about 1,204", 600, id="its estimate"),
        pytest.param("Oxfam", "1,204", 600, id="anybody else"),
    ],
)
def test_a_list_bounds_later_totals_also_in_a_war(picture_of, who, number, low):
    picture = picture_of(COUNT.format(who).replace("1,204", number))
    assert [estimate.low for estimate in picture.estimates if "b1" in {*estimate.claims, *_left(estimate)}][-1] == low


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        pytest.param("It has confirmed 1,204 deaths.", True, id="what it counts"),
        pytest.param("It estimates 1,204 deaths.", False, id="what its words make an estimate"),
    ],
)
def test_the_words_of_who_keeps_a_list(evidence, registry, words, listed):
    told = evidence("a1 | 1,204 killed | by Mediazona")
    claim = replace(told.claims[0], sentence=Span(0, len(words)))
    page = replace(told.documents[0], text=words, language="en")
    assert is_list(claim, page, World(registry)) is listed


def test_a_list_has_a_long_way_up(picture_of):
    highs = [
        picture_of(f"a1 | 1,204 missing | by {who}", "posterior").estimates[-1].high for who in ("Mediazona", "Oxfam")
    ]
    assert highs[0] > highs[1]


def _left(estimate):
    return {left.claim for left in estimate.left_out}
