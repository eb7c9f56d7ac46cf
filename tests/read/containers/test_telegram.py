"""Exports of Telegram Desktop: a page a message, short ones too, with its day, channel, source and address."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tallybook.errors import UnreadableInput
from tallybook.model import BlockKind, Document
from tallybook.read import Capture, captures_of, read_paths
from tallybook.settings import Settings

SETTINGS = Settings()


def message(number: int = 7, text: object = "4 killed in Belmo", **more: object) -> dict[str, Any]:
    kept = {"id": number, "type": "message", "date": "2024-03-05T23:10:00", "from": "Belmo Alerts", "text": text}
    return {**kept, **more}


def chat(*messages: object, **more: object) -> dict[str, Any]:
    return {"name": "Belmo Alerts", "type": "public_channel", "id": 1234, "messages": list(messages), **more}


def written(tmp_path: Path, export: object) -> Path:
    path = tmp_path / "result.json"
    path.write_text(export if isinstance(export, str) else json.dumps(export, indent=1), encoding="utf-8")
    return path


def read(tmp_path: Path, *messages: object, **more: object) -> list[Document]:
    found = read_paths([written(tmp_path, chat(*messages, **more))], settings=SETTINGS)
    return [page for page in found if isinstance(page, Document)]


def test_a_message_is_a_page(tmp_path: Path) -> None:
    (page,) = read(tmp_path, message())
    assert page.path == f"{tmp_path / 'result.json'}#1234/7"
    assert page.url == "https://t.me/c/1234/7"
    assert (page.outlet, page.author, page.title) == ("Belmo Alerts", None, "4 killed in Belmo")
    day = page.published
    assert day is not None
    assert (day.year, day.month, day.day, day.how) == (2024, 3, 5, "message")
    assert [block.span.of(page.text) for block in page.article_blocks()] == ["4 killed in Belmo"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (["Belmo: ", {"type": "bold", "text": "4"}, " killed, 2 hurt."], ["Belmo: 4 killed, 2 hurt."]),
        (["4 killed ", {"type": "text_link", "text": "in Belmo", "href": "https://a.example"}], ["4 killed in Belmo"]),
        ("Belmo — 4 killed\nKaronda — 3 hurt", ["Belmo — 4 killed", "Karonda — 3 hurt"]),
        ("Four people were killed.\n\n@belmo_alerts", ["Four people were killed."]),
        (
            ["Four were killed, he said. ", {"type": "link", "text": "https://a.example/x"}],
            ["Four were killed, he said."],
        ),
        ("Four people were killed.\n\nhttps://a.example/x", ["Four people were killed."]),
    ],
)
def test_entities_are_words_and_each_line_counts(tmp_path: Path, text: object, shown: list[str]) -> None:
    (page,) = read(tmp_path, message(text=text))
    assert [block.span.of(page.text) for block in page.article_blocks()] == shown


@pytest.mark.parametrize(
    ("more", "field", "value"),
    [
        ({"forwarded_from": "Karonda Governor"}, "outlet", "Karonda Governor"),
        ({"forwarded_from": "Karonda Governor", "from": "Ana Ruiz"}, "author", None),
        ({"from": "Ana Ruiz"}, "author", "Ana Ruiz"),
        ({"from": "Belmo Alerts"}, "author", None),
    ],
)
def test_who_wrote_it(tmp_path: Path, more: dict[str, object], field: str, value: str | None) -> None:
    (page,) = read(tmp_path, message(**more))
    assert getattr(page, field) == value


def test_an_edit_is_told_with_the_day(tmp_path: Path) -> None:
    (page,) = read(tmp_path, message(edited="2024-03-07T10:00:00"))
    assert page.published is not None
    assert (page.published.day, page.published.how) == (5, "message, edited 2024-03-07")


@pytest.mark.parametrize(
    "passed",
    [
        message(type="service", action="pin_message"),
        message(text=""),
        message(text=[]),
        message(text="👍 11:30"),
    ],
)
def test_notices_and_messages_without_words_are_passed_over(tmp_path: Path, passed: object) -> None:
    assert len(read(tmp_path, passed, message())) == 1


def test_a_private_chat_has_no_address(tmp_path: Path) -> None:
    (page,) = read(tmp_path, message(**{"from": "Ana Ruiz"}), type="personal_chat")
    assert page.url is None


def test_an_export_of_all_chats(tmp_path: Path) -> None:
    export = {"about": "x", "chats": {"about": "y", "list": [chat(message()), chat(message(text="Two hurt"), id=9)]}}
    found = list(captures_of(written(tmp_path, export), SETTINGS))
    assert [one.where.rpartition("#")[2] for one in found] == ["1234/7", "9/7"]


def test_a_message_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    found = list(captures_of(written(tmp_path, chat(message(1), {"id": "x"}, message(3))), SETTINGS))
    assert [type(one) for one in found] == [Capture, UnreadableInput, Capture]
    assert found[1].where == f"{tmp_path / 'result.json'}#1234/[1]"


@pytest.mark.parametrize("export", [json.dumps(chat(message()))[:-9], json.dumps(chat({"type": "service", "id": 1}))])
def test_an_export_without_messages_is_an_error(tmp_path: Path, export: str) -> None:
    (error,) = captures_of(written(tmp_path, export), SETTINGS)
    assert isinstance(error, UnreadableInput)
    assert error.why and error.hint


def test_a_headline_above_lines(tmp_path: Path) -> None:
    (page,) = read(tmp_path, message(text="Strike on Belmo\nFour people were killed, the governor said on Monday."))
    assert [block.kind for block in page.blocks] == [BlockKind.TITLE, BlockKind.BODY]
