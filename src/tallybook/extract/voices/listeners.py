"""Who was told: the outlet in "told the Kyiv Independent"."""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.extract.phrases import phrase_of, words_of
from tallybook.extract.vocabulary import Vocabulary
from tallybook.extract.voices.voice import Speaker
from tallybook.model import Sentence, Token

_BEHIND_A_NAME = ("SCONJ", "PUNCT", "ADP", "VERB")


def read_listeners(verb: Token, sentence: Sentence, words: Vocabulary) -> Iterator[Speaker]:
    """The first named listener of a verb of telling, none where a crowd or a council listens."""
    telling = words.lexicon.speech.telling
    if verb.lemma not in telling and verb.lower not in telling:
        return
    for child in sentence.children(verb, "obj", "iobj", "obl"):
        if child.index > verb.index and _is_named(child, sentence, words):
            tokens = _name_behind(verb, sentence, words) or phrase_of(child, sentence, words)
            before = sentence.tokens[verb.index + 1 : tokens[0].index]
            medium = any(t.lower in words.lexicon.speech.outlets for t in (*before, child))
            yield Speaker(words_of(tokens, sentence, words), sentence.span_of(tokens), child, medium=medium)
            return
    yield from _capitalised_run(verb.index + 1, sentence, words)


def read_interviewers(sentence: Sentence, words: Vocabulary) -> Iterator[Speaker]:
    """The media that somebody speaks to: "in an interview with Radio Lagoon", "speaking to the Herald"."""
    speech = words.lexicon.speech
    for lead in sentence.tokens:
        if lead.lower not in speech.interview_links:
            continue
        named = sentence.head(lead)
        speaking = sentence.head(named) if named is not None else None
        spoken = speaking is not None and speaking.lemma in speech.interviews
        before = sentence.tokens[max(0, lead.index - 1) : lead.index]
        if spoken or (before and before[0].lemma in speech.interviews):
            yield from _capitalised_run(lead.index + 1, sentence, words)


def read_interviewed(sentence: Sentence, words: Vocabulary) -> Iterator[tuple[Token, Speaker]]:
    """Who was asked, and by which medium: "the Herald interviewed the mayor"."""
    for verb in sentence.tokens:
        if verb.pos != "VERB" or verb.lemma not in words.lexicon.speech.interviews:
            continue
        asked, asking = sentence.children(verb, "obj"), sentence.children(verb, "nsubj")
        if asked and asking and not asking[0].passive:
            tokens = phrase_of(asking[0], sentence, words)
            yield asked[0], Speaker(words_of(tokens, sentence, words), sentence.span_of(tokens), asking[0])


def _capitalised_run(start: int, sentence: Sentence, words: Vocabulary) -> Iterator[Speaker]:
    """The name that stands from a token on, behind an article and the noun of a medium."""
    outlets = words.lexicon.speech.outlets
    first = start
    while first < len(sentence.tokens) and _leads_name(sentence.tokens[first], words):
        first += 1
    end = first
    while end < len(sentence.tokens) and sentence.tokens[end].text[:1].isupper():
        end += 1
    named = sentence.tokens[first:end]
    medium = any(t.lower in outlets for t in sentence.tokens[start : end + 1])
    if named:
        yield Speaker(words_of(named, sentence, words), sentence.span_of(named), named[0], medium=medium)


def _leads_name(token: Token, words: Vocabulary) -> bool:
    return token.pos == "DET" or (token.text.islower() and token.lower in words.lexicon.speech.outlets)


def _is_named(listener: Token, sentence: Sentence, words: Vocabulary) -> bool:
    if sentence.children(listener, "case") or listener.lemma in words.lexicon.speech.audiences:
        return False
    if _is_one_medium(listener, sentence, words):
        return True
    nouns = [listener, *sentence.children(listener, "appos", "flat", "compound", "nmod")]
    return any(t.text[:1].isupper() for t in nouns)


def _is_one_medium(listener: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """ "state radio", "the bishops' newspaper"; not "a local station", "this newspaper", "media"."""
    speech = words.lexicon.speech
    if listener.lower not in speech.outlets:
        return False
    told = sentence.children(listener, "det", "amod", "compound", "nmod")
    vague = speech.indefinites | speech.demonstratives - words.lexicon.text.articles
    return any(t.pos != "DET" for t in told) and not any(t.lower in vague for t in told)


def _name_behind(verb: Token, sentence: Sentence, words: Vocabulary) -> tuple[Token, ...]:
    """The listener's name from after the verb on: "the weekly Arguments and Facts"."""
    behind = sentence.tokens[verb.index + 1 :]
    openers = words.lexicon.speech.content_openers
    end = next((t.index for t in behind if t.pos in _BEHIND_A_NAME or t.lower in openers), len(sentence.tokens))
    capitalised = [t.index for t in behind if t.index < end and t.text[:1].isupper()]
    return sentence.tokens[capitalised[0] : capitalised[-1] + 1] if capitalised else ()
