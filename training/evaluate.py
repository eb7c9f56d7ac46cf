"""Score a pack on treebanks: attachment on their own words and on raw text, and the links that claims hang on.

python -m training.evaluate src/tallybook/packs/en/base en_ewt-test.conllu.gz
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from training.attachment import Figures, blank_doc, passage, score_relations, score_text, score_words
from training.conllu import Word, read_conllu
from training.convert import GROUP, surface_words
from training.links import score_links
from training.tokenizer import repair_hyphens
from training.words import read_words

BATCH = 64
SHOWN_RELATIONS = 40


def main() -> None:
    """Print the scores of one pack, one treebank after another."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pack", type=Path, help="folder of a trained pipeline")
    parser.add_argument("treebanks", nargs="+", type=Path, help="CoNLL-U files, also gzipped")
    parser.add_argument("--group", default=GROUP, type=int, help="sentences in a passage of raw text")
    parser.add_argument("--names", default="", help="regular expression: only sentences whose sent_id begins so")
    parser.add_argument("--relations", action="store_true", help="show every relation")
    parser.add_argument("--repair-hyphens", action="store_true", help="use training.tokenizer's hyphen rules")
    args = parser.parse_args()
    nlp = spacy.load(args.pack)
    if args.repair_hyphens:
        repair_hyphens(nlp)
    for path in args.treebanks:
        gold = [surface_words(sentence) for sentence in read_conllu(path) if re.match(args.names, sentence.name)]
        if not gold:
            continue
        print(f"{path.name}: {sum(map(len, gold)):,} words, {len(gold):,} sentences")
        parsed = print_own_words(nlp, gold)
        print_raw_text(nlp, gold, group=args.group)
        print_links(nlp.lang or "", gold, parsed)
        if args.relations:
            print_relations(gold, parsed)


def print_own_words(nlp: Language, gold: Sequence[Sequence[Word]]) -> list[Doc]:
    """Parse the treebank's own words, sentence by sentence, and print how that went; the parses are returned."""
    blank = [blank_doc(nlp.vocab, words) for words in gold]
    started = time.perf_counter()
    parsed = list(nlp.pipe(blank, batch_size=BATCH))
    _print_figures("own words", score_words(gold, parsed), parsed, time.perf_counter() - started)
    return parsed


def print_raw_text(nlp: Language, gold: Sequence[Sequence[Word]], *, group: int) -> None:
    """Parse the treebank as raw text, some sentences at a time, and print how that went."""
    passages = [passage(gold[start : start + group]) for start in range(0, len(gold), group)]
    started = time.perf_counter()
    parsed = list(nlp.pipe((piece.text for piece in passages), batch_size=BATCH))
    elapsed = time.perf_counter() - started
    _print_figures("raw text", score_text(passages, parsed), parsed, elapsed)


def _print_figures(title: str, figures: Figures, parsed: Iterable[Doc], elapsed: float) -> None:
    shown = "  ".join(f"{name} {figure:.2f}" for name, figure in figures.items())
    print(f"  {title:10} {shown}  ({sum(map(len, parsed)) / elapsed:,.0f} words/s)")


def print_links(language: str, gold: Sequence[Sequence[Word]], parsed: Sequence[Doc]) -> None:
    """Print the links found, of each kind."""
    verbs = frozenset(read_words()["reporting_verbs"].get(language, "").split())
    for score in score_links(gold, parsed, reporting=verbs):
        print(f"  {score.link:34} {score.right / max(score.wanted, 1):6.1%}  {score.right} of {score.wanted}")


def print_relations(gold: Sequence[Sequence[Word]], parsed: Sequence[Doc]) -> None:
    """Print the commonest relations."""
    for score in score_relations(gold, parsed)[:SHOWN_RELATIONS]:
        print(
            f"  {score.relation:16} {score.gold:6,}  P {score.precision:5.1f}  R {score.recall:5.1f}  F {score.f1:5.1f}"
        )


if __name__ == "__main__":
    main()
