"""Output that is either whole or not there."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from tallybook.errors import OutputError


def replace_file(path: Path, text: str) -> None:
    """Write a text file atomically: a reader sees the old file or the new one, never a part.

    Raises `OutputError` and leaves what was there.
    """
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise OutputError("cannot write here", where=str(path), why=error.strerror or str(error), hint="name a folder that exists and that you may write to") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise OutputError("cannot write the file", where=str(path), why=error.strerror or str(error)) from error
