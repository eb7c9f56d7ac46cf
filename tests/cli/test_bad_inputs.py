"""Inputs that are no pages: each is explained, the others are still read."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
HTML = b"<!doctype html><html><head><title>T</title></head><body>"
GERMAN = "Größe "


def missing(_: Path) -> None:
    pass


def sparse(size: int) -> Callable[[Path], None]:
    def made(path: Path) -> None:
        with path.open("wb") as file:
            file.truncate(size)

    return made


def holding(content: bytes) -> Callable[[Path], None]:
    return lambda path: path.write_bytes(content) and None


BAD = [
    ("missing", missing, "no such file"),
    ("missing-folder/page.html", missing, "no such file"),
    ("folder", Path.mkdir, "has no files"),
    ("circle", lambda path: path.symlink_to(path), "cannot be opened"),
    ("dangling", lambda path: path.symlink_to("nowhere"), "no such file"),
    ("empty.txt", holding(b""), "empty"),
    ("blank.txt", holding(b" \n\t\r\n \n"), ""),
    ("empty.html", holding(HTML + b"</body></html>"), ""),
    ("cut.html", holding(HTML[:40]), ""),
    ("script.html", holding(HTML + b"<script>var deaths = 300;</script></body></html>"), ""),
    ("nul.txt", holding(b"300 people were killed\0\0\0 on Monday, officials said."), ""),
    ("image.png", holding(PNG), "PNG"),
    ("image.html", holding(PNG), "PNG"),
    ("photo.jpg", holding(b"\xff\xd8\xff\xe0\0\x10JFIF\0"), ""),
    ("paper.pdf", holding(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), "PDF"),
    ("pages.zip", holding(b"PK\x03\x04\x14\0\0\0"), ""),
    ("page.html.gz", holding(b"\x1f\x8b\x08\0\0\0\0\0"), ""),
    ("book.db", holding(b"SQLite format 3\0\x10\0"), ""),
    ("noise.txt", holding(bytes(range(256)) * 8), ""),
    ("cut-character.txt", holding((GERMAN * 40).encode()[:-2] + "€".encode()[:2]), "middle of a character"),
    ("damaged.txt", holding((GERMAN * 40).encode() + b"\xff\xfe\xfa" + (GERMAN * 40).encode()), "damaged"),
    ("cut-utf16.txt", holding("Toll rises.".encode("utf-16")[:-1]), "middle of a character"),
    ("code.py", holding(b"import os\n\n\ndef main():\n    return 300\n"), "no article text"),
    ("table.csv", holding(b"place,killed\nTarnow,14\nOsk,3\n"), "no article text"),
    ("data.json", holding(b'{"killed": 14, "places": ["Tarnow", "Osk"]}\n'), "holds no page"),
    ("numbers.txt", holding(b"1 2 3 4 5 6 7 8 9\n" * 50), "no article text"),
    ("huge.html", sparse(50_000_000), "too large"),
]


@pytest.mark.parametrize(("name", "make", "words"), BAD, ids=[name for name, _, _ in BAD])
def test_a_bad_file_is_explained_and_the_others_are_read(call, story, name, make, words):
    bad = story.parent / name
    make(bad)
    shown = call("claims", bad, story, "--pack", "base")
    assert shown.code == 3
    assert {record["document"]["path"] for record in shown.records} == {str(story)}
    assert_explained(shown, bad, words)


@pytest.mark.parametrize(("name", "make", "words"), BAD, ids=[name for name, _, _ in BAD])
def test_nothing_readable_is_a_failure(call, tmp_path, name, make, words):
    make(tmp_path / name)
    shown = call("claims", tmp_path / name)
    assert (shown.code, shown.out) == (1, "")
    assert_explained(shown, tmp_path / name, words)


def assert_explained(shown, path: Path, words: str) -> None:
    """One error that says where and what, why in brackets, then the next step; nothing of Python's."""
    lines = shown.err.splitlines()
    assert len(lines) == 2, shown.err
    assert lines[0].startswith(f"error: {path}: ")
    assert words in lines[0]
    assert lines[0].endswith(")")
    assert lines[1].startswith("hint: ")
    assert "Traceback" not in shown.err


