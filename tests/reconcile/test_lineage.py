"""Statements that pages share without naming their origin, and what must stay apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tallybook.model import Copy, Evidence, Picture
from tallybook.reconcile import reconcile_claims
from tallybook.reconcile.repeats import echoes, odds

WIDTH = 100
TOLL = "At least 37 people drowned when the ferry went down off Kessa"
OTHER = "The number of the dead stands at 37 after a night of searching"


@pytest.fixture
def copied(registry, evidence):
    """The picture of a book whose claims stand in the given sentences, with `a` copied by the other pages."""

    def picture(book: str, *sentences: str, copies: bool = True) -> Picture:
        found: Evidence = evidence(book)
        text = "".join(sentence.ljust(WIDTH) for sentence in sentences)
        pages = [document.id for document in found.documents if document.id != "a"]
        found = replace(
            found,
            documents=tuple(replace(document, text=text) for document in found.documents),
            copies=tuple(Copy(original="a", copy=page, containment=1.0) for page in pages if copies),
        )
        return reconcile_claims(found, policy="range", registry=registry)

    return picture


def statements(picture: Picture) -> list[str]:
    return sorted(" ".join(sorted(one.claims)) for one in picture.statements)


ONE_NAMED = """
    a1 | 37 killed | by Coast Guard | in Chad
    b1 | 37 killed | in Chad
    """
TWO_NAMED = """
    a1 | 37 killed | by Coast Guard | in Chad
    b1 | 37 killed | by Red Cross | in Chad
    """
DESCRIBED = """
    a1 | 37 killed | by local officials | in Chad
    b1 | 37 killed | by local officials | in Chad
    """


@pytest.mark.parametrize(
    ("book", "sentences", "copies", "expected"),
    [
        pytest.param(DESCRIBED, (TOLL, TOLL), True, ["a1 b1"], id="nobody named, one text"),
        pytest.param(DESCRIBED, (TOLL, TOLL.replace("ferry", "vessel")), True, ["a1 b1"], id="a word changed"),
        pytest.param(ONE_NAMED, (TOLL, TOLL), True, ["a1 b1"], id="one names the speaker"),
        pytest.param(TWO_NAMED, (TOLL, TOLL), True, ["a1", "b1"], id="another named speaker"),
        pytest.param(DESCRIBED, (TOLL, OTHER), True, ["a1", "b1"], id="the page's own sentence"),
        pytest.param(DESCRIBED, (TOLL, TOLL), False, ["a1", "b1"], id="no copies: one common sentence"),
    ],
)
def test_copied_text(copied, book, sentences, copies, expected):
    assert statements(copied(book, *sentences, copies=copies)) == expected


def test_three_copies_are_one_vote_with_its_reason(copied):
    book = "\n".join(f"{page}1 | 37 killed | in Chad" for page in "abc")
    picture = copied(book, TOLL, TOLL, TOLL)
    assert [one.why for one in picture.statements] == ["the text stands word for word in both pages"]
    assert picture.estimates[-1].independent == 1


def test_two_numbers_of_one_text_are_one_finding(copied):
    book = """
    a1 | 37 killed | in Chad
    a2 | 120 wounded | in Chad
    b1 | 37 killed | in Chad
    b2 | 120 wounded | in Chad
    """
    second = "Another 120 were hurt and taken to the hospital of the port"
    picture = copied(book, TOLL, second, TOLL, second)
    assert [f.text for f in picture.findings if f.kind == "same statement"] == [
        "37 killed and 120 wounded, told 4 times in 2 documents, are one statement: one source, not several."
    ]


TWO_ODD = """
    a1 | 1,297 killed | on 2031-03-04 | in Chad
    a2 | 5,714 wounded | on 2031-03-04 | in Chad
    b1 | 1,297 killed | in Chad
    b2 | 5,714 wounded | in Chad
    """
ODD_BOOKS = {
    "two odd numbers, nobody named": (TWO_ODD, ["a1 b1", "a2 b2"]),
    "in the other order": ("\n".join(reversed(TWO_ODD.strip().splitlines())), ["a1 b1", "a2 b2"]),
    "one page names a speaker": (
        TWO_ODD.replace("killed | on", "killed | by Coast Guard | on").replace(
            "wounded | on", "wounded | by Army | on"
        ),
        ["a1 b1", "a2 b2"],
    ),
    "three odd numbers of two speakers": (
        """
        a1 | 1,297 killed | by Coast Guard | in Chad
        a2 | 5,714 wounded | by Coast Guard | in Chad
        a3 | 13,694 home destroyed | by Coast Guard | in Chad
        b1 | 1,297 killed | by Red Cross | in Chad
        b2 | 5,714 wounded | by Red Cross | in Chad
        b3 | 13,694 home destroyed | by Red Cross | in Chad
        """,
        ["a1 b1", "a2 b2", "a3 b3"],
    ),
}
APART = {
    "round numbers": TWO_ODD.replace("1,297", "1,300").replace("5,714", "5,700"),
    "one odd number": """
        a1 | 1,297 killed | in Chad
        b1 | 1,297 killed | in Chad
        """,
    "two small numbers": TWO_ODD.replace("1,297", "12").replace("5,714", "47"),
    "hedged": TWO_ODD.replace("| 1,297", "| about 1,297").replace("| 5,714", "| about 5,714"),
    "two speakers of one round number": """
        a1 | 40,000 displaced | by Coast Guard | in Chad
        b1 | 40,000 displaced | by Red Cross | in Chad
        """,
    "two speakers of one exact toll": """
        a1 | 1,297 killed | by Coast Guard | in Chad
        b1 | 1,297 killed | by Red Cross | in Chad
        """,
    "two sides": """
        a1 | 1,297 killed | by Israeli officials | in Lebanon
        a2 | 5,714 wounded | by Israeli officials | in Lebanon
        a3 | 13,694 home destroyed | by Israeli officials | in Lebanon
        b1 | 1,297 killed | by Lebanese officials | in Lebanon
        b2 | 5,714 wounded | by Lebanese officials | in Lebanon
        b3 | 13,694 home destroyed | by Lebanese officials | in Lebanon
        """,
    "two days": TWO_ODD.replace("b1 | 1,297 killed", "b1 | 1,297 killed | on 2031-04-04").replace(
        "b2 | 5,714 wounded", "b2 | 5,714 wounded | on 2031-04-04"
    ),
    "two places": TWO_ODD.replace(
        "a1 | 1,297 killed | on 2031-03-04 | in Chad", "a1 | 1,297 killed | in Lebanon"
    ).replace("a2 | 5,714 wounded | on 2031-03-04 | in Chad", "a2 | 5,714 wounded | in Lebanon"),
    "as many differ as agree": """
        a1 | 1,297 killed | in Chad
        a2 | 5,714 wounded | in Chad
        a3 | 381 missing | in Chad
        a4 | 2,219 home destroyed | in Chad
        a5 | 911 rescued | in Chad
        a6 | 8,402 evacuated | in Chad
        b1 | 1,297 killed | in Chad
        b2 | 5,714 wounded | in Chad
        b3 | 377 missing | in Chad
        b4 | 2,107 home destroyed | in Chad
        b5 | 1,016 rescued | in Chad
        b6 | 7,931 evacuated | in Chad
        """,
}


@pytest.mark.parametrize("kind", ODD_BOOKS)
def test_odd_numbers_in_common(picture_of, kind):
    book, expected = ODD_BOOKS[kind]
    assert statements(picture_of(book)) == expected


@pytest.mark.parametrize("kind", APART)
def test_no_agreement_is_made_of_chance(picture_of, kind):
    assert all(len(one.claims) == 1 for one in picture_of(APART[kind]).statements)


def test_the_reason_has_the_numbers_and_the_score(picture_of):
    why = {one.why for one in picture_of(TWO_ODD).statements}
    assert why == {"two pages agree on 1,297 and 5,714 (score 13.5), too odd to be counted twice"}


@pytest.mark.parametrize(
    ("number", "low", "high"), [(300, 0, 0.5), (12, 0, 2), (1300, 0, 2), (381, 4, 5), (1297, 5.5, 6.5), (13694, 8, 9)]
)
def test_odder_numbers_weigh_more(number, low, high):
    assert low <= odds(number) <= high


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_wording_does_not_hang_on_the_order_of_the_pages(picture_of, order):
    lines = ["a1 | about 300 killed | by Red Cross | of Sudan", "b1 | 300 killed | by Red Cross | of Sudan"]
    picture = picture_of("\n".join(lines[at] for at in order))
    assert [f.text for f in picture.findings if f.kind == "same statement"] == [
        "300 or about 300 killed, told twice in 2 documents, is one statement of Red Cross: one source, not several."
    ]


def outlets(*counts: list[int]) -> str:
    """A book in which outlet n gives the n-th list of tolls, a page for each day, in nobody's name."""
    names = ("Globe", "Mail", "Star", "Post", "Sun")
    letters = "abcdefghijklmnop"
    pages, rows = [], []
    for outlet, (name, tolls) in enumerate(zip(names, counts, strict=False)):
        for day, toll in enumerate(tolls):
            page = letters[outlet] + letters[day]
            pages.append(f"page {page} | {name} | 2031-03-{day + 1:02}")
            rows.append(f"{page}1 | {toll} killed | flow | on 2031-03-{day + 1:02} | in Chad")
    return "\n".join([*pages, *rows])


