"""Which segments of a page are its main content, by containers, classes and rows of teasers."""

from __future__ import annotations

import pytest

from tallybook.read.main_content import in_main_content
from tallybook.read.scan import scan

ONE = "The gates of the Karonda dam failed on Tuesday night, the governor of the province told reporters."
TWO = "Rescue teams in boats brought 1,200 villagers to higher ground, according to the disaster agency."
THREE = "The army sent 300 soldiers and two helicopters, and more troops were expected by the weekend."
ARTICLE = f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p><p>{ONE} {TWO}</p>"
STRAY = "Storm kills nine in Belmo as wind takes the roofs of forty houses near the harbour."
CARD = f"<li><h3><a href=/b>Storm kills nine in Belmo</a></h3><p>{STRAY}</p></li>"


@pytest.mark.parametrize(
    ("page", "held"),
    [
        (f"<div><div>{ARTICLE}</div><div class=b><p>{STRAY}</p></div></div>", False),
        (f"<div>{ARTICLE}<p>{STRAY}</p></div>", True),
        (f"<div>{ARTICLE}<div class='related-posts'><p>{STRAY}</p></div></div>", False),
        (f"<div>{ARTICLE}<aside><p>{STRAY}</p></aside></div>", False),
        (f"<div>{ARTICLE}<div role=complementary><p>{STRAY}</p></div></div>", False),
        (f"<div>{ARTICLE}<ul>{CARD * 3}</ul></div>", False),
        (f"<div>{ARTICLE}<ul><li>{STRAY}</li></ul></div>", True),
        (f"<form>{ARTICLE}<p>{STRAY}</p></form>", True),
        (f"<div class='sidebar-layout'>{ARTICLE}<p>{STRAY}</p></div>", True),
        (f"<div>{ARTICLE}<p><a href=/b>{STRAY}</a></p></div>", True),
        (f"<section><div class=c>{ARTICLE}</div></section><section><div class=c><p>{STRAY}</p></div></section>", True),
    ],
)
def test_main_content(page: str, held: bool) -> None:
    found = scan(f"<html><body>{page}</body></html>")
    main = in_main_content(found)
    assert main is not None
    texts = [segment.text for segment in found.segments]
    assert main[texts.index(ONE)]
    assert main[texts.index(STRAY)] is held


def test_a_page_of_links_has_no_main_content() -> None:
    assert (
        in_main_content(scan("<ul>" + "<li><a href=/a>A headline of forty letters or even more</a></li>" * 9)) is None
    )
