"""Scores, against parses made by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc
from training.attachment import blank_doc, passage, score_relations, score_text, score_words
from training.conllu import Sentence, Word
from training.convert import build_doc, surface_words
from training.links import CONTENT, COUNTED, NUMBER, NUMBER_AND_COUNTED, PASSIVE, ROOT, SPEAKER, score_links

TABLE = """
1 Police police NOUN  2 nsubj
2 said   say    VERB  0 root
3 90     90     NUM   4 nummod
4 boats  boat   NOUN  6 nsubj:pass
5 were   be     AUX   6 aux:pass
6 sunk   sink   VERB  2 ccomp SpaceAfter=No
7 .      .      PUNCT 2 punct
"""
# place, head and relation there instead (from 0); own words: UAS, LAS universal, LAS; raw text the same; links lost
CHANGES = [
    ([], (7, 7, 7), set()),
    ([(3, 5, "nsubj")], (7, 7, 6), {PASSIVE}),
    ([(3, 1, "obj")], (6, 6, 6), {PASSIVE, COUNTED, NUMBER_AND_COUNTED}),
    ([(2, 5, "nummod")], (6, 6, 6), {NUMBER, NUMBER_AND_COUNTED}),
    ([(2, 3, "det")], (7, 6, 6), {NUMBER, NUMBER_AND_COUNTED}),
    ([(0, 1, "obj")], (7, 6, 6), {SPEAKER}),
    ([(5, 5, "ROOT"), (1, 5, "parataxis")], (5, 5, 5), {ROOT}),
    ([(5, 1, "obj")], (7, 6, 6), {CONTENT}),
]


def _changed(sentence: Sentence, changes: list[tuple[int, int, str]]) -> Doc:
    """The sentence as a parser would have it that makes these mistakes."""
    doc = build_doc(spacy.blank("en").vocab, [sentence])
    heads, relations = [token.head.i for token in doc], [token.dep_ for token in doc]
    for place, head, relation in changes:
        heads[place], relations[place] = head, relation
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        pos=[token.pos_ for token in doc],
        lemmas=[token.lemma_ for token in doc],
        heads=heads,
        deps=relations,
    )


@pytest.mark.parametrize(("changes", "right", "lost"), CHANGES)
def test_mistakes_cost_what_they_should(
    read: Callable[[str], list[Sentence]],
    changes: list[tuple[int, int, str]],
    right: tuple[int, int, int],
    lost: set[str],
) -> None:
    sentences = read(TABLE)
    gold = [surface_words(sentence) for sentence in sentences]
    parsed = [_changed(sentences[0], changes)]
    expected = [round(100 * count / 7, 2) for count in right]
    names = ("UAS", "LAS universal", "LAS")
    assert [score_words(gold, parsed)[name] for name in names] == expected
    assert [score_text([passage(gold)], parsed)[name] for name in names] == expected
    links = score_links(gold, parsed, reporting=frozenset({"say"}))
    assert {score.link: score.wanted for score in links} == dict.fromkeys((score.link for score in links), 1)
    assert {score.link for score in links if not score.right} == lost


def test_missed_words_count_against_raw_text(read: Callable[[str], list[Sentence]]) -> None:
    gold = [surface_words(sentence) for sentence in read(TABLE)]
    vocab = spacy.blank("en").vocab
    whole = Doc(vocab, words=["Police", "said", "90", "boats", "were", "sunk."], heads=[1] * 6, deps=["dep"] * 6)
    figures = score_text([passage(gold)], [whole])
    assert figures["words"] == round(2 * 100 * 5 / (7 + 6), 2)
    assert figures["sentences"] == 100
    assert figures["UPOS"] == 0


def test_passage_spaces_sentences_and_keeps_places() -> None:
    stop = (Word(form="Stop", lemma="stop", upos="VERB", head=0, relation="root", space_after=False),)
    piece = passage([stop, stop])
    assert piece.text == "Stop Stop "
    assert [word.characters for word in piece.words] == [(0, 4), (5, 9)]
    assert all(word.opens and word.head == word.characters for word in piece.words)


def test_relations_are_listed_by_number(read: Callable[[str], list[Sentence]]) -> None:
    sentences = read(TABLE)
    scores = score_relations([sentences[0].words], [_changed(sentences[0], [(2, 3, "det")])])
    rows = {score.relation: (score.gold, score.precision, score.recall, score.f1) for score in scores}
    assert rows["nsubj"] == (1, 100, 100, 100)
    assert rows["nummod"] == (1, 0, 0, 0)


def test_blank_doc_tells_words_only(read: Callable[[str], list[Sentence]]) -> None:
    doc = blank_doc(spacy.blank("en").vocab, read(TABLE)[0].words)
    assert doc.text_with_ws == "Police said 90 boats were sunk. "
    assert not any(token.dep_ or token.pos_ for token in doc)
    assert [token.is_sent_start for token in doc] == [True] + [False] * 6
