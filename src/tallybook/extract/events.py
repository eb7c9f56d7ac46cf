"""What befell the counted: verb frames over the parse, nouns and adjectives of events, and a window where the parse fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from tallybook.extract.counted import Counted, Sort
from tallybook.extract.parts import whole_first
from tallybook.extract.vocabulary import Vocabulary
from tallybook.lexicon.schema import EventFrame
from tallybook.model import Measure, QuantityMention, Sentence, Span, Token

OTHER = "other"
_STRONG_NOUN_EVENTS = frozenset({"killed", "wounded", "killed or wounded", "infected", "hospitalized"})
_ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl", "csubj", "xcomp", "ccomp", "dep", "nmod"})
_WINDOW = 9


Finder = Callable[[Counted, QuantityMention, Sentence, Vocabulary], "Befallen | None"]
_EVENTS_OF_MEASURE = {Measure.MONEY: frozenset({"supplied"})}
"""Money is supplied or nothing that has a name here; a count may befall anything."""


@dataclass(frozen=True, slots=True)
class Befallen:
    """The event, the word that proves it, and the verb that governs it (for modality and time)."""

    event: str
    proof: Span | None
    verb: Token | None


def read_event(counted: Counted, mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> Befallen:
    """The event of a counted noun; `other` with the governing verb where no known event is told."""
    whole = _is_whole(counted, mention, sentence) or whole_first(mention, sentence, words)
    for find in _FINDERS_OF_WHOLES if whole else _FINDERS:
        found = find(counted, mention, sentence, words)
        if found is not None and found.event in _EVENTS_OF_MEASURE.get(mention.measure, (found.event,)):
            return found
    verb = next((t for t in sentence.ancestors(counted.anchor) if t.pos == "VERB"), None)
    return Befallen(OTHER, verb.span if verb else None, verb)


def _is_whole(counted: Counted, mention: QuantityMention, sentence: Sentence) -> bool:
    """The second number of "62 of the 87 drones": what is said by its own clause tells its event."""
    head = sentence.head(counted.noun) if counted.noun is not None else None
    return head is not None and head.pos == "NUM" and head.span.end <= mention.span.start


def _of_both_casualties(
    counted: Counted, mention: QuantityMention, sentence: Sentence, words: Vocabulary
) -> Befallen | None:
    """ "killed or wounded", "dead and injured" told of one number."""
    found: list[Token] = []
    for token in _clause_after(mention, sentence):
        event = _casualty(token, words)
        if (
            event is None
            and not found
            and token.pos in _BREAKS
            and token.lemma not in words.lexicon.events.light_verbs
            and token.lower != "them"
        ):
            return None
        if event and (not found or token.index - found[-1].index == 2):
            found.append(token)
    events = {_casualty(t, words) for t in found}
    union = next((name for name, parts in _UNIONS.items() if events == parts), None)
    if len(found) < 2 or union is None:
        return None
    if any(t.pos == "NUM" for t in sentence.tokens[found[0].index : found[-1].index]):
        return None
    return Befallen(union, sentence.span_of(found[:2]), found[0])


_UNIONS = {
    "killed or wounded": frozenset({"killed", "wounded"}),
    "killed or missing": frozenset({"killed", "missing"}),
}


def _state_behind(counted: Counted, mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> Befallen | None:
    """A state right behind a number without a noun: "912 injured", "14 dead"."""
    behind = next((t for t in sentence.tokens if t.span.start >= mention.span.end), None)
    if counted.noun is not None or behind is None:
        return None
    found = _adjective(behind, words)
    return Befallen(found[0], behind.span, behind) if found else None


def _phrase_behind(
    counted: Counted, mention: QuantityMention, sentence: Sentence, words: Vocabulary
) -> Befallen | None:
    """A fixed phrase in the clause behind the number: "112 people are behind bars", "58 are back on duty"."""
    tokens = _clause_after(mention, sentence)
    lowered = [t.lower for t in tokens]
    for phrase, event in words.lexicon.events.phrases.items():
        parts = phrase.split()
        for start in range(len(lowered) - len(parts) + 1):
            if lowered[start : start + len(parts)] == parts and "," not in lowered[:start]:
                return Befallen(event, sentence.span_of(tokens[start : start + len(parts)]), tokens[start])
    return None


def _verb_before(counted: Counted, mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> Befallen | None:
    """A verb of events right before the number: "killing 31", "wounded at least eight", "displaced 1,900"."""
    before = [t for t in sentence.tokens if t.span.end <= mention.span.start][-1:]
    if not before or before[0].pos not in ("VERB", "ADJ", "NOUN", "PROPN") or before[0].lower == before[0].lemma:
        return None
    verb = before[0]
    if sentence.children(verb, "aux", "cop") and _is_passive(verb, sentence):
        return None
    event = _framed(verb, "object", counted.sort, counted.noun, sentence, words)
    return Befallen(event, verb.span, verb) if event else None


def _casualty(token: Token, words: Vocabulary) -> str | None:
    event = words.adjective_event.get(token.lower) or words.noun_event.get(token.lemma)
    if event is None:
        event = next((f.event for f in words.frames_of.get(token.lemma, ()) if f.side == "object" and not f.to), None)
    return event if event in ("killed", "wounded", "missing") else None


def _of_toll(counted: Counted, mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> Befallen | None:
    toll = counted.toll
    if toll is None:
        return None
    verb = next((t for t in sentence.ancestors(counted.anchor) if t.pos == "VERB"), None)
    inner = counted.noun
    if inner is not None:
        told = _told_of(inner, sentence, words, counted.sort) or _noun_event(inner, words)
        if told:
            return Befallen(told[0], told[1].span, verb)
    told = _told_of(toll, sentence, words, "person")
    if told:
        return Befallen(told[0], told[1].span, verb)
    modifiers = [c for c in sentence.children(toll) if c.dep in ("compound", "amod", "nmod")]
    for modifier in modifiers:
        found = _noun_event(modifier, words) or _adjective(modifier, words)
        if found:
            return Befallen(found[0], modifier.span.joined(toll.span) if _near(modifier, toll) else modifier.span, verb)
    event = words.noun_event.get(toll.lemma) or words.lexicon.events.tolls.get(toll.lemma)
    return Befallen(event, toll.span, verb) if event else None


def _near(a: Token, b: Token) -> bool:
    return abs(a.index - b.index) == 1


def _strong_noun(counted: Counted, mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> Befallen | None:
    noun = counted.noun
    found = _noun_event(noun, words) if noun is not None else None
    if noun is None or found is None or found[0] not in _STRONG_NOUN_EVENTS:
        return None
    if (
        words.unit_of.get(noun.lemma) == "person"
        and noun.lemma in ("body", "corpse", "life", "case")
        and found[0] == "killed"
    ):
        return None
    verb = next((t for t in sentence.ancestors(noun) if t.pos == "VERB"), None)
    return Befallen(found[0], noun.span, verb)


def _weak_noun(counted: Counted, mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> Befallen | None:
    """The event that the counted noun itself tells, or the noun it hangs on ("the arrest of 15 people")."""
    noun = counted.noun
    verb = next((t for t in sentence.ancestors(counted.anchor) if t.pos == "VERB"), None)
    if noun is not None and _does_something_else(counted, sentence, words):
        return None
    if noun is not None:
        found = _told_of(noun, sentence, words, counted.sort) or _noun_event(noun, words)
        if found:
            return Befallen(found[0], found[1].span, verb)
    head = sentence.head(counted.anchor)
    if head is not None and counted.anchor.dep == "nmod":
        found = _noun_event(head, words)
        if found:
            return Befallen(found[0], head.span, verb)
    return None


def _does_something_else(counted: Counted, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether a verb that is no known event, and no light verb, tells of the counted: "500 recruits have deserted"."""
    verb = sentence.head(counted.anchor)
    if verb is None or verb.pos != "VERB" or counted.anchor.dep not in ("nsubj", "obj"):
        return False
    listed = words.lexicon.events
    return (
        verb.lemma not in listed.light_verbs
        and verb.lemma not in listed.toll_verbs
        and verb.lemma not in words.lexicon.speech.verbs
    )


