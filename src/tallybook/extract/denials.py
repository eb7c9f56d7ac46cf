"""Statements against others that carry no number: denials, evasive answers, zeros."""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.extract.discourse import Discourse
from tallybook.extract.phrases import phrase_of, words_of
from tallybook.extract.vocabulary import Vocabulary
from tallybook.extract.voices import Speaker
from tallybook.model import Denial, DenialKind, Sentence, Token


def read_denials(sentence: Sentence, document_id: str, discourse: Discourse, words: Vocabulary) -> Iterator[Denial]:
    """The denials, evasions and zeros of a parsed sentence."""
    lexicon = words.lexicon.denials
    for token in sentence.tokens:
        if token.pos == "VERB" and token.lemma in lexicon.verbs and _denies(token, sentence, words):
            yield _denial(token, DenialKind.DENIAL, sentence, document_id, discourse)
        elif token.lemma in lexicon.evasive or _declines(token, sentence, words):
            yield _denial(token, DenialKind.EVASION, sentence, document_id, discourse)
        elif token.lower == "no" and token.dep == "det":
            noun = sentence.head(token)
            event = words.noun_event.get(noun.lemma) if noun else None
            if noun is not None and event is not None:
                span = sentence.span_of([token, noun])
                yield Denial(
                    id=f"{document_id}:{span.start}-{span.end}", document_id=document_id, span=span,
                    sentence=sentence.span, kind=DenialKind.ZERO, speaker=None, event=event, evidence={"event": (noun.span,)},
                )  # fmt: skip


def _denies(verb: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether somebody denies: not "nobody denies", not "does not deny", not "denied entry"."""
    subject = _subject(verb, sentence)
    somebody = subject is not None and subject.lower not in words.lexicon.denials.nobody and not subject.passive
    return somebody and not _negated(verb, sentence)


def _negated(verb: Token, sentence: Sentence) -> bool:
    return any(c.lower in ("not", "n't", "n’t") for c in sentence.children(verb))


def _declines(token: Token, sentence: Sentence, words: Vocabulary) -> bool:
    if token.lemma not in words.lexicon.denials.declines:
        return False
    return any(c.lemma in words.lexicon.denials.answers for c in sentence.children(token, "xcomp", "obj", "ccomp"))


def _denial(token: Token, kind: DenialKind, sentence: Sentence, document_id: str, discourse: Discourse) -> Denial:
    subject = _subject(token, sentence)
    speaker, evidence = None, {}
    if subject is not None:
        tokens = phrase_of(subject, sentence, discourse.words)
        span = sentence.span_of(tokens)
        shown = words_of(tokens, sentence, discourse.words)
        speaker = discourse.name(Speaker(shown, span, subject), remember=False)
        evidence["origin"] = (span,)
    return Denial(
        id=f"{document_id}:{token.span.start}-{token.span.end}",
        document_id=document_id,
        span=token.span,
        sentence=sentence.span,
        kind=kind,
        speaker=speaker,
        evidence=evidence,
    )


def _subject(token: Token, sentence: Sentence) -> Token | None:
    for node in (token, *sentence.ancestors(token)):
        subjects = sentence.children(node, "nsubj")
        if subjects:
            return subjects[0]
    return None
