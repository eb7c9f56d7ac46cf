"""Index and category pages are refused; lists of advice, round-ups and articles with teasers below them are not."""

from __future__ import annotations

import pytest

from tallybook.errors import UnreadableInput
from tallybook.read import read_page
from tallybook.settings import Settings

ITEMS = (
    ("Storm kills 14 in coastal villages", "At least 14 people died when a storm hit villages on the coast."),
    ("Bank holds rate for third month", "The central bank left its rate at 4 percent, as analysts had expected."),
    ("Strike closes 40 schools in north", "Teachers walked out over pay, and 40 schools stayed shut on Tuesday."),
    ("Ferry sinks off Mele, 9 missing", "Nine people are missing after a ferry with 80 aboard went down."),
    ("Army sends 400 soldiers to border", "The defence ministry said that 400 soldiers would guard the crossing."),
    ("Harvest falls by a third", "Farmers brought in 1.2 million tonnes, a third less than last year."),
    ("Court frees two editors", "Two editors held since March were freed by an appeals court on Friday."),
)
BODY = (
    "The storm reached the coast on Monday night and tore the roofs from houses in six villages, the governor said. ",
    "Rescue teams had brought some 1,200 people to schools and churches by noon, according to the disaster agency. ",
    "Fishermen who had gone out before dawn were still missing, and the navy sent two ships to look for them. ",
    "It was the third storm of the season, and the most deadly in the province since 1998, officials said. ",
)


def cards(*, linked: bool = True, more: str = "", longer: str = "") -> str:
    heads = [f"<a href=/{n}>{head}</a>" if linked else head for n, (head, _) in enumerate(ITEMS)]
    return "".join(
        f"<div><h3>{head}</h3><p>{text} {longer}</p>{more}</div>" for head, (_, text) in zip(heads, ITEMS, strict=True)
    )


def page(body: str, head: str = "") -> str:
    return f"<html lang=en><head><title>World | The Meridian</title>{head}</head><body>{body}</body></html>"


def article() -> str:
    return "<h1>Storm kills 14</h1>" + "".join(f"<p>{text}</p>" for text in BODY)


INDEXES = [
    pytest.param(page(f"<main><h1>World</h1>{cards()}</main>"), id="cards"),
    pytest.param(
        page(f"<main><h1>World</h1>{cards(more='<time datetime=2025-03-04>4 March 2025</time>')}</main>"), id="dated"
    ),
    pytest.param(page(f"<main><ul>{cards()}</ul></main>", '<meta property="og:type" content="website">'), id="website"),
    pytest.param("The Meridian\n\n" + "\n\n".join(f"{a}\n{b}\n2 hours ago" for a, b in ITEMS), id="dump with ages"),
]
ARTICLES = [
    pytest.param(page(f"<main>{article()}</main><aside>{cards()}</aside>"), id="teasers beside the article"),
    pytest.param(page(f"<main>{article()}{cards()}</main>"), id="teasers below the article"),
    pytest.param(page(f"<main><h1>Seven things to know</h1>{cards(linked=False)}</main>"), id="list of facts"),
    pytest.param(page(f"<main><h1>News in brief</h1>{cards(longer=''.join(BODY))}</main>"), id="round-up"),
    pytest.param(
        page(f"<main><h1>News in brief</h1>{cards()}</main>", '<meta property="og:type" content="article">'),
        id="calls itself an article",
    ),
    pytest.param("News in brief\n\n" + "\n\n".join(f"{a}\n{b}" for a, b in ITEMS), id="dump of a round-up"),
]


@pytest.mark.parametrize("source", INDEXES)
def test_indexes_are_refused(source: str) -> None:
    with pytest.raises(UnreadableInput, match="an index of articles") as refused:
        read_page(source.encode(), settings=Settings())
    assert "teasers" in str(refused.value.why)


@pytest.mark.parametrize("source", ARTICLES)
def test_articles_are_read(source: str) -> None:
    assert read_page(source.encode(), settings=Settings()).article_blocks()
