"""What stands beside a book: files that prove claims by hand, in a folder, under the hash of what they hold."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from tallybook.errors import BookError
from tallybook.model import KeptFile


def beside(book: str, what: str) -> Path:
    """What belongs to a book: `files` that prove claims by hand, a `cache`, `warc.gz` of what was fetched.

    For a database it is here.

    >>> beside("flood.db", "files").name
    'flood.db.files'
    """
    return Path(f"{'book.db' if '://' in book else book}.{what}")


def keep_file(folder: Path, name: str, content: bytes) -> KeptFile:
    """Keep a file's content in a folder, made where it is missing; the same content is kept once.

    Of the name only what stands behind the last slash or backslash is kept, and no path is made of it. Raises BookError
    where the folder cannot be written; then nothing half-written is left.
    """
    kept = KeptFile(name=name.replace("\\", "/").rsplit("/", 1)[-1], sha256=hashlib.sha256(content).hexdigest())
    path = path_of(folder, kept)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            _write(path, content)
    except OSError as error:
        why = error.strerror or str(error)
        raise BookError("the file cannot be kept", where=str(folder), why=why, hint="Allow writing there.") from error
    return kept


def path_of(folder: Path, file: KeptFile) -> Path:
    """Where a file that was kept in a folder stands. Raises ValueError for what is no SHA-256."""
    if len(file.sha256) != 64 or set(file.sha256) - set("0123456789abcdef"):
        raise ValueError(f"no SHA-256: {file.sha256!r}")
    return folder / file.sha256


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:  # an interrupt too must leave nothing behind
        temporary.unlink(missing_ok=True)
        raise
