"""A pipeline of the user's own: taken with Universal Dependencies, refused with reasons without."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from tallybook import Settings, extract_claims, read_pages
from tallybook.errors import DataFileError
from tallybook.parse import load_own_pipeline

PACK = Path(str(files("tallybook"))) / "packs" / "en" / "base"
WORDS = ["Police", "counted", "30", "boats"]
HEADS = [1, 1, 3, 1]
UNIVERSAL = ["nsubj", "ROOT", "nummod", "obj"]
STANFORD = ["nsubj", "ROOT", "nummod", "dobj"]
PARTS: dict[str, dict[str, int]] = {
    "morphologizer": {},
    "trainable_lemmatizer": {"min_tree_freq": 1},
    "parser": {"min_action_freq": 1},
}


def _tiny(folder: Path, relations: list[str], *, parts: tuple[str, ...] = tuple(PARTS)) -> Path:
    """A pipeline that has seen one sentence and learnt nothing."""
    nlp = spacy.blank("en")
    for part in parts:
        nlp.add_pipe(part, config=PARTS[part])
    gold = Doc(
        nlp.vocab,
        words=WORDS,
        heads=HEADS,
        deps=relations,
        pos=["NOUN", "VERB", "NUM", "NOUN"],
        lemmas=["police", "count", "30", "boat"],
    )
    nlp.initialize(lambda: [Example(Doc(nlp.vocab, words=WORDS), gold)])
    nlp.to_disk(folder)
    return folder


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(
        "Storm in Delta hits port\n\nAt least 14 people were killed, the ministry said.\n", encoding="utf-8"
    )
    return path


def test_a_pack_by_its_path_reads_as_the_pack(page: Path) -> None:
    document = next(iter(read_pages([page])))
    own = extract_claims(document, settings=Settings(pipeline=str(PACK)))  # type: ignore[arg-type]
    assert own == extract_claims(document, settings=Settings(pack="base"))  # type: ignore[arg-type]
    assert own.claims


def test_a_pipeline_with_universal_relations_loads(tmp_path: Path) -> None:
    assert isinstance(load_own_pipeline(str(_tiny(tmp_path / "ud", UNIVERSAL))), Language)


def test_subtypes_and_marks_of_crossing_arcs_are_no_other_relations(tmp_path: Path) -> None:
    assert load_own_pipeline(str(_tiny(tmp_path / "ud", ["nsubj:pass", "ROOT", "nummod", "obj||nsubj"])))


def test_relations_of_another_scheme_are_named(tmp_path: Path) -> None:
    folder = _tiny(tmp_path / "stanford", STANFORD)
    with pytest.raises(DataFileError, match="not those of Universal Dependencies") as told:
        load_own_pipeline(str(folder))
    assert told.value.where == str(folder)
    assert "'dobj'" in told.value.why
    assert "treebank" in told.value.hint


@pytest.mark.parametrize(
    ("missing", "told_as"),
    [
        ("parser", "no dependency parser"),
        ("morphologizer", "parts of speech"),
        ("trainable_lemmatizer", "no lemmatizer"),
    ],
)
def test_a_pipeline_that_lacks_a_part_says_which(tmp_path: Path, missing: str, told_as: str) -> None:
    folder = _tiny(tmp_path / "lacking", UNIVERSAL, parts=tuple(part for part in PARTS if part != missing))
    with pytest.raises(DataFileError, match=told_as) as told:
        load_own_pipeline(str(folder))
    assert told.value.where == str(folder)
    assert told.value.hint


def test_a_blank_pipeline_lacks_everything(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(DataFileError, match=r"no dependency parser and .* and no lemmatizer; its parts are: none"):
        load_own_pipeline(str(tmp_path / "blank"))


@pytest.mark.parametrize("name", ["no_such_pipeline", "./nowhere"])
def test_a_pipeline_that_is_not_there(name: str) -> None:
    with pytest.raises(DataFileError, match="cannot be loaded") as told:
        load_own_pipeline(name)
    assert told.value.where == name
    assert "name of an installed one" in told.value.hint


def test_a_folder_that_is_no_pipeline(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing", encoding="utf-8")
    with pytest.raises(DataFileError, match="cannot be loaded"):
        load_own_pipeline(str(tmp_path))
