"""Bytes into text, never with replacement characters."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from tallybook.errors import UnreadableInput

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)|^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_HEAD = 4096
_SAMPLE = 200_000
_WESTERN_SHARE = 0.12
_LEGACY = [
    "cp1251", "koi8_r", "iso8859_5", "cp866", "cp1252", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "iso8859_2",
    "cp949", "cp932", "euc_jp", "gb18030", "big5",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the encoding it was in, and how that is known."""

    text: str
    encoding: str
    why: str


def charset_of(media_type: str | None) -> str | None:
    """The encoding that a media type names, as Python calls it; None where it names none that is known.

    >>> charset_of("text/html; charset=windows-1251"), charset_of("text/html; charset=none"), charset_of("text/html")
    ('cp1251', None, None)
    """
    found = _CHARSET.search(media_type or "")
    try:
        return codecs.lookup(found.group(1)).name if found else None
    except (LookupError, ValueError):
        return None


def decode(data: bytes, *, where: str, markup: bool, declared: str | None = None) -> Decoded:
    """The text of `data`: by byte order mark, declared charset, UTF-8, then detection of a legacy encoding.

    `declared` is what came with the bytes, as a server's header does; it goes before what a page says of itself.

    Raises `UnreadableInput` naming the first bad byte where the bytes are UTF-8 that was cut or damaged, and where
    no encoding explains them.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return Decoded(_strict(data, encoding, where), encoding, "byte order mark")
    for named, why in (
        (declared, "declared with the page"),
        (_declared(data) if markup else None, "declared by the page"),
    ):
        if named and named not in ("utf-8", "ascii") and not _proven_utf8(data):
            try:
                return Decoded(data.decode(named), named, why)
            except (LookupError, ValueError):  # no encoding of text at all, or not that of these bytes
                continue
    try:
        return Decoded(data.decode("utf-8"), "utf-8", "valid UTF-8")
    except UnicodeDecodeError as error:
        return _legacy(data, error, where)


def _strict(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _broken(error, where, encoding) from error


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_HEAD])
    if not found:
        return None
    try:
        return codecs.lookup((found.group(1) or found.group(2)).decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return None


def _proven_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 beyond chance, whatever the page declares."""
    if not _MULTIBYTE.search(data):
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _legacy(data: bytes, error: UnicodeDecodeError, where: str) -> Decoded:
    """Text in a legacy encoding; damaged UTF-8 is refused, since a one-byte encoding would read it as nonsense."""
    multibyte = sum(len(run) for run in _MULTIBYTE.findall(data))
    high = len(_HIGH.findall(data))
    if multibyte * 2 > high or high == 0:
        raise _broken(error, where, "utf-8") from error
    reason = f"not UTF-8 at byte {error.start}"
    encoding = "cp1252" if high < _WESTERN_SHARE * len(data) and _western(data) else _detected(data)
    if encoding is None:
        raise _broken(error, where, "utf-8") from error
    try:
        return Decoded(data.decode(encoding), encoding, f"detected: {reason}")
    except UnicodeDecodeError:
        raise _broken(error, where, "utf-8") from error


def _western(data: bytes) -> bool:
    """Whether the bytes above ASCII read as accented letters and quotation marks among Latin words."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    marks = [character for character in text if ord(character) > 127]
    odd = sum(not character.isalpha() and character not in "‘’“”–—…«»€£©®°· ¿¡•§ºª" for character in marks)
    return odd * 4 <= len(marks) and sum(map(str.isascii, text)) > 0.85 * len(text)


def _detected(data: bytes) -> str | None:
    best = from_bytes(data[:_SAMPLE], cp_isolation=_LEGACY).best()
    return best.encoding if best else None


def _broken(error: UnicodeDecodeError, where: str, encoding: str) -> UnreadableInput:
    cut = error.end >= len(error.object) and len(error.object) - error.start <= 4
    what = "the file ends in the middle of a character" if cut else "the file is damaged or in an unknown encoding"
    return UnreadableInput(
        what,
        where=where,
        why=f"byte {error.start} (0x{error.object[error.start]:02x}) is not valid {encoding}",
        hint="download the page again" if cut else "save the page as UTF-8",
    )
