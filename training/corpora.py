"""The corpora that the English packs are trained on and measured with, from a folder of treebanks.

    python -m training.corpora full --data treebanks --out build/full.spacy

dev   EWT and GUM, development parts
base  EWT and GUM, training parts
full  base; copies of both with numbers redrawn, and in small letters; variants of the claim templates, some in small
      letters or title case; PUD's Wikipedia half
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from tallybook.errors import DataFileError
from training.conllu import Sentence, read_conllu
from training.convert import build_corpus
from training.recase import headlined, lowered
from training.redraw import redraw
from training.templates import read_slots, read_templates, variants

Part = Iterator[Sentence]

FREE_GENRES = "academic|bio|conversation|court|essay|interview|letter|news|podcast|speech|textbook|vlog|voyage"
"""Genres of GUM; left out are fiction, reddit and whow, whose texts are not for commercial use."""

REDRAWN = (1, 2)
"""Seeds of the copies with other numbers."""
LOWERED, CLAIMS_RECASED = 0.06, 0.12
"""Shares of sentences copied in other cases."""

_EVERY = re.compile("")
_FREE_GUM = re.compile(rf"GUM_(?:{FREE_GENRES})_")
_WIKIPEDIA = re.compile("w")


def treebank(data: Path, pattern: str, names: re.Pattern[str] = _EVERY) -> Part:
    """The sentences of the files that match, in order of their names, as far as their own names begin as asked.

    Raises `DataFileError` where no file matches.
    """
    paths = sorted(data.glob(pattern))
    if not paths:
        raise DataFileError("no such treebank", where=f"{data}/{pattern}", hint="training/README.md says what to fetch")
    for path in paths:
        yield from (sentence for sentence in read_conllu(path) if names.match(sentence.name))


def dev_parts(data: Path) -> Iterator[Part]:
    """What training is steered by."""
    yield treebank(data, "en_ewt-*dev.conllu*")
    yield treebank(data, "en_gum*-dev.conllu*", _FREE_GUM)


def base_parts(data: Path) -> Iterator[Part]:
    """What the base pack learns from."""
    yield treebank(data, "en_ewt-*train.conllu*")
    yield treebank(data, "en_gum*-train.conllu*", _FREE_GUM)


def full_parts(data: Path) -> Iterator[Part]:
    """What both packs learn from in the end. Copies and templates are texts of one sentence, as tallybook parses."""
    yield from base_parts(data)
    for seed in REDRAWN:
        for part in base_parts(data):
            yield alone(redraw(part, seed=seed))
    for part in base_parts(data):
        yield lowered(part, share=LOWERED)
    claims = list(variants(read_templates(), read_slots()))
    yield alone(claims)
    yield lowered(claims, share=CLAIMS_RECASED)
    yield headlined(claims, share=CLAIMS_RECASED)
    yield treebank(data, "*pud*.conllu*", _WIKIPEDIA)


def alone(sentences: Iterable[Sentence]) -> Part:
    """The sentences, each a text of its own."""
    return (replace(sentence, opens_document=True) for sentence in sentences)


CORPORA: dict[str, Callable[[Path], Iterator[Part]]] = {"dev": dev_parts, "base": base_parts, "full": full_parts}


def main() -> None:
    """Build one corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", choices=CORPORA)
    parser.add_argument("--data", required=True, type=Path, help="folder of CoNLL-U files, also gzipped")
    parser.add_argument("--out", required=True, type=Path, help="the .spacy file to write")
    args = parser.parse_args()
    corpus = build_corpus(CORPORA[args.corpus](args.data))
    corpus.to_disk(args.out)
    print(f"{args.out}: {len(corpus)} documents")


if __name__ == "__main__":
    main()
