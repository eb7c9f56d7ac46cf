"""What the file itself must hold: nothing from outside, nothing of strangers unescaped, nothing too heavy."""

from __future__ import annotations

import base64
import datetime as dt
import gzip
import hashlib
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tallybook.model import (
    Alternative,
    Assessed,
    Assign,
    Block,
    BlockKind,
    Claim,
    Decision,
    Document,
    Evidence,
    Finding,
    Note,
    Picture,
    Reject,
    Series,
    Span,
)
from tallybook.report import render_report
from tallybook.review import anchor_of, decide

Book = tuple[Evidence, Picture]
VOID = {"meta", "link"}
SCRIPTS = 3  # two that run, and the data
EMPTY = Picture(method="range", series=(), statements=(), estimates=(), findings=())


class Reader(HTMLParser):
    """Tags, attributes and ids of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes another element"

    def values(self, name: str) -> Iterator[str]:
        return (attrs[name] or "" for _, attrs in self.tags if name in attrs)


def test_the_same_book_gives_the_same_bytes(book: Book, html: str) -> None:
    assert render_report(*book).encode() == html.encode()


def test_elements_nest(html: str) -> None:
    assert Reader(html).open == []


def test_policy_allows_only_the_style_and_the_scripts_by_their_hashes(html: str) -> None:
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    assert style
    assert len(scripts) == 2
    policy = next(a["content"] for _, a in Reader(html).tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    run = " ".join(f"'sha256-{digest_of(script)}'" for script in scripts)
    assert policy == (
        f"default-src 'none'; script-src {run}; style-src 'sha256-{digest_of(style[1])}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def digest_of(content: str) -> str:
    return base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def test_no_script_from_elsewhere_no_inline_style_no_handler(html: str) -> None:
    for tag, attrs in Reader(html).tags:
        assert tag not in ("iframe", "object", "embed", "form", "img")
        assert "src" not in attrs
        assert "style" not in attrs
        assert not any(name.startswith("on") for name in attrs)


def test_every_link_leads_somewhere_and_every_id_stands_once(html: str) -> None:
    page = Reader(html)
    ids = list(page.values("id"))
    assert len(ids) == len(set(ids))
    for target in page.values("href"):
        assert target.startswith(("#", "https://", "data:,")), target
        assert not target.startswith("#") or target[1:] in ids, target


def test_every_claim_has_its_evidence(book: Book, html: str) -> None:
    ids = set(Reader(html).values("id"))
    assert {f"claim-{claim.id}" for claim in book[0].claims} <= ids
    assert html.count('class="m-value"') >= len(book[0].claims)


def test_links_to_pages_outside_send_no_referrer(html: str) -> None:
    outside = [attrs for _, attrs in Reader(html).tags if (attrs.get("href") or "").startswith("http")]
    assert outside
    assert all(attrs.get("rel") == "noreferrer" for attrs in outside)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("46 numbers in 13 articles, from 20 origins", "what was read, in the title"),
        ("October 2030 to August 2031", "the days covered"),
        ("Best supported as of 8 March 2031. The evidence allows 87 to 91.", "a headline with its uncertainty"),
        ("between 31,000 and 35,000", "a range in words"),
        ("“Tens of thousands”", "a vague number in the words of the text"),
        ("nearly 30,000", "a hedge"),
        ("about a third", "a share that was spelled out"),
        ("92 people killed or wounded a day", "a rate"),
        ("up to 6,000 each, up to 12,000 in all", "a product"),
        ("Ministry of Health (Andara), via Meridian Wire, in Fjordby Tidende", "the chain of attribution"),
        ("Lantern Review, no source named", "nobody is named"),
        ("6 articles, 3 independent origins", "lineage counted"),
        ("80,000 ÷ 22,000 = 3.6", "arithmetic of a finding"),
        ("the police replaced it on 11 May", "why a claim was left out"),
        ("who says so (speaker of the sentence before)", "why a field was inferred"),
        ("On the condition: “if Kaskia does not step in”", "a condition"),
        ("Could also be read as event killed or wounded", "another reading"),
        ("36 numbers, by reason", "refusals counted"),
        ("evasive answer", "an evasion"),
        ("seen on 2 April 2031", "a page with only a clock"),
        ("(JSON-LD datePublished)", "how a date was found"),
    ],
)
def test_it_says(html: str, words: str, why: str) -> None:
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html)).replace("&#39;", "'")
    assert words in text, why


def test_local_paths_only_where_asked_for(book: Book, html: str) -> None:
    assert "/home/reader" not in html
    assert "/home/reader/pages/harbour-1.html" in render_report(*book, internal=True)


HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>\u202e{{ 7 * 7 }}\x00</style>'


def test_hostile_words_stay_words(book: Book) -> None:
    html = render_report(_hostile(book[0], HOSTILE), _hostile_findings(book[1], HOSTILE))
    page = Reader(html)
    assert not any(tag == "img" for tag, _ in page.tags)
    assert sum(tag == "script" for tag, _ in page.tags) == SCRIPTS
    assert sum(tag == "style" for tag, _ in page.tags) == 1
    assert "\u202e" not in html
    assert "\x00" not in html
    assert "⟨U+202E⟩" in html
    assert "{{ 7 * 7 }}" in html
    for target in page.values("href"):
        assert not target.lower().startswith("javascript")


def _hostile(evidence: Evidence, words: str) -> Evidence:
    documents = tuple(
        replace(document, title=words, outlet=words, author=words, url=f"javascript:{words}", language='x"><b')
        for document in evidence.documents
    )
    return replace(evidence, documents=(_speaking(documents[0], words), *documents[1:]), claims=evidence.claims)


def _speaking(document: Document, words: str) -> Document:
    text = document.text + words
    blocks = (*document.blocks, Block(span=Span(len(document.text), len(text)), kind=BlockKind.BODY, why="hostile"))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return replace(document, text=text, blocks=blocks, content_hash=digest)


def _hostile_findings(picture: Picture, words: str) -> Picture:
    finding = Finding(id=words, kind=words, claims=picture.findings[0].claims, text=words, arithmetic=words)
    series = tuple(replace(one, title=words) for one in picture.series)
    return replace(picture, findings=(finding,), series=series)


def test_what_to_look_at_first_comes_with_its_harmless_explanation(book: Book) -> None:
    evidence, picture = book
    found = Finding(id="f", kind="conflict", claims=(), text="38 against 83.", innocent="They may count differently.")
    html = render_report(evidence, replace(picture, findings=(found,)))
    overview = html[html.index('id="overview"') : html.index('id="findings"')]
    assert '38 against 83. <span class="soft">They may count differently.</span>' in overview


def test_altered_text_is_not_shown_as_evidence(book: Book) -> None:
    evidence, picture = book
    first, *others = evidence.documents
    altered = replace(first, text=first.text.replace("at least 38", "at least 7,777"))
    html = render_report(replace(evidence, documents=(altered, *others)), picture)
    assert "The words cannot be shown: the text is not the one that was read: its fingerprint differs." in html
    assert "7,777" not in html


def test_a_sentence_of_a_megabyte_is_cut_around_its_number(book: Book) -> None:
    evidence, picture = book
    first, *others = evidence.documents
    claim = next(c for c in evidence.claims if c.document_id == first.id)
    text = first.text + "x " * 500_000 + "1,000 dead" + " y" * 500_000
    at = text.index("1,000 dead")
    document = replace(first, text=text, content_hash=hashlib.sha256(text.encode()).hexdigest())
    number = Span(at, at + 5)
    long = replace(
        claim, span=number, core=number, sentence=Span(len(first.text), len(text)), evidence={"value": (number,)}
    )
    claims = tuple(long if c.id == claim.id else c for c in evidence.claims)
    html = render_report(Evidence(documents=(document, *others), claims=claims), picture)
    assert '<mark class="m-value">1,000</mark> dead y y' in html
    assert len(html) < 500_000


def test_forty_claims_weigh_little(book: Book, html: str) -> None:
    assert len(book[0].claims) >= 40
    assert len(html.encode()) <= 500_000


KEPT = ("R. Secret-Reviewer", "a note for ourselves", "no count at all", "Q. Assigned", "/home/reader")
"""What only reviewers may see: who decided, notes, why a claim was rejected, who looks at one, where files lie."""


def decided(book: Book) -> tuple[Decision, ...]:
    """Every kind of decision that names somebody or keeps words, on claims of the book."""
    evidence, _ = book
    pages = {document.id: document for document in evidence.documents}
    first, second, *_ = evidence.claims
    anchors = [anchor_of(claim, pages[claim.document_id]) for claim in (first, second)]
    at = dt.datetime(2031, 3, 9, 12, tzinfo=dt.UTC)
    acts = (
        Note(anchor=anchors[0], text="a note for ourselves"),
        Assign(anchor=anchors[0], to="Q. Assigned"),
        Reject(anchor=anchors[1], reading=second, why="no count at all"),
    )
    found: list[Decision] = []
    for act in acts:
        found.append(decide(act, by="R. Secret-Reviewer", at=at, seen=found))
    return tuple(found)


def everything_in(html: str) -> str:
    """A page with the data that is packed in it unpacked, and the escapes of its JSON undone."""
    packed = re.findall(r"<script[^>]* data-packed[^>]*>([^<]*)", html)
    return html + "".join(gzip.decompress(base64.b64decode(block)).decode() for block in packed)


@pytest.mark.parametrize("large", [False, True], ids=["plain", "packed"])
def test_nothing_private_is_in_a_report_that_is_sent(book: Book, large: bool) -> None:
    evidence, picture = many(book, 22) if large else book
    decisions = decided((evidence, picture))
    sent = everything_in(render_report(evidence, picture, decisions=decisions))
    kept = everything_in(render_report(evidence, picture, decisions=decisions, internal=True))
    assert [words for words in KEPT if words in sent] == []
    assert [words for words in KEPT if words not in kept] == []
    assert not re.search(r"file://|/home/|/tmp/|/root/|[A-Z]:\\\\", sent)


def test_a_thousand_claims_render_fast_and_light(book: Book) -> None:
    evidence, picture = many(book, 22)
    render_report(*book)  # templates are compiled once per process
    start = time.process_time()
    html = render_report(evidence, picture)
    assert len(evidence.claims) > 1000
    assert time.process_time() - start <= 1.0
    assert len(html.encode()) <= 1_000_000


def many(book: Book, times: int) -> Book:
    """The same book again and again under other names."""
    evidence, picture = book
    copies = [(_renamed(evidence, n), _renamed_picture(picture, n)) for n in range(times)]
    return (
        Evidence(
            documents=tuple(d for e, _ in copies for d in e.documents),
            claims=tuple(c for e, _ in copies for c in e.claims),
        ),
        Picture(
            method=picture.method,
            series=tuple(s for _, p in copies for s in p.series),
            statements=tuple(s for _, p in copies for s in p.statements),
            estimates=tuple(s for _, p in copies for s in p.estimates),
            findings=tuple(s for _, p in copies for s in p.findings),
        ),
    )


def _renamed(evidence: Evidence, n: int) -> Evidence:
    def claim(c: Claim) -> Claim:
        return replace(c, id=f"{c.id}-{n}", document_id=f"{c.document_id}-{n}")

    return Evidence(
        documents=tuple(replace(d, id=f"{d.id}-{n}") for d in evidence.documents),
        claims=tuple(map(claim, evidence.claims)),
    )


def _renamed_picture(picture: Picture, n: int) -> Picture:
    def ids(claims: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(f"{claim}-{n}" for claim in claims)

    def series(s: Series) -> Series:
        return replace(s, id=f"{s.id}-{n}", claims=ids(s.claims))

    return replace(
        picture,
        series=tuple(map(series, picture.series)),
        statements=tuple(replace(s, id=f"{s.id}-{n}", claims=ids(s.claims)) for s in picture.statements),
        estimates=tuple(
            replace(
                e,
                series=f"{e.series}-{n}",
                claims=ids(e.claims),
                left_out=tuple(replace(left, claim=f"{left.claim}-{n}") for left in e.left_out),
            )
            for e in picture.estimates
        ),
        findings=tuple(replace(f, id=f"{f.id}-{n}", claims=ids(f.claims), denials=()) for f in picture.findings),
    )


def test_an_empty_book_is_a_page() -> None:
    page = render_report(Evidence(documents=(), claims=()), EMPTY)
    assert "No number in these articles was taken as a claim." in page


def test_policies_stand_in_a_table_and_grades_beside_their_sources(book: Book) -> None:
    evidence, picture = book
    rows = (Alternative(policy="majority", low=87, best=None, high=91, why="no value <leads>"),)
    estimates = tuple(replace(estimate, compared=rows) for estimate in picture.estimates)
    graded = (Assessed(source="Lantern Review", grade="D4", words="not usually reliable, doubtful", side=None),)
    html = render_report(evidence, replace(picture, estimates=estimates, assessed=graded))
    assert '<th scope="rowgroup" rowspan="2">majority</th><td>none</td><td>87 to 91</td>' in html
    assert "No value &lt;leads&gt;." in html
    assert '<span class="how">(graded D4: not usually reliable, doubtful)</span>' in html
    assert '<span class="tag">D4</span>' in html
