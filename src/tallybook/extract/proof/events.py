"""What befell the counted, derived from the words kept as its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from tallybook.extract.counted import Sort
from tallybook.extract.events import OTHER
from tallybook.extract.events.befallen import LOSSES_OF_THINGS
from tallybook.extract.events.frames import takes_sort
from tallybook.extract.events.idioms import GAP, idioms_of
from tallybook.extract.proof.forms import forms_of, noun_forms
from tallybook.extract.proof.page import Page
from tallybook.extract.proof.units import is_counted_noun, is_small, is_toll, sort_of
from tallybook.extract.reasons import AS_BEFORE, NO_EVENT, NOT_TOLD, SHARED
from tallybook.extract.vocabulary import Vocabulary
from tallybook.lexicon.schema import EventFrame, Lexicon
from tallybook.model import Claim, Span

_UNIONS = {
    frozenset({"killed", "wounded"}): "killed or wounded",
    frozenset({"killed", "missing"}): "killed or missing",
}
_REACH = 350
"""Characters back to a number that a bare one takes its event from."""
_PAIR = 2
STRENGTH = "strength"
SUPPLIED = "supplied"
_NEXT_WORD = re.compile(r" (\w+)")
_EDGES = ".,;:!?()[]\"“”‘’'"


Where = Literal["before", "behind", "around"]


@dataclass(frozen=True, slots=True)
class Argument:
    """What a verb is told of: the counted word, None where the number stands alone, and what the frames take it for."""

    word: str | None
    sort: Sort


def why_not_event(claim: Claim, page: Page) -> str | None:
    """Why the event is not what the evidence says; None where it is."""
    proof, taken = claim.evidence.get("event"), claim.evidence.get("event_from")
    if proof is None:
        return "no evidence"
    if proof in (AS_BEFORE, SHARED):
        return _why_not_taken(claim, taken, page)
    if taken is not None:
        return "taken over without a reason"
    if isinstance(proof, str) or claim.event == OTHER:
        inferred = proof in (NO_EVENT, NOT_TOLD) and claim.event == OTHER
        return None if inferred else f"{claim.event!r} is inferred from nothing"
    if not all(claim.sentence.covers(span) for span in proof):
        return "its words stand in another sentence"
    where = stands(proof[0], claim.span)
    told = events_told([span.of(page.text) for span in proof], arguments_of(claim, page), page.words, where)
    if claim.event in told:
        return None if _is_least(claim, proof, page) else f"{page.shown(proof)} are not the words that tell it"
    return f"{page.shown(proof)} tells {' or '.join(sorted(told)) or 'no event'}, not {claim.event}"


def _is_least(claim: Claim, proof: tuple[Span, ...], page: Page) -> bool:
    """Whether nothing less would do: no auxiliary for its verb, no companion that is not needed, or that is not near.

    So that words beside those that tell an event do not pass for them.
    """
    head, *others = proof
    words = page.words
    following = _NEXT_WORD.match(page.text, head.end)
    auxiliary = any(is_small(form, words) for form in forms_of(head.of(page.text), words))
    if auxiliary and following is not None and _tells(following[1], words):
        return False
    if not others:
        return True
    if len(others) > 1 or others[0].touches(head):
        return False
    where = stands(head, claim.span)
    alone = events_told([head.of(page.text)], arguments_of(claim, page), words, where)
    low, high = sorted((head, others[0]))
    between = page.text[low.end : high.start].split()
    nearer = (part.strip(_EDGES) for part in between)
    arguments = arguments_of(claim, page)
    return alone != {claim.event} and not any(
        claim.event in events_told([head.of(page.text), part], arguments, words, where) for part in nearer if part
    )


def _why_not_taken(claim: Claim, taken: object, page: Page) -> str | None:
    """Why no number nearby gives the event."""
    if taken is None:
        return None if claim.event == OTHER else "it is taken over from nothing"
    near = (c for c in page.claims if c.id != claim.id and c.event == claim.event and _is_near(c, claim))
    given = any(taken in (c.evidence.get("event"), c.evidence.get("event_from")) for c in near)
    return None if given else "no number beside it or before it tells that"


def _is_near(giver: Claim, claim: Claim) -> bool:
    if giver.sentence == claim.sentence or giver.id == claim.part_of:
        return True
    return 0 <= claim.sentence.start - giver.span.end <= _REACH


def arguments_of(claim: Claim, page: Page) -> tuple[Argument, ...]:
    """What the verbs of a claim's sentence may take its number for."""
    unit, proof = claim.quantity.unit, claim.evidence["unit"]
    if unit == "money":
        return (Argument(None, "money"),)
    spans = () if isinstance(proof, str) else proof[1:] if unit == "share" else proof
    personal = unit in ("share", "person", "household") or unit in page.words.lexicon.events.forces
    alone = Argument(None, "person" if personal else "thing")
    if not spans:
        return (alone,)
    word = spans[0].of(page.text)
    sort = sort_of(word, page.words)
    if unit == "household":
        return (Argument(word, "person"), Argument(word, "thing"))
    named = Argument(word, "thing" if sort == "person" and not personal else sort)
    carries = is_toll(word, page.words) or claim.evidence["event"] == spans
    return (named, alone) if spans[0].start < claim.span.start and carries else (named,)


