"""Title, outlet, author, language and dates, each with how it was found."""

from __future__ import annotations

import pytest

from tallybook.model import Document
from tallybook.read import read_page
from tallybook.read.language import language_of_text
from tallybook.settings import Settings

LEAD = (
    "At least 48 people died when the gates of the Karonda dam failed on Tuesday night, the governor of the "
    "province said."
)
SECOND = (
    "Rescue teams in boats brought some 1,200 villagers to higher ground, according to the national disaster agency."
)
BODY = f"{LEAD}\n\n{SECOND}\n"
MARKUP = f"<p>{LEAD}</p><p>{SECOND}</p>"
TITLE = "Dam fails in Karonda, 48 dead"
LD = (
    '<script type="application/ld+json">{"@context":"x","@graph":[{"@type":"WebSite",'
    '"name":"Site"},{"@type":"NewsArticle","headline":"Dam fails in Karonda, 48 dead",'
    '"datePublished":"2025-01-03T22:10:00+02:00","author":[{"@type":"Person","name":"Dora '
    'Milne"},{"@type":"Person","name":"Tom Osei"}],"publisher":{"@type":"Organization","name":"Karonda '
    'Courier"}}]}</script>'
)


def text(*lines: str) -> Document:
    return read_page("\n\n".join([*lines, BODY]).encode(), settings=Settings())


def markup(head: str = "", body: str = "", lang: str = ' lang="en"') -> Document:
    page = f"<html{lang}><head>{head}</head><body><article>{body}{MARKUP}</article></body></html>"
    return read_page(page.encode(), settings=Settings())


def date_of(document: Document) -> tuple[int | None, int | None, int | None, str] | None:
    found = document.published
    return (found.year, found.month, found.day, found.how) if found else None


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([TITLE, "by Dora Milne January 3, 2025 7:36 PM 2 min read"], (2025, 1, 3)),
        ([TITLE, "By Dora Milne", "3 January 2025"], (2025, 1, 3)),
        ([TITLE, "Published 3 January 2025, 14:10 GMT"], (2025, 1, 3)),
        ([TITLE, "Belmo, 3 January 2025, 10:14 CET"], (2025, 1, 3)),
        ([TITLE, "2 min read"], None),
    ],
)
def test_publication_date_of_a_text(lines: list[str], expected: tuple[int, int, int] | None) -> None:
    found = date_of(text(*lines))
    assert (found[:3] if found else None) == expected


def test_dateline_gives_day_month_and_agency_and_no_year() -> None:
    document = read_page(f"{TITLE}\n\nBELMO, March 5 (UPI) – {BODY}".encode(), settings=Settings())
    assert date_of(document) == (None, 3, 5, "dateline")
    assert document.outlet == "UPI"
    assert document.published is not None
    assert document.published.span is not None
    assert document.published.span.of(document.text) == "March 5"


@pytest.mark.parametrize("clock", ["Today: Jan 18, 2026", "Sunday, January 18, 2026 | 27°C | USD 1.08"])
def test_page_clock_bounds_the_date_and_is_not_it(clock: str) -> None:
    document = text(clock, "Search", TITLE, "1 min read")
    assert document.published is None
    assert document.not_after is not None
    assert (document.not_after.year, document.not_after.month, document.not_after.day) == (2026, 1, 18)
    assert document.not_after.how == "page clock"


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Dora Milne", "Dora Milne"),
        ("by Dora Milne January 3, 2025 7:36 PM", "Dora Milne"),
        ("By Dora Milne and Tom Osei", "Dora Milne"),
        ("Written by Lena de la Ruiz | Jan 3, 2025", "Lena de la Ruiz"),
        ("Tom Osei, Africa correspondent", "Tom Osei"),
        ("2 min read", None),
    ],
)
def test_author_of_a_text(line: str, author: str | None) -> None:
    assert text(TITLE, line).author == author


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (LD, "", (2025, 1, 3, "JSON-LD datePublished")),
        (
            '<meta property="article:published_time" content="2025-01-03T10:00:00Z">',
            "",
            (2025, 1, 3, "meta article:published_time"),
        ),
        (
            LD + '<meta property="article:published_time" content="2024-12-31">',
            "",
            (2025, 1, 3, "JSON-LD datePublished"),
        ),
        ('<meta name="date" content="20250103">', "", (2025, 1, 3, "meta date")),
        ('<meta name="pubdate" content="Fri, 03 Jan 2025 10:00:00 GMT">', "", (2025, 1, 3, "meta pubdate")),
        ("", '<time datetime="2025-01-03">Friday</time>', (2025, 1, 3, "<time>")),
        ("", f'<h1>{TITLE}</h1><div class="byline">By Dora Milne, January 3, 2025</div>', (2025, 1, 3, "byline")),
        ('<meta property="article:published_time" content="soon">', "", None),
        ('<meta property="article:published_time" content="2025-02-31">', "", None),
    ],
)
def test_publication_date_of_markup(head: str, body: str, expected: tuple[int, int, int, str] | None) -> None:
    assert date_of(markup(head, body)) == expected


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ('<meta property="og:site_name" content="Belmo Times">' + LD, "Belmo Times"),
        (LD, "Karonda Courier"),
        (f"<title>{TITLE} | Karonda Courier</title>", "Karonda Courier"),
        (f'<title>{TITLE} - Karonda Courier</title><meta property="og:title" content="{TITLE}">', "Karonda Courier"),
        ("<title>Dam fails - 48 dead in the night of Karonda town</title>", None),
    ],
)
def test_outlet_of_markup(head: str, outlet: str | None) -> None:
    assert markup(head).outlet == outlet


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("", f"<h1>{TITLE}</h1>", TITLE),
        (f'<meta property="og:title" content="{TITLE}">', "", TITLE),
        (f'<meta property="og:title" content="{TITLE}">', f"<h2>{TITLE}</h2>", TITLE),
        (f"<title>{TITLE} | Karonda Courier</title>", f"<h1>{TITLE}</h1>", TITLE),
        (LD, "<h1>Karonda Courier</h1>", TITLE),
    ],
)
def test_title_of_markup(head: str, body: str, title: str) -> None:
    assert markup(head, body).title == title


