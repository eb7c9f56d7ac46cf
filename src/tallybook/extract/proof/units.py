"""What is counted, derived from the word kept as its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tallybook.extract.counted import Sort
from tallybook.extract.proof.forms import forms_of, noun_forms
from tallybook.extract.proof.page import Page, within
from tallybook.extract.reasons import NO_NOUN
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Claim, Measure, QuantityMention, Span
from tallybook.quantity.nouns import singular

_OF_PERSONS = frozenset({"person", "household", "customer"})
_PARTS = re.compile(r"[,;:]\s")
_NEXT = re.compile(r"[ -](\w+)")
_BEHIND = 2
"""Words behind a number in which "-strong" makes whatever it counts persons."""


def why_not_unit(claim: Claim, mention: QuantityMention, page: Page) -> str | None:
    """Why the unit is not what the evidence says; None where it is."""
    unit, proof = claim.quantity.unit, claim.evidence.get("unit")
    if proof is None:
        return "no evidence"
    if not isinstance(proof, str) and any(not claim.sentence.covers(span) for span in proof):
        return "its words stand in another sentence"
    if mention.measure in (Measure.MONEY, Measure.SHARE):
        return _why_not_marked(claim, mention, page)
    if isinstance(proof, str):
        taken = claim.evidence.get("unit_from")
        inferred = proof == NO_NOUN and (unit == "person" if taken is None else _taken(claim, taken, page))
        return None if inferred else f"{unit!r} is inferred from nothing"
    told = _units_told(claim, proof, page) if len(proof) == 1 else frozenset()
    return None if unit in told else f"{page.shown(proof)} tells {_listed(told)}, not {unit!r}"


def _why_not_marked(claim: Claim, mention: QuantityMention, page: Page) -> str | None:
    """Money and shares are told by the number's own marks."""
    mark, proof = mention.unit_span or mention.core, claim.evidence["unit"]
    if claim.quantity.unit != mention.measure.value:
        return f"the number is {mention.measure.value}"
    same = not isinstance(proof, str) and within(proof[0], claim.sentence) == mark
    whole = "" if isinstance(proof, str) else " ".join(span.of(page.text) for span in proof[1:])
    return None if same and not is_small(whole, page.words) else "its words are not the mark of the number"


def _taken(claim: Claim, taken: object, page: Page) -> bool:
    """Whether an earlier number counts the same by the same words."""
    earlier = (c for c in page.claims if c.span.start < claim.span.start and c.quantity.unit == claim.quantity.unit)
    return any(taken == c.evidence.get("unit") for c in earlier)


def _units_told(claim: Claim, proof: tuple[Span, ...], page: Page) -> frozenset[str]:
    """The units that a word stands for where it is: its class, else person, else itself; a toll is one of persons."""
    span, words = proof[0], page.words
    word = span.of(page.text)
    if is_small(word, words) or _is_parted(claim, span, page):
        return frozenset()
    told = frozenset({"person"} if _is_strength(claim, page) else (*_units_of(word, words), *_of_phrase(span, page)))
    if _ends_people(span, page) or _is_entry(claim, span, page):
        told = frozenset({"person"})
    if (span.start < claim.span.start and is_toll(word, words)) or word.lower() in words.lexicon.events.tolls:
        told |= {"person"}
    told -= {"person"} if _is_behind_person(span, page) else set()
    return frozenset() if _is_modifier(span, told, page) else told


def _of_phrase(span: Span, page: Page) -> Iterator[str]:
    """The units of a noun with the one before it: "aerial vehicles", "artillery systems"."""
    words, before = page.words, page.before(span).split(" ")[-2:-1]
    for noun in noun_forms(span.of(page.text), words) if before and before[0].isalpha() else ():
        phrase = f"{before[0].lower()} {noun}"
        yield from (words.unit_of[phrase],) if phrase in words.unit_of else ()
        yield from (phrase,) if noun in words.lexicon.counted.generic else ()


def _ends_people(span: Span, page: Page) -> bool:
    """The "Lankans" of "Sri Lankans"."""
    before = page.before(span).split(" ")[-2:-1]
    return bool(before) and before[0][:1].isupper() and is_person(f"{before[0]} {span.of(page.text)}", page.words)