def stands(told: Span, number: Span) -> Where:
    """Where words stand to a number."""
    return "before" if told.end <= number.start else "behind" if told.start >= number.end else "around"


def events_told(told: Sequence[str], arguments: Sequence[Argument], words: Vocabulary, where: Where) -> frozenset[str]:
    """The events that words tell of what is counted: by an idiom, as two casualties, by a noun, by the frame of a verb.

    `told` are the words of each span of evidence: the verb or noun, and the companions that narrow it.
    """
    if not told:
        return frozenset()
    parts = [[part.strip(_EDGES) for part in span.replace("-", " ").split()] for span in told]
    heads, companions = parts[0], [part for span in parts[1:] for part in span]
    if idiom := _by_idioms(heads, words, where):
        return idiom
    if not _is_trim(told[0], words):
        return frozenset()
    signs = frozenset(event for part in heads for event in _by_noun(part, words))
    if any(argument.sort == "thing" for argument in arguments):
        signs |= {LOSSES_OF_THINGS[event] for event in signs & LOSSES_OF_THINGS.keys()}
    verbs = [part for part in heads if not is_counted_noun(part, words)]  # "26 trucks" trucks nothing
    framed = frozenset(event for argument in arguments for event in _by_frames(verbs, companions, argument, words))
    kept = frozenset({STRENGTH} if any(_is_kept(heads, argument, words) for argument in arguments) else ())
    given = any(form in words.lexicon.events.giving_verbs for part in verbs for form in forms_of(part, words))
    both = _union(signs | framed)
    return both or framed | signs or kept or frozenset({SUPPLIED} if given else ())


def _by_idioms(heads: Sequence[str], words: Vocabulary, where: Where) -> frozenset[str]:
    """The events of the longest idiom whose words stand among these in its order, its first and last at their ends."""
    forms = [frozenset(forms_of(part, words)) for part in heads if part]
    if len(forms) < _PAIR:
        return frozenset()
    found: dict[int, set[str]] = {}
    opened = _idioms_by_opening(words.lexicon)
    for side, told, event in (idiom for form in forms[0] for idiom in opened.get(form, ())):
        if side == where and told[-1] in forms[-1] and _are_in_order(told, forms):
            found.setdefault(len(told), set()).add(event)
    return frozenset(found[max(found)]) if found else frozenset()


@cache
def _idioms_by_opening(lexicon: Lexicon) -> dict[str, list[tuple[Where, list[str], str]]]:
    """Where each idiom stands to its number, its words and its event, by the first of its words."""
    found: dict[str, list[tuple[Where, list[str], str]]] = {}
    for idiom in idioms_of(lexicon):
        told = [word for word in (*idiom.before, *idiom.behind) if word != GAP]
        side: Where = "around" if idiom.before and idiom.behind else "before" if idiom.before else "behind"
        found.setdefault(told[0], []).append((side, told, idiom.event))
    return found


