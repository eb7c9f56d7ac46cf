"""Live pages: posts with a time of their own, and pages with times that are none."""

from __future__ import annotations

import datetime as dt

import pytest

from tallybook.model import Document
from tallybook.pipeline import Extracted, extract_claims, reconcile_claims
from tallybook.pipeline import gather as gather_evidence
from tallybook.read import read_page
from tallybook.settings import Settings

RISING = "The governor of Karonda said on Tuesday morning that 61 people had died in the flood."
ARMY = "The army has sent 400 soldiers to the town of Mele, the defence ministry said."
EARLIER = "At least 48 people have died, the disaster agency said late today. It had reported 31 deaths yesterday."
MOVED = "Some 1,200 villagers have been taken to higher ground, according to the Red Cross."
TITLE = "Flood in Karonda: 61 confirmed dead"
INTRO = "A dam failed in the province of Karonda on Sunday night, and the water reached three towns."
BODIES = (RISING, ARMY, EARLIER, MOVED)
THIRD, FOURTH = dt.date(2025, 3, 3), dt.date(2025, 3, 4)


def read(source: str) -> Document:
    return read_page(source.encode(), settings=Settings())


def dump(*stamps: str, byline: str = "Updated 4 March 2025, 09:10") -> Document:
    posts = "\n\n".join(f"{stamp}\n\n{body}" for stamp, body in zip(stamps, BODIES, strict=False))
    return read(f"{TITLE}\n\nBy Dora Milne\n{byline}\n\n{INTRO}\n\n{posts}\n")


def markup(*moments: tuple[str, str]) -> Document:
    posts = "".join(
        f'<article><time datetime="{moment}">{words}</time><p>{body}</p></article>'
        for (moment, words), body in zip(moments, BODIES, strict=False)
    )
    head = '<meta property="article:published_time" content="2025-03-03T20:00:00Z">'
    return read(
        f"<html lang=en><head>{head}</head><body><main><h1>{TITLE}</h1><p>{INTRO}</p>{posts}</main></body></html>"
    )


def days(document: Document) -> list[dt.date | None]:
    return [post.published.date() for post in document.posts]


LIVE = [
    (dump("09:05", "08:20", "23:45", "21:10"), [FOURTH, FOURTH, THIRD, THIRD]),
    (dump("9.05am", "8.20am", "11.45pm", "9.10pm"), [FOURTH, FOURTH, THIRD, THIRD]),
    (dump("21:10", "23:45", "08:20", "09:05"), [THIRD, THIRD, FOURTH, FOURTH]),
    (dump("4 March 2025, 09:05 GMT", "4 March 2025, 08:20 GMT", "3 March 2025, 23:45 GMT"), [FOURTH, FOURTH, THIRD]),
    (dump("09:05", "08:20", "07:45", byline="4 March 2025"), [FOURTH, FOURTH, FOURTH]),
    (
        markup(
            ("2025-03-04T09:05:00Z", "09:05"),
            ("2025-03-04T08:20:00Z", "1 hour ago"),
            ("2025-03-03T23:45:00Z", "10 hours ago"),
        ),
        [FOURTH, FOURTH, THIRD],
    ),
]


@pytest.mark.parametrize(("document", "expected"), LIVE)
def test_each_post_has_its_own_day(document: Document, expected: list[dt.date]) -> None:
    assert days(document) == expected


def test_a_post_holds_its_own_words() -> None:
    document = dump("09:05", "08:20", "23:45", "21:10")
    assert [body in post.span.of(document.text) for post, body in zip(document.posts, BODIES, strict=True)] == [
        True
    ] * 4
    assert document.published_at(document.text.index(INTRO)) == document.published


NOT_LIVE = [
    pytest.param(read(f"{TITLE}\n\n4 March 2025, 09:10\n\n{INTRO}\n\n{RISING}\n\n{ARMY}\n\n{MOVED}\n"), id="one time"),
    pytest.param(
        read(
            f"{TITLE}\n\n4 March 2025\n\n{INTRO}\n\n{RISING}\n\n{ARMY}\n\nLatest news\n\n09:05\nTrains stop\n\n"
            "08:20\nBank holds rate\n\n07:45\nCup final moved\n"
        ),
        id="ticker below the text",
    ),
    pytest.param(
        read(f"{TITLE}\n\n4 March 2025\n\n{INTRO}\n\nAt 09:05 {ARMY}\n\nAt 10:20 {MOVED}\n\nAt 11:45 {RISING}\n"),
        id="times in sentences",
    ),
]


@pytest.mark.parametrize("document", NOT_LIVE)
def test_other_times_make_no_posts(document: Document) -> None:
    assert document.posts == ()


def test_words_are_dated_by_their_post() -> None:
    """ "Yesterday" in a post of the third is the second, and a toll without a day is of its post's."""
    document = dump("09:05", "08:20", "23:45", "21:10")
    claims = {claim.quantity.low: claim for claim in extract_claims(document).claims if claim.event == "killed"}
    assert claims[31].time is not None and claims[31].time.start == dt.date(2025, 3, 2)
    assert claims[61].time is not None and claims[61].time.start == FOURTH


def test_a_picture_orders_a_pages_posts() -> None:
    """A live page's tolls of two days are an earlier and a later total, not one page that contradicts itself."""
    document = dump("09:05", "08:20", "23:45", "21:10")
    picture = reconcile_claims(gather_evidence([Extracted(document, extract_claims(document))]))
    killed = next(series for series in picture.series if series.event == "killed")
    assert [estimate.at for estimate in picture.estimates if estimate.series == killed.id][-1] == FOURTH


def test_posts_with_headlines_are_no_index() -> None:
    posts = "\n\n".join(
        f"{stamp}\n\n{head}\n\n{body}"
        for stamp, head, body in zip(
            ("12:40", "11:15", "09:05", "08:20", "07:45"),
            ("Death toll rises to 61", "Army sends soldiers", "Trains stop", "Villagers moved uphill", "Dam fails"),
            (RISING, ARMY, INTRO, MOVED, EARLIER),
            strict=True,
        )
    )
    assert len(read(f"{TITLE}\n\nUpdated 4 March 2025, 12:45\n\n{INTRO}\n\n{posts}\n").posts) == 5
