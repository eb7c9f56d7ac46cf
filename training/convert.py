"""Treebanks (CoNLL-U) → spaCy's DocBin, spaced as the text was.

    python -m training.convert --out dev.spacy en_ewt-dev.conllu.gz en_gum-dev.conllu.gz

Sentences are grouped into documents of eight, never across two texts, so that the parser also learns where a sentence
ends. Several files become one DocBin in the order given.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from training.conllu import Multiword, Sentence, Word, read_conllu

ATTRIBUTES = ("ORTH", "LEMMA", "POS", "TAG", "MORPH", "HEAD", "DEP", "SENT_START", "SPACY")
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "PRON", "ADV"})
GROUP = 8
"""Sentences in a document. With 8 the scores in the shipped packs' meta.json repeat to the last digit."""


def surface_words(sentence: Sentence) -> tuple[Word, ...]:
    """The words as the text writes them.

    A multiword token whose pieces spell it ("don't" = do + n't) stays apart, without a space inside; any other ("du" =
    de + le) is fused into one word. Spaces within a word become no-break spaces.
    """
    words = list(sentence.words)
    fused: dict[int, int] = {}
    for token in sentence.multiwords:
        if not _spell(words, token):
            fused |= _fuse(words, token)
    return tuple(replace(word, form=word.form.replace(" ", "\u00a0")) for word in _without(words, fused))


def _spell(words: list[Word], token: Multiword) -> bool:
    """Write a token's letters over its pieces; False, and nothing done, where the pieces do not spell it."""
    places = range(token.first, token.last + 1)
    if "".join(words[i].form for i in places).lower() != token.form.lower():
        return False
    start = 0
    for i in places:
        end = start + len(words[i].form)
        space = token.space_after if i == token.last else False
        words[i] = replace(words[i], form=token.form[start:end], space_after=space)
        start = end
    return True


def _fuse(words: list[Word], token: Multiword) -> dict[int, int]:
    """Give a token's form to one of its pieces; the others, each with the place of that one, are to be left out.

    That one hangs on a word outside the token, and is a content word where there is a choice.
    """
    places = range(token.first, token.last + 1)
    outward = [i for i in places if words[i].head not in places or words[i].head == i]
    chosen = next((i for i in outward if words[i].upos in CONTENT), outward[0])
    words[chosen] = replace(words[chosen], form=token.form, space_after=token.space_after)
    return {i: chosen for i in places if i != chosen}


def _without(words: list[Word], fused: dict[int, int]) -> Iterator[Word]:
    """The words that are left, heads counted anew; what hung on a fused piece hangs on the word that stands for it."""
    kept = [i for i in range(len(words)) if i not in fused]
    place = {old: new for new, old in enumerate(kept)}
    for i in kept:
        head = words[i].head
        yield replace(words[i], head=place[fused.get(head, head)])


def documents(sentences: Iterable[Sentence], *, group: int = GROUP) -> Iterator[list[Sentence]]:
    """Sentences in runs of at most `group`, a new one wherever another text begins."""
    run: list[Sentence] = []
    for sentence in sentences:
        if run and (sentence.opens_document or len(run) == group):
            yield run
            run = []
        run.append(sentence)
    if run:
        yield run


def relation_of(words: Sequence[Word], place: int) -> str:
    """A word's relation as spaCy spells it: the root's in capitals."""
    return "ROOT" if words[place].head == place else words[place].relation


def build_doc(vocab: Vocab, sentences: Iterable[Sentence]) -> Doc:
    """One annotated document of sentences in a row."""
    words: list[Word] = []
    for sentence in sentences:
        offset = len(words)
        words.extend(replace(word, head=word.head + offset) for word in surface_words(sentence))
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space_after for word in words],
        lemmas=[word.lemma for word in words],
        pos=[word.upos for word in words],
        tags=[word.xpos for word in words],
        morphs=[word.feats for word in words],
        heads=[word.head for word in words],
        deps=[relation_of(words, i) for i in range(len(words))],
    )


def build_corpus(parts: Iterable[Iterable[Sentence]], *, language: str = "en", group: int = GROUP) -> DocBin:
    """A DocBin of several parts in a row; no document runs from one part into the next."""
    vocab = spacy.blank(language).vocab
    corpus = DocBin(attrs=list(ATTRIBUTES))
    for part in parts:
        for run in documents(part, group=group):
            corpus.add(build_doc(vocab, run))
    return corpus


def main() -> None:
    """Convert the files named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebanks", nargs="+", type=Path, help="CoNLL-U files, also gzipped")
    parser.add_argument("--out", required=True, type=Path, help="the .spacy file to write")
    parser.add_argument("--language", default="en")
    parser.add_argument("--group", default=GROUP, type=int, help="sentences in a document")
    args = parser.parse_args()
    corpus = build_corpus(map(read_conllu, args.treebanks), language=args.language, group=args.group)
    corpus.to_disk(args.out)
    print(f"{args.out}: {len(corpus)} documents")


if __name__ == "__main__":
    main()
