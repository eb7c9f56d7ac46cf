"""Large files in parts, for readers that share the work: each reads the records that begin in its part."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tallybook.errors import UnreadableInput
from tallybook.read.capture import Capture
from tallybook.read.containers.formats import LZ4, ZSTD, Format, format_of
from tallybook.read.containers.opening import unopened
from tallybook.read.containers.source import BROKEN, HEAD, Source, damaged
from tallybook.read.containers.warc import Part, warc_captures
from tallybook.settings import Settings


def can_be_parted(path: Path) -> bool:
    """Whether reading can begin in the middle of a file: in WARC files, plain or with a gzip member for each record."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except OSError:
        return False
    return format_of(head) is Format.WARC and not head.startswith((ZSTD, LZ4))


def captures_of_part(path: Path, part: Part, settings: Settings) -> Iterator[Capture | UnreadableInput]:
    """Of a file that can be parted, the pages whose records begin in the part, under the names they have in the whole.

    The parts of a file together give what `captures_of` gives of it. Errors are yielded, never raised.
    """
    try:
        with path.open("rb") as file:
            yield from warc_captures(Source(str(path), file, path.stat().st_size), settings, part=part)
    except BROKEN as error:
        yield unopened(path, error) if isinstance(error, OSError) else damaged(str(path), error)
