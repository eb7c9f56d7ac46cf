"""Numbers that are the value of a noun: "a death toll of 62", "the toll rose to 62", "put the number at 62"."""

from __future__ import annotations

from tallybook.extract.counted.counted import Counted
from tallybook.extract.counted.nouns import last_of_compound
from tallybook.extract.counted.sorts import is_person, sort_of, unit_of
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Sentence, Token

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "PRON"})
_TOLLS_OF_PERSONS = frozenset({"killed", "wounded", "infected", "killed or wounded"})
_TOLLS_OF_THINGS = frozenset({"supplied", "launched"})
_CLAUSE_ENDS = ";:“"
_SET_OFF = 3
"""Tokens from the comma before a number to the one behind it."""
_ENTRY_MARKS = frozenset(":–—-")
_VERB_REACH = 5
"""Tokens before a number in which the verb of tolls may stand."""
_PUT_REACH = 3
"""Tokens before a toll noun in which the verb that puts it at a value may stand."""


def toll_of(start: Token, sentence: Sentence, words: Vocabulary) -> Token | None:
    """The noun that carries the number that `start` is or hangs on."""
    if start.lemma in words.lexicon.events.tolls:
        return start
    return (
        _subject_toll(start, sentence, words)
        or _toll_above(start, sentence, words)
        or _toll_set_off(start, sentence, words)
        or _toll_before(start, sentence, words)
        or _toll_of_entry(start, sentence, words)
    )


def _carries(token: Token, words: Vocabulary) -> bool:
    return _is_toll(token, words) or token.lower in words.adjective_event


def _is_toll(token: Token, words: Vocabulary) -> bool:
    return token.lemma in words.lexicon.events.tolls or token.lemma in words.noun_event


def _subject_toll(start: Token, sentence: Sentence, words: Vocabulary) -> Token | None:
    """ "The toll was 62": the numeral is the predicate."""
    for subject in sentence.children(start, "nsubj"):
        if any(_carries(t, words) for t in (subject, *sentence.children(subject, "compound"))):
            return subject
    return None


def _toll_above(start: Token, sentence: Sentence, words: Vocabulary) -> Token | None:
    """The noun that the numeral hangs on, or another argument of the verb of tolls that it hangs on."""
    head = sentence.head(start)
    if head is None:
        return None
    if start.dep == "nmod" and head.span.start < start.span.start and _carries(head, words):
        return head
    verb = _toll_verb(start, head, sentence, words)
    above = {start.index, *(a.index for a in sentence.ancestors(start))}
    arguments = sentence.children(verb, "nsubj", "obj") if verb is not None else ()
    return next((a for a in arguments if _carries(a, words) and a.index not in above), None)


def _toll_verb(start: Token, head: Token, sentence: Sentence, words: Vocabulary) -> Token | None:
    """The verb that gives a toll its value: right before the number, or above it in the parse."""
    events = words.lexicon.events
    for token in reversed(sentence.tokens[max(0, start.index - _VERB_REACH) : start.index]):
        if token.lemma in events.toll_verbs and token.pos in ("VERB", "AUX"):
            return token
        if token.pos not in ("ADP", "ADV", "ADJ", "NUM", "DET") and token.lower not in events.toll_links:
            break
    above = (head, sentence.head(head))
    return next((verb for verb in above if verb is not None and verb.lemma in events.toll_verbs), None)


def _toll_before(start: Token, sentence: Sentence, words: Vocabulary) -> Token | None:
    """Where the parse does not link them: the toll noun of the clause before the number, a toll verb between."""
    verbs = words.lexicon.events.toll_verbs
    verb_seen = False
    for token in reversed(sentence.tokens[: start.index]):
        if token.text in _CLAUSE_ENDS or token.pos == "NUM" or token.lemma in words.lexicon.speech.cite:
            return None
        verb_seen = verb_seen or token.lemma in verbs
        put = any(t.lemma in verbs for t in sentence.tokens[max(0, token.index - _PUT_REACH) : token.index])
        if (verb_seen or put) and token.pos in ("NOUN", "PROPN") and _is_toll(token, words):
            return token
    return None


