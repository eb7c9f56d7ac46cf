"""Several processes with one book, and one that dies."""

from __future__ import annotations

import pickle
import subprocess
import sys
from dataclasses import astuple

import pytest

from tallybook.ledger import Book, Recorded

# Imports, says so, waits for the word, then opens the book and records each page in a transaction of its own.
WRITER = """
import pickle, sys
from tallybook.ledger import Book
address, pages = pickle.load(sys.stdin.buffer)
print("ready", flush=True)
sys.stdin.buffer.readline()
recorded = []
with Book.open(address) as book:
    for page in pages:
        with book.transaction():
            recorded.append(book.record(*page, program_version="1.0"))
sys.stdout.flush()
pickle.dump(recorded, sys.stdout.buffer)
"""

# Dies with its transaction open.
TORN = """
import os, pickle, sys
from tallybook.ledger import Book
address, pages = pickle.load(sys.stdin.buffer)
book = Book.open(address)
with book.transaction():
    for page in pages:
        book.record(*page, program_version="1.0")
    os._exit(7)
"""


def start(program: str, address: str, pages) -> subprocess.Popen[bytes]:
    process = subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    columns = [(each.documents, each.claims, each.denials, each.refusals) for each in pages]
    process.stdin.write(pickle.dumps((address, columns)))
    process.stdin.flush()
    return process


def write_at_once(address: str, *shares) -> list[list[Recorded]]:
    """What each process recorded of its share, all let go at the same moment."""
    processes = [start(WRITER, address, share) for share in shares]
    for process in processes:
        assert process.stdout.readline().strip() == b"ready"
    for process in processes:
        process.stdin.write(b"\n")
        process.stdin.flush()
    recorded = [pickle.loads(process.communicate()[0]) for process in processes]
    assert [process.returncode for process in processes] == [0] * len(processes)
    return recorded


def in_all(recorded: list[list[Recorded]]) -> tuple[int, ...]:
    """The counts of new rows, added up."""
    rows = [astuple(each)[1:] for one in recorded for each in one]
    return tuple(map(sum, zip(*rows, strict=True)))


@pytest.mark.parametrize("is_new", [True, False])
def test_two_processes_may_record_the_same_pages_at_once(address, read, is_new):
    """Every fact is new to exactly one of them, also when both create the book."""
    pages = [read(f"{number}.txt", f"Flood {number} killed {number + 40}.") for number in range(25)]
    if not is_new:
        Book.open(address).close()
    recorded = write_at_once(address, pages, pages)
    assert in_all(recorded) == (25, 25, 25, 50, 50, 25, 25)
    with Book.open(address) as book:
        assert len(book.evidence().claims) == 50
        assert len(book.runs()) == 25


def test_two_processes_may_record_different_pages_at_once(address, read):
    shares = [[read(f"{side}{number}.txt") for number in range(15)] for side in "ab"]
    write_at_once(address, *shares)
    with Book.open(address) as book:
        documents = [document.path for document in book.evidence().documents]
    assert documents == sorted(f"{side}{number}.txt" for side in "ab" for number in range(15))


def test_the_evidence_is_the_same_however_many_wrote_it(address, tmp_path, read):
    pages = [read(f"{number}.txt") for number in range(10)]
    write_at_once(address, pages[:6], pages[4:])
    with Book.open(address) as book, Book.open(tmp_path / "alone.db") as alone:
        for page in reversed(pages):
            page.into(alone)
        assert book.evidence() == alone.evidence()


def test_a_process_that_dies_leaves_the_book_as_it_was(address, read):
    with Book.open(address) as book:
        read("a.txt").into(book)
        before = book.evidence()
        process = start(TORN, address, [read("b.txt"), read("a.txt", "Now 41 are dead.")])
        process.communicate()
        assert process.returncode == 7
        assert book.evidence() == before
        assert read("b.txt").into(book).documents == 1
