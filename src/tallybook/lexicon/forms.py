"""The forms that words can take, by the endings of a lexicon."""

from __future__ import annotations

from collections.abc import Iterable

from tallybook.lexicon.schema import Lexicon


def forms_of(lemmas: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    """The lemmas with all forms that the endings make of them; also such as nobody writes."""
    text = lexicon.text
    listed = frozenset(lemmas)
    forms = set(listed)
    for lemma in listed:
        for ending, instead in (*text.endings, *text.plurals):
            if lemma.endswith(instead):
                forms.add(lemma.removesuffix(instead) + ending)
                forms.add(lemma + lemma[-1] + ending)
    return frozenset(forms | {form for form, lemma in text.irregular.items() if lemma in listed})


def phrase_forms(phrases: Iterable[str], lexicon: Lexicon) -> tuple[str, ...]:
    """Verbs with what belongs to them ("walk back") in all forms: the first word is inflected."""
    found = []
    for phrase in phrases:
        verb, *rest = phrase.split()
        found += [" ".join((form, *rest)) for form in sorted(forms_of([verb], lexicon))]
    return tuple(found)
