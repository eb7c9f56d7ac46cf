"""The speaker of a verb of saying: the phrase right before it where that is clean, else the subject of the parse."""

from __future__ import annotations

from tallybook.extract.phrases import NOMINAL, head_from, preceding, words_of
from tallybook.extract.subjects import core_head, end_before, subject_phrase, without_whereabouts
from tallybook.extract.vocabulary import Vocabulary
from tallybook.extract.voices.apposed import apposed_before
from tallybook.extract.voices.scope import closes
from tallybook.extract.voices.speakers import can_speak, is_report, speaker_of, with_seat
from tallybook.extract.voices.voice import Speaker
from tallybook.model import Sentence, Token

_ATTRIBUTIVE = frozenset({"amod", "compound", "acl", "case"})
_MARKS_BETWEEN = frozenset({",", '"', "”", "’", "'"})
"""What may stand between the words said and their speaker."""
_QUOTES = frozenset({"”", '"', "’", "''"})
_TWO_MARKS = 2
_COMMAS = ",;"
_DASHES_AND_COMMAS = ",;—–"
_NAME_MARKS = "-–."
_LONGEST_NAME = 6
_LONGEST_SOURCE = 8


def teller_of(verb: Token, sentence: Sentence, words: Vocabulary) -> Speaker | None:
    """Who speaks by a verb; None where it has no subject, or one that is counted ("300 said")."""
    apposed = _apposed(verb, sentence, words)
    if apposed:
        return Speaker(words_of(apposed, sentence, words), sentence.span_of(apposed), apposed[0])
    source = _source_before(verb, sentence, words)
    if source:
        return Speaker(words_of(source, sentence, words), sentence.span_of(source), source[-1])
    phrase = _name_between_commas(verb, sentence, words) or _phrase_before(verb, sentence, words)
    if phrase:
        return _named_by(phrase, sentence, words)
    subject = _subject(verb, sentence, words)
    if subject is None or any(_counts(t) and t.index < subject.index for t in sentence.children(subject)):
        return None
    return speaker_of(subject, sentence, words)


def _counts(token: Token) -> bool:
    """Whether a token counts in digits; "9/11" is a name, "a 2014 study" says when."""
    year = token.dep != "nummod" and len(token.text) == len("2014") and token.text.isdigit()
    return token.text[:1].isdigit() and not year and not _is_name_in_digits(token)


def _is_name_in_digits(token: Token) -> bool:
    return token.pos == "NUM" and "/" in token.text


def _name_between_commas(verb: Token, sentence: Sentence, words: Vocabulary) -> tuple[Token, ...]:
    """The name in "its director, Mateo Cevallos, said"; empty for a place: "police in Lahore, Pakistan, said"."""
    closing = preceding(sentence, verb.index, "ADV", "AUX")
    if closing is None or closing.text != "," or _is_passive(verb, sentence):
        return ()
    opening = next((t.index for t in reversed(sentence.tokens[: closing.index]) if t.text == ","), None)
    inside = sentence.tokens[opening + 1 : closing.index] if opening else ()
    named = 0 < len(inside) <= _LONGEST_NAME and all(t.text[:1].isupper() or t.text in _NAME_MARKS for t in inside)
    return inside if named and words.registry.place_named(words_of(inside, sentence, words)) is None else ()


def _source_before(verb: Token, sentence: Sentence, words: Vocabulary) -> tuple[Token, ...]:
    """A known source whose name begins with a verb: "Save the Children"."""
    end = end_before(verb, sentence)
    for start in range(max(0, end - _LONGEST_SOURCE), end - 1):
        named = sentence.tokens[start:end]
        if (
            named[0].pos == "VERB"
            and named[0].text.istitle()
            and words.registry.find_source(_shown(named, sentence)) is not None
        ):
            return named
    return ()


def _shown(named: tuple[Token, ...], sentence: Sentence) -> str:
    return sentence.span_of(named).shifted(-sentence.span.start).of(sentence.text)