def _noun_event(noun: Token, words: Vocabulary) -> tuple[str, Token] | None:
    event = words.noun_event.get(noun.lemma) or words.noun_event.get(noun.lower)
    return (event, noun) if event else None


def _adjective(token: Token, words: Vocabulary) -> tuple[str, Token] | None:
    event = words.adjective_event.get(token.lower)
    return (event, token) if event else None


def _told_of(noun: Token, sentence: Sentence, words: Vocabulary, sort: Sort) -> tuple[str, Token] | None:
    """An adjective or participle that stands by a noun: "300 wounded soldiers", "people displaced by floods", "97 people aboard"."""
    following = sentence.tokens[noun.index + 1 : noun.index + 2]
    if following and following[0].pos in ("ADP", "ADV", "ADJ") and _adjective(following[0], words):
        return _adjective(following[0], words)
    for child in sentence.children(noun, "amod", "acl", "compound"):
        found = _adjective(child, words)
        if found:
            return found
        if child.pos in ("VERB", "ADJ") and child.lemma not in words.lexicon.events.light_verbs:
            own = [c for c in sentence.children(child, "nsubj") if c.pos in ("NOUN", "PROPN") and not c.passive]
            side = "object" if own or (_participle(child) and not child.lower.endswith("ing")) else "subject"
            event = _framed(child, side, sort, noun, sentence, words)
            if event:
                return event, child
    return None


