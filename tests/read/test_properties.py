"""What holds for every input."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from tallybook.errors import UnreadableInput
from tallybook.model import Document
from tallybook.read import read_page
from tallybook.settings import Settings

LINES = st.sampled_from(
    [
        "At least 48 people died when the gates of the dam failed on Tuesday night, the governor said.",
        "Rescue teams brought some 1,200 villagers to higher ground, according to the agency.",
        "Dam fails in Karonda, 48 dead",
        "Related",
        "Don't Miss",
        "Advertisement",
        "- 9 dead in Belmo",
        "11:51 PM",
        "By Dora Milne",
        "January 3, 2025",
        "Search",
        "2 min read",
        "Help us reach 20,000 members.",
        "People wade through water (AP Photo)",
        "People wade through water. [/ ,]",
        "by",
        ", editor",
        "(",
        "|",
        "— (@a)",
        "1 of 2",
        "more *",
        "# *",
        "Home | World | Sport",
        "The failure of the gates was foreseen by engineers for years, and some of them told us wh…",
        "",
        "   \u00a0 ",
        "\ufeff",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(LINES, max_size=25).map("\n".join),
    st.lists(LINES, max_size=25).map("\r\n\r\n".join),
)
TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<h1>",
        "<h2>",
        "<li>",
        "<br>",
        "<aside>",
        "<a href='x'>",
        "</a>",
        "<!--",
        "-->",
        "<td>",
        "<script>",
        "</script>",
        "<b",
        '"',
        "&amp;",
        "&nbsp;",
        "&#8217;",
        "<figcaption>",
        "<span hidden>",
        "<nav>",
    ]
)
PAGES = st.lists(st.one_of(TAGS, LINES, st.text(max_size=30)), max_size=40).map(
    lambda parts: "<html><body>" + "".join(parts)
)


def checked(document: Document) -> None:
    """Blocks stand in order, apart, inside the text and not empty; the hash is the text's."""
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(document.text)
        assert block.span.of(document.text).strip()
        assert block.why
        end = block.span.end
    assert document.content_hash == hashlib.sha256(document.text.encode()).hexdigest()
    assert document.id == document.content_hash[:12]


@given(st.binary(max_size=600))
def test_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        checked(read_page(data, settings=Settings()))
    except UnreadableInput as error:
        assert error.what
        assert error.hint


@given(TEXTS)
def test_text_is_kept_exactly(text: str) -> None:
    try:
        document = read_page(text.encode("utf-8", "replace"), settings=Settings())
    except UnreadableInput:
        return
    if not document.source_map:
        assert document.text == text.encode("utf-8", "replace").decode("utf-8").removeprefix("\ufeff")
    checked(document)


@given(PAGES)
def test_source_map_agrees_with_the_page(page: str) -> None:
    source = page.encode("utf-8", "replace").decode()
    try:
        document = read_page(source.encode(), settings=Settings())
    except UnreadableInput:
        return
    checked(document)
    end = 0
    for run in document.source_map:
        assert run.length > 0
        assert end <= run.text_start
        assert document.text[run.text_start :][: run.length] == source[run.source_start :][: run.length]
        end = run.text_start + run.length


@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    data = text.encode("utf-8", "replace")
    try:
        first = read_page(data, settings=Settings())
    except UnreadableInput:
        return
    assert read_page(data, settings=Settings()) == first