def _apposed(verb: Token, sentence: Sentence, words: Vocabulary) -> tuple[Token, ...]:
    """The person before a verb beside an office, unless the verb's subject stands behind it."""
    if _is_passive(verb, sentence) or words.is_progressive(verb) or _is_inverted(verb, sentence, words):
        return ()
    return apposed_before(verb, sentence, words)


def _is_inverted(verb: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether the subject stands behind the verb: "…, said the mayor."; nobody listens in such a clause."""
    if verb.lemma in words.lexicon.speech.telling:
        return False
    head = head_from(sentence, verb.index + 1)
    if head is None or head.lower in words.lexicon.text.calendar:
        return False
    behind = sentence.tokens[head.index + 1 : head.index + 2]
    return can_speak(head, words, weak=True) and (not behind or behind[0].pos in ("PUNCT", "ADP", "PROPN"))


def _phrase_before(verb: Token, sentence: Sentence, words: Vocabulary) -> tuple[Token, ...]:
    if _is_passive(verb, sentence) or words.is_progressive(verb):
        return ()
    weak = verb.lemma in words.lexicon.speech.weak_verbs
    attributive = verb.dep in _ATTRIBUTIVE and not _is_left_alone(verb, sentence, words)
    if attributive and (weak or _is_participle(verb, sentence)):
        return ()
    return subject_phrase(verb, sentence, words)


def _is_left_alone(verb: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether a verb that a parser hangs on a noun must be the sentence's own: it would have none otherwise.

    "The opposition called for …", "Activists alleged that …", read as "activists alleged".
    """
    noun = sentence.head(verb)
    behind = sentence.tokens[verb.index + 1 : verb.index + 2]
    if noun is None or noun.dep != "root" or verb.dep != "acl" or noun.index != verb.index - 1 or not behind:
        return False
    by_somebody = behind[0].lower in words.lexicon.text.agents
    return not by_somebody and sentence.tokens[-1].text == "." and not sentence.children(noun, "cop", "nsubj")


def _named_by(phrase: tuple[Token, ...], sentence: Sentence, words: Vocabulary) -> Speaker | None:
    if any(_counts(t) or t.text == "%" for t in phrase):
        return None
    head = core_head(phrase)
    if is_report(head, sentence, words):
        return speaker_of(head, sentence, words)
    named = with_seat(without_whereabouts(phrase, words), sentence, words)
    return Speaker(words_of(named, sentence, words), sentence.span_of(named), head)


def _subject(verb: Token, sentence: Sentence, words: Vocabulary) -> Token | None:
    """The verb's subject; where the parse gives none, or one beyond a comma, the noun phrase right beside it."""
    if _is_passive(verb, sentence):
        return None
    linked = _linked_subject(verb, sentence, words) or _described_by(verb, sentence, words)
    if linked is None:
        return _unlinked_subject(verb, sentence, words)
    if linked.index > verb.index:
        return linked
    beside = _noun_beside(verb, sentence, words)
    if beside is None or beside.index >= verb.index:
        return linked
    parted = any(t.text in _DASHES_AND_COMMAS for t in sentence.tokens[linked.index : beside.index])
    return beside if parted else linked


def _is_passive(verb: Token, sentence: Sentence) -> bool:
    return any(c.passive for c in sentence.children(verb, "nsubj", "aux"))


def _linked_subject(verb: Token, sentence: Sentence, words: Vocabulary) -> Token | None:
    """The subject of the parse, of several the nearest."""
    placeholders = words.lexicon.speech.placeholders
    subjects = [c for c in sentence.children(verb, "nsubj") if c.lower not in placeholders]
    return min(subjects, key=lambda s: abs(s.index - verb.index), default=None)


def _described_by(verb: Token, sentence: Sentence, words: Vocabulary) -> Token | None:
    """The noun that a clause set off by a comma describes: "the coastguard, which at first said that …"."""
    noun = sentence.head(verb) if verb.dep == "acl" else None
    relatives = [c for c in sentence.children(verb, "nsubj") if c.lower in words.lexicon.text.relatives]
    if noun is None or not relatives or sentence.tokens[relatives[0].index - 1].text != ",":
        return None
    return noun if can_speak(noun, words, weak=True) and not is_report(noun, sentence, words) else None


def _unlinked_subject(verb: Token, sentence: Sentence, words: Vocabulary) -> Token | None:
    if _is_behind_quotation(verb, sentence):
        return head_from(sentence, verb.index + 1)
    if verb.dep in ("amod", "compound", "case") or words.is_progressive(verb) or _is_participle(verb, sentence):
        return _shared_subject(verb, sentence) if verb.dep in ("advcl", "xcomp", "conj") else None
    beside = _noun_beside(verb, sentence, words)
    if verb.dep == "conj" and beside is None:
        return _shared_subject(verb, sentence)
    strong = verb.lemma not in words.lexicon.speech.weak_verbs
    inverted = beside is not None and beside.index > verb.index
    return beside if strong or inverted or closes(verb, sentence) else None


def _is_behind_quotation(verb: Token, sentence: Sentence) -> bool:
    """ "…,” sighed village head Ana Ruiz": a quotation ends right before the verb, its speaker stands behind."""
    before, behind = sentence.tokens[max(0, verb.index - 2) : verb.index], sentence.tokens[verb.index + 1 :][:1]
    if len(before) < _TWO_MARKS or not behind or behind[0].pos not in ("DET", "PROPN", "NOUN", "ADJ"):
        return False
    return before[1].text in _QUOTES and before[0].text in ",?!."


def _is_participle(verb: Token, sentence: Sentence) -> bool:
    """A participle before or after its noun: "the reported figure", "the number given by"."""
    following = sentence.tokens[verb.index + 1 : verb.index + 2]
    return verb.dep in _ATTRIBUTIVE and bool(following) and following[0].pos in ("ADP", "PART", "SCONJ", "NOUN")


def _shared_subject(verb: Token, sentence: Sentence) -> Token | None:
    """The subject of the verb that this one hangs on."""
    head = sentence.head(verb)
    shared = [c for c in sentence.children(head, "nsubj") if not c.passive] if head else []
    return shared[0] if shared else None


def _noun_beside(verb: Token, sentence: Sentence, words: Vocabulary) -> Token | None:
    """The noun that ends right before the verb, else the phrase right after it, else the one before an apposition.

    "the ministry said", "…,” said the minister", "UNHCR, the refugee agency, said".
    """
    before = preceding(sentence, verb.index, "ADV", "AUX")
    if before is None:
        return None
    if before.pos in NOMINAL:
        return _leftmost_head(before, sentence)
    if before.text not in _MARKS_BETWEEN:
        return None
    behind = sentence.tokens[verb.index + 1 : verb.index + 2]
    apposed = _before_apposition(before.index, sentence)
    beside = head_from(sentence, verb.index + 1)
    if apposed is not None and beside is not None and beside.lemma in words.lexicon.speech.mute:
        return apposed
    if behind and (behind[0].pos in ("DET", "PROPN", "NOUN", "PRON", "ADJ") or _is_name_in_digits(behind[0])):
        return head_from(sentence, verb.index + 1)
    return apposed


def _leftmost_head(token: Token, sentence: Sentence) -> Token:
    """The first word of the name that a token ends."""
    head = sentence.head(token)
    while head is not None and token.dep in ("flat", "compound", "nmod", "appos") and head.index < token.index:
        if any(t.text in _COMMAS for t in sentence.tokens[head.index : token.index]):
            break
        token, head = head, sentence.head(head)
    return token


def _before_apposition(comma: int, sentence: Sentence) -> Token | None:
    """The name in "the director, Elena Ristova, said" and in "Elena Ristova, the director, said"."""
    opening = next((t.index for t in reversed(sentence.tokens[:comma]) if t.text == ","), None)
    inside = sentence.tokens[0 if opening is None else opening + 1 : comma]
    if not inside:
        return None
    if all(t.pos == "PROPN" or t.text[:1].isupper() or t.text in _NAME_MARKS for t in inside):
        return inside[0]
    last = sentence.tokens[opening - 1] if opening else None
    return _leftmost_head(last, sentence) if last is not None and last.text[:1].isupper() else None
