"""One scan at a time in a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tallybook.batch.files import refused
from tallybook.errors import ScanError

NAME = ".lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder for the block. The system lets go of it when the process ends, however it does.

    Raises ScanError where another process has it.
    """
    import fcntl

    try:
        handle = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise refused(folder / NAME, error) from error
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ScanError(
                "another scan is at work in the folder",
                where=str(folder),
                hint="wait until it has ended, or scan into another folder",
            ) from error
        yield
    finally:
        os.close(handle)
