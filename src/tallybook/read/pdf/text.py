"""The text of a PDF by pypdfium2 (PDFium), with what its information dictionary says."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tallybook.errors import UnreadableInput
from tallybook.model import PartialDate
from tallybook.read.head import iso_date
from tallybook.read.pdf.line import Character, Line, lines_of
from tallybook.read.pdf.order import reading_order
from tallybook.read.pdf.paragraphs import paragraphs, without_margins
from tallybook.read.phrases import letters_of

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

MAX_PAGES = 1000
_NEAR, _HEADLINE = 40, 15
"""Paragraphs among which a headline is looked for, and characters that it has at least."""
_MAGIC = b"%PDF-"
_BEFORE_MAGIC = 1024
_FILE_NAME = re.compile(r"\.\w{2,4}$|^\W*$|^untitled|^microsoft word", re.IGNORECASE)
_BROKEN_HYPHEN = frozenset((0x02, 0xFFFE))
_LINE_END = frozenset(map(ord, "\r\n"))


@dataclass(frozen=True, slots=True)
class PdfText:
    """The text, the title that the file states, and the day it was made, after which its text cannot be."""

    text: str
    title: str | None
    made: PartialDate | None

    @property
    def headline(self) -> str | None:
        """The paragraph near the beginning with which the stated title begins; behind it may stand an outlet's name."""
        stated = letters_of(self.title or "")
        near = self.text.split("\n\n", _NEAR)[:_NEAR]
        return next((one for one in near if len(one) >= _HEADLINE and stated.startswith(letters_of(one))), None)


def is_pdf(data: bytes) -> bool:
    """Whether bytes are a PDF file; some bytes may stand before its mark (ISO 32000-1, note in 7.5.2)."""
    return data.find(_MAGIC, 0, _BEFORE_MAGIC) in (0, *range(1, 4)) or data.lstrip()[:5] == _MAGIC


def pdf_text(data: bytes, *, where: str) -> PdfText:
    """The text of a PDF in reading order, a blank line between paragraphs.

    Columns are read one after the other; heads and feet that recur on its pages are left out. Raises `UnreadableInput`
    where the file is damaged, asks for a password, has too many pages, or holds pictures of text alone.
    """
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        raise _unread(where, "the PDF cannot be read", str(error), "open it, and print it to a new PDF") from error
    try:
        return _read(document, where)
    except PdfiumError as error:
        raise _unread(where, "the PDF is damaged", str(error), "open it, and print it to a new PDF") from error
    finally:
        document.close()


def _read(document: PdfDocument, where: str) -> PdfText:
    count = len(document)
    if count > MAX_PAGES:
        raise _unread(where, "the PDF has too many pages", f"{count}; the limit is {MAX_PAGES}", "split it")
    pages = []
    for number in range(count):
        page = document[number]
        pages.append((page.get_height(), reading_order(_lines(page))))
        page.close()
    text = "\n\n".join(paragraphs(without_margins(pages)))
    if not any(map(str.isalpha, text)):
        why = f"{count} pages, none with letters: they were scanned, most likely"
        raise _unread(
            where, "the PDF holds no text", why, "give the text as a program for character recognition reads it"
        )
    about = document.get_metadata_dict()
    title = " ".join(about.get("Title", "").split())
    made = about.get("ModDate") or about.get("CreationDate") or ""
    return PdfText(
        f"{text}\n", None if _FILE_NAME.search(title) else title, iso_date(made[2:10], "day the PDF was made")
    )


def _lines(page: PdfPage) -> list[Line]:
    """The words of a page in their boxes; what stands upright along a margin is left out."""
    words = page.get_textpage()
    try:
        lines = lines_of(_characters(words))
    finally:
        words.close()
    return [line for line in lines if not (line.height > 3 * line.width and len(line.text) > 3)]


def _characters(words: PdfTextPage) -> Iterator[Character]:
    """The characters of a page in the order of the file, with the blanks and line ends that PDFium adds."""
    from pypdfium2 import raw

    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for at in range(words.count_chars()):
        code = raw.FPDFText_GetUnicode(words, at)
        raw.FPDFText_GetCharBox(words, at, left, right, bottom, top)
        yield Character(_shown(code), left.value, bottom.value, right.value, top.value)


def _shown(code: int) -> str:
    """A character; PDFium marks a hyphen at the end of a line by a code of its own."""
    if code in _BROKEN_HYPHEN:
        return "-"
    return chr(code) if code in _LINE_END or not (code < 32 or 0xD800 <= code < 0xE000 or code > 0x10FFFF) else " "


def _unread(where: str, what: str, why: str, hint: str) -> UnreadableInput:
    return UnreadableInput(what, where=where, why=why, hint=hint)
