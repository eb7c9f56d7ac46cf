"""Load a pipeline of the user's own: any spaCy pipeline that parses into Universal Dependencies."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from tallybook.errors import DataFileError

if TYPE_CHECKING:
    from spacy.language import Language

RELATIONS = frozenset(
    [
        "acl",
        "advcl",
        "advmod",
        "amod",
        "appos",
        "aux",
        "case",
        "cc",
        "ccomp",
        "clf",
        "compound",
        "conj",
        "cop",
        "csubj",
        "dep",
        "det",
        "discourse",
        "dislocated",
        "expl",
        "fixed",
        "flat",
        "goeswith",
        "iobj",
        "list",
        "mark",
        "nmod",
        "nsubj",
        "nummod",
        "obj",
        "obl",
        "orphan",
        "parataxis",
        "punct",
        "reparandum",
        "root",
        "vocative",
        "xcomp",
    ]
)
"""The universal relations (https://universaldependencies.org/u/dep)."""
PROBE = "12 34"
"""Words of no language, parsed to see what a pipeline annotates."""
NEEDED = {
    "DEP": "no dependency parser",
    "POS": "nothing that tells parts of speech (a morphologizer, or a tagger with an attribute ruler)",
    "LEMMA": "no lemmatizer",
}
NAME_IT = "give the folder of a spaCy pipeline, or the name of an installed one"
TAKE_UD = "take a pipeline trained on a Universal Dependencies treebank, or leave --pipeline out to use a built-in pack"
SHOWN = 5


@cache
def load_own_pipeline(name: str) -> Language:
    """The spaCy pipeline in a folder, or installed under a name. Loaded once a process.

    Raises `DataFileError` where it cannot be loaded, does not tell relations, parts of speech and lemmas, or where its
    relations are not those of Universal Dependencies.
    """
    from tallybook.parse.matrices import use_matmul

    nlp = _loaded(name)
    missing = list(_missing(nlp, name))
    if missing:
        raise DataFileError(
            "the pipeline lacks what claims are read from",
            where=name,
            why=f"it has {' and '.join(missing)}; its parts are: {', '.join(nlp.pipe_names) or 'none'}",
            hint=TAKE_UD,
        )
    foreign = sorted(_relations(nlp) - RELATIONS)
    if foreign:
        raise DataFileError(
            "the pipeline's relations are not those of Universal Dependencies",
            where=name,
            why=f"it has {', '.join(map(repr, foreign[:SHOWN]))}" + (" and others" if len(foreign) > SHOWN else ""),
            hint=TAKE_UD,
        )
    use_matmul(nlp)
    return nlp


def _loaded(name: str) -> Language:
    import spacy

    try:
        return spacy.load(name)
    except Exception as error:  # a pipeline's files and code are not ours and can raise anything
        why = " ".join(str(error).split()) or type(error).__name__
        raise DataFileError("the pipeline cannot be loaded", where=name, why=why, hint=NAME_IT) from error


def _missing(nlp: Language, name: str) -> Iterator[str]:
    """What a pipeline does not annotate, in words; seen from a trial, since a tokenizer too may annotate."""
    try:
        doc: Any = nlp(PROBE)
    except Exception as error:
        why = f"{type(error).__name__}: {' '.join(str(error).split())}"
        raise DataFileError("the pipeline cannot parse", where=name, why=why, hint=TAKE_UD) from error
    for attribute, lack in NEEDED.items():
        if not doc.has_annotation(attribute):
            yield lack


def _relations(nlp: Language) -> frozenset[str]:
    """The universal relations a pipeline can give: without subtypes and without marks of non-projective arcs."""
    parsers = [name for name in nlp.pipe_names if "token.dep" in nlp.get_pipe_meta(name).assigns]
    labels = {label for name in parsers for label in getattr(nlp.get_pipe(name), "labels", ())}
    labels |= {token.dep_ for token in nlp(PROBE)}
    return frozenset(label.split("||")[0].split(":")[0].lower() for label in labels if label)
