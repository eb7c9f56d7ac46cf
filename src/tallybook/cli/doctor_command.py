"""tallybook doctor: is everything there that a run needs?"""

from __future__ import annotations

import platform
from importlib.metadata import version

import click

from tallybook import __version__
from tallybook.errors import TallybookError
from tallybook.lexicon import load_lexicon, supported_languages
from tallybook.parse import load_pipeline
from tallybook.registry import load_registry

LIBRARIES = ("spacy", "trafilatura", "sqlalchemy", "alembic", "msgspec", "jinja2")


@click.command("doctor")
@click.pass_context
def command(ctx: click.Context) -> None:
    """Print versions, check every language's lexicon and packs, and say what to do where one is missing."""
    click.echo(f"tallybook {__version__}, Python {platform.python_version()}")
    for library in LIBRARIES:
        click.echo(f"ok    {library} {version(library)}")
    checks = [("registry", load_registry)]
    for language in supported_languages():
        checks.append((f"lexicon {language}", lambda code=language: load_lexicon(code)))
        checks.extend((f"pack {language}/{size}", lambda code=language, s=size: load_pipeline(code, s)) for size in ("base", "big"))
    failed = False
    for name, check in checks:
        try:
            check()
            click.echo(f"ok    {name}")
        except TallybookError as error:
            failed = True
            click.echo(f"fail  {name}: {error}")
            click.echo(f"hint: {error.hint or 'install tallybook again'}")
    ctx.exit(1 if failed else 0)
