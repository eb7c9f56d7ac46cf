"""Mail: the sender's own words with sender, subject and day; newsletters, PDF that hang on it, mailboxes, MHTML."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage
from pathlib import Path

import pytest

from tallybook.errors import UnreadableInput
from tallybook.model import Document
from tallybook.read import Capture, captures_of, read_paths
from tallybook.settings import Settings

SETTINGS = Settings(max_bytes=100_000)
TEXT = (
    "The governor said on Monday that 48 of the 300 workers had left the plant in Belmo for good.\n\n"
    "The company confirmed the figure on Tuesday and said that it would hire 20 new workers before the summer.\n"
)
MARKED = f"<html><body><h1>Workers leave the plant</h1><p>{'</p><p>'.join(TEXT.split(chr(10) * 2))}</p></body></html>"


def mail(text: str | None = TEXT, marked: str | None = None, **fields: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Ana Ruiz <ana.ruiz@press.belmo.example>"
    message["To"] = "desk@paper.example"
    message["Subject"] = "Workers leave the plant"
    message["Date"] = "Tue, 05 Mar 2024 23:30:00 -0500"
    for name, value in fields.items():
        del message[name.replace("_", "-")]
        message[name.replace("_", "-")] = value
    if text is not None:
        message.set_content(text)
    if marked is not None:
        message.add_alternative(marked, subtype="html") if text is not None else message.set_content(
            marked, subtype="html"
        )
    return message


def written(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "mail"
    path.write_bytes(data)
    return path


def read(tmp_path: Path, message: EmailMessage) -> Document:
    (page,) = read_paths([written(tmp_path, bytes(message))], settings=SETTINGS)
    assert isinstance(page, Document), page
    return page


def captures(tmp_path: Path, data: bytes) -> list[Capture | UnreadableInput]:
    return list(captures_of(written(tmp_path, data), SETTINGS))


def test_a_mail_is_a_page_of_its_sender(tmp_path: Path) -> None:
    page = read(tmp_path, mail())
    assert (page.title, page.author, page.outlet) == ("Workers leave the plant", "Ana Ruiz", "Ana Ruiz")
    day = page.published
    assert day is not None
    assert (day.year, day.month, day.day, day.how) == (2024, 3, 5, "mail header")
    assert page.text == f"Workers leave the plant\n\n{TEXT}"
    assert "@" not in "".join(filter(None, (page.title, page.author, page.outlet, page.text)))


@pytest.mark.parametrize(
    ("fields", "author", "outlet"),
    [
        (
            {"From": "Belmo Ministry of Labour <press@belmo.example>"},
            "Belmo Ministry of Labour",
            "Belmo Ministry of Labour",
        ),
        ({"From": "Belmo Daily <news@belmo.example>", "List_Unsubscribe": "<https://x.example>"}, None, "Belmo Daily"),
        ({"From": "ana@belmo.example"}, None, "belmo.example"),
        ({"From": '"ana@belmo.example" <ana@belmo.example>'}, None, "belmo.example"),
        ({"From": "=?utf-8?q?Zo=C3=AB_M=C3=BCller?= <z@belmo.example>"}, "Zoë Müller", "Zoë Müller"),
    ],
)
def test_who_sent_it(tmp_path: Path, fields: dict[str, str], author: str | None, outlet: str) -> None:
    page = read(tmp_path, mail(**fields))
    assert (page.author, page.outlet) == (author, outlet)


@pytest.mark.parametrize(
    ("text", "marked", "subtype"),
    [
        (TEXT, None, "text/plain"),
        (None, MARKED, "text/html"),
        (TEXT, MARKED, "text/plain"),
        ("https://x.example/a/long/address/of/a/newsletter View\n", MARKED, "text/html"),
        (" \n", MARKED, "text/html"),
    ],
)
def test_which_part_is_read(tmp_path: Path, text: str | None, marked: str | None, subtype: str) -> None:
    (found,) = captures(tmp_path, bytes(mail(text, marked)))
    assert isinstance(found, Capture)
    assert found.media_type == f"{subtype}; charset=utf-8"
    assert b"300 workers" in found.data


@pytest.mark.parametrize(
    "below",
    [
        "-- \nAna Ruiz\nBelmo Press Office\n",
        "On Monday the desk wrote:\n> How many of the workers have left the plant?\n> And when?\n",
        "\nOn Monday the desk wrote:\n\n> How many have left?\n",
    ],
)
def test_quotes_and_signatures_are_left_out(tmp_path: Path, below: str) -> None:
    assert read(tmp_path, mail(TEXT + below)).text.strip().endswith("before the summer.")


def test_a_short_answer_is_read_without_what_it_answers(tmp_path: Path) -> None:
    text = "The company has counted 221 workers who left.\n\nOn Monday the desk wrote:\n> I heard that it was 900.\n"
    assert "900" not in read(tmp_path, mail(text)).text


FORWARDED = "From: Belmo Relief <relief@belmo.example>\n{day}\nSubject: Update 2\nTo: <ana@desk.example>\n\n" + TEXT


@pytest.mark.parametrize(
    "day", ["Date: Wed, Mar 6, 2024 at 3:10 PM", "Sent: Wednesday, March 6, 2024 3:10 PM", "*Date:* 6 March 2024"]
)
@pytest.mark.parametrize("above", ["", "FYI\n\n---------- Forwarded message ---------\n"])
def test_a_mail_that_is_passed_on_is_of_whom_it_is_from(tmp_path: Path, above: str, day: str) -> None:
    page = read(tmp_path, mail(above + FORWARDED.format(day=day)))
    assert (page.outlet, page.author, page.title) == ("Belmo Relief", None, "Update 2")
    assert page.published is not None
    assert (page.published.month, page.published.day) == (3, 6)
    assert "ana@desk.example" not in page.text


def test_a_mail_with_words_of_its_own_above_what_it_passes_on_is_of_its_sender(tmp_path: Path) -> None:
    page = read(tmp_path, mail(TEXT + FORWARDED.format(day="Date: 6 March 2024")))
    assert page.outlet != "Belmo Relief"


def test_a_mail_that_only_quotes_is_taken_whole(tmp_path: Path) -> None:
    (found,) = captures(tmp_path, bytes(mail("See below.\n" + "\n".join(f"> {line}" for line in TEXT.splitlines()))))
    assert isinstance(found, Capture)
    assert b"300 workers" in found.data


def test_the_mark_of_an_answer_is_no_part_of_the_subject(tmp_path: Path) -> None:
    assert read(tmp_path, mail(Subject="Re: FWD: Re: Workers leave")).title == "Workers leave"


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
@pytest.mark.parametrize("cte", ["quoted-printable", "base64", "8bit"])
def test_encodings_of_mail_are_undone(tmp_path: Path, charset: str, cte: str) -> None:
    message = mail(None)
    message.set_content(TEXT + "\nZoë Müller agreed.\n", charset=charset, cte=cte)
    assert "Zoë Müller agreed." in read(tmp_path, message).text


def test_a_pdf_that_hangs_on_it_is_a_page_of_its_own(tmp_path: Path) -> None:
    message = mail()
    message.add_attachment(b"%PDF-1.7 ...", maintype="application", subtype="pdf", filename="report.pdf")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    text, pdf = captures(tmp_path, bytes(message))
    assert isinstance(text, Capture) and isinstance(pdf, Capture)
    assert (pdf.path, pdf.media_type, pdf.data) == (f"{tmp_path / 'mail'}#1", "application/pdf", b"%PDF-1.7 ...")
    assert pdf.stated.outlet == "Ana Ruiz"
    assert not pdf.stated.wins


def test_a_message_without_text_is_an_error(tmp_path: Path) -> None:
    message = mail(None)
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    (error,) = captures(tmp_path, bytes(message))
    assert isinstance(error, UnreadableInput)
    assert error.what == "the message holds no page"


BROKEN = [
    b"From: a@b.example\nDate: soon\nSubject: =?utf-8?b?!!!?=\n\n" + TEXT.encode(),
    b"From: <<<>>>@,,\nDate: \nSubject: \n\n" + TEXT.encode(),
    b'From: x\nTo: y\nSubject: z\nContent-Type: multipart/mixed; boundary="q"\n\n--q\n\n' + TEXT.encode(),
    b"From: x\nTo: y\nSubject: z\nContent-Type: text/plain; charset=no-such\n\n" + TEXT.encode(),
    b"From: x\nTo: y\nSubject: z\nContent-Transfer-Encoding: base64\n\n!!!!" + TEXT.encode(),
]


@pytest.mark.parametrize("data", BROKEN)
def test_a_broken_header_costs_no_more_than_it_must(tmp_path: Path, data: bytes) -> None:
    (found,) = captures(tmp_path, data)
    if isinstance(found, UnreadableInput):
        assert found.why and found.hint
    else:
        assert found.stated.published is None


def mailbox(*messages: EmailMessage) -> bytes:
    begin = b"From ana@belmo.example Tue Mar  5 23:30:00 2024\n"
    return b"".join(begin + bytes(one).replace(b"\nFrom ", b"\n>From ") + b"\n" for one in messages)


def test_a_mailbox_is_its_messages(tmp_path: Path) -> None:
    data = mailbox(mail(), mail(TEXT + "\nFrom Monday on nobody works there, said the union of the workers.\n"))
    one, two = captures(tmp_path, data)
    assert isinstance(one, Capture) and isinstance(two, Capture)
    assert one.where == f"{tmp_path / 'mail'}#0"
    assert two.where == f"{tmp_path / 'mail'}#{data.index(b'From ana', 1)}"
    assert b"\nFrom Monday on" in two.data


def test_a_message_that_is_too_large_is_named_and_the_next_is_read(tmp_path: Path) -> None:
    data = mailbox(mail(), mail("word " * 100_000), mail())
    one, error, two = captures(tmp_path, data)
    assert isinstance(one, Capture) and isinstance(two, Capture)
    assert isinstance(error, UnreadableInput)
    assert error.what == "the message is too large"
    assert error.where == f"{tmp_path / 'mail'}#{data.index(b'From ana', 1)}"


def test_a_page_saved_as_mhtml_is_that_page(tmp_path: Path) -> None:
    data = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/1\r\nSubject: Workers\r\n"
        b"Date: Wed, 6 Mar 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="q"\r\n\r\n'
        b"--q\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        + MARKED.replace("=", "=3D").replace("\n", "\r\n").encode()
        + b"\r\n--q\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--q--\r\n"
    )
    (found,) = captures(tmp_path, data)
    assert isinstance(found, Capture)
    assert found.url == "https://a.example/1"
    assert found.seen == dt.datetime(2024, 3, 6, 10, tzinfo=dt.UTC) or found.seen == dt.datetime(2024, 3, 6, 10)
    assert found.stated.published is None
    (page,) = read_paths([tmp_path / "mail"], settings=SETTINGS)
    assert isinstance(page, Document)
    assert page.title == "Workers leave the plant"


def test_a_page_that_names_its_sender_is_no_mail(tmp_path: Path) -> None:
    (found,) = captures(tmp_path, f"Workers leave the plant\nFrom: Ana Ruiz\n\n{TEXT}".encode())
    assert isinstance(found, Capture)
    assert found.media_type is None
