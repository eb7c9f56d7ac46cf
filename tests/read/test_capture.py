"""What a capture adds to its page: encoding, address, the day it was taken, what its container states."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tallybook.errors import UnreadableInput
from tallybook.model import PartialDate
from tallybook.read import Capture, Stated, captures_of, read_capture, read_captures
from tallybook.settings import Settings

SETTINGS = Settings()
TEXT = (
    "Floods close 14 schools in Karonda\n\nBy Ana Ruiz\n\nMarch 5, 2024\n\n"
    "The governor said on Monday that 48 of the 300 workers had left the plant in Belmo for good.\n\n"
    "The company confirmed the figure on Tuesday and said that it would hire 20 new workers before the summer.\n"
)
BARE = TEXT.split("\n\n", 3)[3]
DAY = PartialDate(year=2024, month=3, day=7, how="feed entry")


def seen(*when: int) -> dt.datetime:
    return dt.datetime(*when, tzinfo=dt.UTC)  # type: ignore[arg-type]


def capture(text: str = TEXT, **more: object) -> Capture:
    return Capture(data=text.encode(), where="day.warc#9", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "stated", "field", "value"),
    [
        (TEXT, Stated(author="Li Wei"), "author", "Ana Ruiz"),
        (TEXT, Stated(author="Li Wei", wins=True), "author", "Li Wei"),
        (BARE, Stated(author="Li Wei"), "author", "Li Wei"),
        (TEXT, Stated(title="Floods"), "title", "Floods close 14 schools in Karonda"),
        (TEXT, Stated(title="Floods", wins=True), "title", "Floods"),
        (TEXT, Stated(wins=True), "title", "Floods close 14 schools in Karonda"),
        (TEXT, Stated(outlet="Belmo Post"), "outlet", "Belmo Post"),
        (BARE, Stated(published=DAY), "published", DAY),
        (BARE, Stated(language="fr"), "language", "en"),
    ],
)
def test_container_fills_or_wins(text: str, stated: Stated, field: str, value: object) -> None:
    assert getattr(read_capture(capture(text, stated=stated), SETTINGS), field) == value


@pytest.mark.parametrize(
    ("text", "when", "not_after"),
    [
        (TEXT, (2024, 3, 6), (2024, 3, 6)),
        (TEXT, (2024, 3, 4), None),  # taken before it was published: the zones differ, or a clock is wrong
        (BARE, (2024, 3, 6), (2024, 3, 6)),
        (BARE, None, None),
    ],
)
def test_time_of_capture_bounds_the_date_and_is_never_it(
    text: str, when: tuple[int, int, int] | None, not_after: tuple[int, int, int] | None
) -> None:
    document = read_capture(capture(text, seen=seen(*when) if when else None), SETTINGS)
    bound = document.not_after
    assert (bound and (bound.year, bound.month, bound.day)) == not_after
    assert (document.published is None) == (text is BARE)


def test_address_of_the_capture_goes_before_the_canonical_one() -> None:
    page = f'<html><head><link rel="canonical" href="https://a.example/1"></head><body><p>{BARE}</p></body></html>'
    assert read_capture(capture(page, url="https://b.example/2"), SETTINGS).url == "https://b.example/2"
    assert read_capture(capture(page), SETTINGS).url == "https://a.example/1"


@pytest.mark.parametrize(
    ("media_type", "encoding"),
    [
        ("text/plain; charset=windows-1250", "cp1250 (declared with the page)"),
        ('text/plain; charset="ISO-8859-2"', "iso8859-2 (declared with the page)"),
        ("text/plain; charset=utf-8", "cp1252 (detected: not UTF-8 at byte 213)"),
        ("text/plain; charset=rot13", "cp1252 (detected: not UTF-8 at byte 213)"),
        ("text/plain; charset=no-such", "cp1252 (detected: not UTF-8 at byte 213)"),
        (None, "cp1252 (detected: not UTF-8 at byte 213)"),
    ],
)
def test_declared_charset_is_believed_where_the_bytes_allow_it(media_type: str | None, encoding: str) -> None:
    data = (BARE + "The mayor, Zoë Müller, agreed.\n").encode("cp1252")
    found = read_capture(Capture(data=data, where="page", media_type=media_type), SETTINGS)
    assert found.encoding == encoding


def test_errors_name_the_record() -> None:
    with pytest.raises(UnreadableInput) as raised:
        read_capture(capture("Menu\nSearch\n", path="day.warc"), SETTINGS)
    assert raised.value.where == "day.warc#9"


def test_files_and_folders_are_captures_of_one_page_each(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text("", encoding="utf-8")
    found = list(captures_of(tmp_path, SETTINGS))
    assert [one.where for one in found] == [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    kinds = [type(one).__name__ for one in read_captures(found, SETTINGS)]
    assert kinds == ["Document", "UnreadableInput"]