def test_outlet_behind_the_headline_in_the_window_title() -> None:
    document = markup(f"<title>{TITLE} :: Karonda Courier</title>", f"<h1>{TITLE}</h1>")
    assert (document.title, document.outlet) == (TITLE, "Karonda Courier")


def test_authors_of_markup() -> None:
    assert markup(LD).author == "Dora Milne, Tom Osei"


LANGUAGES = [
    ("en", BODY),
    (
        "ru",
        (
            "Наводнение в Карской области унесло жизни 48 человек, сообщил в понедельник губернатор. "
            "Спасатели вывезли всех, но не все последствия известны, также заявили они."
        ),
    ),
    (
        "uk",
        (
            "Повінь на заході області забрала життя 48 людей, повідомив у понеділок губернатор. Рятувальники "
            "вивезли 1200 жителів, але не всі наслідки відомі, також заявили вони."
        ),
    ),
    (
        "es",
        (
            "La inundación en la provincia dejó al menos 48 muertos, según el gobernador. Los equipos de "
            "rescate trasladaron a 1.200 vecinos, pero no todos los daños se conocen."
        ),
    ),
    (
        "fr",
        (
            "L'inondation dans la province a fait au moins 48 morts, selon le gouverneur. Les équipes de "
            "secours ont évacué 1 200 habitants, mais tous les dégâts ne sont pas connus."
        ),
    ),
    (
        "de",
        (
            "Bei der Flut in der Provinz sind nach Angaben des Gouverneurs 48 Menschen ums Leben gekommen. "
            "Die Retter brachten 1200 Bewohner in Sicherheit, das ist aber nicht alles."
        ),
    ),
    (
        "ko",
        "카론다 댐의 수문이 화요일 밤에 무너져 적어도 48명이 숨졌다고 주지사가 밝혔다. "
        "구조대는 주민 1,200명을 대피시켰다고 재난 당국은 전했다.",
    ),
]


@pytest.mark.parametrize(("language", "body"), LANGUAGES)
def test_language_of_words(language: str, body: str) -> None:
    assert read_page(body.encode(), settings=Settings()).language == language


HEADLINES = ["Überschwemmung in Karsk", "Flood in Carsk kills 48", "수문 붕괴로 48명 숨져"]


@pytest.mark.parametrize("line", HEADLINES)
def test_a_headline_alone_tells_no_language(line: str) -> None:
    assert language_of_text(line) is None


def test_language_of_settings_goes_first() -> None:
    assert read_page(BODY.encode(), settings=Settings(language="fr")).language == "fr"


@pytest.mark.parametrize(("lang", "language"), [(' lang="en-GB"', "en"), (' lang="de"', "en"), ("", "en")])
def test_language_of_markup(lang: str, language: str) -> None:
    more = MARKUP * 3
    page = f"<html{lang}><body><h1>{TITLE}</h1>{more}</body></html>"
    assert read_page(page.encode(), settings=Settings()).language == language


OUTSIDE = (
    "<div class=top><a href=/>Karonda Courier</a></div><div class=bar>{bar}</div><div class=page><article>{above}"
    "<h1>" + TITLE + "</h1><p class=standfirst>Engineers had warned of the gates for six years, and more rain is on "
    "its way to the valley.</p>{below}<figure><img src=x.jpg><figcaption>Water over the dam. Lena Ruiz/Reuters"
    "</figcaption></figure><div class=text>" + MARKUP * 3 + "</div></article></div>{after}"
)
"""A page whose paragraphs stand in a container of their own, so that what surrounds them is outside the content."""


