"""Which run a book is compared with: one named by its number, or the last before a day or a moment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tallybook.ledger.load import Run

Since = int | dt.datetime


def run_or_moment(ctx: click.Context, param: click.Parameter, value: str) -> Since:
    """A run's number, an ISO day, or an ISO date and time; in UTC where no zone is given."""
    if value.isascii() and value.isdigit() and len(value) < 8:
        return int(value)
    try:
        moment = dt.datetime.fromisoformat(value)
    except ValueError as error:
        why = f"{value!r} is neither a run's number nor a date, as '2025-03-01' or '2025-03-01T18:00'."
        raise click.BadParameter(why, ctx=ctx, param=param) from error
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=dt.UTC)


def last_run(since: Since, runs: Sequence[Run]) -> int:
    """The run as of which the book is taken; 0 where all of it is newer.

    A run whose moment was not kept is as old as the next one that has one. Raises `click.BadParameter` for a number
    that is no run's.
    """
    if isinstance(since, int):
        if since not in {0, *(run.id for run in runs)}:
            known = f"there are {_listed([run.id for run in runs])}" if runs else "the book has none"
            raise click.BadParameter(f"there is no run {since}; {known}.", param_hint="'--since'")
        return since
    return max((run.id for run in runs if run.at is not None and run.at < since), default=0)


def moment_of(since: Since, runs: Sequence[Run]) -> dt.datetime | None:
    """The moment up to which decisions count on the earlier side; None where it was not kept, as of run 0."""
    if isinstance(since, dt.datetime):
        return since
    return next((run.at for run in runs if run.id == since), None)


def _listed(ids: Sequence[int]) -> str:
    """The numbers, or how far they reach where there are many."""
    return ", ".join(map(str, ids)) if len(ids) <= 8 else f"{len(ids)}, from {ids[0]} to {ids[-1]}"
