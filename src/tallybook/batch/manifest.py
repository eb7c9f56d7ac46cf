"""The manifest of a scan: what it reads, how, cut into which shards, and how far it is."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import msgspec

from tallybook import __version__
from tallybook.batch.files import write_atomically
from tallybook.batch.sources import Source
from tallybook.errors import ScanError
from tallybook.settings import Settings

FORMAT = 1
NAME = "manifest.json"
_NOT_READING = ("policy", "compare", "fetching")
"""Settings that say what is made of claims later, or what a scan does not do, not how pages are read."""


class Counts(msgspec.Struct, frozen=True):
    """What a shard, or a whole scan, gave. `refused` are pages that gave nothing."""

    documents: int = 0
    claims: int = 0
    denials: int = 0
    refused: int = 0

    def __add__(self, other: Counts) -> Counts:
        """Both together."""
        return Counts(
            *(a + b for a, b in zip(msgspec.structs.astuple(self), msgspec.structs.astuple(other), strict=True))
        )


class Shard(msgspec.Struct, frozen=True):
    """A part of a scan that is done as one: files, or of one file the bytes from `start` to before `stop`.

    `counts` is None until it is done; `lost` says why it was given up.
    """

    number: int
    files: tuple[str, ...]
    size: int
    start: int = 0
    stop: int | None = None
    counts: Counts | None = None
    lost: str | None = None

    @property
    def name(self) -> str:
        """The stem of its files' names."""
        return f"{self.number:05d}"


class Manifest(msgspec.Struct, frozen=True):
    """A scan. `plan` is the hash of what decides its output; `copies` how many copies there are, once that is known."""

    format: int
    program: str
    plan: str
    settings: dict[str, Any]
    sources: tuple[Source, ...]
    shards: tuple[Shard, ...]
    copies: int | None = None

    @property
    def counts(self) -> Counts:
        """What all finished shards gave."""
        return sum((shard.counts for shard in self.shards if shard.counts), Counts())

    @property
    def open_shards(self) -> tuple[Shard, ...]:
        """Those that are still to be done, the lost ones too."""
        return tuple(shard for shard in self.shards if shard.counts is None)


def new_manifest(sources: Sequence[Source], shards: Sequence[Shard], settings: Settings) -> Manifest:
    """The manifest of a scan that is to begin."""
    kept = kept_settings(settings)
    decides = (
        FORMAT,
        __version__,
        kept,
        [(s.path, s.sha256) for s in sources],
        [(s.files, s.start, s.stop) for s in shards],
    )
    plan = hashlib.sha256(msgspec.json.encode(decides, order="sorted")).hexdigest()
    return Manifest(
        format=FORMAT,
        program=__version__,
        plan=plan,
        settings=kept,
        sources=tuple(sources),
        shards=tuple(shards),
    )


def kept_settings(settings: Settings) -> dict[str, Any]:
    """The settings that decide what a page gives, as JSON; a registry file by its content too."""
    kept = {key: value for key, value in asdict(settings).items() if key not in _NOT_READING}
    if settings.registry is not None:
        kept["registry"] = str(settings.registry)
        kept["registry_sha256"] = hashlib.sha256(_bytes_of(settings.registry)).hexdigest()
    return kept


def refuse_other(manifest: Manifest, settings: Settings, *, where: Path) -> None:
    """Raise ScanError where a scan was begun by another program version or with other settings."""
    if (manifest.format, manifest.program) != (FORMAT, __version__):
        raise _other(where, f"by tallybook {manifest.program}; this is {__version__}")
    asked = kept_settings(settings)
    if asked != manifest.settings:
        raise _other(where, "; ".join(_differing(manifest.settings, asked)))


def load_manifest(folder: Path) -> Manifest | None:
    """The manifest in a folder, None where there is none. Raises ScanError for one that cannot be read."""
    try:
        return msgspec.json.decode((folder / NAME).read_bytes(), type=Manifest)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.MsgspecError) as error:
        raise ScanError(
            "the manifest of the scan cannot be read",
            where=str(folder / NAME),
            why=str(error),
            hint="it may be of a newer tallybook; else scan into another folder",
        ) from error


def save_manifest(manifest: Manifest, folder: Path) -> None:
    """Write it in the place of the one before. Raises OutputError."""
    write_atomically(folder / NAME, msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n")


def _differing(before: Mapping[str, Any], asked: Mapping[str, Any]) -> list[str]:
    keys = [key for key in {**before, **asked} if before.get(key) != asked.get(key)]
    return [f"{key} was {before.get(key)!r} and is now {asked.get(key)!r}" for key in keys]


def _other(where: Path, why: str) -> ScanError:
    return ScanError(
        "the folder holds a scan that was made otherwise",
        where=str(where),
        why=why,
        hint="scan into another folder, or give what was given then",
    )


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ScanError("the registry file cannot be opened", where=str(path), why=error.strerror or "") from error
