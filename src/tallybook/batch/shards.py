"""Cut a scan into shards: small enough to be done again after a stop, large enough to make few files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path

from tallybook.batch.manifest import Shard
from tallybook.batch.sources import Source
from tallybook.read import WHOLE, Part, can_be_parted

MOST_FILES = 512
MOST_BYTES = 64_000_000
"""Of one shard, unless a single file is larger: some seconds of work."""

PART_BYTES = 16_000_000
"""Of a part of a packed archive: about as many pages."""


def cut(sources: Iterable[Source]) -> Iterator[Shard]:
    """The shards of the files, in order, numbered from 0."""
    numbers = count()
    held: list[Source] = []
    size = 0
    for source in sources:
        parts = _parts(source)
        if held and (len(parts) > 1 or len(held) == MOST_FILES or size + source.size > MOST_BYTES):
            yield _shard(next(numbers), held, size)
            held, size = [], 0
        if len(parts) > 1:
            yield from (_part(next(numbers), source, part) for part in parts)
        else:
            held.append(source)
            size += source.size
    if held:
        yield _shard(next(numbers), held, size)


def _parts(source: Source) -> Sequence[Part]:
    """A large archive in parts; any other file whole."""
    if source.size <= PART_BYTES or not can_be_parted(Path(source.path)):
        return [WHOLE]
    starts = range(0, source.size, PART_BYTES)
    return [Part(start, min(start + PART_BYTES, source.size)) for start in starts]


def _part(number: int, source: Source, part: Part) -> Shard:
    stop = part.stop or source.size
    return Shard(number=number, files=(source.path,), size=stop - part.start, start=part.start, stop=stop)


def _shard(number: int, sources: Iterable[Source], size: int) -> Shard:
    return Shard(number=number, files=tuple(source.path for source in sources), size=size)
