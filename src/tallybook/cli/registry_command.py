"""tallybook registry: is a registry file of one's own in order, and what does it change?"""

from __future__ import annotations

from pathlib import Path

import click


@click.command("registry")
@click.argument("file", type=click.Path(path_type=Path))
def command(file: Path) -> None:
    """Tell every fault of FILE with its line; where there is none, how much it adds and what it replaces."""
    from tallybook.registry import load_registry
    from tallybook.registry.load import read_built_in, read_extra

    own = read_extra(file).records
    load_registry(file)
    built_in = [built.records for built in read_built_in()]
    for name in own.__struct_fields__:
        entries = getattr(own, name)
        if entries:
            click.echo(f"{name}: {len(entries)}")
        known = {_key(entry) for records in built_in for entry in getattr(records, name)}
        for entry in entries:
            if _key(entry) in known:
                click.echo(f"note: {name}: {_key(entry)!r} replaces the built-in entry as a whole", err=True)


def _key(entry: object) -> str:
    """What an entry goes by."""
    keys = (getattr(entry, field, None) for field in ("name", "id", "unit"))
    return next(str(key) for key in keys if key is not None)
