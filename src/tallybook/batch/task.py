"""A shard as it is given to whoever does it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tallybook.batch import tables
from tallybook.batch.manifest import Counts, Shard
from tallybook.settings import Settings

TRAILS = ".trails"
"""The folder in which workers note what they do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A shard with all that a process needs to do it. `limit` are the seconds that one page may take."""

    shard: Shard
    out: Path
    plan: str
    settings: Settings
    limit: float

    @property
    def stamp(self) -> str:
        """What the shard's files are stamped with: no file of another scan, or of another shard, has it."""
        return f"{self.plan}:{self.shard.name}"

    @property
    def trail(self) -> Path:
        """Where workers note what they do."""
        return self.out / TRAILS / self.shard.name

    def file(self, table: str) -> Path:
        """Where the shard's rows of a table go."""
        return tables.file_of(self.out, table, self.shard.name)


def is_done(task: Task) -> bool:
    """Whether every file of the shard is there, and of this scan."""
    return all(tables.stamp_of(task.file(table)) == task.stamp for table in tables.OF_SHARD)


def counted(task: Task) -> Counts:
    """What a finished shard gave. Raises ScanError where its files cannot be read."""
    documents, claims, denials = (
        len(tables.read_columns(task.file(table), ("id",)))
        for table in (tables.DOCUMENTS, tables.CLAIMS, tables.DENIALS)
    )
    refused = sum(row["what"] == "page" for row in tables.read_rows(task.file(tables.REFUSALS), ("what",)))
    return Counts(documents=documents, claims=claims, denials=denials, refused=refused)
