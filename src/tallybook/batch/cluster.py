"""A Ray cluster: one task a shard. The nodes share the folders of the pages and of the scan."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from tallybook.batch.answers import MOST_LOSSES, Answer, Done, Failed, Lost, attempt
from tallybook.batch.extras import require
from tallybook.batch.task import Task
from tallybook.errors import TallybookError

RETRIES = 3
"""How often Ray starts a task again whose process or node is lost, before we are asked."""

CALLS = 16
"""Shards after which a process on a node is replaced, so that what libraries keep of every page stays bounded."""

_LOOK = 1.0


def run_on_cluster(tasks: Sequence[Task], *, address: str | None) -> Iterator[Answer]:
    """Do the tasks on a cluster, or on one that is started here where there is no address; yields what they say.

    A task whose process or node is lost is begun again; a page on which two were lost is left out. Raises
    TallybookError where there is no such cluster, or no Ray.
    """
    require("ray", extra="ray")
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is sent anywhere unless asked
    import ray

    try:
        ray.init(
            address=address or "local",
            log_to_driver=False,
            logging_level=logging.ERROR,
            include_dashboard=None if address else False,
        )
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise TallybookError(
            "the cluster cannot be reached", where=address or "", why=str(error), hint="`ray status` tells of it"
        ) from error
    try:
        yield from _answers(tasks)
    finally:
        ray.shutdown()


def attempt_there(task: Task, folder: str) -> Done | Lost | Failed:
    """Do a shard on a node, its paths taken from `folder`, where the scan was started."""
    try:
        os.chdir(folder)
    except OSError as error:
        hint = "all nodes have to see the folders of the scan at the same paths"
        return Failed(task.shard.number, "a node does not see the folder", folder, error.strerror or "", hint)
    return attempt(task)


def _answers(tasks: Sequence[Task]) -> Iterator[Answer]:
    import ray
    from ray.exceptions import RayError

    there = ray.remote(max_retries=RETRIES, max_calls=CALLS)(attempt_there)
    folder = str(Path.cwd())
    sent = {there.remote(task, folder): task for task in tasks}
    again: dict[int, int] = {}
    while sent:
        ready, _ = ray.wait(list(sent), timeout=_LOOK)
        for reference in ready:
            task = sent.pop(reference)
            number = task.shard.number
            try:
                yield ray.get(reference)
            except RayError as error:
                again[number] = again.get(number, 0) + 1
                if again[number] * (RETRIES + 1) >= MOST_LOSSES:
                    yield Lost(number, f"the cluster gave it up: {str(error).splitlines()[0]}")
                else:
                    sent[there.remote(task, folder)] = task