@pytest.mark.parametrize("command", ["findings", "estimate", "run", "claims"])
def test_every_command_goes_on_after_a_bad_file(call, story, tmp_path, command):
    options = ["-o", tmp_path / "report.html"] if command == "run" else []
    shown = call(command, "missing.html", story, tmp_path / "none", *options, "--pack", "base")
    assert shown.code == 3
    assert shown.out
    assert len(shown.errors) == len(shown.hints) == 2


@pytest.mark.parametrize("command", ["findings", "estimate", "run", "claims"])
def test_every_command_fails_without_a_page(call, tmp_path, command):
    report = tmp_path / "report.html"
    shown = call(command, "missing.html", *(["-o", report] if command == "run" else []))
    assert (shown.code, shown.out) == (1, "")
    assert not report.exists()


def test_bad_files_of_a_folder_are_told_in_order(call, story):
    for name, content in (("a.png", PNG), ("z.txt", b"")):
        (story.parent / name).write_bytes(content)
    shown = call("claims", story.parent, "--pack", "base")
    assert shown.code == 3
    assert [error.split(": ")[1] for error in shown.errors] == [str(story.parent / name) for name in ("a.png", "z.txt")]


@pytest.mark.parametrize(
    ("stdin", "words"),
    [(b"", "empty"), (PNG, "PNG"), (b" " * 20_000_001, "too large"), (b"a,b\n1,2\n", "no article text")],
    ids=["empty", "image", "large", "table"],
)
def test_bad_stdin(call, story, stdin, words):
    alone, beside = call("claims", "-", stdin=stdin), call("claims", "-", story, "--pack", "base", stdin=stdin)
    assert (alone.code, alone.out, beside.code) == (1, "", 3)
    assert beside.records
    for shown in (alone, beside):
        assert shown.errors[0].startswith("error: -: ")
        assert words in shown.errors[0]
        assert len(shown.hints) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_legacy_encodings_are_read(call, story, encoding):
    text = story.read_text(encoding="utf-8").replace("Jon Hale", "Jörg Häle").replace('"', "”")
    plain, legacy = story, story.with_name("legacy.txt")
    plain.write_text(text, encoding="utf-8")
    legacy.write_bytes(text.encode(encoding))
    shown = call("claims", legacy, "--pack", "base")
    assert shown.code == 0
    expected = [(claim["text"], claim["event"]) for claim in call("claims", plain, "--pack", "base").records]
    assert [(claim["text"], claim["event"]) for claim in shown.records] == expected


def test_a_cut_page_gives_what_it_holds(call, examples, tmp_path):
    whole = (examples / "march" / "kestrel-how-to-count.html").read_bytes()
    cut = tmp_path / "cut.html"
    cut.write_bytes(whole[: len(whole) * 2 // 3])
    shown = call("claims", cut, "--pack", "base")
    assert shown.code == 0
    assert shown.records


def test_a_pipe_is_read_like_a_file(call, story, tmp_path):
    reading, writing = os.pipe()
    os.write(writing, story.read_bytes())
    os.close(writing)
    shown = call("claims", f"/dev/fd/{reading}", "--pack", "base")
    os.close(reading)
    assert (shown.code, len(shown.records)) == (0, len(call("claims", story, "--pack", "base").records))


def test_a_defect_in_one_page_stops_neither_the_run_nor_the_others(call, story, monkeypatch):
    from tallybook.cli import gathering

    other = story.with_name("other.txt")
    other.write_text(story.read_text().replace("14", "15"))
    extract = gathering.extract_claims

    def broken(document, *, settings):
        if document.path == str(story):
            raise ValueError("no root")
        return extract(document, settings=settings)

    monkeypatch.setattr(gathering, "extract_claims", broken)
    shown = call("claims", story, other, "--pack", "base")
    assert shown.code == 3
    assert {record["document"]["path"] for record in shown.records} == {str(other)}
    assert shown.err == (
        f"error: {story}: the program failed (ValueError: no root)\n"
        "hint: this is a defect; run again with --debug and report what it prints\n"
    )
    for arguments in (["--debug", "claims", story], ["claims", story, "--debug"]):
        with pytest.raises(ValueError, match="no root"):
            call(*arguments, "--pack", "base")
