"""The claim templates are trees, and stay trees when varied."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path

import pytest
from training.conllu import Sentence, Word
from training.convert import build_corpus
from training.templates import read_slots, read_templates, variants

TEMPLATES = read_templates()
SLOTS = read_slots()
VARIED = list(variants(TEMPLATES, SLOTS, count=4))
SOURCE = Path(__file__).parents[2] / "training" / "templates.conllu"


def _roots(words: tuple[Word, ...]) -> list[int]:
    return [i for i, word in enumerate(words) if word.head == i]


def _reaches(words: tuple[Word, ...], place: int, root: int) -> bool:
    """Whether the way up from a word ends at the root."""
    steps = 0
    while place != root and steps <= len(words):
        place, steps = words[place].head, steps + 1
    return place == root


def _crossings(words: tuple[Word, ...]) -> list[tuple[str, str]]:
    """Relations of the arcs that cross, in pairs."""
    arcs = [(*sorted((i, word.head)), word.relation) for i, word in enumerate(words) if word.head != i]
    return [(one[2], two[2]) for one in arcs for two in arcs if one[0] < two[0] < one[1] < two[1]]


# "450 employees had been dismissed, of whom …": a relative clause behind its sentence crosses it, and rightly.
EXTRAPOSED = {"5", "6"}
NAMED = [
    pytest.param(sentence, template.name, id=sentence.name)
    for template, sentence in zip(TEMPLATES * 5, [*TEMPLATES, *VARIED], strict=True)
]


@pytest.mark.parametrize("sentence", [*TEMPLATES, *VARIED], ids=lambda sentence: sentence.name)
def test_one_tree(sentence: Sentence) -> None:
    roots = _roots(sentence.words)
    assert len(roots) == 1
    assert sentence.words[roots[0]].relation == "root"
    assert all(_reaches(sentence.words, i, roots[0]) for i in range(len(sentence.words)))


@pytest.mark.parametrize(("sentence", "template"), NAMED)
def test_projective(sentence: Sentence, template: str) -> None:
    crossed = {relation for pair in _crossings(sentence.words) for relation in pair}
    assert ("acl:relcl" in crossed) if template in EXTRAPOSED else not crossed


def test_trees_spell_their_text() -> None:
    texts = re.findall(r"^# text = (.*)$", SOURCE.read_text(encoding="utf-8"), re.MULTILINE)
    spelt = ["".join(word.form + " " * word.space_after for word in template.words).rstrip() for template in TEMPLATES]
    assert spelt == texts


def test_first_variant_changes_only_numbers() -> None:
    for template, variant in zip(TEMPLATES, VARIED, strict=False):
        for old, new in zip(template.words, variant.words, strict=True):
            assert old == new or (old.upos == "NUM" and (old.head, old.relation) == (new.head, new.relation))


def test_later_variants_keep_kind_and_bring_origins() -> None:
    later = [sentence for sentence in VARIED if not sentence.name.startswith("t0")]
    assert {len(sentence.words) for sentence in later} > {len(template.words) for template in TEMPLATES}
    assert any(word.form in SLOTS.origins and word.relation == "amod" for s in later for word in s.words)
    years = sum(word.form == "2030" for template in TEMPLATES for word in template.words)
    assert sum(word.form == "2030" for sentence in later for word in sentence.words) == 3 * years == 3


def test_same_seed_same_variants() -> None:
    assert list(variants(TEMPLATES, SLOTS, count=4)) == VARIED
    assert list(islice(variants(TEMPLATES, SLOTS, count=4, seed=8), 20)) != VARIED[:20]


def test_words_stand_in_one_slot_only() -> None:
    words = [word for kind in SLOTS.kinds for word in kind]
    assert len(words) == len(set(words))
    assert set(SLOTS.lemmas) <= set(words)


def test_variants_become_documents() -> None:
    assert len(build_corpus([VARIED], group=8)) == -(-len(VARIED) // 8)
