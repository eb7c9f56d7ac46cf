"""Files beside a book."""

from __future__ import annotations

import hashlib

import pytest

from tallybook.errors import BookError
from tallybook.ledger import keep_file, path_of
from tallybook.model import KeptFile

CALL = b"\x00 a call"


@pytest.mark.parametrize("name", ["call.ogg", "/home/jane/call.ogg", "..\\..\\call.ogg"])
def test_a_file_is_kept_under_the_hash_of_its_content(tmp_path, name):
    folder = tmp_path / "new" / "files"
    kept = keep_file(folder, name, CALL)
    assert kept == KeptFile(name="call.ogg", sha256=hashlib.sha256(CALL).hexdigest())
    assert path_of(folder, kept).read_bytes() == CALL
    keep_file(folder, "again.ogg", CALL)
    assert [path.name for path in folder.iterdir()] == [kept.sha256]


def test_a_folder_that_is_none(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(BookError, match="cannot be kept"):
        keep_file(tmp_path / "file", "call.ogg", CALL)


@pytest.mark.parametrize("wrong", ["", "../x", "A" * 64])
def test_no_path_is_made_of_what_is_no_hash(tmp_path, wrong):
    with pytest.raises(ValueError, match="SHA-256"):
        path_of(tmp_path, KeptFile(name="x", sha256=wrong))
