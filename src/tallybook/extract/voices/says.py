"""Speakers before or behind a verb of saying: "the ministry said", "…,” said the mayor"."""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.extract.subjects import subject_phrase
from tallybook.extract.vocabulary import Vocabulary
from tallybook.extract.voices.apart import stands_apart
from tallybook.extract.voices.listeners import read_listeners
from tallybook.extract.voices.open_verbs import is_taken_for_noun, tells_openly
from tallybook.extract.voices.scope import closes, scope_beyond, scope_of
from tallybook.extract.voices.speakers import can_speak, is_report
from tallybook.extract.voices.tellers import teller_of
from tallybook.extract.voices.voice import Speaker, Voice
from tallybook.model import Sentence, Token

_SHORTEST_CLAUSE = 2
"""Tokens before a verb that closes its sentence."""


def read_says(sentence: Sentence, words: Vocabulary) -> Iterator[Voice]:
    """The voices of the verbs of saying, each with those who were told."""
    speech = words.lexicon.speech
    for verb in sentence.tokens:
        if (
            verb.pos != "VERB"
            and verb.dep != "root"
            and not (verb.lemma in speech.verbs or verb.lemma in speech.clausal_verbs)
        ):
            continue
        speaker = _speaker(verb, sentence, words)
        if speaker is None:
            continue
        scope = scope_of(verb, speaker, sentence, words, apart=stands_apart(verb, sentence, words))
        if scope:
            told = tuple(read_listeners(verb, sentence, words))
            yield Voice(speaker, "says", verb.span, scope, told, scope_beyond(verb, speaker, sentence, words) - scope)


def _speaker(verb: Token, sentence: Sentence, words: Vocabulary) -> Speaker | None:
    if not _can_tell(verb, sentence, words):
        return None
    speaker = teller_of(verb, sentence, words)
    speech = words.lexicon.speech
    weak = verb.lemma not in speech.verbs or verb.lemma in speech.weak_verbs
    if speaker is None or not can_speak(speaker.head, words, weak=weak) or _is_supposed(verb, sentence, words):
        return None
    return speaker


def _can_tell(verb: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether a word tells by what it is, by what hangs on it, or by the marks around it."""
    speech = words.lexicon.speech
    if verb.lemma in speech.unparted_verbs and sentence.children(verb, "compound"):
        return False
    if stands_apart(verb, sentence, words):
        return True
    if verb.lemma in speech.verbs:
        return _is_verb(verb, sentence, words) and not _is_deed(verb, sentence, words)
    ways = (_speaks_of, tells_openly, _report_gives)
    return any(tells(verb, sentence, words) for tells in ways)


def _is_verb(token: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """A verb, or what a parser took for a noun at the end: "…, the Food Monitor projects"."""
    if token.pos in ("VERB", "AUX"):
        return not (words.is_progressive(token) and token.lemma in words.lexicon.modality.inferred)
    if token.pos != "NOUN":
        return False
    if is_taken_for_noun(token, sentence, words) or _heads_clause(token, sentence, words):
        return True
    return token.index > _SHORTEST_CLAUSE and (closes(token, sentence) or _ends_parenthesis(token, sentence, words))


def _ends_parenthesis(noun: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """ "…, the institute estimates, of whom …": an article and a noun of the speaker between two commas."""
    behind = sentence.tokens[noun.index + 1 : noun.index + 2]
    finite = noun.lower.endswith(words.lexicon.text.third_person)
    if not finite or not behind or behind[0].text != ",":
        return False
    phrase = subject_phrase(noun, sentence, words)
    return len(phrase) > 1 and phrase[0].pos == "DET" and sentence.tokens[phrase[0].index - 1].text == ","


def _is_deed(verb: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """ "Divers found 30 bodies", "the clinic admitted 30 patients": done rather than told."""
    speech, tolls = words.lexicon.speech, words.lexicon.events.tolls
    if verb.lemma not in speech.deed_verbs or sentence.children(verb, "ccomp", "xcomp"):
        return False
    if any(is_report(subject, sentence, words) for subject in sentence.children(verb, "nsubj")):
        return False
    objects = sentence.children(verb, "obj")
    happened = (words.noun_event.keys() | frozenset(tolls)) - words.persons - words.unit_of.keys()
    told = speech.reports | happened
    return bool(objects) and not any(noun.lemma in told or sentence.children(noun, "acl") for noun in objects)


def _speaks_of(verb: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """ "The governor spoke of 12,000 dead"."""
    behind = sentence.tokens[verb.index + 1 : verb.index + 2]
    speaks = verb.pos == "VERB" and verb.lemma in words.lexicon.speech.speaking_of
    return speaks and bool(behind) and behind[0].lower in words.lexicon.speech.reckoned_of


def _report_gives(verb: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """ "The count by the radio network gave the incumbent a third"."""
    if verb.lemma not in words.lexicon.speech.report_verbs or verb.pos != "VERB":
        return False
    return any(is_report(subject, sentence, words) for subject in sentence.children(verb, "nsubj"))


def _heads_clause(noun: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """ "The monitor projects …", "Police in Lyon confirm 17 arrests": a subject hangs on it, and no form of "be"."""
    finite = noun.lower.endswith(words.lexicon.text.third_person)
    governs = noun.lower == noun.lemma and bool(sentence.children(noun, "obj", "ccomp"))
    subject = sentence.children(noun, "nsubj") and not sentence.children(noun, "cop")
    return bool(subject) and ((noun.dep == "root" and finite) or (noun.dep in ("root", "parataxis") and governs))


def _is_supposed(verb: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """ "Skeptics might argue": nobody has said it."""
    helpers = {c.lower for c in sentence.children(verb, "aux")}
    return bool(helpers & (words.lexicon.modality.expected | words.lexicon.modality.projected))
