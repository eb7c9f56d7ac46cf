"""Model types to JSON and back, exactly."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any, TypeVar, get_args

import msgspec

from tallybook.errors import BookError
from tallybook.model import Act, Claim, Denial, Document, Refusal

T = TypeVar("T")


def encode(value: Claim | Denial | Document | Refusal | Act, *, where: str) -> str:
    """The JSON form of a frozen model value.

    Raises BookError where JSON would give back something else (NaN becomes null, a tuple inside `Reading.differs`
    becomes a list), so that what is loaded never differs from what was recorded.
    """
    try:
        body = msgspec.json.encode(value, enc_hook=_plain)
        kept = _decoders()[type(value)].decode(body) == value
    except (TypeError, ValueError, msgspec.MsgspecError) as error:
        raise BookError("cannot be stored as JSON", where=where, why=str(error)) from error
    if not kept:
        raise BookError("would not be read back as it was given", where=where, why="a field holds what JSON cannot")
    return body.decode()


def decode(body: str, kind: type[T], *, where: str) -> T:
    """The value that `encode` wrote. Raises BookError where this program does not know its form."""
    try:
        value: T = _decoders()[kind].decode(body)
    except msgspec.MsgspecError as error:
        raise BookError(
            f"a recorded {kind.__name__.lower()} cannot be read",
            where=where,
            why=str(error),
            hint="The book may come from a newer tallybook: upgrade and open it again.",
        ) from error
    return value


@functools.cache
def _decoders() -> dict[type, msgspec.json.Decoder[Any]]:
    return {kind: msgspec.json.Decoder(kind) for kind in (Claim, Denial, Document, Refusal, *get_args(Act))}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is no part of the model")
