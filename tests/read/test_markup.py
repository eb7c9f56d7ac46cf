"""HTML: kinds by mark-up, the map back to the source, hidden and hostile mark-up."""

from __future__ import annotations

import pytest

from tallybook.errors import UnreadableInput
from tallybook.model import BlockKind, Document
from tallybook.read import read_page
from tallybook.settings import Settings

LEAD = (
    "At least 48 people died when the gates of the Karonda dam failed on Tuesday night, the governor of the "
    "province said."
)
SECOND = (
    "Rescue teams in boats brought some 1,200 villagers to higher ground, according to the national disaster agency."
)
THIRD = (
    "The army sent 300 soldiers and two helicopters to Karonda, and more troops were expected by the weekend, it said."
)
PAGE = f"""<!doctype html>
<html lang="en-GB">
<head><title>Dam fails, 48 dead | Karonda Courier</title><style>p {{ color: red }}</style></head>
<body>
<header><a href="/">Karonda Courier</a></header>
<nav><ul><li><a href="/w">World</a></li><li><a href="/s">Sport</a></li></ul></nav>
<main><article>
<h1>Dam fails in Karonda,&nbsp;48 dead</h1>
<p class="standfirst">Engineers had warned of the gates for six years, and more rain is on its way to the valley</p>
<div class="byline">By <a rel="author" href="/dm">Dora Milne</a>
<time datetime="2025-01-03T09:05:00Z">3 January 2025</time></div>
<figure><img src="x.jpg" alt="a dam"><figcaption>Water pours over the dam. Lena Ruiz/Reuters</figcaption></figure>
<p>{LEAD}</p>
<aside><h3>Related</h3><p>Storm kills 9 in Belmo as wind takes the roofs of 40 houses.</p></aside>
<h2>Warnings ignored</h2>
<p>{SECOND}</p>
<ul><li>The dam was built in 1961 for 40 villages.</li><li>It was to be repaired in 2019.</li></ul>
<p><a href="/more">Read more: Ten dams that engineers fear</a></p>
<p>{THIRD}</p>
</article></main>
<section><h2>Most read</h2><p><a href="/q">The quiz: 20 questions on rivers</a></p></section>
<footer>© 2025 Karonda Courier. All rights reserved.</footer>
<script>var n = "<p>99 people hidden in a script were never here at all.</p>";</script>
<noscript>You need 7 scripts.</noscript><template><p>Template text of 12 words.</p></template>
<div hidden>Hidden 55 times</div><div style="display:none">Not shown 66 times</div>
</body></html>"""


def read(source: str) -> Document:
    return read_page(source.encode(), settings=Settings())


def kinds(document: Document) -> dict[str, BlockKind]:
    return {block.span.of(document.text): block.kind for block in document.blocks}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Dam fails in Karonda,\u00a048 dead", BlockKind.TITLE),
        (
            "Engineers had warned of the gates for six years, and more rain is on its way to the valley",
            BlockKind.STANDFIRST,
        ),
        ("By Dora Milne 3 January 2025", BlockKind.BYLINE),
        ("Water pours over the dam. Lena Ruiz/Reuters", BlockKind.CAPTION),
        (LEAD, BlockKind.BODY),
        ("Warnings ignored", BlockKind.HEADING),
        (SECOND, BlockKind.BODY),
        ("The dam was built in 1961 for 40 villages.", BlockKind.LIST_ITEM),
        (THIRD, BlockKind.BODY),
        ("World", BlockKind.FURNITURE),
        ("Related", BlockKind.FURNITURE),
        ("Storm kills 9 in Belmo as wind takes the roofs of 40 houses.", BlockKind.FURNITURE),
        ("Read more: Ten dams that engineers fear", BlockKind.FURNITURE),
        ("The quiz: 20 questions on rivers", BlockKind.FURNITURE),
        ("© 2025 Karonda Courier. All rights reserved.", BlockKind.FURNITURE),
    ],
)
def test_kinds_by_markup(text: str, kind: BlockKind) -> None:
    assert kinds(read(PAGE))[text] is kind


@pytest.mark.parametrize(
    "hidden", ["99 people", "7 scripts", "12 words", "55 times", "66 times", "color: red", "Courier |"]
)
def test_unseen_text_stays_out(hidden: str) -> None:
    assert hidden not in read(PAGE).text


