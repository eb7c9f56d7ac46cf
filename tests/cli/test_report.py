"""run and report: a report that is whole or not there, and a book that grows by what is new."""

from __future__ import annotations

import os
import re
import resource
import stat
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from tallybook.ledger import Book


@pytest.fixture
def run(call, story, tmp_path):
    """Run the story into a report, with further options."""
    return lambda *options: call("run", story, "--pack", "base", *options)


@pytest.fixture
def place(tmp_path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def book(call, story, tmp_path) -> Path:
    path = tmp_path / "book.db"
    assert call("run", story, "--pack", "base", "-o", tmp_path / "first.html", "--book", path).code == 0
    return path


def test_stdout_is_the_path_and_stderr_the_sum(run, place):
    report = place / "report.html"
    shown = run("-o", report)
    assert (shown.code, shown.out) == (0, f"{report}\n")
    assert re.fullmatch(r"1 page, \d+ claims, \d+ series, \d+ findings?\n", shown.err)
    assert report.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert [path.name for path in place.iterdir()] == ["report.html"]


def test_a_report_may_go_to_stdout(run, place, monkeypatch):
    monkeypatch.chdir(place)
    assert run("-o", "report.html").code == 0
    shown = run("-o", "-")
    assert shown.out == (place / "report.html").read_text(encoding="utf-8")
    assert not (place / "-").exists()


def test_the_report_stands_in_this_folder_by_default(run, place, monkeypatch):
    monkeypatch.chdir(place)
    assert run().out == "report.html\n"
    assert (place / "report.html").exists()


def test_local_paths_are_shown_only_on_demand(call, place):
    pages = Path(__file__).parents[2] / "examples" / "march"
    for options, shown in (((), False), (("--internal",), True)):
        call("run", pages, "-o", place / "report.html", "--pack", "base", *options)
        assert (str(pages) in (place / "report.html").read_text(encoding="utf-8")) is shown


@pytest.mark.parametrize("name", ["none/report.html", "file/report.html", "folder", ""])
@pytest.mark.parametrize("command", ["run", "report"])
def test_a_place_that_cannot_be_written(call, story, book, place, command, name):
    (place / "file").write_text("x")
    (place / "folder").mkdir()
    source = [story, "--pack", "base"] if command == "run" else ["--book", book]
    shown = call(command, *source, "-o", place / name)
    assert (shown.code, shown.out) in ((1, ""), (2, ""))
    assert len(shown.errors) == len(shown.hints) == 1
    assert str(place / name).rstrip("/") in shown.errors[0]
    assert sorted(path.name for path in place.rglob("*")) == ["file", "folder"]


def test_an_unwritable_place_is_told_before_the_work(call, place, monkeypatch):
    from tallybook.cli import gathering

    monkeypatch.setattr(gathering, "evidence_of", lambda *_, **__: pytest.fail("the pages were read first"))
    assert call("run", "page.html", "-o", place / "none" / "report.html").code == 1


@contextmanager
def files_no_larger_than(size: int):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("before", ["the old report", None])
def test_a_failure_in_the_middle_leaves_what_was_there(run, place, before):
    report = place / "report.html"
    if before:
        report.write_text(before)
    with files_no_larger_than(5000):
        shown = run("-o", report)
    assert (shown.code, shown.out) == (1, "")
    assert "cannot write the file (File too large)" in shown.errors[0]
    assert len(shown.hints) == 1
    assert (report.read_text() if report.exists() else None) == before
    assert [path.name for path in place.iterdir()] == (["report.html"] if before else [])


def test_an_interrupt_in_the_middle_leaves_what_was_there(run, place, monkeypatch):
    report = place / "report.html"
    report.write_text("the old report")
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
    shown = run("-o", report)
    assert (shown.code, shown.out) == (130, "")
    assert "interrupted" in shown.err
    assert report.read_text() == "the old report"
    assert [path.name for path in place.iterdir()] == ["report.html"]


def test_readers_of_the_old_report_keep_it(run, place):
    report = place / "report.html"
    report.write_text("the old report")
    with report.open() as opened:
        assert run("-o", report).code == 0
        assert opened.read() == "the old report"
    assert report.read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("mode", [0o600, 0o664])
def test_a_replaced_file_keeps_its_mode(run, place, mode):
    report = place / "report.html"
    report.touch()
    report.chmod(mode)
    run("-o", report)
    assert stat.S_IMODE(report.stat().st_mode) == mode


def test_a_new_file_has_the_mode_of_any_new_file(run, place):
    (place / "other").touch()
    run("-o", place / "report.html")
    assert (place / "report.html").stat().st_mode == (place / "other").stat().st_mode


def test_a_link_stays_a_link(run, place):
    (place / "target.html").write_text("old")
    (place / "link.html").symlink_to("target.html")
    assert run("-o", place / "link.html").code == 0
    assert (place / "link.html").is_symlink()
    assert (place / "target.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_pipe_is_written_to_and_not_replaced(run, place):
    """A pipe stands for all that is no file: replacing /dev/null would hurt the whole machine, so not in a test."""
    pipe = place / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    os.set_blocking(reading, True)
    received = bytearray()
    reader = Thread(target=lambda: [received.extend(part) for part in iter(lambda: os.read(reading, 65536), b"")])
    with pipe.open("wb"):  # keeps the reader from taking the silence before the report for its end
        reader.start()
        assert run("-o", pipe).code == 0
    reader.join()
    os.close(reading)
    assert pipe.is_fifo()
    assert received.startswith(b"<!doctype html>")
    assert received.rstrip().endswith(b"</html>")


def test_a_page_is_never_replaced_by_its_report(run, story):
    before = story.read_bytes()
    shown = run("-o", story)
    assert (shown.code, shown.out) == (2, "")
    assert "the report would replace it" in shown.err
    assert story.read_bytes() == before


def test_what_a_run_wrote_into_a_folder_is_no_page_of_the_next(call, story, monkeypatch):
    monkeypatch.chdir(story.parent)
    first = call("run", ".", "--book", "book.db", "--pack", "base")
    report = Path("report.html").read_bytes()
    assert (first.code, first.errors) == (0, [])
    assert call("run", ".", "--book", "book.db", "--pack", "base") == first
    assert Path("report.html").read_bytes() == report


def test_recording_twice_adds_nothing(call, story, book, tmp_path):
    def kept():
        with Book.open(book) as opened:
            return opened.runs(), opened.evidence()

    before = kept()
    assert len(before[0]) == 1
    assert call("run", story, "--pack", "base", "-o", tmp_path / "second.html", "--book", book).code == 0
    assert kept() == before
    assert (tmp_path / "first.html").read_bytes() == (tmp_path / "second.html").read_bytes()


def test_a_book_grows_by_what_is_new(call, story, book, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(story.read_text().replace("At least 14", "At least 19"))
    assert call("run", other, "--pack", "base", "-o", tmp_path / "second.html", "--book", book).code == 0
    with Book.open(book) as opened:
        assert {document.path for document in opened.evidence().documents} == {str(story), str(other)}


def test_the_report_of_a_book_is_that_of_its_pages(call, examples, tmp_path, of_examples):
    run, report = tmp_path / "run.html", tmp_path / "report.html"
    assert call("run", examples, "--pack", "base", "-o", run, "--book", tmp_path / "book.db").code == 0
    for _ in range(2):
        shown = call("report", "--book", tmp_path / "book.db", "-o", report)
        assert (shown.code, shown.out, shown.err) == (0, f"{report}\n", "")
        assert report.read_text(encoding="utf-8") == run.read_text(encoding="utf-8") == of_examples["run"].out


@pytest.mark.parametrize("policy", ["majority", "latest-official"])
def test_policies_of_a_report(call, book, tmp_path, policy):
    report = tmp_path / "report.html"
    assert call("report", "--book", book, "--policy", policy, "-o", report).code == 0
    assert report.read_text(encoding="utf-8") != (tmp_path / "first.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("none.db", None, "no book"),
        ("none/book.db", None, "no book"),
        ("page.html", b"<html>", "no book"),
        ("empty.db", b"", "no book"),
        (".", None, "cannot be opened"),
        ("mysql://host/book", None, "cannot be used"),
        ("nonsense://", None, ""),
    ],
)
def test_a_book_that_is_none(call, place, monkeypatch, name, content, words):
    monkeypatch.chdir(place)
    if content is not None:
        Path(name).write_bytes(content)
    shown = call("report", "--book", name)
    assert (shown.code, shown.out) == (1, "")
    assert len(shown.errors) == len(shown.hints) == 1
    assert words in shown.errors[0]
    assert not (place / "report.html").exists()


@pytest.mark.parametrize("name", ["none/book.db", "page.html", "."])
def test_a_book_that_cannot_be_kept(call, story, place, monkeypatch, name):
    monkeypatch.chdir(place)
    Path("page.html").write_text("<html>")
    shown = call("run", story, "--pack", "base", "--book", name)
    assert (shown.code, shown.out) == (1, "")
    assert len(shown.errors) == len(shown.hints) == 1
    assert Path("page.html").read_text() == "<html>"
    assert not (place / "report.html").exists()


def test_a_failed_recording_leaves_the_book_as_it_was(call, story, book, tmp_path, monkeypatch):
    with Book.open(book) as opened:
        before = opened.evidence()
    other = tmp_path / "other.txt"
    other.write_text(story.read_text().replace("At least 14", "At least 19"))
    record = Book.record

    def interrupted(self, *arguments, **options):
        record(self, *arguments, **options)
        raise KeyboardInterrupt

    monkeypatch.setattr(Book, "record", interrupted)
    shown = call("run", other, "--pack", "base", "-o", tmp_path / "none.html", "--book", book)
    assert shown.code == 130
    assert not (tmp_path / "none.html").exists()
    with Book.open(book) as opened:
        assert opened.evidence() == before
