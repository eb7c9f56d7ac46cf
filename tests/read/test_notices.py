"""Correction notices are read wherever a page puts them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tallybook.model import Document
from tallybook.pipeline import read_pages

BODY = """<p>At least 64 pupils left a school in Turku after a gas leak on Monday, the fire service said. Nobody was
hurt, and lessons will go on in another building tomorrow.</p><p>A caretaker had smelled the gas in the morning and led
the pupils to a church near by. The service closed the street for three hours and looked at the pipes of the houses.</p>
<p>The mayor thanked the caretaker, who has worked at the school for years; the boiler is to be replaced.</p>"""
NOTICE = "An earlier version of this article said that 640 pupils had left."


@pytest.mark.parametrize(
    ("below", "read"),
    [
        (f"<aside><h4>Correction</h4><p>{NOTICE}</p></aside>", True),
        (f"<footer><p>This article was amended on 5 March. {NOTICE}</p></footer>", True),
        (f"<p>Correction: {NOTICE}</p>", True),
        ("<aside><p>An earlier version of this article misspelled a name.</p></aside>", False),
        ("<aside><p>640 readers have signed up for our newsletter.</p></aside>", False),
    ],
)
def test_a_notice_is_article(tmp_path: Path, below: str, read: bool) -> None:
    path = tmp_path / "page.html"
    title = "School in Turku emptied after gas leak"
    head, article = f"<head><title>{title}</title></head>", f"<article><h1>{title}</h1>{BODY}</article>{below}"
    path.write_text(f"<html>{head}<body><nav><a href='/'>Home</a></nav>{article}</body></html>", encoding="utf-8")
    (document,) = read_pages([path])
    assert isinstance(document, Document)
    shown = [block.span.of(document.text) for block in document.article_blocks()]
    assert any("version of this article" in text or "640" in text for text in shown) is read
