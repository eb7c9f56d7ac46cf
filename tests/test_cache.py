"""What was computed is found again, and nothing else ever is."""

from __future__ import annotations

import math
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallybook.cache import Cache, key_of, open_cache, program_mark

KEPT = ("a number", 1297, None, (1.5, "words"))
SHAPE = tuple[str, int, int | None, tuple[float, str]]


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "kept", b"s" * 32)


def only_file(cache):
    (path,) = cache.folder.iterdir()
    return path


def test_what_was_kept_is_found_by_its_name(cache):
    assert cache.get("one", SHAPE) is None
    cache.put("one", KEPT, SHAPE)
    assert cache.get("one", SHAPE) == KEPT and cache.get("two", SHAPE) is None


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda raw: raw[:-1], "cut short"),
        (lambda raw: raw + b"\0", "too long"),
        (lambda raw: b"", "empty"),
        (lambda raw: raw[:40] + bytes([raw[40] ^ 1]) + raw[41:], "a bit fell over"),
        (lambda raw: os.urandom(200), "anything"),
    ],
)
def test_a_damaged_entry_is_none(cache, spoil, why):
    cache.put("one", KEPT, SHAPE)
    path = only_file(cache)
    path.write_bytes(spoil(path.read_bytes()))
    assert cache.get("one", SHAPE) is None, why


def test_an_entry_under_the_name_of_another_is_none(cache):
    cache.put("one", KEPT, SHAPE)
    path = only_file(cache)
    path.rename(path.with_name(path.name.replace("one", "two")))
    assert cache.get("two", SHAPE) is None


def test_an_entry_of_somebody_else_is_none(cache):
    Cache(cache.folder, b"t" * 32).put("one", KEPT, SHAPE)
    assert cache.get("one", SHAPE) is None


def test_an_entry_of_another_kind_is_none(cache):
    cache.put("one", KEPT, SHAPE)
    assert cache.get("one", dict[str, int]) is None


@pytest.mark.parametrize(
    ("value", "kind"), [(math.nan, float), (2**70, int), ([1], tuple[int, ...]), (object(), object)]
)
def test_what_would_be_read_back_as_something_else_is_not_kept(cache, value, kind):
    cache.put("one", value, kind)
    assert cache.get("one", kind) is None


def test_those_not_asked_for_longest_make_room(tmp_path):
    cache = Cache(tmp_path / "kept", b"s" * 32, most_bytes=2500)
    for place, name in enumerate(("one", "two")):
        cache.put(name, os.urandom(1000), bytes)
        os.utime(cache.folder / f"{name}.kept", (place, place))
    assert cache.get("one", bytes) is not None
    cache.put("three", os.urandom(1000), bytes)
    assert [cache.get(name, bytes) is not None for name in ("one", "two", "three")] == [True, False, True]
    cache.put("four", os.urandom(3000), bytes)
    assert cache.get("four", bytes) is None and cache.get("three", bytes) is not None


def test_where_nothing_can_be_written_the_log_says_so(tmp_path, caplog):
    place = tmp_path / "kept"
    place.write_text("a file, not a folder")
    Cache(place, b"s" * 32).put("one", KEPT, SHAPE)
    assert "nothing can be kept here" in caplog.text
    assert open_cache(tmp_path, secret_at=place / "secret") is None
    assert "no secret can be kept here" in caplog.text


def test_a_user_without_a_home_has_no_cache(tmp_path, monkeypatch, caplog):
    def homeless():
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    assert open_cache(tmp_path) is None and "nothing is kept" in caplog.text


def test_the_secret_is_made_once_and_for_its_user_alone(tmp_path):
    at = tmp_path / "state" / "secret"
    with ThreadPoolExecutor(8) as threads:
        found = {
            opened.secret for opened in threads.map(lambda _: open_cache(tmp_path, secret_at=at), range(32)) if opened
        }
    assert found == {at.read_bytes()} and at.stat().st_mode & 0o077 == 0
    assert [path.name for path in at.parent.iterdir()] == ["secret"]


@given(st.lists(st.binary(max_size=6), max_size=4), st.lists(st.binary(max_size=6), max_size=4))
def test_other_parts_have_another_key(one, other):
    assert (key_of(*one) == key_of(*other)) == (one == other)


def test_the_program_is_what_it_is():
    assert program_mark() == program_mark() and len(program_mark()) == 32
