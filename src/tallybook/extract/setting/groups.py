"""The country or people that the counted belong to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tallybook.extract.counted import Number
from tallybook.extract.events import OTHER, Befallen
from tallybook.extract.setting.found import Found
from tallybook.extract.setting.losers import loser_of
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Claim, Sentence, Token
from tallybook.registry import Registry

_MOVED = frozenset({"deployed", "withdrawn", "supplied", "launched", "recruited", "strength", "in training"})
"""Events whose subject is the side that the counted belong to."""
_DISPOSED = _MOVED | {OTHER}
"""Events whose subject, where a body is named there, disposes of the counted: "Kessler will cut 7,200 jobs"."""
_OF_FORCES = _MOVED | {"killed or wounded", "captured", "returned to duty"}
"""Events that befall armed people, whose side a later "the troops" keeps."""
_BELONGED_TO = frozenset({"armed group", "company"})
_NOT_COUNTS = frozenset({"money", "share"})
_PARTING_MARKS = ",;:(—–"
_REACH = 900
"""Characters back to the claim whose group "the troops" still means."""


def read_group(number: Number, befallen: Befallen, origin: str | None) -> Found | None:
    """Whose the counted are.

    The country, people or body named at the noun; the one who lost, sent, supplied or launched them; for "its soldiers"
    the side of the `origin` that says so.
    """
    for noun in _nouns(number):
        found = _named_at(noun, number.sentence, number.words)
        if found:
            return found
    loser = loser_of(number, befallen)
    if loser is not None:
        return _side(loser, number, origin)
    return _actor(number, befallen, origin) or _owner_speaking(number, origin) or _home(number)


def _home(number: Number) -> Found | None:
    """ "38 came from Guinea": the country that the counted come from."""
    sentence, lexicon = number.sentence, number.words.lexicon
    verb = sentence.head(number.counted.anchor)
    if verb is None or number.counted.anchor.dep != "nsubj":
        return None
    homes = [verb] if verb.lemma not in lexicon.places.coming else list(sentence.children(verb, "obl"))
    for home in homes:
        if any(c.lower in lexicon.places.origins for c in sentence.children(home, "case")):
            return _countries((home,), sentence, number.words.registry)
    return None


def _actor(number: Number, befallen: Befallen, origin: str | None) -> Found | None:
    """The country or body that the event's verb has for its subject; for "it" and "we" the side that says so."""
    if befallen.verb is None or befallen.event not in _DISPOSED:
        return None
    if befallen.event == OTHER and befallen.verb.lemma in number.words.lexicon.events.toll_verbs:
        return None  # who puts a number does not own what it counts
    subject = _acting(befallen.verb, number)
    if subject is None or subject.index == number.counted.anchor.index:
        return None
    if origin is not None and subject.lower in number.words.lexicon.speech.collective:
        return _speaking(subject, origin, number.words)
    country = _acting_country(subject, number.sentence, number.words.registry)
    return country or _body(subject, number.sentence, number.words)


def _side(loser: Token, number: Number, origin: str | None) -> Found | None:
    """The side that a subject names ("Kenya's army", "the army of Kenya"); for "it", "its forces" the origin's."""
    speech, sentence = number.words.lexicon.speech, number.sentence
    if origin is not None and loser.lower in speech.collective:
        return _speaking(loser, origin, number.words)
    before = [t for t in sentence.subtree(loser) if t.index < loser.index and t.text not in _PARTING_MARKS]
    owner = _countries((*before, loser), sentence, number.words.registry)
    return owner or _named_at(loser, sentence, number.words) or _owned_by_speaker(loser, number, origin)


def _owner_speaking(number: Number, origin: str | None) -> Found | None:
    """ "168 of its servicemen": the side of the one who says so, or that body itself."""
    nouns = (noun for noun in (number.counted.noun, number.counted.anchor) if noun is not None)
    found = (_owned_by_speaker(noun, number, origin) for noun in nouns)
    return next((owner for owner in found if owner), None)


def _owned_by_speaker(noun: Token, number: Number, origin: str | None) -> Found | None:
    possessives = number.words.lexicon.speech.possessives
    owners = (c for c in number.sentence.children(noun, "nmod", "det") if c.lower in possessives)
    owner = next(owners, None)
    return _speaking(owner, origin, number.words) if owner is not None and origin is not None else None


def _speaking(pronoun: Token, origin: str, words: Vocabulary) -> Found | None:
    """The side of the one who says "we" or "its", or that body itself."""
    owner = words.registry.side_of(origin) or origin
    return (owner, (pronoun.span,)) if owner[:1].isupper() else None


def _nouns(number: Number) -> Iterator[Token]:
    """The nouns at which a group may be named: the counted, what stands for it, its toll, what it makes up."""
    counted, sentence = number.counted, number.sentence
    for noun in (counted.noun, counted.anchor, counted.toll):
        if noun is not None and noun.pos != "NUM":
            yield noun
    verb = sentence.head(counted.anchor)
    held = sentence.head(verb) if verb is not None and verb.lemma in number.words.lexicon.counted.holders else None
    if held is not None:
        yield held


def _named_at(noun: Token, sentence: Sentence, words: Vocabulary) -> Found | None:
    """A country in the noun phrase: "North Korean soldiers", "Russian and North Korean troops", "the army of Kenya"."""
    stretches = [
        _modified(noun, sentence, words),
        *(_unbroken(sentence.subtree(c)) for c in _owners(noun, sentence, words)),
    ]
    found = (_countries(tokens, sentence, words.registry) for tokens in stretches)
    return next((named for named in found if named), None)


