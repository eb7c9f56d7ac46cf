"""Feeds: one page an entry, with its text or its teaser, its own day, and a name that stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tallybook.errors import UnreadableInput
from tallybook.model import BlockKind, Document
from tallybook.read import Capture, captures_of, read_paths
from tallybook.settings import Settings

SETTINGS = Settings()
BODY = (
    "<p>The governor said on Monday that 48 of the 300 workers had left the plant in Belmo for good.</p>"
    "<p>The company confirmed the figure on Tuesday and said that it would hire 20 new workers before the summer.</p>"
)
TEASER = "Rescuers found three more bodies on Friday."


def rss(*items: str, about: str = "<title>Belmo Post</title><language>en-GB</language>") -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel>{about}<link>https://belmo.example/</link><description>News</description>{''.join(items)}</channel></rss>"
    )


def item(
    number: int = 1, *, text: str = f"<content:encoded><![CDATA[{BODY}]]></content:encoded>", more: str = ""
) -> str:
    return (
        f"<item><title>Workers leave plant {number} &amp;amp; go</title><link>https://belmo.example/{number}</link>"
        f"<guid isPermaLink='false'>p{number}</guid>"
        f"<pubDate>Tue, 04 Mar 2025 23:30:00 -0500</pubDate><dc:creator>Ana Ruiz</dc:creator>{text}{more}</item>"
    )


ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>World | Belmo Post</title><id>f</id>
<entry><title type="html">Workers &lt;b&gt;leave&lt;/b&gt;</title><id>urn:1</id>
<link rel="alternate" href="https://belmo.example/1"/><published>2025-03-04T23:30:00-05:00</published>
<author><name>Ana Ruiz</name></author><content type="html"><![CDATA[{BODY}]]></content></entry></feed>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Belmo Post",
        "items": [
            {
                "id": "urn:1",
                "url": "https://belmo.example/1",
                "title": "Workers leave",
                "content_html": BODY,
                "date_published": "2025-03-04T23:30:00-05:00",
                "authors": [{"name": "Ana Ruiz"}],
            }
        ],
    }
)


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "feed"
    path.write_text(text, encoding="utf-8")
    return path


def read(tmp_path: Path, text: str) -> list[Document]:
    return [page for page in read_paths([written(tmp_path, text)], settings=SETTINGS) if isinstance(page, Document)]


@pytest.mark.parametrize("feed", [rss(item()), ATOM, JSON], ids=["rss", "atom", "json"])
def test_an_entry_is_a_page_with_what_the_feed_states(tmp_path: Path, feed: str) -> None:
    (page,) = read(tmp_path, feed)
    assert page.url == "https://belmo.example/1"
    assert (page.title or "").startswith("Workers leave")
    assert (page.author, page.outlet, page.language) == ("Ana Ruiz", "Belmo Post", "en")
    day = page.published
    assert day is not None
    assert (day.year, day.month, day.day, day.how) == (2025, 3, 4, "feed entry")
    shown = [(block.kind, block.span.of(page.text)) for block in page.article_blocks()]
    assert shown[0] == (BlockKind.TITLE, page.title)
    assert [words.split()[1] for _, words in shown[1:]] == ["governor", "company"]


def test_a_name_is_of_the_entry_and_not_of_its_place(tmp_path: Path) -> None:
    early = {page.path for page in read(tmp_path, rss(item(1), item(2)))}
    later = {page.path for page in read(tmp_path, rss(item(3), item(1)))}
    assert early & later == {f"{tmp_path / 'feed'}#p1"}


@pytest.mark.parametrize(
    "text",
    [
        f"<description>{TEASER}</description>",
        f"<description>&lt;p&gt;{TEASER}&lt;/p&gt;</description>",
        f"<description><![CDATA[<p>{TEASER}</p><br><img src='x.png'/>]]></description>",
    ],
)
def test_a_teaser_is_read_as_what_it_is(tmp_path: Path, text: str) -> None:
    (page,) = read(tmp_path, rss(item(text=text)))
    assert [block.span.of(page.text) for block in page.article_blocks()] == ["Workers leave plant 1 & go", TEASER]
    assert page.published is not None


def test_the_whole_text_goes_before_the_teaser(tmp_path: Path) -> None:
    (page,) = read(tmp_path, rss(item(more="<description>Only the beginning.</description>")))
    assert "Only the beginning" not in page.text


@pytest.mark.parametrize("words", ["yesterday", "12 minutes ago", "soon", ""])
def test_a_day_that_nobody_wrote_is_not_made_up(tmp_path: Path, words: str) -> None:
    feed = rss(item()).replace("Tue, 04 Mar 2025 23:30:00 -0500", words)
    (page,) = read(tmp_path, feed)
    assert page.published is None


def test_a_collected_feed_names_the_source_of_each_entry(tmp_path: Path) -> None:
    (page,) = read(tmp_path, rss(item(more='<source url="https://karonda.example">Karonda Times</source>')))
    assert page.outlet == "Karonda Times"


def test_the_same_id_twice_is_two_pages(tmp_path: Path) -> None:
    found = list(captures_of(written(tmp_path, rss(item(1), item(1))), SETTINGS))
    assert len({one.where for one in found}) == 2


def test_a_cut_feed_keeps_its_entries(tmp_path: Path) -> None:
    found = list(captures_of(written(tmp_path, rss(item(1), item(2))[:-300]), SETTINGS))
    assert isinstance(found[0], Capture)
    assert found[0].url == "https://belmo.example/1"


@pytest.mark.parametrize(
    ("feed", "what"),
    [
        (rss(), "the feed holds no page"),
        ("<rss version='2.0'></rss>", "the feed cannot be read"),
        ('{"version": "https://jsonfeed.org/version/1", "items": [', "the feed cannot be read"),
        ('{"version": "https://jsonfeed.org/version/1", "items": 3}', "the feed holds no page"),
    ],
)
def test_a_feed_without_entries_is_an_error(tmp_path: Path, feed: str, what: str) -> None:
    (error,) = captures_of(written(tmp_path, feed), SETTINGS)
    assert isinstance(error, UnreadableInput)
    assert error.what == what
    assert error.where and error.why and error.hint


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    feed = rss(item(text="<description>&b; &b;</description>")).replace("\n", bomb, 1)
    assert all(
        len(one.data) < 2000 for one in captures_of(written(tmp_path, feed), SETTINGS) if isinstance(one, Capture)
    )