def _toll_set_off(start: Token, sentence: Sentence, words: Vocabulary) -> Token | None:
    """Where commas enclose the number: "the number of whales that we gave on Tuesday, 477, was wrong"."""
    around = sentence.tokens[start.index - 1 : start.index + 3] if start.index else ()
    if (
        len(around) <= _SET_OFF
        or around[0].text != ","
        or around[2].text != ","
        or around[3].pos not in ("AUX", "VERB")
    ):
        return None
    above = (around[_SET_OFF], sentence.head(around[_SET_OFF]))
    subjects = (s for verb in above if verb is not None for s in sentence.children(verb, "nsubj"))
    return next((s for s in subjects if s.index < start.index and _is_toll(s, words)), None)


def _toll_of_entry(start: Token, sentence: Sentence, words: Vocabulary) -> Token | None:
    """The toll before a colon or dash, as in a list of figures: "Small-boat arrivals this week: 1,194"."""
    mark = sentence.tokens[start.index - 1] if start.index else None
    if mark is None:
        return None
    if mark.text not in _ENTRY_MARKS:
        return mark if _is_entry(mark, start, sentence, words) else None
    for token in reversed(sentence.tokens[: mark.index]):
        if (token.pos in ("VERB", "AUX") and not _carries(token, words)) or token.text in _CLAUSE_ENDS:
            return None
        if _carries(token, words):
            return token
    return None


def _is_entry(state: Token, start: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether a state and a number stand by themselves between marks: "dead 1, missing 6, rescued 15"."""
    known = state.lower in words.adjective_event or (words.frames_of.get(state.lemma) and words.is_participle(state))
    before = sentence.tokens[state.index - 1 : state.index] if state.index else ()
    behind = sentence.tokens[start.index + 1 : start.index + 2]
    return bool(known) and all(t.pos == "PUNCT" for t in (*before, *behind))


def counted_by_toll(top: Token, toll: Token, sentence: Sentence, words: Vocabulary) -> Counted:
    """Of what the toll is: "the number of displaced people", otherwise persons."""
    inner = _noun_of_toll(top, toll, sentence, words)
    if inner is None and words.noun_event.get(toll.lemma) in _TOLLS_OF_THINGS:
        return Counted(top, None, None, "thing", toll)
    if inner is None and _tells_nothing(toll, sentence, words):
        return Counted(top, None, None, "person", toll)
    if inner is None or (_tells_of_persons(toll, sentence, words) and not is_person(inner, words)):
        return Counted(top, None, "person", "person", toll)
    return Counted(top, inner, unit_of(inner, words), sort_of(inner, words), toll)


def _state_before_verb(noun: Token, sentence: Sentence, words: Vocabulary) -> Token | None:
    """ "the number of injured stands at": the state before a verb of tolls that was taken for a noun."""
    if noun.lemma not in words.lexicon.events.toll_verbs:
        return None
    return next((c for c in sentence.children(noun, "amod") if c.lower in words.adjective_event), None)


def _tells_nothing(toll: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """ "the correct number", "the figure": a toll that leaves open what it counts."""
    if words.noun_event.get(toll.lemma) or words.lexicon.events.tolls.get(toll.lemma):
        return False
    modifiers = sentence.children(toll, "compound", "amod", "nmod", "acl")
    return not any(
        words.noun_event.get(m.lemma) or words.adjective_event.get(m.lower) or is_person(m, words) for m in modifiers
    )


def _noun_of_toll(top: Token, toll: Token, sentence: Sentence, words: Vocabulary) -> Token | None:
    for child in sentence.children(toll, "nmod"):
        cases = {c.lower for c in sentence.children(child, "case")}
        child = _state_before_verb(child, sentence, words) or child
        if child.index != top.index and child.pos in _NOMINAL and cases & words.lexicon.text.partitives:
            return child if child.lower in words.adjective_event else last_of_compound(child, sentence)
    return None


def _tells_of_persons(toll: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """ "death toll", "the toll": whatever it is a toll of, persons are counted."""
    named = [toll, *sentence.children(toll, "compound", "amod")]
    events = {words.noun_event.get(t.lemma) or words.lexicon.events.tolls.get(t.lemma) for t in named}
    return bool(events & _TOLLS_OF_PERSONS)
