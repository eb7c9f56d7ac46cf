"""What a person gives to be read: files, folders, and addresses of pages on the web."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack
from os.path import realpath  # Path.resolve raises where links go round in a circle
from pathlib import Path

from tallybook.errors import UnreadableInput
from tallybook.model import Document
from tallybook.read.capture import Capture
from tallybook.read.containers import captures_of, files_of
from tallybook.read.paths import read_captures
from tallybook.settings import Settings

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def is_address(given: Path | str) -> bool:
    """Whether what is given is an address, rather than a path; only those of http and https can be fetched.

    >>> [is_address(one) for one in ("https://news.example/a", "ftp://news.example", "http", "a/http://b")]
    [True, True, False, False]
    """
    return isinstance(given, str) and _ADDRESS.match(given) is not None


def read_given(
    given: Iterable[Path | str],
    settings: Settings,
    *,
    tell: Callable[[str], None],
    leave_out: Collection[Path] = (),
) -> Iterator[Document | UnreadableInput]:
    """A document, or the reason there is none, for each page in what is given, in its order.

    An address is fetched; everything else is a file or a folder. `tell` is given
    a line on what a person may want to know of the fetching. Files to `leave_out`, and those in folders to leave out,
    are passed over where a folder that is given holds them. Raises OutputError where what is fetched is to be kept
    and cannot be, and UnreadableInput for a proxy that is none; every other error is yielded.
    """
    own = {realpath(path) for path in leave_out}
    with ExitStack() as stack:
        fetcher = None
        for one in given:
            if not is_address(one):
                yield from read_captures(_captures(Path(one), settings, own), settings)
                continue
            if fetcher is None:
                from tallybook.read.fetching import Fetcher  # loads what most runs never need

                fetcher = stack.enter_context(Fetcher(settings, tell=tell))
            yield from read_captures(fetcher.captures(str(one)), settings)


def _captures(path: Path, settings: Settings, own: Collection[str]) -> Iterator[Capture | UnreadableInput]:
    """As `captures_of`, without what is `own` in a folder."""
    try:
        files = files_of(path)
    except UnreadableInput as error:
        yield error
        return
    for file in files:
        if file == path or not _is_own(file, own):
            yield from captures_of(file, settings)


def _is_own(file: Path, own: Collection[str]) -> bool:
    real = Path(realpath(file))
    return any(str(one) in own for one in (real, *real.parents))
