"""The words of each language, as data: `<language>.yaml` against `schema.Lexicon`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec
import yaml

from tallybook.errors import DataFileError
from tallybook.lexicon.schema import Lexicon
from tallybook.lexicon.words import word_safe_loader


@cache
def load_lexicon(language: str) -> Lexicon:
    """The lexicon of an ISO 639-1 language code.

    Raises `DataFileError` where there is none, or where the file breaks its schema.
    """
    resource = files(__name__) / f"{language}.yaml"
    if not resource.is_file():
        raise DataFileError(
            f"no lexicon for language {language!r}", hint=f"available: {', '.join(supported_languages())}"
        )
    try:
        return msgspec.convert(yaml.load(resource.read_bytes(), word_safe_loader()), Lexicon)  # noqa: S506 - a safe loader
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise DataFileError(
            "the lexicon breaks its schema", where=resource.name, why=str(error), hint="see lexicon/schema.py"
        ) from error


@cache
def supported_languages() -> tuple[str, ...]:
    """Codes of the languages that have a lexicon."""
    return tuple(sorted(p.name.removesuffix(".yaml") for p in files(__name__).iterdir() if p.name.endswith(".yaml")))
