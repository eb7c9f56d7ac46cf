"""What can be computed again, kept in a folder: to lose all of it costs nothing but time.

An entry's name holds the hash of everything it follows from, the program included, so that none is ever out of date.
Each is sealed with a secret of this user (HMAC, RFC 2104): what is damaged, was cut short, bears another's name or was
put there by somebody else, with a book that came by mail for instance, is no entry.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import os
import secrets
import sys
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")
MOST_BYTES = 100_000_000
_SEAL = hashlib.sha256().digest_size
_SUFFIX = ".kept"
_RULES = frozenset({".py", ".yaml", ".json"})
_LIBRARIES = ("msgspec", "numpy")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Cache:
    """The entries of one folder, at most `most_bytes` of them; any number of processes may share it.

    An entry is written beside its place and then put there in one step, so that nobody finds half of one.
    """

    folder: Path
    secret: bytes
    most_bytes: int = MOST_BYTES

    def get(self, name: str, kind: type[T]) -> T | None:
        """The value kept under a name; None where there is none that was sealed here and is of that kind."""
        try:
            raw = self._path(name).read_bytes()
        except OSError:
            return None
        seal, body = raw[:_SEAL], raw[_SEAL:]
        if not hmac.compare_digest(seal, self._seal(name, body)):
            return None
        with suppress(OSError):  # read only: it only looks older than it is
            os.utime(self._path(name))
        try:
            return msgspec.msgpack.decode(zlib.decompress(body), type=kind)
        except (msgspec.MsgspecError, zlib.error):
            return None

    def put(self, name: str, value: T, kind: type[T]) -> None:
        """Keep a value, unless it would be read back as another; those not asked for longest make room for it.

        Where it cannot be written, a line of the log says so, and nothing else is different.
        """
        body = _packed(value, kind)
        if body is None or _SEAL + len(body) > self.most_bytes:
            return
        try:
            self.folder.mkdir(exist_ok=True)
            with _beside(self._path(name), self._seal(name, body) + body) as written:
                written.replace(self._path(name))
            self._make_room()
        except OSError as error:
            _log.warning("%s: nothing can be kept here (%s); it will be computed again", self.folder, error.strerror)

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}{_SUFFIX}"

    def _seal(self, name: str, body: bytes) -> bytes:
        return hmac.digest(self.secret, name.encode() + b"\0" + body, "sha256")

    def _make_room(self) -> None:
        entries = sorted(_entries(self.folder), reverse=True)
        taken = 0
        for _, size, path in entries:
            taken += size
            if taken > self.most_bytes:
                path.unlink(missing_ok=True)


def open_cache(folder: Path, *, secret_at: Path | None = None) -> Cache | None:
    """The cache of a folder, which need not be there; None where this user can keep no secret."""
    try:
        secret = _secret(secret_at or _state_folder() / "cache-secret")
    except RuntimeError as error:  # what pathlib raises for a user without a home
        _log.warning("%s; nothing is kept", error)
        return None
    return Cache(folder, secret) if secret is not None else None


def key_of(*parts: bytes) -> str:
    """One name for parts, another for any others."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(b"%d:%s" % (len(part), part))
    return digest.hexdigest()[:40]


@cache
def program_mark() -> bytes:
    """Another one whenever anything is that this program computes by: its code and data, Python, the libraries."""
    home = Path(__file__).parent
    files = sorted(path for path in home.rglob("*") if path.suffix in _RULES and "packs" not in path.parts)
    digest = hashlib.sha256(repr((sys.version, [(name, version(name)) for name in _LIBRARIES])).encode())
    for path in files:
        digest.update(key_of(path.relative_to(home).as_posix().encode(), path.read_bytes()).encode())
    return digest.digest()


def _packed(value: T, kind: type[T]) -> bytes | None:
    """The value's bytes; None where they would be read back as something else."""
    try:
        packed = msgspec.msgpack.encode(value)
        same = msgspec.msgpack.decode(packed, type=kind) == value
    except (msgspec.MsgspecError, OverflowError, TypeError):
        return None
    return zlib.compress(packed, 1) if same else None


def _entries(folder: Path) -> Iterable[tuple[float, int, Path]]:
    for path in folder.glob(f"*{_SUFFIX}"):
        with suppress(FileNotFoundError):  # another process has just removed it
            found = path.stat()
            yield found.st_mtime, found.st_size, path


def _state_folder() -> Path:
    """Where programs keep what is not to be lost between two runs. Source: XDG Base Directory Specification."""
    named = Path(os.environ.get("XDG_STATE_HOME", ""))
    return (named if named.is_absolute() else Path.home() / ".local" / "state") / "tallybook"


def _secret(path: Path) -> bytes | None:
    """What only this user's programs know; made where there is none yet."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            with _beside(path, secrets.token_bytes(_SEAL)) as written, suppress(FileExistsError):
                path.hardlink_to(written)  # unlike a replacement it leaves what another program has just made
        found = path.read_bytes()
    except OSError as error:
        _log.warning("%s: no secret can be kept here (%s); nothing is kept", path, error.strerror)
        return None
    return found if len(found) == _SEAL else None


@contextmanager
def _beside(place: Path, content: bytes) -> Iterator[Path]:
    """A file that this user alone may read, in the folder of its later place; gone afterwards unless it was moved."""
    handle, name = tempfile.mkstemp(dir=place.parent, suffix=_SUFFIX)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)