def _participle(verb: Token) -> bool:
    return verb.lower != verb.lemma and not verb.lower.endswith("s")


def _own_participle(
    counted: Counted, mention: QuantityMention, sentence: Sentence, words: Vocabulary
) -> Befallen | None:
    for token in (counted.noun, counted.anchor):
        if token is not None:
            found = _told_of(token, sentence, words, counted.sort)
            if found:
                return Befallen(found[0], found[1].span, found[1])
    return None


def _predicate(counted: Counted, mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> Befallen | None:
    """The nearest governing predicate that tells a known event of the counted noun or the noun that stands for it."""
    node = counted.anchor
    for governor, side in _governors(node, mention, sentence):
        found = _adjective(governor, words) if governor.pos != "VERB" or governor.lower in ("missing", "dead") else None
        if found:
            return Befallen(found[0], governor.span, governor)
        event = _framed(governor, side, counted.sort, counted.noun, sentence, words)
        if event:
            return Befallen(event, _proof(governor, sentence), governor)
        told = _complement(governor, side, counted, sentence, words)
        if told:
            return told
        if (
            governor.pos == "VERB"
            and governor.lemma not in words.lexicon.events.light_verbs | words.lexicon.events.bearing_verbs
        ):
            return None
    return None


def _governors(node: Token, mention: QuantityMention, sentence: Sentence) -> Iterator[tuple[Token, str]]:
    """The predicates above a noun with the side of each that the noun is on; conjuncts share their first's place."""
    while True:
        relation, passive = node.dep, node.passive
        head = sentence.head(node)
        if head is None:
            return
        if relation == "conj":
            node = head
            continue
        if relation in ("nsubj", "csubj"):
            yield head, "object" if passive or _is_passive(head, sentence) else "subject"
            return
        if relation in ("obj", "iobj"):
            yield head, "object"
            return
        if relation in ("acl", "advcl", "parataxis", "ccomp") or relation not in _ARGUMENTS:
            return
        if head.pos in ("VERB", "AUX"):
            cases = [c for c in sentence.children(node, "case") if not mention.span.covers(c.span)]
            bare = not cases and node.index < head.index and relation == "obl"
            place = "object" if _is_passive(head, sentence) else "subject"
            yield head, place if bare else "oblique"
            return
        node = head


def _is_passive(verb: Token, sentence: Sentence) -> bool:
    if any(c.passive for c in sentence.children(verb, "nsubj", "aux", "csubj")):
        return True
    head = sentence.head(verb)
    gapped = verb.dep == "conj" and _participle(verb) and not sentence.children(verb, "aux", "obj")
    return gapped and head is not None and head.pos == "VERB" and _is_passive(head, sentence)


def _framed(
    verb: Token, side: str, sort: Sort, noun: Token | None, sentence: Sentence, words: Vocabulary
) -> str | None:
    """The event of the first frame of a verb that fits; frames that name a companion word come before bare ones."""
    fallback = None
    for frame in words.frames_of.get(verb.lemma, ()):
        if side not in ("object", "subject") or frame.side not in (side, "both") or not _allowed(frame, sort, noun):
            continue
        if frame.particle and not _has_particle(verb, frame, sentence):
            continue
        if frame.to:
            if any(
                t.lemma in frame.to or t.lower in frame.to
                for t in _complements(verb, sentence)
                if not _is_within(t, noun, sentence)
            ):
                return frame.event
            continue
        if frame.particle or frame.nouns:
            return frame.event
        fallback = fallback or frame.event
    return fallback


def _has_particle(verb: Token, frame: EventFrame, sentence: Sentence) -> bool:
    """ "pulled out", "pulled 1,350 peacekeepers out of Congo"."""
    if any(c.lower in frame.particle for c in sentence.children(verb)):
        return True
    behind = sentence.tokens[verb.index + 1 : verb.index + 8]
    return any(
        one.lower in frame.particle and one.pos in ("ADP", "ADV") and other.pos == "ADP"
        for one, other in pairwise(behind)
    )


def _is_within(token: Token, noun: Token | None, sentence: Sentence) -> bool:
    """Whether a token is the counted noun or one that the counted noun hangs on."""
    return noun is not None and (
        token.index == noun.index or any(a.index == token.index for a in sentence.ancestors(noun))
    )


def _allowed(frame: EventFrame, sort: Sort, noun: Token | None) -> bool:
    if frame.nouns:
        return noun is not None and noun.lemma in frame.nouns
    if noun is None and sort == "person":
        return not frame.units or bool(frame.units - {"force", "money"})
    wanted = frame.units
    return not wanted or sort in wanted or (sort == "force" and "person" in wanted)


def _complements(verb: Token, sentence: Sentence) -> list[Token]:
    found: list[Token] = []
    for child in sentence.children(verb, "obl", "xcomp", "obj", "advmod", "nmod", "compound", "ccomp", "advcl"):
        found.append(child)
        found.extend(sentence.children(child))
        for grandchild in sentence.children(child, "nmod", "acl", "amod"):
            found.extend(sentence.children(grandchild))
    return found


def _complement(verb: Token, side: str, counted: Counted, sentence: Sentence, words: Vocabulary) -> Befallen | None:
    """What a light or raising verb says of its argument: "were reported missing", "were expected to follow", "suffered casualties"."""
    for child in sentence.children(verb, "xcomp", "obj", "ccomp", "advcl", "conj"):
        if child.index == counted.anchor.index or (child.span.start < counted.anchor.span.start and child.dep == "obj"):
            continue
        if child.dep == "obj" and side == "subject" and verb.lemma in words.lexicon.events.bearing_verbs:
            noun = _noun_event(child, words)
            if noun:
                return Befallen(noun[0], child.span, verb)
        if child.dep != "xcomp":
            continue
        adjective = _adjective(child, words)
        if adjective:
            return Befallen(adjective[0], child.span, verb)
        inner = "object" if _is_passive(child, sentence) or (side == "object" and _participle(child)) else "subject"
        event = _framed(child, inner, counted.sort, counted.noun, sentence, words)
        if event:
            return Befallen(event, _proof(child, sentence), child)
        deeper = _complement(child, "subject", counted, sentence, words)
        if deeper:
            return deeper
    return None


def _proof(verb: Token, sentence: Sentence) -> Span:
    particles = [c for c in sentence.children(verb, "compound") if c.index == verb.index + 1]
    return sentence.span_of([verb, *particles])


_BREAKS = frozenset({"VERB", "PRON"})


def _clause_after(mention: QuantityMention, sentence: Sentence) -> list[Token]:
    tokens: list[Token] = []
    for token in sentence.tokens:
        if token.span.start < mention.span.end:
            continue
        if token.text in ";:.—" or (token.pos == "NUM" and tokens) or len(tokens) > _WINDOW:
            break
        tokens.append(token)
    return tokens


def _window(counted: Counted, mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> Befallen | None:
    """Where the parse gives nothing: the next event word after the number in its clause, else a verb just before it."""
    if _does_something_else(counted, sentence, words):
        return None
    first = next(iter(_clause_after(mention, sentence)), None)
    if counted.noun is None and first is not None and first.lower == first.lemma:
        event = _framed(first, "subject", counted.sort, None, sentence, words)
        if event:
            return Befallen(event, first.span, first)
    for token in _clause_after(mention, sentence):
        if token.text == "," or token.lemma in words.lexicon.speech.verbs:
            break
        adjective = _adjective(token, words)
        if adjective:
            return Befallen(adjective[0], token.span, token)
        if token.pos in ("VERB", "ADJ") and _participle(token):
            for side in ("object", "subject"):
                event = _framed(token, side, counted.sort, counted.noun, sentence, words)
                if event:
                    return Befallen(event, token.span, token)
    before = [t for t in sentence.tokens if t.span.end <= mention.span.start][-4:]
    for token in reversed(before):
        if token.text in ",;:":
            return None
        if token.pos == "VERB":
            event = _framed(token, "object", counted.sort, counted.noun, sentence, words)
            return Befallen(event, token.span, token) if event else None
    return None


_FINDERS: tuple[Finder, ...] = (
    _of_both_casualties,
    _state_behind,
    _phrase_behind,
    _of_toll,
    _strong_noun,
    _verb_before,
    _predicate,
    _own_participle,
    _weak_noun,
    _window,
)
"""From the surest sign of an event to the weakest."""

_FINDERS_OF_WHOLES: tuple[Finder, ...] = (_own_participle, _strong_noun, _weak_noun)
"""The whole of "132 of the 151 aboard" is told by its own words, not by what befell the part."""