def _are_in_order(told: Sequence[str], forms: Sequence[frozenset[str]]) -> bool:
    at = iter(forms)
    return all(any(word in form for form in at) for word in told)


def _is_kept(heads: Sequence[str], argument: Argument, words: Vocabulary) -> bool:
    """ "Has 12,000 troops"."""
    events = words.lexicon.events
    serving = events.forces | events.staff
    serves = argument.word is not None and not serving.isdisjoint(noun_forms(argument.word, words))
    return serves and any(form in events.keeping_verbs for part in heads for form in forms_of(part, words))


def _is_trim(told: str, words: Vocabulary) -> bool:
    """Whether every word tells something: two casualties, a toll with what it is of, a verb with its particle."""
    parts = told.split()
    if len(parts) == 1:
        return True
    if len(parts) > _PAIR:
        return all(_tells(part, words) for part in (parts[0], parts[-1]))
    if is_toll(parts[0], words) and is_toll(parts[1], words):
        return True
    led = words.lexicon.text.partitives | words.lexicon.places.prepositions
    led -= {word for frame in _frames(parts[0], words) for word in frame.particle}
    particle = parts[1].lower() not in led and not _tells(parts[1], words)
    return particle and not is_small(parts[0], words) and bool(_frames(parts[0], words))


def _tells(part: str, words: Vocabulary) -> bool:
    return not is_small(part, words) and (bool(_frames(part, words)) or is_toll(part, words))


def _frames(part: str, words: Vocabulary) -> list[EventFrame]:
    return [frame for form in forms_of(part, words) for frame in words.frames_of.get(form, ())]


def _union(told: frozenset[str]) -> frozenset[str]:
    """ "Killed or wounded" is one event."""
    return frozenset(union for pair, union in _UNIONS.items() if pair <= told)


def _by_noun(part: str, words: Vocabulary) -> Iterator[str]:
    events = words.lexicon.events
    tables = (words.noun_event, words.adjective_event, events.tolls)
    for form in noun_forms(part, words):
        yield from (event for table in tables if (event := table.get(form)) is not None)
        yield from (event for event, deeds in events.deeds.items() if form in deeds)
        yield from (SUPPLIED,) if form in events.aid else ()


def _by_frames(heads: Sequence[str], companions: Sequence[str], argument: Argument, words: Vocabulary) -> Iterator[str]:
    """For each word and side the first frame that fits with its companion, else the first that fits alone."""
    for at, part in enumerate(heads):
        beside = [*heads[:at], *heads[at + 1 :], *companions]
        for form in forms_of(part, words):
            fitting = [f for f in words.frames_of.get(form, ()) if _takes(f, argument, words)]
            narrow = [f for f in fitting if f.to or f.particle or f.nouns]
            led = [f for f in narrow if _has_companions(f, beside, words)]
            bare = [f for f in fitting if f not in narrow]
            for side in ("object", "subject"):
                first = next((f for f in (led or bare) if f.side in (side, "both")), None)
                yield from (first.event,) if first is not None else ()


def _takes(frame: EventFrame, argument: Argument, words: Vocabulary) -> bool:
    if frame.nouns:
        return argument.word is not None and any(form in frame.nouns for form in forms_of(argument.word, words))
    return takes_sort(frame, argument.sort, alone=argument.word is None)


def _has_companions(frame: EventFrame, beside: Sequence[str], words: Vocabulary) -> bool:
    return all(not needed or any(_is_one_of(part, needed, words) for part in beside) for needed in _needed(frame))


def _needed(frame: EventFrame) -> tuple[frozenset[str], frozenset[str]]:
    return frame.to, frame.particle


def _is_one_of(part: str, needed: frozenset[str], words: Vocabulary) -> bool:
    return any(form in needed for form in forms_of(part, words))
