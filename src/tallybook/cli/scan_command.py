"""tallybook scan: very many pages into tables."""

from __future__ import annotations

import os
from pathlib import Path

import click

from tallybook.cli.options import reading_options_with, with_settings
from tallybook.settings import Settings


@click.command("scan")
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="DIR", required=True, help="The folder of the tables."
)
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help="Processes; by default one a processor.")
@click.option(
    "--engine",
    type=click.Choice(["local", "ray"]),
    default="local",
    show_default=True,
    help="Processes of this machine, or a Ray cluster.",
)
@click.option("--address", metavar="ADDRESS", help="The Ray cluster; by default one is started here.")
@click.option(
    "--page-seconds",
    type=click.FloatRange(min=1),
    default=60.0,
    show_default=True,
    metavar="S",
    help="How long one page may take before it is given up.",
)
@reading_options_with(pack="base")
@with_settings
def command(
    inputs: tuple[Path, ...],
    output: Path,
    workers: int | None,
    engine: str,
    address: str | None,
    page_seconds: float,
    settings: Settings,
) -> None:
    """Read INPUT… (files, folders) into Parquet tables: documents, claims, denials, refusals, copies.

    Stopped at any point, the same command goes on where it was.

    \b
    tallybook scan 2026-11-23/ -o scanned --workers 8
    tallybook import scanned --book book.db
    """
    from tallybook.batch import open_scan, require, run_here, run_on_cluster
    from tallybook.cli.scanning import exit_code, show, stoppable, summary

    if address and engine != "ray":
        raise click.BadParameter("needs --engine ray.", param_hint="'--address'")
    for given in inputs:
        if not os.path.lexists(given):
            raise click.BadParameter(f"there is no file or folder {given}.", param_hint="'INPUT...'")
    require("pyarrow", extra="scan")
    with stoppable(), open_scan(inputs, output, settings=settings, limit=page_seconds) as scan:
        tasks = scan.tasks()
        if engine == "ray":
            answers = run_on_cluster(tasks, address=address)
        else:
            answers = run_here(tasks, workers=workers or len(os.sched_getaffinity(0)))
        show(scan.follow(answers))
        manifest = scan.finish()
    click.echo(str(output))
    click.echo(summary(manifest), err=True)
    click.get_current_context().exit(exit_code(manifest))