def outside(bar: str = "", above: str = "", below: str = "", after: str = "") -> Document:
    page = OUTSIDE.format(bar=bar, above=above, below=below, after=after)
    return read_page(f'<html lang="en"><body>{page}</body></html>'.encode(), settings=Settings())


@pytest.mark.parametrize(
    ("above", "below", "after", "expected"),
    [
        ("", "<p class=meta>Friday, January 3, 2025 · 3 min read</p>", "", (2025, 1, 3, "byline")),
        (
            "",
            "<p class=meta>Friday, January 3, 2025 · Updated Sunday, January 5, 2025 · 4 min read</p>",
            "",
            (2025, 1, 3, "byline"),
        ),
        (
            "",
            "<p class=meta>3 January 2025 at 4:05 p.m. CET · Updated 5 January 2025 at 9:00 a.m. CET</p>",
            "",
            (2025, 1, 3, "byline"),
        ),
        (
            "",
            "<p class=meta>Updated January 5, 2025</p><p class=meta>January 3, 2025</p>",
            "",
            (2025, 1, 3, "byline"),
        ),
        ("", "<p>By Dora Milne</p><p>Published 3 January 2025</p>", "", (2025, 1, 3, "published line")),
        ("<p class=meta>3 January 2025</p>", "", "", (2025, 1, 3, "byline")),
        ("", "", "<footer><p>Karonda, 3 January 2025</p></footer>", None),
        ("", "", "<p>Copyright 3 January 2025 Karonda Courier</p>", None),
        ("", "", "<aside><h3>Related</h3><p><a href=/a>Storm in Belmo</a></p><p>3 January 2025</p></aside>", None),
        ("", "", "<div><a href=/a>Storm takes forty roofs in Belmo</a><p>3 January 2025</p></div>", None),
        ("", "<div><a href=/a>Storm takes forty roofs in Belmo</a><p>3 January 2025</p></div>", "", None),
        ("", "<aside><p>3 January 2025</p></aside>", "", None),
    ],
)
def test_date_by_the_headline_outside_the_main_content(
    above: str, below: str, after: str, expected: tuple[int, int, int, str] | None
) -> None:
    assert date_of(outside(above=above, below=below, after=after)) == expected


def test_author_by_the_headline_outside_the_main_content() -> None:
    assert outside(below="<p class=meta>By Dora Milne, science correspondent</p>").author == "Dora Milne"


@pytest.mark.parametrize(
    ("bar", "clock"),
    [
        ("<div>Today is Sunday, 18 January 2026<br>09:14 GMT<br>Visitors: 1,204</div>", True),
        ("<nav><p>Today: Jan 18, 2026</p></nav>", True),
        ("<nav><a href=/w>World</a></nav><p>Sunday, 18 January 2026</p>", True),
        ("<p>Sunday, 18 January 2026</p><p>Search</p>", True),
        ("<nav>" + "<p><a href=/w>World</a></p>" * 30 + "</nav><p>Today is 18 January 2026</p>", True),
        ("<div><a href=/a>Storm takes forty roofs in Belmo</a><p>18 January 2026</p></div>", False),
        ("<nav><p>Sunday, 18 January 2026</p><p>Monday, 12 January 2026</p></nav>", False),
        ("<p>Founded 18 January 1926</p><p>Search</p>", False),
    ],
)
def test_page_clock_outside_the_main_content(bar: str, clock: bool) -> None:
    document = outside(bar=bar)
    found = document.not_after
    assert ((found.year, found.month, found.day, found.how) if found else None) == (
        (2026, 1, 18, "page clock") if clock else None
    )
    assert document.published is None


def test_clock_before_the_publication_date_is_none() -> None:
    document = outside(bar="<p>Today is 18 January 2024</p>", below="<p>Friday, January 3, 2025</p>")
    assert (document.not_after, date_of(document)) == (None, (2025, 1, 3, "byline"))


@pytest.mark.parametrize(
    ("lines", "outlet"),
    [
        (["KARONDA PRESS SERVICE", TITLE], "Karonda Press Service"),
        (["THE KARONDA PRESS SERVICE", "Menu", TITLE], "The Karonda Press Service"),
        ([TITLE, "By Dora Milne, Karonda Press Service"], "Karonda Press Service"),
        (["Keep Pets Safe today", TITLE], "KPS"),
        ([TITLE, "By Dora Milne"], "KPS"),
    ],
)
def test_initials_of_the_outlet_are_spelled_out_by_the_page(lines: list[str], outlet: str) -> None:
    page = "\n\n".join([*lines, f"BELMO, March 5 (KPS) – {BODY}"])
    assert read_page(page.encode(), settings=Settings()).outlet == outlet


def test_initials_of_the_outlet_are_spelled_out_by_the_copyright_line() -> None:
    page = f"{TITLE}\n\nBELMO, March 5 (KPS) – {BODY}\n\n© 2025 Karonda Press Service. All rights reserved."
    assert read_page(page.encode(), settings=Settings()).outlet == "Karonda Press Service"
