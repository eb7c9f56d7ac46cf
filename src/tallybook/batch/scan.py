"""A scan from its plan to its end, begun or resumed."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

import msgspec

from tallybook.batch.answers import Answer, Done, Failed, Lost
from tallybook.batch.copying import write_copies
from tallybook.batch.files import drop_unfinished, make_folder
from tallybook.batch.lock import locked
from tallybook.batch.manifest import Manifest, Shard, load_manifest, new_manifest, refuse_other, save_manifest
from tallybook.batch.shards import cut
from tallybook.batch.sources import difference, listed, source_at
from tallybook.batch.task import TRAILS, Task, counted, is_done
from tallybook.errors import OutputError, ScanError
from tallybook.settings import Settings

PAGE_SECONDS = 60.0
"""What one page may take: a hundred times what a long one does."""

_SAVE_EVERY = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How far a scan is: pages done by this call; shards that are done, of how many; and their bytes, of how many.

    `lost` is the shard that was given up just now.
    """

    pages: int
    shards: int
    of_shards: int
    size: int
    of_size: int
    lost: Shard | None = None


class Scan:
    """A scan in its folder, which is held for it."""

    def __init__(self, out: Path, manifest: Manifest, settings: Settings, *, limit: float) -> None:
        self.out = out
        self._plan = manifest
        self._shards = list(manifest.shards)
        self._settings = settings
        self._limit = limit
        self._saved = time.monotonic()

    @property
    def manifest(self) -> Manifest:
        """The scan as it stands."""
        return msgspec.structs.replace(self._plan, shards=tuple(self._shards))

    def tasks(self) -> list[Task]:
        """The shards that are still to be done."""
        return [_task(shard, self.out, self._plan, self._settings, self._limit) for shard in self.manifest.open_shards]

    def follow(self, answers: Iterable[Answer]) -> Iterator[Told]:
        """Keep what the workers answer, and tell how far they are. Raises what stopped them."""
        ready = [shard for shard in self._shards if shard.counts is not None]
        shards, size, of_size = len(ready), _size(ready), _size(self._shards)
        under_way, finished = dict[int, int](), 0
        for answer in answers:
            lost = None
            if isinstance(answer, Failed):
                raise answer.error()
            shard = self._shards[answer.shard]
            if isinstance(answer, Done):
                under_way.pop(answer.shard, None)
                finished += answer.counts.documents + answer.counts.refused
                shards, size = shards + 1, size + shard.size
                self._keep(msgspec.structs.replace(shard, counts=answer.counts, lost=None))
            elif isinstance(answer, Lost):
                under_way.pop(answer.shard, None)
                lost = msgspec.structs.replace(shard, lost=answer.why)
                self._keep(lost)
            else:
                under_way[answer.shard] = answer.pages
            pages = finished + sum(under_way.values())
            yield Told(pages=pages, shards=shards, of_shards=len(self._shards), size=size, of_size=of_size, lost=lost)

    def finish(self) -> Manifest:
        """Find the copies among all documents, now that no shard is to be done, and write the manifest.

        Raises ScanError where an input has changed while it was read.
        """
        now = tuple(source_at(Path(source.path), known=source) for source in self._plan.sources)
        if (changed := difference(self._plan.sources, now)) is not None:
            raise _refused(self.out, f"{changed} since the scan began")
        self._plan = msgspec.structs.replace(self._plan, copies=write_copies(self.out, self.manifest))
        save_manifest(self.manifest, self.out)
        return self.manifest

    def save(self) -> None:
        """Write the manifest as it stands, if there is room: what is done can be told from the tables too."""
        with suppress(OutputError):
            save_manifest(self.manifest, self.out)
        self._saved = time.monotonic()

    def _keep(self, shard: Shard) -> None:
        self._shards[shard.number] = shard
        if time.monotonic() - self._saved > _SAVE_EVERY:
            self.save()


@contextmanager
def open_scan(inputs: Iterable[Path], out: Path, *, settings: Settings, limit: float = PAGE_SECONDS) -> Iterator[Scan]:
    """The scan of the inputs in the folder `out`, which is held for the block: a new one, or the one that was begun.

    `limit` are the seconds a page may take. Raises ScanError where another process has the folder, where it holds
    something else or a scan made otherwise, and where an input has changed since; OutputError where it cannot be
    written.
    """
    _refuse_strange(out)
    make_folder(out)
    with locked(out):
        drop_unfinished(out)
        rmtree(out / TRAILS, ignore_errors=True)  # whoever was lost then was ended with the scan
        begun = load_manifest(out)
        if begun is None:
            sources = [source_at(path) for path in listed(inputs, out=out)]
            manifest = new_manifest(sources, tuple(cut(sources)), settings)
            save_manifest(manifest, out)
        else:
            manifest = _resumed(begun, tuple(inputs), out, settings)
        scan = Scan(out, manifest, settings, limit=limit)
        try:
            yield scan
        finally:
            scan.save()


def _resumed(begun: Manifest, inputs: Sequence[Path], out: Path, settings: Settings) -> Manifest:
    """The manifest of a scan that was begun, with the shards as their tables show them."""
    refuse_other(begun, settings, where=out)
    known = {source.path: source for source in begun.sources}
    now = [source_at(path, known=known.get(str(path))) for path in listed(inputs, out=out)]
    if (changed := difference(begun.sources, now)) is not None:
        raise _refused(out, f"{changed} since the scan began")
    shards = tuple(_as_found(shard, _task(shard, out, begun, settings, 0)) for shard in begun.shards)
    return msgspec.structs.replace(begun, shards=shards)


def _as_found(shard: Shard, task: Task) -> Shard:
    """A shard with its counts where its tables are all there, else without."""
    if not is_done(task):
        return msgspec.structs.replace(shard, counts=None)
    return shard if shard.counts else msgspec.structs.replace(shard, counts=counted(task), lost=None)


def _task(shard: Shard, out: Path, plan: Manifest, settings: Settings, limit: float) -> Task:
    return Task(shard=shard, out=out, plan=plan.plan, settings=settings, limit=limit)


def _refuse_strange(out: Path) -> None:
    """A folder of something else is not written into."""
    if not out.exists():
        return
    if not out.is_dir():
        raise ScanError("this is no folder", where=str(out), hint="name a folder for the tables")
    if load_manifest(out) is None and any(not path.name.startswith(".") for path in out.iterdir()):
        raise ScanError(
            "the folder holds something else",
            where=str(out),
            why="it has files but no manifest",
            hint="name a new folder",
        )


def _refused(out: Path, why: str) -> ScanError:
    return ScanError("the inputs are not those of this scan", where=str(out), why=why, hint="scan into another folder")


def _size(shards: Iterable[Shard]) -> int:
    return sum(shard.size for shard in shards)
