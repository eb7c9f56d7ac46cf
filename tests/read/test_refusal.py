"""Inputs that are no news page: each refused with what, where, why and what to do next."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from tallybook.errors import UnreadableInput
from tallybook.model import Document
from tallybook.read import read_page, read_paths
from tallybook.settings import Settings

ARTICLE = (
    "Café owner Zoë Müller said on Monday that 48 of the 300 workers had left the plant in Kölbach for good.\n\n"
    "The company confirmed the figure on Tuesday and said that it would hire 20 new workers before the summer.\n"
)
RUSSIAN = (
    "Наводнение в Карской области унесло жизни 48 человек, сообщил в понедельник губернатор региона.\n\n"
    "Спасатели вывезли 1200 жителей, также были закрыты 14 школ, и это не все последствия, заявили власти.\n"
)
CSV = "id,name,killed,wounded\n" + "".join(f"{n},town {n},{n * 3},{n * 7}\n" for n in range(40))
PYTHON = (
    "import os\n\n\ndef count(path: str) -> int:\n    return len(os.listdir(path))\n\n\nclass Tally:\n    "
    "total = 0\n\n    def add(self, n):\n        self.total += n\n"
)
MINIFIED = (
    "!function(e,t){var n={};function r(i){if(n[i])return n[i].exports;var "
    "o=n[i]={i:i,l:!1,exports:{}};return e[i].call(o.exports,o,o.exports,r)}}([]);"
) * 20
LOCK = "# generated\n" + "".join(
    f'[[package]]\nname = "p{n}"\nversion = "1.{n}.0"\nsource = {{ registry = "x" }}\n\n' for n in range(30)
)

ROWS = [
    (b"", "the file is empty", "0 bytes"),
    (b" \n\t \r\n", "the file is empty", "white space"),
    ("\ufeff \u00a0\n".encode(), "the file is empty", "white space"),
    (b"%PDF-1.7\n%\xe2\xe3", "the PDF cannot be read", "PDFium"),
    (b"PK\x03\x04\x14\x00", "not a text or HTML page", "zip"),
    (b"\x89PNG\r\n\x1a\n", "not a text or HTML page", "PNG"),
    (b"\xff\xd8\xff\xe0", "not a text or HTML page", "JPEG"),
    (b"GIF89a", "not a text or HTML page", "GIF"),
    (b"\x1f\x8b\x08", "not a text or HTML page", "gzip"),
    (b"some text\x00\x01\x02 more", "not a text or HTML page", "NUL"),
    (b"\x01\x02\x03\x04\x05 words \x06\x07", "not a text or HTML page", "control characters"),
    (ARTICLE.encode()[:-2] + b"\xc3", "the file ends in the middle of a character", "0xc3"),
    (ARTICLE.replace("Kölbach", "K\xff\xff").encode("utf-8").replace("ÿÿ".encode(), b"\xff\xff"), "damaged", "0xff"),
    (CSV.encode(), "no article text found", ""),
    (PYTHON.encode(), "no article text found", ""),
    (MINIFIED.encode(), "no article text found", ""),
    (LOCK.encode(), "no article text found", ""),
    (
        json.dumps([{"id": n, "text": "At least 9 people died."} for n in range(20)]).encode(),
        "no article text found",
        "",
    ),
    (b"1234567890 ... ---", "no article text found", "no words"),
    (b"Menu\nSearch\nHome\nLogin\n", "no article text found", "sentence"),
    (b"<html><head><title>x</title></head><body></body></html>", "no article text found", "no text"),
    (b"<html><body><nav><a href=/>Home</a><a href=/w>World</a></nav></body></html>", "no article text found", ""),
    (b"<?xml version='1.0'?><rss><channel><title>Feed</title></channel></rss>", "no article text found", ""),
]


@pytest.mark.parametrize(("data", "what", "why"), ROWS)
def test_refused_with_reason_and_hint(data: bytes, what: str, why: str) -> None:
    with pytest.raises(UnreadableInput) as raised:
        read_page(data, path="in/page.txt", settings=Settings())
    error = raised.value
    assert what in error.what
    assert why in error.why
    assert error.where == "in/page.txt"
    assert error.hint


def test_first_bad_byte_is_named() -> None:
    data = ARTICLE.encode()
    broken = data[:120] + b"\xff" + data[120:]
    with pytest.raises(UnreadableInput, match="byte 120"):
        read_page(broken, settings=Settings())


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ARTICLE, "utf-8"),
        (ARTICLE, "utf-8-sig"),
        (ARTICLE, "utf-16"),
        (ARTICLE, "cp1252"),
        (ARTICLE * 3, "latin-1"),
        (RUSSIAN, "utf-8"),
        (RUSSIAN * 3, "cp1251"),
        (RUSSIAN * 3, "koi8-r"),
    ],
)
def test_encodings_are_read_without_loss(text: str, encoding: str) -> None:
    document = read_page(text.encode(encoding), settings=Settings())
    assert document.text == text
    assert (document.encoding is None) == (encoding == "utf-8")


def test_declared_charset_is_believed() -> None:
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{RUSSIAN}</p></body></html>'
    assert "Наводнение" in read_page(page.encode("cp1251"), settings=Settings()).text


def test_wrong_declaration_gives_way_to_proven_utf8() -> None:
    page = f'<html><head><meta charset="iso-8859-1"></head><body><p>{ARTICLE}</p></body></html>'
    assert "Zoë Müller" in read_page(page.encode(), settings=Settings()).text


def test_too_large_is_refused_before_anything_else() -> None:
    data = b"a" * 50_000_000
    start = time.perf_counter()
    with pytest.raises(UnreadableInput, match="too large") as raised:
        read_page(data, settings=Settings())
    assert time.perf_counter() - start < 0.05
    assert "split" in raised.value.hint


def test_large_file_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    path = tmp_path / "big.html"
    with path.open("wb") as file:
        file.truncate(60_000_000)
    start = time.perf_counter()
    (found,) = read_paths([path], settings=Settings())
    assert time.perf_counter() - start < 0.05
    assert isinstance(found, UnreadableInput)
    assert "60.0 MB" in found.why


def test_paths_yield_errors_and_go_on(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "a.txt").write_text("", encoding="utf-8")
    (tmp_path / ".hidden").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty").mkdir()
    found = list(read_paths([tmp_path / "missing.txt", tmp_path, tmp_path / "empty"], settings=Settings()))
    assert [type(one) for one in found] == [UnreadableInput, UnreadableInput, Document, UnreadableInput]
    errors = [one for one in found if isinstance(one, UnreadableInput)]
    assert [error.what for error in errors] == ["no such file", "the file is empty", "the folder has no files"]
    assert all(error.hint and error.where for error in errors)
    assert [one.path for one in found if isinstance(one, Document)] == [str(tmp_path / "b.txt")]
