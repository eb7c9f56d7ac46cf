"""Files that are whole or not there, whatever ends the program."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tallybook.errors import OutputError

UNFINISHED = ".part"
"""How the name of a file ends while it is written; nothing that reads a scan looks at those."""


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A new file beside `path` to write to. It takes the place of `path` when the block ends, and is gone if it raises.

    The words are on the disk before the name is, so a crash leaves the old file or the new one. Raises OutputError
    where the system refuses, as on a full disk.
    """
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=UNFINISHED)
        os.close(handle)
        temporary = Path(name)
        yield temporary
        _flush(temporary)
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        raise refused(path, error) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def write_atomically(path: Path, data: bytes) -> None:
    """Put a small file in the place of another. Raises OutputError."""
    with replacing(path) as temporary:
        temporary.write_bytes(data)


def make_folder(path: Path) -> None:
    """Make a folder and those above it, unless they are there. Raises OutputError."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refused(path, error) from error


def drop_unfinished(folder: Path) -> None:
    """Remove what a killed program left half written in the folder and those below it."""
    for path in folder.rglob(f".*{UNFINISHED}"):
        path.unlink(missing_ok=True)


def refused(path: Path, error: OSError) -> OutputError:
    """What the system would not do, in words."""
    return OutputError(
        "cannot write the file",
        where=str(path),
        why=os.strerror(error.errno) if error.errno else str(error),  # some libraries say more, and less clearly
        hint="free some space or allow writing there, then give the same command again: it goes on where it stopped",
    )


def _flush(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _umask() -> int:
    umask = os.umask(0)
    os.umask(umask)
    return umask
