"""--pipeline: a pipeline of the user's own, from the command line."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import spacy

PACK = Path(str(files("tallybook"))) / "packs" / "en" / "base"
Call = Callable[..., Any]


def test_our_pack_by_its_path_gives_the_same_claims(call: Call, story: Path) -> None:
    own = call("claims", story, "--pipeline", PACK)
    assert own.code == 0
    assert own.records == call("claims", story, "--pack", "base").records != []


def test_it_goes_before_a_pack(call: Call, story: Path) -> None:
    both = call("claims", story, "--pack", "big", "--pipeline", PACK)
    assert both.records == call("claims", story, "--pack", "base").records


@pytest.mark.parametrize("command", ["claims", "findings", "estimate"])
def test_one_that_is_not_there_is_one_error(call: Call, story: Path, command: str) -> None:
    refused = call(command, story, "--pipeline", "no_such_pipeline")
    assert (refused.code, refused.out, len(refused.errors), len(refused.hints)) == (1, "", 1, 1)
    assert refused.errors[0].startswith("error: no_such_pipeline: the pipeline cannot be loaded (")


def test_one_without_a_parser_is_refused(call: Call, story: Path, tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    refused = call("run", story, "--pipeline", tmp_path / "blank", "-o", tmp_path / "report.html")
    assert refused.code == 1
    assert "it has no dependency parser" in refused.errors[0]
    assert "treebank" in refused.hints[0]
    assert not (tmp_path / "report.html").exists()
