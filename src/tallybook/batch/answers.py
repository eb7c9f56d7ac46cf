"""What comes back from whoever was given a shard, by whatever way it was sent: plain values that pickle."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tallybook.batch.manifest import Counts
from tallybook.batch.shard import scan_shard
from tallybook.batch.task import Task
from tallybook.batch.trail import Trail, losses_in
from tallybook.errors import TallybookError

MOST_LOSSES = 20
"""Workers that one shard may cost before it is given up; a page costs two."""


@dataclass(frozen=True, slots=True)
class Done:
    """A shard is finished."""

    shard: int
    counts: Counts


@dataclass(frozen=True, slots=True)
class Pages:
    """So many pages of a shard are done."""

    shard: int
    pages: int


@dataclass(frozen=True, slots=True)
class Lost:
    """A shard was given up: it keeps killing its workers."""

    shard: int
    why: str


@dataclass(frozen=True, slots=True)
class Failed:
    """Something stands in the way of every shard: a full disk, a broken registry."""

    shard: int
    what: str
    where: str
    why: str
    hint: str

    def error(self) -> TallybookError:
        """The error it was."""
        return TallybookError(self.what, where=self.where, why=self.why, hint=self.hint)


Answer = Done | Pages | Lost | Failed


def attempt(task: Task, tell: Callable[[Pages], None] = lambda pages: None) -> Done | Lost | Failed:
    """Do a shard in this process, which may not survive it; what earlier ones were lost on is left out."""
    number = task.shard.number
    try:
        losses = losses_in(task.trail, limit=task.limit)
        if len(losses) >= MOST_LOSSES:
            return Lost(number, f"{len(losses)} workers were lost on it; at last, {losses[-1].why}")
        with Trail(task.trail, limit=task.limit) as trail:
            counts = scan_shard(task, notes=trail, losses=losses, done=lambda pages: tell(Pages(number, pages)))
        task.trail.unlink(missing_ok=True)
    except TallybookError as error:
        return Failed(number, error.what, error.where, error.why, error.hint)
    return Done(number, counts)
