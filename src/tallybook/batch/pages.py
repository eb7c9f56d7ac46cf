"""The pages of a shard, one after the other, or why there is none; a page that fails costs itself alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count
from pathlib import Path

from tallybook.batch.task import Task
from tallybook.batch.trail import Notes, Place
from tallybook.errors import UnreadableInput
from tallybook.model import Document
from tallybook.read import Capture, Part, captures_of, captures_of_part, read_capture
from tallybook.settings import Settings

Page = tuple[Place, Document | UnreadableInput]
"""A page with its place in the shard."""


def pages_of(task: Task, notes: Notes, leave_out: Mapping[Place, str]) -> Iterator[Page]:
    """Every page of the shard in order, or the reason there is none. Those to `leave_out` are not looked at.

    What is begun is noted before it is. Errors are yielded, never raised.
    """
    for number, path in enumerate(task.shard.files):
        captures = _captures(task, path)
        for page in count():
            place = Place(number, page, found=False)
            if place in leave_out:
                yield (
                    place,
                    _killed(path, leave_out[place], what="the file stopped its worker; the rest is not read"),
                )
                break
            notes.at(place)
            capture = next(captures, None)
            if capture is None:
                break
            place = replace(place, found=True)
            if place in leave_out:
                yield place, _killed(capture.where, leave_out[place], what="the page stopped the worker that read it")
                continue
            notes.at(place)
            yield place, _document(capture, task.settings)


def _captures(task: Task, path: str) -> Iterator[Capture | UnreadableInput]:
    """The pages of a file. Where the program fails on the file, that is the last of them."""
    shard, settings = task.shard, task.settings
    try:
        if shard.stop is not None:
            yield from captures_of_part(Path(path), Part(shard.start, shard.stop), settings)
        else:
            yield from captures_of(Path(path), settings)
    except Exception as error:
        yield failed(error, path)


def _document(capture: Capture | UnreadableInput, settings: Settings) -> Document | UnreadableInput:
    if isinstance(capture, UnreadableInput):
        return capture
    try:
        return read_capture(capture, settings)
    except UnreadableInput as error:
        return error
    except Exception as error:
        return failed(error, capture.where)


def failed(error: Exception, where: str) -> UnreadableInput:
    """An exception nobody foresaw costs the page it came of, and is told as what it is."""
    why = f"{type(error).__name__}: {error}"
    return UnreadableInput("the program failed", where=where, why=why, hint="this is a defect; report it")


def _killed(where: str, why: str, *, what: str) -> UnreadableInput:
    return UnreadableInput(what, where=where, why=why, hint="this is a defect; report it")
