"""A shipped pack names no machine, and reads as the pipeline it was copied from."""

from __future__ import annotations

import json
from pathlib import Path

import spacy
from spacy.tokens import Doc
from spacy.training import Example
from training.ship import LICENCE, ship

WORDS = ["Police", "counted", "30", "boats"]


def _trained(folder: Path) -> Path:
    nlp = spacy.blank("en", config={"paths": {"train": str(folder / "train.spacy")}})
    nlp.add_pipe("parser", config={"min_action_freq": 1})
    gold = Doc(nlp.vocab, words=WORDS, heads=[1, 1, 3, 1], deps=["nsubj", "ROOT", "nummod", "obj"])
    nlp.initialize(lambda: [Example(Doc(nlp.vocab, words=WORDS), gold)])
    nlp.to_disk(folder)
    return folder


def test_no_place_of_the_machine_stays(tmp_path: Path) -> None:
    ship(_trained(tmp_path / "build"), tmp_path / "pack")
    for file in ("config.cfg", "meta.json"):
        assert str(tmp_path) not in (tmp_path / "pack" / file).read_text(encoding="utf-8")
    assert json.loads((tmp_path / "pack" / "meta.json").read_text(encoding="utf-8"))["license"] == LICENCE


def test_it_reads_the_same(tmp_path: Path) -> None:
    trained = _trained(tmp_path / "build")
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "old.txt").write_text("left over", encoding="utf-8")
    ship(trained, tmp_path / "pack")
    assert not (tmp_path / "pack" / "old.txt").exists()
    old, new = ([(t.dep_, t.head.i) for t in spacy.load(f)(" ".join(WORDS))] for f in (trained, tmp_path / "pack"))
    assert old == new
