"""A body is what was sent, or refused: in whatever pieces it comes, never more than the bound."""

from __future__ import annotations

import gzip
import tracemalloc

import pytest
from hypothesis import given, strategies

from tallybook.read.fetching.bodies import Unusable, body_of

DATA = strategies.one_of(strategies.binary(max_size=3000), strategies.builds(bytes, strategies.integers(0, 300_000)))


@given(DATA, strategies.integers(1, 5000), strategies.integers(0, 5000), strategies.sampled_from(("", "gzip")))
def test_a_body_in_pieces(data, size, bound, encoding):
    sent = gzip.compress(data) if encoding else data
    pieces = [sent[start : start + size] for start in range(0, len(sent), size)]
    assert body_of(pieces, encoding, max_bytes=bound, cut=True) == data[:bound]
    if len(data) <= bound:
        assert body_of(pieces, encoding, max_bytes=bound) == data
    else:
        with pytest.raises(Unusable, match="more than"):
            body_of(pieces, encoding, max_bytes=bound)


def test_a_bomb_is_not_unpacked_to_be_measured():
    bomb = gzip.compress(bytes(100_000_000), compresslevel=1)
    tracemalloc.start()
    with pytest.raises(Unusable, match="more than"):
        body_of([bomb], "gzip", max_bytes=1_000_000)
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()
