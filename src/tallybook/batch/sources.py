"""What a scan reads: its files as they were when the scan was planned, and what has changed since."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from os.path import realpath  # Path.resolve raises where links go round in a circle
from pathlib import Path

import msgspec

from tallybook.errors import UnreadableInput
from tallybook.read import files_of


class Source(msgspec.Struct, frozen=True):
    """One file of a scan: its path as named, its bytes, when it was last changed (ns since 1970), and its SHA-256.

    A file that cannot be opened has no bytes and no hash; the shard that comes to it says why.
    """

    path: str
    size: int = 0
    changed: int = 0
    sha256: str = ""


def listed(inputs: Iterable[Path], *, out: Path) -> Iterator[Path]:
    """The files that the inputs name, in order, each once; those of the scan itself left out.

    An input that cannot be listed stands for itself, so that reading it says what is wrong with it.
    """
    seen: set[str] = set()
    own = realpath(out)
    for given in inputs:
        for path in _files(given):
            real = realpath(path)
            if real not in seen and not real.startswith(own + os.sep):
                seen.add(real)
                yield path


def source_at(path: Path, *, known: Source | None = None) -> Source:
    """The file as it is now. The hash is taken from `known` where neither size nor time of change differ."""
    try:
        state = path.stat()
        if known is not None and (known.size, known.changed) == (state.st_size, state.st_mtime_ns):
            return known
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return Source(path=str(path))
    return Source(path=str(path), size=state.st_size, changed=state.st_mtime_ns, sha256=digest)


def difference(before: Sequence[Source], now: Sequence[Source]) -> str | None:
    """What differs in content between two lists of files, in words; None where nothing does."""
    then = {source.path: source.sha256 for source in before}
    here = {source.path: source.sha256 for source in now}
    for words, paths in (
        ("has changed", [path for path in then if path in here and then[path] != here[path]]),
        ("is no longer there", [path for path in then if path not in here]),
        ("is new", [path for path in here if path not in then]),
    ):
        if paths:
            more = f", and {len(paths) - 1} more" if len(paths) > 1 else ""
            return f"{paths[0]} {words}{more}"
    return None if list(then) == list(here) else "the files come in another order"


def _files(given: Path) -> Sequence[Path]:
    try:
        return files_of(given)
    except UnreadableInput:
        return [given]
