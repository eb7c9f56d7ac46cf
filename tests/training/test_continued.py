"""A lemmatizer from disk knows its rules again before it goes on learning."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import spacy
from training.continued import continue_training

PACK = Path(str(files("tallybook"))) / "packs" / "en" / "base"


def test_rules_are_numbered_as_the_outputs() -> None:
    nlp = spacy.load(PACK)
    lemmatizer: Any = nlp.get_pipe("trainable_lemmatizer")
    assert continue_training()(nlp) is nlp
    assert [lemmatizer.tree2label[rule] for rule in lemmatizer.cfg["labels"]] == [*range(len(lemmatizer.labels))]
