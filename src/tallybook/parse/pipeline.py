"""Load the trained pipelines that ship with the program."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from tallybook.errors import DataFileError

if TYPE_CHECKING:
    from spacy.language import Language


@cache
def load_pipeline(language: str, size: str) -> Language:
    """The spaCy pipeline of a language: size "big" reads better, "base" faster. Loaded once a process.

    Raises `DataFileError` where no such pack is installed.
    """
    import spacy

    from tallybook.parse.matrices import use_matmul

    folder = Path(str(files("tallybook"))) / "packs" / language / size
    if not folder.is_dir():
        raise DataFileError(f"no {size!r} pack for language {language!r}", hint="run `tallybook doctor`")
    pipeline = spacy.load(folder)
    use_matmul(pipeline)
    return pipeline
