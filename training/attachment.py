"""How well a pipeline attaches words: against a treebank's own words, and on raw text.

UAS is the share of words with the right head, LAS with the right head and relation; "universal" leaves the subtype
behind the colon aside. Stricter than spaCy's scorer, since punctuation counts. On raw text they are F1 over the words
found at exactly the treebank's characters, as in the CoNLL 2018 shared task
(https://universaldependencies.org/conll18/evaluation.html).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from training.conllu import Word
from training.convert import relation_of

Words = Sequence[Word]
Characters = tuple[int, int]
Figures = dict[str, float]

RIGHT = ("UPOS", "FEATS", "LEMMA", "UAS", "LAS universal", "LAS")
RIGHT_ON_RAW_TEXT = ("words", "sentences", "UPOS", "UAS", "LAS universal", "LAS")


def universal(relation: str) -> str:
    """A relation without its subtype: "nsubj" of "nsubj:pass"."""
    return relation.split(":", 1)[0]


def percent(part: float, whole: float) -> float:
    """A share in percent, to two places; 0 of nothing is 0."""
    return round(100 * part / max(whole, 1), 2)


def blank_doc(vocab: Vocab, words: Words) -> Doc:
    """A sentence's words without their annotation, to be parsed as they are."""
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space_after for word in words],
        sent_starts=[i == 0 for i in range(len(words))],
    )


def score_words(gold: Iterable[Words], parsed: Iterable[Doc]) -> Figures:
    """Percent of words right, by what is asked of them; the docs hold exactly the words of each sentence."""
    right: Counter[str] = Counter()
    total = 0
    for words, doc in zip(gold, parsed, strict=True):
        total += len(words)
        for place, token in enumerate(doc):
            right.update(_right(words, place, token))
    return {name: percent(right[name], total) for name in RIGHT}


def _right(words: Words, place: int, token: Token) -> Iterator[str]:
    word = words[place]
    if token.pos_ == word.upos:
        yield "UPOS"
    if str(token.morph) == word.feats:
        yield "FEATS"
    if word.lemma and token.lemma_.lower() == word.lemma.lower():
        yield "LEMMA"
    if token.head.i == word.head:
        yield from _right_relation(relation_of(words, place), token)


def _right_relation(relation: str, token: Token) -> Iterator[str]:
    yield "UAS"
    if universal(token.dep_) == universal(relation):
        yield "LAS universal"
    if token.dep_ == relation:
        yield "LAS"


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationScore:
    """How one relation fares, in percent; `gold` is how often the treebank has it."""

    relation: str
    gold: int
    precision: float
    recall: float
    f1: float


def score_relations(gold: Iterable[Words], parsed: Iterable[Doc]) -> list[RelationScore]:
    """Precision, recall and F1 of every relation of the treebank (head and full relation right), commonest first."""
    wanted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for words, doc in zip(gold, parsed, strict=True):
        for place, token in enumerate(doc):
            relation = relation_of(words, place)
            wanted[relation] += 1
            found[token.dep_] += 1
            right[relation] += token.head.i == words[place].head and token.dep_ == relation
    return [
        RelationScore(
            relation=relation,
            gold=count,
            precision=percent(right[relation], found[relation]),
            recall=percent(right[relation], count),
            f1=percent(2 * right[relation], found[relation] + count),
        )
        for relation, count in wanted.most_common()
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """One word of a passage with the characters it and its head fill; `opens` where a sentence begins with it."""

    characters: Characters
    head: Characters
    upos: str
    relation: str
    opens: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Sentences as one text, and where each of their words stands in it."""

    text: str
    words: tuple[Placed, ...]


def passage(sentences: Iterable[Words]) -> Passage:
    """The text of sentences in a row, with a space between any two."""
    text = ""
    placed: list[Placed] = []
    for words in sentences:
        characters: list[Characters] = []
        for word in words:
            characters.append((len(text), len(text) + len(word.form)))
            text += word.form + " " * word.space_after
        text = text if text.endswith(" ") else text + " "
        placed.extend(_place(words, characters))
    return Passage(text=text, words=tuple(placed))


def _place(words: Words, characters: Sequence[Characters]) -> Iterator[Placed]:
    for i, word in enumerate(words):
        yield Placed(
            characters=characters[i],
            head=characters[word.head],
            upos=word.upos,
            relation=relation_of(words, i),
            opens=i == 0,
        )


def score_text(gold: Iterable[Passage], parsed: Iterable[Doc]) -> Figures:
    """F1 in percent over words and sentence starts found in the raw text of passages; white space is no word."""
    right: Counter[str] = Counter()
    both: Counter[str] = Counter()
    for piece, doc in zip(gold, parsed, strict=True):
        tokens = {_characters(token): token for token in doc if not token.is_space}
        wanted = {word.characters[0] for word in piece.words if word.opens}
        found = {token.idx for token in tokens.values() if token.is_sent_start}
        right["sentences"] += len(wanted & found)
        both["sentences"] += len(wanted) + len(found)
        both["words"] += len(piece.words) + len(tokens)
        for word in piece.words:
            if word.characters in tokens:
                right.update(_right_in_text(word, tokens[word.characters]))
    return {
        name: percent(2 * right[name], both["sentences" if name == "sentences" else "words"])
        for name in RIGHT_ON_RAW_TEXT
    }


def _characters(token: Token) -> Characters:
    return token.idx, token.idx + len(token)


def _right_in_text(word: Placed, token: Token) -> Iterator[str]:
    yield "words"
    if token.pos_ == word.upos:
        yield "UPOS"
    if _characters(token.head) == word.head:
        yield from _right_relation(word.relation, token)
