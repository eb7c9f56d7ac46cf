"""What a person gives to be read: files, folders, and addresses of pages on the web."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

from tallybook.errors import UnreadableInput
from tallybook.model import Document
from tallybook.read.containers import captures_of
from tallybook.read.paths import read_captures
from tallybook.settings import Settings

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def is_address(given: Path | str) -> bool:
    """Whether what is given is the address of a page on the web, rather than a path.

    >>> [is_address(one) for one in ("https://news.example/a", "HTTP://news.example", "http", "a/http://b")]
    [True, True, False, False]
    """
    return isinstance(given, str) and _ADDRESS.match(given) is not None


def read_given(
    given: Iterable[Path | str], settings: Settings, *, tell: Callable[[str], None]
) -> Iterator[Document | UnreadableInput]:
    """A document, or the reason there is none, for each page in what is given, in its order.

    A string that begins with http:// or https:// is fetched; everything else is a file or a folder. `tell` is given
    a line on what a person may want to know of the fetching. Raises OutputError where what is fetched is to be kept
    and cannot be, and UnreadableInput for a proxy that is none; every other error is yielded.
    """
    with ExitStack() as stack:
        fetcher = None
        for one in given:
            if not is_address(one):
                yield from read_captures(captures_of(Path(one), settings), settings)
                continue
            if fetcher is None:
                from tallybook.read.fetching import Fetcher  # loads what most runs never need

                fetcher = stack.enter_context(Fetcher(settings, tell=tell))
            yield from read_captures(fetcher.captures(str(one)), settings)
