"""The bytes of an answer, unpacked, within a bound on what comes in and on what comes out."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

_GZIP = 16 + zlib.MAX_WBITS
ENCODINGS = "gzip"
"""What is asked for."""


class Unusable(Exception):
    """A body that is too large, or packed as nobody asked for."""


def body_of(chunks: Iterable[bytes], encoding: str, *, max_bytes: int, cut: bool = False) -> bytes:
    """The unpacked bytes of a body, at most `max_bytes`; with `cut` the first of them where there are more.

    Raises Unusable where there are more, where `encoding` is none that was asked for, or where it is broken.
    """
    taken = bytearray()
    for piece in _unpacked(_bounded(chunks, max_bytes, cut=cut), encoding, max_bytes=max_bytes):
        taken += piece
        if len(taken) > max_bytes:
            if cut:
                break
            raise Unusable(f"more than {max_bytes / 1e6:.1f} MB")
    return bytes(taken[:max_bytes])


def _bounded(chunks: Iterable[bytes], max_bytes: int, *, cut: bool) -> Iterator[bytes]:
    """The chunks of a body on the wire; packed, it is not longer than unpacked, but for some bytes."""
    left = max_bytes + 1024
    for chunk in chunks:
        yield chunk
        left -= len(chunk)
        if left < 0:
            if cut:
                return
            raise Unusable(f"more than {max_bytes / 1e6:.1f} MB")


def _unpacked(chunks: Iterable[bytes], encoding: str, *, max_bytes: int) -> Iterator[bytes]:
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return iter(chunks)
    if name not in ("gzip", "x-gzip"):
        raise Unusable(f"the server packs the page as {encoding!r}, which was not asked for")
    return _gunzipped(chunks, max_bytes)


def _gunzipped(chunks: Iterable[bytes], max_bytes: int) -> Iterator[bytes]:
    """No piece is longer than `max_bytes` and one: a bomb is not unpacked to be measured."""
    packed = zlib.decompressobj(_GZIP)
    try:
        for chunk in chunks:
            if packed.eof:
                return
            yield packed.decompress(chunk, max_bytes + 1)
            while packed.unconsumed_tail:
                yield packed.decompress(packed.unconsumed_tail, max_bytes + 1)
    except zlib.error as error:
        raise Unusable(f"what the server packed cannot be unpacked: {error}") from error
    if not packed.eof:
        raise Unusable("what the server packed ends too early")