def _modified(noun: Token, sentence: Sentence, words: Vocabulary) -> tuple[Token, ...]:
    """A noun with the modifiers before it; none before a verb of tolls that was taken for a noun ("lowers toll")."""
    start = noun.index
    while start > 0 and _modifies(sentence.tokens[start - 1]):
        if sentence.tokens[start - 1].lemma in words.lexicon.events.toll_verbs:
            break
        start -= 1
    return sentence.tokens[start : noun.index + 1]


def _modifies(token: Token) -> bool:
    return token.pos in ("ADJ", "PROPN", "NOUN", "CCONJ", "PART") or token.text == "-"


def _owners(noun: Token, sentence: Sentence, words: Vocabulary) -> Iterator[Token]:
    """The nouns behind an "of"."""
    for child in sentence.children(noun, "nmod"):
        cases = {c.lower for c in sentence.children(child, "case")}
        if child.index > noun.index and cases & words.lexicon.text.partitives:
            yield child


def _unbroken(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens before the first comma, gap or further preposition."""
    for end, (one, other) in enumerate(pairwise(tokens), start=1):
        if other.text in _PARTING_MARKS or other.pos == "ADP" or other.index != one.index + 1:
            return tokens[:end]
    return tokens


def _countries(tokens: tuple[Token, ...], sentence: Sentence, registry: Registry) -> Found | None:
    span = sentence.span_of(tokens)
    phrase = span.shifted(-sentence.span.start).of(sentence.text)
    mentions = registry.countries_in(phrase)
    names = list(dict.fromkeys(m.country for m in mentions))
    if names:
        return " and ".join(names), tuple(m.span.shifted(span.start) for m in mentions)
    return _people(tokens, sentence, registry)


def _people(tokens: tuple[Token, ...], sentence: Sentence, registry: Registry) -> Found | None:
    """A people or an armed group among the capitalised words: "Rohingya refugees", "Wagner Group fighters"."""
    names = [t for t in tokens if t.text[:1].isupper()]
    for start in range(len(names)):
        for end in range(len(names), start, -1):
            span = sentence.span_of(names[start:end])
            shown = span.shifted(-sentence.span.start).of(sentence.text)
            source = registry.find_source(shown)
            name = source.name if source is not None and source.kind in _BELONGED_TO else registry.group_named(shown)
            if name is not None:
                return name, (span,)
    return None


def _acting(verb: Token, number: Number) -> Token | None:
    """The subject of an active verb, or of the verb that it completes or continues."""
    sentence = number.sentence
    node: Token | None = verb
    while node is not None:
        subject = next((s for s in sentence.children(node, "nsubj") if not s.passive), None)
        if subject is not None:
            return subject
        node = sentence.head(node) if node.dep in ("xcomp", "conj", "advcl") else None
    return None


def _acting_country(subject: Token, sentence: Sentence, registry: Registry) -> Found | None:
    modifiers = sentence.children(subject, "compound", "amod", "flat")
    return _countries((*(c for c in modifiers if c.index < subject.index), subject), sentence, registry)


def _body(subject: Token, sentence: Sentence, words: Vocabulary) -> Found | None:
    """A company, agency or union that a subject names."""
    name = _proper_run(subject, sentence)
    if not name:
        return None
    span = sentence.span_of(name)
    shown = " ".join(span.shifted(-sentence.span.start).of(sentence.text).split())
    registry = words.registry
    if registry.place_named(shown) or registry.person_named(shown):
        return None
    return registry.canonical_name(shown) or shown, (span,)


def _proper_run(token: Token, sentence: Sentence) -> list[Token]:
    """The capitalised words around a name, without an article."""
    if token.pos != "PROPN":
        return []
    start, end = token.index, token.index + 1
    while start > 0 and sentence.tokens[start - 1].pos == "PROPN":
        start -= 1
    while end < len(sentence.tokens) and sentence.tokens[end].pos == "PROPN":
        end += 1
    return list(sentence.tokens[start:end])


def carried_group(number: Number, befallen: Befallen, earlier: Sequence[Claim]) -> str | None:
    """The group of the last claim nearby where the noun only points back ("the troops", "around 400 were killed").

    Losses of a side that is named are nobody else's, and of a company only the staff goes on, not "the officers".
    """
    counted, sentence, words = number.counted, number.sentence, number.words
    points_back = counted.noun is None or counted.noun.lemma in words.lexicon.events.forces
    if not points_back or counted.unit in _NOT_COUNTS or _has_other_loser(number, befallen):
        return None
    for claim in reversed(earlier):
        if sentence.span.start - claim.span.end > _REACH:
            return None
        if claim.group is not None and claim.quantity.unit not in _NOT_COUNTS and claim.event in _OF_FORCES:
            return claim.group if counted.noun is None or _has_forces(claim.group, words.registry) else None
    return None


def _has_other_loser(number: Number, befallen: Befallen) -> bool:
    """Whether the sentence says who lost them, by more than a pronoun: "the rebels lost 30 fighters"."""
    loser = loser_of(number, befallen)
    return loser is not None and loser.pos != "PRON"


def _has_forces(group: str, registry: Registry) -> bool:
    """Whether a group is no company, which has no soldiers or police."""
    source = registry.find_source(group)
    known = registry.countries_in(group) or registry.group_named(group)
    return bool(known) or (source is not None and source.kind != "company")
