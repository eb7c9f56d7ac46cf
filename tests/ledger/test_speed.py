"""Ten thousand claims go into a book within 3 seconds of computing, and come out within 1."""

from __future__ import annotations

import time

from tallybook.ledger import Book


def test_ten_thousand_claims(tmp_path, read):
    words = " ".join(f"Shelling killed {number} there." for number in range(1000, 1040))
    pages = [read(f"{number}.txt", f"Report {number:04d}. {words}"[12:]) for number in range(250)]
    together = pages[0]
    for page in pages[1:]:
        together += page
    assert len(together.claims) == 10_000
    with Book.open(tmp_path / "book.db") as book:
        start = time.process_time()
        recorded = together.into(book)
        between = time.process_time()
        evidence = book.evidence()
        end = time.process_time()
    assert (recorded.readings, len(evidence.claims)) == (10_000, 10_000)
    assert between - start < 3
    assert end - between < 1
