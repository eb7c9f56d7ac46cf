"""Data files → checked records. Errors name the file, the line and the field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Protocol, TypeVar

import msgspec
import yaml

from tallybook.errors import DataFileError
from tallybook.registry.schema import OrganisationFile, RegistryFile
from tallybook.registry.validate import LARGEST, faults_of

Shape = TypeVar("Shape", bound=msgspec.Struct)
Path_ = tuple[str | int, ...]

BUILT_IN = ("countries", "sources", "places", "persons", "groups", "unit_sizes", "events")
_STEP = re.compile(r"\.([A-Za-z_]\w*)|\[(\d+)\]|\[\.\.\.\]")
_FIELD = re.compile(r"field `(\w+)`")
_HINT = "see registry/schema.py for the shape of each list"


class _Readable(Protocol):
    @property
    def name(self) -> str: ...

    def read_bytes(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class DataFile:
    """One data file as read: its name, its bytes and its records."""

    name: str
    content: bytes
    records: RegistryFile

    def refuse(self, what: str, path: Path_, why: str = "") -> DataFileError:
        """The error that points at `path` in this file."""
        return _error(self.name, self.content, what, path, why)


def read_built_in() -> Iterator[DataFile]:
    """The registry files that ship with the program, in the order of `BUILT_IN`."""
    for name in BUILT_IN:
        yield _read(files("tallybook.registry") / f"{name}.yaml")


def read_organisations() -> OrganisationFile:
    """organisations.yaml, checked."""
    resource = files("tallybook.registry") / "organisations.yaml"
    return _convert(resource.name, resource.read_bytes(), OrganisationFile)


def read_extra(path: Path) -> DataFile:
    """A user's registry file. Raises `DataFileError` where it cannot be read or breaks the schema."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DataFileError(
            "the registry file cannot be read", where=str(path), why=error.strerror or str(error), hint="check the path"
        ) from error
    _refuse_unreadable(str(path), content)
    refuse_all(_faults(str(path), content))
    return DataFile(str(path), content, _convert(str(path), content, RegistryFile))


def refuse_all(faults: Iterable[DataFileError]) -> None:
    """Raise the first of several faults, the others with it."""
    found = tuple(faults)
    if found:
        found[0].further = found[1:]
        raise found[0]


def _refuse_unreadable(name: str, content: bytes) -> None:
    """Raise `DataFileError` for what cannot be a registry file, whatever stands in it."""
    if len(content) > LARGEST:
        why = f"{len(content) / 1e6:.1f} MB, at most {LARGEST / 1e6:.0f}"
        raise DataFileError("the registry file is too large", where=name, why=why, hint="keep what your pages name")
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = f"{name}:{content.count(bytes([10]), 0, error.start) + 1}"
        why = f"byte 0x{content[error.start]:02x} is not UTF-8"
        raise DataFileError("the file is not YAML", where=place, why=why, hint="save it as UTF-8") from error


def _faults(name: str, content: bytes) -> Iterator[DataFileError]:
    try:
        found = list(faults_of(content))
    except yaml.YAMLError:
        return  # told with its line when it is converted
    except RecursionError as error:
        raise DataFileError("the file is nested too deep", where=name, hint=_HINT) from error
    for path, what, why, hint in found:
        fault = _error(name, content, what, path, why)
        fault.hint = hint
        yield fault


def _read(resource: _Readable, shown_as: str | None = None) -> DataFile:
    content = resource.read_bytes()
    name = shown_as or resource.name
    return DataFile(name, content, _convert(name, content, RegistryFile))


def _convert(name: str, content: bytes, shape: type[Shape]) -> Shape:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return msgspec.convert(yaml.load(content, loader) or {}, shape)  # noqa: S506 - a safe loader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        why = error.problem or error.context or ""
        tab = "\\t" in why or "\t" in why
        hint = "indent with blanks, YAML takes no tabs" if tab else "check the marks"
        raise DataFileError("the file is not YAML", where=f"{name}{line}", why=why, hint=hint) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise DataFileError("the file is not YAML", where=name, why=str(error), hint="save it as UTF-8") from error
    except msgspec.ValidationError as error:
        message, _, where = str(error).partition(" - at `$")
        path = tuple(_steps(where.rstrip("`")))
        field = _FIELD.search(message)
        shown = (*path, field.group(1)) if field else path
        raise _error(name, content, "the registry breaks its schema", shown, message) from error


def _steps(path: str) -> Iterator[str | int]:
    for match in _STEP.finditer(path):
        if match.group(1):
            yield match.group(1)
        elif match.group(2):
            yield int(match.group(2))


def _error(name: str, content: bytes, what: str, path: Path_, why: str) -> DataFileError:
    place = f"{name}:{_line_of(content, path)}"
    spelt = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")
    return DataFileError(what, where=f"{place}: {spelt}" if spelt else place, why=why, hint=_HINT)


def _line_of(content: bytes, path: Iterable[str | int]) -> int:
    """The line of the deepest part of `path` that the file holds."""
    node = yaml.compose(content, yaml.SafeLoader)
    line = 1
    for step in path:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        elif isinstance(node, yaml.MappingNode):
            found = [(key, value) for key, value in node.value if key.value == step]
            if not found:
                break
            line, node = found[0][0].start_mark.line + 1, found[0][1]
            continue
        else:
            break
        line = node.start_mark.line + 1
    return int(line)