TOLLS = [41, 17, 23, 64, 35, 29, 52, 18, 77, 46, 31, 22]
OTHER_TOLLS = [toll + 3 * day % 7 + 1 for day, toll in enumerate(TOLLS)]


def test_an_outlet_that_gives_anothers_numbers_throughout_has_no_vote(picture_of):
    """Two of five give what nobody else gives; the other three may each be right."""
    picture = picture_of(outlets(OTHER_TOLLS, OTHER_TOLLS, TOLLS, TOLLS, TOLLS))
    joined = [one for one in picture.statements if len(one.claims) > 1]
    assert [one.claims for one in joined] == [(f"a{day}1", f"b{day}1") for day in "abcdefghijkl"]
    assert {one.why for one in joined} == {"one of the two outlets gives the other's numbers throughout"}


def test_outlets_that_all_agree_keep_their_votes(picture_of):
    """All may be right."""
    picture = picture_of(outlets(*[TOLLS] * 5))
    assert all(len(one.claims) == 1 for one in picture.statements)


def test_an_update_supersedes_what_a_relay_still_tells(picture_of):
    book = """
    a1 | 100 killed | by Israeli military | on 2031-03-01 | in Lebanon
    b1 | 120 killed | by IDF | on 2031-03-03 | in Lebanon
    c1 | 100 killed | by Israel Defense Forces | via Reuters | in Lebanon
    """
    estimate = picture_of(book).estimates[-1]
    assert (estimate.low, estimate.high, estimate.independent) == (120, 120, 1)
    assert sorted(left.claim for left in estimate.left_out) == ["a1", "c1"]


def test_an_outlet_that_repeats_another_shows_over_all_stories(evidence):
    """One number in each of twelve stories, wrong in both: taken story by story it would tell nothing."""
    rows: list[str] = []
    story_of: dict[str, int] = {}
    for story, letter in enumerate("abcdefghijkl"):
        own = {"Xinwen": 900 + (story % 4 == 0), "Yomi": 900 + (story % 4 == 1), "Zeit": 900 + (story % 4 == 2)}
        for outlet, number in {"Source": 1297 + story, "Copy": 1297 + story, **own}.items():
            page = outlet[0].lower() + letter
            story_of[page] = story
            rows.append(f"page {page} | {outlet} | 2024-05-01\n{page}1 | {number} killed | in Chad")
    book = evidence("\n".join(rows))
    documents = {document.id: document for document in book.documents}
    assert echoes(book.claims, documents, story_of) == {"Copy": "Copy", "Source": "Copy"}
    assert echoes(book.claims, documents) == {}
