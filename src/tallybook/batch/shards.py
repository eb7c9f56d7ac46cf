"""Cut a scan into shards: small enough to be done again after a stop, large enough to make few files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tallybook.batch.manifest import Shard
from tallybook.batch.sources import Source

MOST_FILES = 512
MOST_BYTES = 64_000_000
"""Of one shard, unless a single file is larger: some seconds of work."""


def cut(sources: Iterable[Source]) -> Iterator[Shard]:
    """The shards of the files, in order, numbered from 0."""
    held: list[Source] = []
    number = size = 0
    for source in sources:
        if held and (len(held) == MOST_FILES or size + source.size > MOST_BYTES):
            yield _shard(number, held, size)
            number, held, size = number + 1, [], 0
        held.append(source)
        size += source.size
    if held:
        yield _shard(number, held, size)


def _shard(number: int, sources: Iterable[Source], size: int) -> Shard:
    return Shard(number=number, files=tuple(source.path for source in sources), size=size)
