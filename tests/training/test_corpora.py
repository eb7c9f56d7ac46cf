"""What goes into each corpus, from small treebanks of our own."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest
from spacy.util import load_config, load_model_from_config
from training.corpora import CORPORA
from training.templates import read_templates

from tallybook.errors import DataFileError

RECIPE = Path(__file__).parents[2] / "training"
FILES = {
    "en_ewt-ud-train.conllu": ["weblog-1", "email-2"],
    "en_ewt-ud-dev.conllu": ["weblog-3"],
    "en_ewt-ud-test.conllu": ["weblog-4"],
    "en_gum-ud-train.conllu.gz": ["GUM_news_a-1", "GUM_fiction_b-1", "GUM_whow_c-1", "GUM_voyage_d-1"],
    "en_gum-ud-dev.conllu.gz": ["GUM_reddit_e-1", "GUM_court_f-1"],
    "en_pud-ud-test.conllu": ["n01001011", "w01002012"],
}


CLAIMS = 12 * len(read_templates())
SOME = CLAIMS // 4


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder as a reader would fetch it: official names, some gzipped, every sentence with one number."""
    for name, sentences in FILES.items():
        text = "".join(map(_sentence, sentences))
        packed = gzip.compress(text.encode()) if name.endswith(".gz") else text.encode()
        (tmp_path / name).write_bytes(packed)
    return tmp_path


def _sentence(name: str) -> str:
    return (
        f"# sent_id = {name}\n"
        "1\t12\t12\tNUM\tCD\t_\t2\tnummod\t_\t_\n"
        "2\tboats\tboat\tNOUN\tNNS\tNumber=Plur\t0\troot\t_\tSpaceAfter=No\n\n"
    )


@pytest.mark.parametrize("corpus", ["dev", "base", "full"])
def test_parts(data: Path, corpus: str) -> None:
    ewt, gum = ["weblog-1", "email-2"], ["GUM_news_a-1", "GUM_voyage_d-1"]
    expected = {
        "dev": [["weblog-3"], ["GUM_court_f-1"]],
        "base": [ewt, gum],
        "full": [ewt, gum, ewt, gum, ewt, gum, SOME, SOME, CLAIMS, SOME, SOME, ["w01002012"]],
    }[corpus]
    parts = [[sentence.name for sentence in part] for part in CORPORA[corpus](data)]
    for part, names in zip(parts, expected, strict=True):
        if isinstance(names, list):
            assert part == names
        else:
            assert len(part) <= names


def test_copies_are_texts_of_their_own(data: Path) -> None:
    treebanks, copies = 2, 11
    for part in list(CORPORA["full"](data))[treebanks:copies]:
        assert all(sentence.opens_document for sentence in part)


def test_a_missing_treebank_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="en_ewt"):
        [list(part) for part in CORPORA["base"](tmp_path)]


@pytest.mark.parametrize("name", ["base", "big"])
def test_configurations_build(name: str) -> None:
    nlp = load_model_from_config(load_config(RECIPE / f"{name}.cfg"), auto_fill=True)
    assert nlp.pipe_names == ["tok2vec", "morphologizer", "trainable_lemmatizer", "parser"]


@pytest.mark.parametrize("name", ["base", "big"])
def test_shipped_packs_have_these_configurations(name: str) -> None:
    ours = load_config(RECIPE / f"{name}.cfg")
    shipped = load_config(RECIPE.parent / "src" / "tallybook" / "packs" / "en" / name / "config.cfg")
    for section in ("nlp", "training"):
        assert _settings(ours[section]) <= _settings(shipped[section])
    for component in ours["components"]:
        assert _settings(ours["components"][component]) <= _settings(shipped["components"][component])


def _settings(section: dict[str, Any], above: str = "") -> set[str]:
    """Every setting below a section as "key.key=value"."""
    found: set[str] = set()
    for key, value in section.items():
        found |= _settings(value, f"{above}{key}.") if isinstance(value, dict) else {f"{above}{key}={value}"}
    return found
