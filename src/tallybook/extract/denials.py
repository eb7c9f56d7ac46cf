"""Statements against others that carry no number: denials, evasive answers, zeros."""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.extract.discourse import Discourse
from tallybook.extract.phrases import phrase_of, words_of
from tallybook.extract.vocabulary import Vocabulary
from tallybook.extract.voices import Speaker
from tallybook.model import Denial, DenialKind, Sentence, Token


def read_denials(sentence: Sentence, document_id: str, discourse: Discourse) -> Iterator[Denial]:
    """The denials, evasions and zeros of a parsed sentence."""
    words = discourse.words
    for token in sentence.tokens:
        if _denies(token, sentence, words):
            yield _denial(token, DenialKind.DENIAL, sentence, document_id, discourse)
        elif token.lemma in words.lexicon.denials.evasive or _declines(token, sentence, words):
            yield _denial(token, DenialKind.EVASION, sentence, document_id, discourse)
        elif token.lower in words.lexicon.denials.zeros and token.dep == "det":
            yield from _zero(token, sentence, document_id, words)


def _denies(verb: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether somebody denies: not "nobody denies", not "does not deny", not "denied entry"."""
    denials = words.lexicon.denials
    if verb.pos != "VERB" or verb.lemma not in denials.verbs:
        return False
    subject = _subject(verb, sentence)
    somebody = subject is not None and subject.lower not in denials.nobody and not subject.passive
    return somebody and not any(c.lower in denials.negations for c in sentence.children(verb))


def _declines(token: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """ "declined to comment", "refused to give an answer"."""
    denials = words.lexicon.denials
    if token.lemma not in denials.declines:
        return False
    return any(c.lemma in denials.answers for c in sentence.children(token, "xcomp", "obj", "ccomp"))


def _denial(token: Token, kind: DenialKind, sentence: Sentence, document_id: str, discourse: Discourse) -> Denial:
    subject = _subject(token, sentence)
    speaker = _speaker(subject, sentence, discourse.words) if subject is not None else None
    return Denial(
        id=f"{document_id}:{token.span.start}-{token.span.end}",
        document_id=document_id,
        span=token.span,
        sentence=sentence.span,
        kind=kind,
        speaker=discourse.name(speaker, remember=False) if speaker is not None else None,
        evidence={"origin": (speaker.span,)} if speaker is not None else {},
    )


def _speaker(subject: Token, sentence: Sentence, words: Vocabulary) -> Speaker:
    tokens = phrase_of(subject, sentence, words)
    return Speaker(words_of(tokens, sentence, words), sentence.span_of(tokens), subject)


def _zero(determiner: Token, sentence: Sentence, document_id: str, words: Vocabulary) -> Iterator[Denial]:
    """ "no casualties": a noun of an event that did not happen."""
    noun = sentence.head(determiner)
    event = words.noun_event.get(noun.lemma) if noun is not None else None
    if noun is None or event is None:
        return
    span = sentence.span_of([determiner, noun])
    yield Denial(
        id=f"{document_id}:{span.start}-{span.end}",
        document_id=document_id,
        span=span,
        sentence=sentence.span,
        kind=DenialKind.ZERO,
        speaker=None,
        event=event,
        evidence={"event": (noun.span,)},
    )


def _subject(token: Token, sentence: Sentence) -> Token | None:
    """The subject of a verb, or of the nearest governor that has one."""
    for node in (token, *sentence.ancestors(token)):
        subjects = sentence.children(node, "nsubj")
        if subjects:
            return subjects[0]
    return None
