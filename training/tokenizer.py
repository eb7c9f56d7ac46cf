"""Hyphens of English: "mid-April" stays one word, "3,000-strong" becomes three, "$500-$600" is cut at the hyphen.

    python -m training.tokenizer build/base/model-best build/base-hyphens

writes a copy of a pack with that tokenizer, which cuts more as the treebanks do: spaCy's own makes three words of
"mid-April" and leaves "500-$600" whole. Both shipped packs carry it.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex

from training.words import read_words

_DASHES = "(?:-|–|—|--|---|——|~)"
_BEHIND_DIGITS = (r"(?<=[0-9])-(?=[a-zA-Z]{2,})", r"(?<=[0-9])(?:-)(?=[$£€])")
"""Hyphens to cut at: 3,000-strong, which spaCy 3.8 cuts by itself; $500-$600."""


def repair_hyphens(nlp: Language) -> None:
    """Give an English pipeline the hyphen rules above, in place."""
    prefixes = read_words()["prefixes"].split()
    defaults = (str(infix) for infix in nlp.Defaults.infixes or ())
    infixes = compile_infix_regex([*_spared(defaults, prefixes), *_BEHIND_DIGITS])
    cast("Tokenizer", nlp.tokenizer).infix_finditer = infixes.finditer


def _spared(infixes: Iterable[str], prefixes: Iterable[str]) -> Iterator[str]:
    """spaCy's patterns, the one for hyphens between letters kept from cutting behind a prefix."""
    behind_no_prefix = "".join(rf"(?<!\b{prefix})(?<!\b{prefix.capitalize()})" for prefix in prefixes)
    for infix in infixes:
        between_letters = infix.startswith("(?<=[") and _DASHES in infix and infix.endswith("])")
        yield behind_no_prefix + infix if between_letters else infix


def main() -> None:
    """Copy a pack, with hyphens repaired."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pack", type=Path, help="folder of a trained pipeline")
    parser.add_argument("out", type=Path, help="folder to write")
    args = parser.parse_args()
    nlp = spacy.load(args.pack)
    repair_hyphens(nlp)
    nlp.to_disk(args.out)


if __name__ == "__main__":
    main()
