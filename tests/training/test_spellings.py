"""How treebanks usually write their words."""

from __future__ import annotations

import pytest
from training.conllu import Sentence, Word
from training.spellings import usual_spellings


def sentence(text: str, feats: str = "") -> Sentence:
    """A sentence of these words, without a tree."""
    forms = text.split()
    words = (Word(form=f, lemma=f.lower(), upos="X", feats=feats, head=i, relation="dep") for i, f in enumerate(forms))
    return Sentence(name="s", words=tuple(words))


ROWS = [
    (["The old river rose ."], ["old", "river", "rose"], "an opening proves nothing"),
    (["they saw Danube water", "they left Danube water"], ["Danube", "left", "saw", "they", "water"], "a name"),
    (["they saw Danube water"], ["saw", "they", "water"], "a name written once stays out"),
    (["a grey street ran", "at Oak Street it was dark"], ["at", "dark", "grey", "it", "ran", "street", "was"], "both"),
    (["THE RIVER ROSE FAST"], [], "a title"),
    (["they met UNHCRX here", "they met UNHCRX here"], ["here", "met", "they"], "too long for an acronym"),
    (["they met NATO here", "they met NATO here"], ["NATO", "here", "met", "they"], "an acronym"),
]


@pytest.mark.parametrize(("texts", "expected", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_usual_spellings(texts, expected, why):
    assert usual_spellings(map(sentence, texts)) == expected, why


def test_typing_errors_are_left_out():
    assert usual_spellings([sentence("they saww it", feats="Typo=Yes")]) == []
