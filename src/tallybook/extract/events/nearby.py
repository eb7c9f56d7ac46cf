"""Events told right beside a number, whatever the parse says."""

from __future__ import annotations

from tallybook.extract.counted import Number
from tallybook.extract.events.befallen import Befallen, told_by_state
from tallybook.extract.events.forms import is_passive
from tallybook.extract.events.frames import Argument, framed
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Token

_BREAKS = frozenset({"VERB", "PRON"})
_LIST_MARKS = ",;."
_CLAUSE_ENDS = ";:.—()"
_JOINED = 3
"""Two words and the conjunction between them."""
_LONGEST_ASIDE = 6
_WINDOW = 9
"""Tokens behind a number that are looked at."""
_UNIONS = {
    frozenset({"killed", "wounded"}): "killed or wounded",
    frozenset({"killed", "missing"}): "killed or missing",
}
_ENDS = frozenset({"killed", "missing", "displaced"})
"""Events that a bare verb tells of a number before it: "26 died", "300 fled"."""
_CASUALTIES = frozenset().union(*_UNIONS)


def clause_behind(number: Number) -> list[Token]:
    """The words behind a number up to a mark, the next number or the end of the window."""
    tokens: list[Token] = []
    for token in number.sentence.tokens:
        if token.span.start < number.mention.span.end:
            continue
        if token.text in _CLAUSE_ENDS or (token.pos == "NUM" and tokens) or len(tokens) > _WINDOW:
            break
        tokens.append(token)
    return tokens


def both_casualties(number: Number) -> Befallen | None:
    """ "killed or wounded", "dead and injured" told of one number, behind it or right before it."""
    for found in (_casualties_behind(number), _casualties_before(number), _casualties_of_toll(number)):
        union = _UNIONS.get(frozenset(_casualty(t, number.words) or "" for t in found))
        if len(found) == _JOINED - 1 and union is not None and not _has_number_between(found, number):
            if _is_outcome(found, number):
                return Befallen("killed", found[1].span, found[1])
            return Befallen(union, number.sentence.span_of(found), found[0])
    return None


def _is_outcome(found: list[Token], number: Number) -> bool:
    """ "shot and killed", "burned to death": the second word is what the first led to."""
    means, outcome = found
    if _casualty(means, number.words) != "wounded" or _casualty(outcome, number.words) != "killed":
        return False
    between = number.sentence.tokens[means.index + 1 : outcome.index]
    alternative = any(t.lower in number.words.lexicon.text.alternatives for t in between)
    return means.pos == "VERB" and not alternative


def _has_number_between(found: list[Token], number: Number) -> bool:
    return any(t.pos == "NUM" for t in number.sentence.tokens[found[0].index : found[-1].index])


def _casualties_before(number: Number) -> list[Token]:
    """Two casualty words joined by one between, right before a number: "killed or wounded at least 80"."""
    before = [t for t in number.sentence.tokens if t.span.end <= number.mention.span.start][-_JOINED:]
    if len(before) < _JOINED or before[1].pos != "CCONJ":
        return []
    return [t for t in (before[0], before[2]) if _casualty(t, number.words)]


def _casualties_of_toll(number: Number) -> list[Token]:
    """ "The number of people killed or missing has risen to 71": two casualty words joined between toll and number."""
    toll = number.counted.toll
    tokens = number.sentence.tokens[toll.index : number.counted.anchor.index] if toll is not None else ()
    for one, joint, other in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if joint.pos == "CCONJ" and _casualty(one, number.words) and _casualty(other, number.words):
            return [one, other]
    return []


def _casualties_behind(number: Number) -> list[Token]:
    """The first casualty word of the clause and those joined to it; none behind another verb."""
    found: list[Token] = []
    for token in clause_behind(number):
        if _casualty(token, number.words):
            if not found or (len(found) == 1 and token.index - found[-1].index == _JOINED - 1):
                found.append(token)
        elif not found and _breaks_off(token, number.words):
            return []
    return found


def _breaks_off(token: Token, words: Vocabulary) -> bool:
    events = words.lexicon.events
    return token.pos in _BREAKS and token.lemma not in events.light_verbs and token.lower not in events.resuming


def _casualty(token: Token, words: Vocabulary) -> str | None:
    event = words.adjective_event.get(token.lower) or words.noun_event.get(token.lemma)
    if event is None:
        bare = (f for f in words.frames_of.get(token.lemma, ()) if not (f.to or f.particle or f.nouns))
        event = next((f.event for f in bare), None)
    return event if event in _CASUALTIES else None


def state_behind(number: Number) -> Befallen | None:
    """A state or bare verb right behind a number without a noun: "912 injured", "14 dead", "26 died"."""
    behind = next((t for t in number.sentence.tokens if t.span.start >= number.mention.span.end), None)
    if number.counted.noun is not None or behind is None:
        return None
    found = told_by_state(behind, number.words)
    if found:
        return Befallen(found[0], behind.span, behind)
    if behind.pos != "VERB" or number.sentence.children(behind, "aux"):
        return None
    event = framed(behind, "subject", Argument.of(number.counted), number.sentence, number.words)
    event = event if event in _ENDS else _told_in_list(behind, number)
    return Befallen(event, behind.span, behind) if event else None


def _without_aside(before: list[Token], words: Vocabulary) -> list[Token]:
    """The words before a number without "it says" between commas right before it."""
    marks = [i for i, t in enumerate(before) if t.text == ","]
    if len(marks) < len(",,") or marks[-1] != len(before) - 1 or marks[-1] - marks[-2] > _LONGEST_ASIDE:
        return before
    aside = before[marks[-2] + 1 : marks[-1]]
    return before[: marks[-2]] if any(t.lemma in words.lexicon.speech.verbs for t in aside) else before


def _told_in_list(token: Token, number: Number) -> str | None:
    """A participle by itself in a list: "14 rebels killed, nine captured and 12 rifles seized"."""
    behind = number.sentence.tokens[token.index + 1 : token.index + 2]
    closed = not behind or behind[0].text in _LIST_MARKS or behind[0].pos == "CCONJ"
    if not closed or not number.words.is_participle(token):
        return None
    return framed(token, "object", Argument.of(number.counted), number.sentence, number.words)


def verb_before(number: Number) -> Befallen | None:
    """A verb of events right before the number: "killing 31", "wounded at least eight", "displaced 1,900"."""
    sentence, words = number.sentence, number.words
    before = _without_aside([t for t in sentence.tokens if t.span.end <= number.mention.span.start], words)[-2:]
    behind_particle = len(before) > 1 and before[-1].pos in ("ADV", "ADP") and before[0].pos == "VERB"
    verb = before[0] if behind_particle else next(reversed(before), None)
    if (
        verb is None
        or verb.pos not in ("VERB", "ADJ", "NOUN", "PROPN")
        or before[-1].lower in words.lexicon.text.agents
    ):
        return None
    if verb.lower == verb.lemma and not (verb.pos == "VERB" and sentence.children(verb, "nsubj")):
        return None
    if sentence.children(verb, "aux", "cop") and is_passive(verb, sentence, words):
        return None
    event = framed(verb, "object", Argument.of(number.counted), sentence, words)
    return Befallen(event, verb.span, verb) if event else None
