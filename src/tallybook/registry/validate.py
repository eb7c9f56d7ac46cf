"""A user's registry file checked as a whole: every fault at once, each with its line, field and reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, get_args

import msgspec
import yaml

from tallybook.registry.folding import fold
from tallybook.registry.schema import RegistryFile

LARGEST = 5_000_000
"""Bytes: a thousand times what a newsroom writes, and parsed within a minute."""
QUOTE = 'write it in quotes, as in "NO"'
_CODE = re.compile(r"[A-Z]{2}")
_GRADE = re.compile(r"[A-F][1-6]?")
_SHAPE = "docs/reference/registry.md lists the fields"

Place = tuple[str | int, ...]
Fault = tuple[Place, str, str, str]
"""Where, what, why, and what to do."""


def faults_of(content: bytes) -> Iterator[Fault]:
    """Every fault of a file that is YAML, in its order; faults of the lists first, then names that clash."""
    data = yaml.load(content, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - a safe loader
    if data is None:
        return
    if not isinstance(data, dict):
        yield (), "the registry breaks its schema", f"Expected `object`, got `{_kind(data)}`: lists by name", _SHAPE
        return
    yield from _repeated_keys(yaml.compose(content, yaml.SafeLoader), ())
    lists = {field.name: get_args(field.type)[0] for field in msgspec.structs.fields(RegistryFile)}
    for name, entries in data.items():
        if name not in lists:
            yield (str(name),), "the registry breaks its schema", _unknown(str(name)), _meant(str(name), lists)
        elif not isinstance(entries, list):
            yield (name,), "the registry breaks its schema", f"Expected `array`, got `{_kind(entries)}`", _SHAPE
        else:
            for at, entry in enumerate(entries):
                yield from _of_entry(entry, lists[name], (name, at))
            yield from _clashes(name, entries)


def _of_entry(entry: object, shape: type[msgspec.Struct], place: Place) -> Iterator[Fault]:
    what = "the registry breaks its schema"
    if not isinstance(entry, dict):
        yield place, what, f"Expected `object`, got `{_kind(entry)}`", _SHAPE
        return
    fields = {field.name: field for field in msgspec.structs.fields(shape)}
    for name, value in entry.items():
        if name not in fields:
            yield (*place, str(name)), what, _unknown(str(name)), _meant(str(name), fields)
            continue
        try:
            msgspec.convert(value, fields[name].type)
        except msgspec.ValidationError as error:
            plain = str(error).partition(" - at `$")[0]
            yield (*place, name), what, plain, QUOTE if _is_unquoted(value) else _SHAPE
            continue
        yield from _of_value(name, value, (*place, name))
    for name, field in fields.items():
        if field.required and name not in entry:
            yield (*place, name), what, f"Object missing required field `{name}`", _SHAPE


def _of_value(name: str, value: object, place: Place) -> Iterator[Fault]:
    """What a type cannot say: names have letters, codes are two capitals, grades a letter and a digit."""
    words = value if isinstance(value, list) else [value]
    if any(isinstance(word, str) and not word.strip() for word in words):
        yield place, "an empty name", "", "give it a name or take it out"
    if name == "code" and isinstance(value, str) and not _CODE.fullmatch(value):
        yield place, f"no country code: {value!r}", "", "ISO 3166-1 has two capital letters, as in KE"
    if name == "grade" and isinstance(value, str) and not _GRADE.fullmatch(value):
        yield place, f"no grade: {value!r}", "", "the Admiralty code has A to F, then 1 to 6 or nothing, as in B2"


def _clashes(name: str, entries: list[Any]) -> Iterator[Fault]:
    """Two entries of one list that go by one name."""
    seen: dict[str, int] = {}
    for at, entry in enumerate(entries):
        for field, word in _names(entry):
            first = seen.setdefault(fold(word), at)
            if first != at:
                other = f"{name}[{first}] has it too"
                yield (name, at, field), f"{word!r} stands for two entries", other, "leave it with one of them"


def _names(entry: object) -> Iterator[tuple[str, str]]:
    if not isinstance(entry, dict):
        return
    for field in ("name", "id", "unit"):
        if isinstance(entry.get(field), str) and entry[field].strip():
            yield field, entry[field]
    aliases = entry.get("aliases")
    yield from (("aliases", w) for w in (aliases if isinstance(aliases, list) else ()) if isinstance(w, str) and w)


def _repeated_keys(node: yaml.Node | None, place: Place) -> Iterator[Fault]:
    """Keys that stand twice in one mapping: YAML would keep the last and say nothing."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            word = str(key.value)
            if word in seen:
                yield (*place, word), "a key stands twice", "only the last would count", "join the two"
            seen.add(word)
            yield from _repeated_keys(value, (*place, word))
    elif isinstance(node, yaml.SequenceNode):
        for at, value in enumerate(node.value):
            yield from _repeated_keys(value, (*place, at))


def _unknown(name: str) -> str:
    return f"Object contains unknown field `{name}`"


def _meant(name: str, known: Mapping[str, object]) -> str:
    near = get_close_matches(name, known, n=1)
    return f"did you mean `{near[0]}`?" if near else _SHAPE


def _is_unquoted(value: object) -> bool:
    """Whether YAML took a word for something else: NO for false, 1984 for a number."""
    words = value if isinstance(value, list) else [value]
    return any(word is not None and not isinstance(word, (str, list, dict)) for word in words)


def _kind(value: object) -> str:
    kinds = {dict: "object", list: "array", bool: "bool", int: "int", float: "float", type(None): "null"}
    return kinds.get(type(value), type(value).__name__)