def test_source_map_leads_back_to_the_page() -> None:
    document = read(PAGE)
    mapped = 0
    for run in document.source_map:
        text = document.text[run.text_start : run.text_start + run.length]
        assert PAGE[run.source_start : run.source_start + run.length] == text
        mapped += run.length
    assert mapped > 0.95 * len(document.text.replace("\n", ""))
    lead = document.text.index(LEAD)
    assert any(run.text_start <= lead < run.text_start + run.length for run in document.source_map)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("killed&nbsp;48 people &amp; wounded&#160;9 more", "killed\u00a048 people & wounded\u00a09 more"),
        ("killed\n   48\t people, <b>among</b> <i>them</i> 9 children", "killed 48 people, among them 9 children"),
        ("killed <span>4</span><span>8</span> people", "killed 48 people"),
        ("killed 48<!-- not 49 --> people", "killed 48 people"),
        ("killed 48 people<br>and wounded 9", "killed 48 people\nand wounded 9"),
        ("killed &lt;48&gt; people", "killed <48> people"),
        ("killed 5 < 6 people &nosuch; there", "killed 5 < 6 people &nosuch; there"),
    ],
)
def test_text_of_markup(markup: str, text: str) -> None:
    page = (
        f"<html><body><h1>Dam fails</h1><p>The flood in Karonda {markup} on Tuesday, police "
        f"said.</p><p>{SECOND}</p></body></html>"
    )
    document = read(page)
    assert f"The flood in Karonda {text} on Tuesday, police said." in document.text
    assert all(
        page[run.source_start :].startswith(document.text[run.text_start :][: run.length])
        for run in document.source_map
    )


PARAGRAPHS = f"<p>{LEAD}</p><p>{SECOND}</p>"
HOSTILE = {
    "deep blocks": "<div>" * 1500 + PARAGRAPHS,
    "deeper blocks": "<div>" * 60_000 + PARAGRAPHS,
    "deep inline": PARAGRAPHS + "<b>" * 60_000,
    "huge attribute": f'<p class="{"a " * 500_000}">{LEAD}</p>{PARAGRAPHS}',
    "open quotes": PARAGRAPHS + '<a href="' * 20_000,
    "angle brackets": "<" * 100_000 + PARAGRAPHS,
    "closing tags": "</div></p></b>" * 20_000 + PARAGRAPHS,
    "open comment": PARAGRAPHS + "<!-- " + PARAGRAPHS,
    "open script": PARAGRAPHS + "<script>" + PARAGRAPHS,
    "entities": PARAGRAPHS + "<p>" + "&#x41;&nosuch;&#99999999;&#0;" * 5_000 + "</p>",
    "private characters": f"<p>\ue0000\ue001 {LEAD}</p>{PARAGRAPHS}\uf8ff",
    "control characters": f"<p>\x01\x02 {LEAD}</p>{PARAGRAPHS * 3}",
    "tables in tables": "<table><tr><td>" * 2_000 + PARAGRAPHS,
    "bad JSON-LD": f'<script type="application/ld+json">{"[" * 50_000}</script>{PARAGRAPHS}',
    "odd JSON-LD": (
        f'<script type="application/ld+json">{{"@type":["NewsArticle",3],"headline":7,'
        f'"author":[{{"name":[]}}],"datePublished":"9999-99-99"}}</script>{PARAGRAPHS}'
    ),
    "processing instruction": f"<?php echo 1 ?>{PARAGRAPHS}",
    "character data": f"<![CDATA[{PARAGRAPHS}]]>{PARAGRAPHS}",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markup_is_read_or_refused(name: str) -> None:
    page = f"<html><body>{HOSTILE[name]}</body></html>"
    try:
        document = read(page)
    except UnreadableInput as error:
        assert error.hint
        return
    for run in document.source_map:
        assert page[run.source_start :][: run.length] == document.text[run.text_start :][: run.length]


def test_xhtml_with_an_encoding_declaration_is_read() -> None:
    page = (
        '<?xml version="1.0" encoding="utf-8"?>\n<html '
        f'xmlns="http://www.w3.org/1999/xhtml"><body>{PARAGRAPHS}</body></html>'
    )
    assert LEAD in read(page).text


def test_fragment_without_html_element_is_read() -> None:
    assert kinds(read(f"<p>{LEAD}</p>\n<p>{SECOND}</p>"))[SECOND] is BlockKind.BODY


def test_form_around_the_whole_page_hides_nothing() -> None:
    page = f"<html><body><form action=/x><h1>Dam fails in Karonda</h1>{PARAGRAPHS}<p>{THIRD}</p></form></body></html>"
    assert [kinds(read(page))[text] for text in (LEAD, SECOND, THIRD)] == [BlockKind.BODY] * 3
