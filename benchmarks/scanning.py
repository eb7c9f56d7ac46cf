"""How fast a packed archive becomes tables of claims, how that grows with its pages, and how much memory it takes.

Processor time of one process, start-up apart; beside it, in the same run, that of trafilatura in its fast mode, which
gives the text of the same pages and no more. The pages are those of `../shared/data/pages`; more of them are made from
these with other numbers, so that no text comes twice.

    python -m benchmarks.scanning SHARED COUNT…

prints the most memory a process has had after each count of pages more.
"""

from __future__ import annotations

import gzip
import re
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.scoring import Figures
from tallybook.batch.manifest import Shard
from tallybook.batch.shard import scan_shard
from tallybook.batch.task import Task
from tallybook.pipeline import make_ready
from tallybook.settings import Settings

SETTINGS = Settings(pack="base")
_DIGIT = re.compile(rb"(?<=[ >])[1-9](?=\d{0,2}[ <])")
FEW, MANY = 307, 1535
"""Pages of the two archives whose times are compared."""


def measure_scanning(shared: Path) -> Figures:
    """`speed.scan_*`: pages a second of the real pages, trafilatura's, and the time of five times as many over five."""
    pages = real_pages(shared)
    if not pages:
        return {}
    make_ready(SETTINGS)
    with tempfile.TemporaryDirectory() as folder:
        few, many = (archive(pages, count, Path(folder) / f"{count}.warc.gz") for count in (FEW, MANY))
        scan(few)  # what is loaded when it is first needed
        (seconds, done), (longer, _) = scan(few), scan(many)
    return {
        "speed.scan_pages_per_second": done / seconds,
        "speed.scan_trafilatura_fast_pages_per_second": len(pages) / trafilatura_seconds(pages),
        "speed.scan_time_over_linear": longer / seconds * FEW / MANY,
    }


def real_pages(shared: Path) -> list[bytes]:
    """The pages as they were saved, in the order of their names."""
    folder = shared / "data" / "pages"
    return [gzip.decompress(path.read_bytes()) for path in sorted(folder.rglob("*.html.gz"))]


def archive(pages: Sequence[bytes], count: int, path: Path) -> Path:
    """A WARC file of so many records, packed one by one. From the second round on each page has other numbers."""
    with path.open("wb") as file:
        for number in range(count):
            file.write(gzip.compress(_record(_renumbered(pages[number % len(pages)], number // len(pages)), number), 6))
    return path


def scan(path: Path) -> tuple[float, int]:
    """Processor seconds of a scan of one archive as one shard, and how many pages it had."""
    with tempfile.TemporaryDirectory() as out:
        shard = Shard(number=0, files=(str(path),), size=path.stat().st_size)
        started = time.process_time()
        counts = scan_shard(Task(shard=shard, out=Path(out), plan="benchmark", settings=SETTINGS, limit=60.0))
        return time.process_time() - started, counts.documents + counts.refused


def trafilatura_seconds(pages: Sequence[bytes]) -> float:
    """Processor seconds that trafilatura takes for the text of the pages."""
    import trafilatura

    trafilatura.extract(pages[0], fast=True)
    started = time.process_time()
    for page in pages:
        trafilatura.extract(page, fast=True)
    return time.process_time() - started


def memory_over(pages: Sequence[bytes], rounds: Sequence[int]) -> Iterator[tuple[int, float]]:
    """The most memory this process has had, in MB, after each number of pages."""
    with tempfile.TemporaryDirectory() as folder:
        for count in rounds:
            scan(archive(pages, count, Path(folder) / "pages.warc.gz"))
            yield count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def _renumbered(page: bytes, times: int) -> bytes:
    return _DIGIT.sub(lambda digit: b"%d" % ((int(digit[0]) + times - 1) % 9 + 1), page) if times else page


def _record(page: bytes, number: int) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://site-{number % 37}.example/{number}\r\n"
        f"WARC-Date: 2024-03-05T12:30:00Z\r\nWARC-Record-ID: <urn:uuid:{number:032}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


if __name__ == "__main__":
    for pages_done, megabytes in memory_over(real_pages(Path(sys.argv[1])), [int(count) for count in sys.argv[2:]]):
        print(f"{pages_done} more pages: {megabytes:.0f} MB at most", flush=True)
