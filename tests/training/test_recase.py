"""Copies in other cases keep their trees."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from training.conllu import Sentence
from training.convert import surface_words
from training.recase import headlined, lowered
from training.templates import read_templates

TABLE = """
# sent_id = 1
1 The the DET 3 det
2 UN UN PROPN 3 compound
3 office office NOUN 4 nsubj
4 counted count VERB 0 root
5 40 40 NUM 6 nummod
6 boats boat NOUN 4 obj
7 in in ADP 8 case
8 May May PROPN 4 obl SpaceAfter=No
9 . . PUNCT 4 punct
"""
Read = Callable[[str], list[Sentence]]


def _text(sentence: Sentence) -> str:
    return "".join(word.form + " " * word.space_after for word in surface_words(sentence)).rstrip()


def test_small_letters(read: Read) -> None:
    assert [_text(s) for s in lowered(read(TABLE), share=1)] == ["The un office counted 40 boats in may."]


def test_title_case(read: Read) -> None:
    assert [_text(s) for s in headlined(read(TABLE), share=1)] == ["The UN Office Counted 40 Boats in May."]


def test_words_written_as_one_stay_one(read: Read) -> None:
    sentences = read("# sent_id = 1\n1-2 DON'T _ _ _ _\n1 DO do AUX 0 root\n2 N'T not PART 1 advmod\n")
    assert [_text(s) for s in lowered(sentences, share=1)] == ["Don't"]


@pytest.mark.parametrize("recased", [lowered, headlined])
def test_trees_and_lemmas_stay(recased: Callable[..., object]) -> None:
    templates = read_templates()
    copies = list(recased(templates, share=1))  # type: ignore[call-overload]
    for old, new in zip(templates, copies, strict=True):
        assert [(w.head, w.relation, w.lemma) for w in old.words] == [(w.head, w.relation, w.lemma) for w in new.words]
        assert new.opens_document


def test_a_share_is_drawn_the_same_each_time() -> None:
    templates = read_templates()
    drawn = [s.name for s in lowered(templates, share=0.3)]
    assert 0 < len(drawn) < len(templates)
    assert drawn == [s.name for s in lowered(templates, share=0.3)]