def _is_entry(claim: Claim, span: Span, page: Page) -> bool:
    """The "rescued" of a list of figures: "dead 1, rescued 15"."""
    word, text = span.of(page.text), page.words.lexicon.text
    told = any(form in page.words.frames_of for form in forms_of(word, page.words)[1:])
    return told and not word.lower().endswith(text.third_person) and page.text[span.end : claim.span.start] == " "


def is_small(word: str, words: Vocabulary) -> bool:
    """Whether a word only holds others together."""
    acronym = word.isupper() and len(word) > 1
    return not acronym and word.lower() in words.lexicon.quantity.names.function_words


def _units_of(word: str, words: Vocabulary) -> list[str]:
    return _classes(word, words) or [singular(word.lower(), words.lexicon)]


def _is_parted(claim: Claim, span: Span, page: Page) -> bool:
    """Whether a mark stands between a number and what seems to be counted behind it."""
    return _PARTS.search(page.text, claim.span.end, max(claim.span.end, span.start)) is not None


def _is_modifier(span: Span, told: frozenset[str], page: Page) -> bool:
    """The "death" of "death toll", the "rebel" of "rebel fighters"; "people" does not modify "dead" behind it."""
    following = _NEXT.match(page.text, span.end)
    if following is None or is_small(following[1], page.words):
        return False
    word, words = span.of(page.text), page.words
    if not word.istitle() and singular(word.lower(), words.lexicon) != word.lower():
        return False
    if following[1].lower() in words.adjective_event and not _is_adjective(word, words):
        return False
    if following[1].lower() in words.lexicon.counted.containers or is_toll(following[1], words):
        return True
    return not told.isdisjoint(_classes(following[1], words))


def _is_adjective(word: str, words: Vocabulary) -> bool:
    """Whether a word is the adjective of a country: "24 Russian dead"."""
    return word[:1].isupper() and singular(word.lower(), words.lexicon) == word.lower()


def _is_behind_person(span: Span, page: Page) -> bool:
    """The "dead" of "300 people dead", the "accused" of "people accused": the noun before it is counted."""
    before = page.before(span)
    word = before.split()[-1] if before.endswith(" ") else ""
    plain = word.islower() or page.words.registry.country_of(word) is not None
    several = word.isalpha() and plain and singular(word.lower(), page.words.lexicon) != word.lower()
    return several and is_person(word, page.words)


def is_toll(word: str, words: Vocabulary) -> bool:
    """Whether a word may carry a number that is not counted by it: "the toll", "deaths rose to"."""
    tables = (words.lexicon.events.tolls, words.noun_event, words.adjective_event)
    return any(form in table for form in noun_forms(word, words) for table in tables)


def is_counted_noun(word: str, words: Vocabulary) -> bool:
    """Whether a word is, as it stands, the plural of what is listed as counted."""
    return word.endswith("s") and bool(_classes(word, words))


def _classes(word: str, words: Vocabulary) -> list[str]:
    listed = [words.unit_of[form] for form in noun_forms(word, words) if form in words.unit_of]
    return listed[:1] or (["person"] if is_person(word, words) else [])


def is_person(word: str, words: Vocabulary) -> bool:
    """Whether a word names persons or a people."""
    if word[:1].isupper() and not word.isupper() and _is_people(word, words):
        return True
    return any(words.unit_of.get(form) == "person" or form in words.persons for form in noun_forms(word, words))


def _is_people(name: str, words: Vocabulary) -> bool:
    """Whether a word as a whole names a people, not a country."""
    mentions = words.registry.countries_in(name)
    return any(mention.relation != "name" and len(mention.span) == len(name) for mention in mentions)


def sort_of(word: str, words: Vocabulary) -> Sort:
    """What the frames of verbs take a counted word for."""
    forms = noun_forms(word, words)
    if any(form in words.lexicon.events.forces for form in forms):
        return "force"
    if not words.lexicon.counted.animals.isdisjoint(forms):
        return "animal"
    personal = is_person(word, words) or any(words.unit_of.get(form) in _OF_PERSONS for form in forms)
    return "person" if personal else "thing"


def _is_strength(claim: Claim, page: Page) -> bool:
    """ "A 3,000-strong reinforcement"."""
    behind = page.text[claim.span.end : claim.sentence.end].replace("-", " ").split()[:_BEHIND]
    return any(word.strip(".,").lower() in page.words.lexicon.counted.suffixes for word in behind)


def _listed(units: frozenset[str]) -> str:
    return " or ".join(sorted(repr(unit) for unit in units)) or "no unit"
