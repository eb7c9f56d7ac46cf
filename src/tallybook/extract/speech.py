"""Who speaks in a sentence, and over which of its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from tallybook.extract.phrases import (
    core_head,
    head_from,
    phrase_of,
    subject_phrase,
    without_whereabouts,
    words_of,
)
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Sentence, Span, Token

Manner = Literal["says", "according", "cites", "reported by", "colon", "bracketed"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker as the sentence names it.

    `owned` is false for a report without an owner; "the report" then `points` back to somebody, "reports" to nobody.
    """

    words: str
    span: Span
    head: Token
    owned: bool = True
    points: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker with the cue that makes it speak and the token indexes it speaks over."""

    speaker: Speaker
    manner: Manner
    cue: Span
    scope: frozenset[int]
    relays: tuple[Speaker, ...] = field(default=())


def read_voices(sentence: Sentence, words: Vocabulary) -> tuple[Voice, ...]:
    """The voices of a parsed sentence, innermost first."""
    found = [
        *_sayers(sentence, words),
        *_according(sentence, words),
        *_cited(sentence, words),
        *_referred(sentence, words),
        *_reported_by(sentence, words),
        *_colon(sentence, words),
        *_bracketed(sentence, words),
    ]
    order = {"reported by": 0, "cites": 1, "according": 2, "says": 2, "colon": 3, "bracketed": 4}
    return tuple(sorted(found, key=lambda v: (order[v.manner], len(v.scope))))


def _sayers(sentence: Sentence, words: Vocabulary) -> Iterator[Voice]:
    speech = words.lexicon.speech
    for verb in sentence.tokens:
        if verb.lemma not in speech.verbs or not _is_verb(verb, sentence, words):
            continue
        weak = verb.lemma in speech.weak_verbs
        speaker = _told_speaker(verb, sentence, words)
        if speaker is None or not _can_speak(speaker.head, words, weak=weak) or _is_supposed(verb, sentence, words):
            continue
        scope = _scope(verb, speaker, sentence, words)
        if scope:
            yield Voice(speaker, "says", verb.span, scope, tuple(_listeners(verb, sentence, words)))


def _is_verb(token: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """A verb, or what a parser took for a noun at the end: "…, the Food Monitor projects"."""
    if token.pos in ("VERB", "AUX"):
        return not (token.lower.endswith("ing") and token.lemma in words.lexicon.modality.inferred)
    if token.pos != "NOUN":
        return False
    heads_clause = token.dep == "root" and token.lower.endswith("s") and bool(sentence.children(token, "nsubj"))
    return heads_clause or (_closes(token, sentence) and token.index > 2)


def _is_supposed(verb: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """ "Skeptics might argue": nobody has said it."""
    helpers = {c.lower for c in sentence.children(verb, "aux")}
    return bool(helpers & (words.lexicon.modality.expected | words.lexicon.modality.projected))


def _told_speaker(verb: Token, sentence: Sentence, words: Vocabulary) -> Speaker | None:
    """The speaker of a speech verb: the phrase right before it where there is a clean one, else the subject of the parse."""
    speech = words.lexicon.speech
    passive = any(c.passive for c in sentence.children(verb, "nsubj", "aux"))
    weak = verb.lemma in speech.weak_verbs
    own = (
        not passive
        and not verb.lower.endswith("ing")
        and (verb.dep not in _ATTRIBUTIVE or (not weak and not _participial(verb, sentence)))
    )
    tokens = subject_phrase(verb, sentence) if own else ()
    if tokens and any(t.text[:1].isdigit() or t.text == "%" for t in tokens):
        return None
    if tokens:
        head = core_head(tokens)
        if head.lemma in speech.reports and head.lemma not in speech.roles:
            return speaker_of(head, sentence, words)
        tokens = without_whereabouts(tokens, speech.whereabouts)
        return Speaker(words_of(tokens, sentence.text, sentence.span.start), sentence.span_of(tokens), head)
    subject = _subject(verb, sentence, words)
    if subject is None or any(t.pos == "NUM" for t in sentence.children(subject)):
        return None
    return speaker_of(subject, sentence, words)


_ATTRIBUTIVE = frozenset({"amod", "compound", "acl", "case"})


def _subject(verb: Token, sentence: Sentence, words: Vocabulary) -> Token | None:
    """The verb's subject; where the parse gives none, several, or one beyond a comma, the noun phrase right beside it."""
    if any(c.passive for c in sentence.children(verb, "nsubj", "aux")):
        return None
    subjects = [c for c in sentence.children(verb, "nsubj") if not _clausal(c)]
    nearest = min(subjects, key=lambda s: abs(s.index - verb.index), default=None)
    if nearest is not None and nearest.index > verb.index:
        return nearest
    beside = _beside(verb, sentence)
    if nearest is not None:
        apart = (
            beside is not None
            and beside.index < verb.index
            and any(t.text in ",;—–" for t in sentence.tokens[nearest.index : beside.index])
        )
        return beside if apart else nearest
    if verb.dep in ("amod", "compound", "case") or verb.lower.endswith("ing") or _participial(verb, sentence):
        return _shared_subject(verb, sentence) if verb.dep in ("advcl", "xcomp", "conj") else None
    if verb.dep == "conj" and beside is None:
        return _shared_subject(verb, sentence)
    strong = verb.lemma not in words.lexicon.speech.weak_verbs
    return beside if strong or _closes(verb, sentence) else None


def _participial(verb: Token, sentence: Sentence) -> bool:
    """A participle before or after its noun: "the reported figure", "the number given by"."""
    following = sentence.tokens[verb.index + 1 : verb.index + 2]
    return verb.dep in _ATTRIBUTIVE and bool(following) and following[0].pos in ("ADP", "PART", "SCONJ", "NOUN")


def _shared_subject(verb: Token, sentence: Sentence) -> Token | None:
    head = sentence.head(verb)
    inherited = [c for c in sentence.children(head, "nsubj") if not c.passive] if head else []
    return inherited[0] if inherited else None


def _closes(verb: Token, sentence: Sentence) -> bool:
    """Whether nothing but punctuation follows."""
    return all(t.pos == "PUNCT" for t in sentence.tokens[verb.index + 1 :])


def _clausal(token: Token) -> bool:
    return token.lower in ("which", "who", "that", "what", "there")


def _beside(verb: Token, sentence: Sentence) -> Token | None:
    """The noun that ends right before the verb, else the phrase right after it, else the one before an apposition.

    "the ministry said", "…,” said the minister", "UNHCR, the refugee agency, said".
    """
    before = verb.index - 1
    while before >= 0 and sentence.tokens[before].pos in ("ADV", "AUX"):
        before -= 1
    if before < 0:
        return None
    if sentence.tokens[before].pos in ("NOUN", "PROPN", "PRON"):
        return _leftmost_head(sentence.tokens[before], sentence)
    if sentence.tokens[before].text not in _MARKS:
        return None
    after = sentence.tokens[verb.index + 1 : verb.index + 2]
    if after and after[0].pos in ("DET", "PROPN", "NOUN", "PRON", "ADJ"):
        return head_from(sentence, verb.index + 1)
    return _before_apposition(before, sentence)


_MARKS = frozenset({",", '"', "”", "’", "'"})


def _leftmost_head(token: Token, sentence: Sentence) -> Token:
    head = sentence.head(token)
    while head is not None and token.dep in ("flat", "compound", "nmod", "appos") and head.index < token.index:
        if any(t.text in ",;" for t in sentence.tokens[head.index : token.index]):
            break
        token, head = head, sentence.head(head)
    return token


def _before_apposition(comma: int, sentence: Sentence) -> Token | None:
    """The name in "the director, Elena Ristova, said" and in "Elena Ristova, the director, said"."""
    opening = next((i for i in range(comma - 1, -1, -1) if sentence.tokens[i].text == ","), None)
    inside = sentence.tokens[(opening if opening is not None else -1) + 1 : comma]
    if not inside:
        return None
    if all(t.pos == "PROPN" or t.text[:1].isupper() or t.text in "-–." for t in inside):
        return inside[0]
    if opening is None:
        return None
    last = sentence.tokens[opening - 1] if opening else None
    return _leftmost_head(last, sentence) if last is not None and last.text[:1].isupper() else None


def _can_speak(token: Token, words: Vocabulary, *, weak: bool) -> bool:
    speech = words.lexicon.speech
    if token.lemma in speech.mute or token.lower in speech.mute:
        return False
    if token.pos == "PRON":
        return token.lower in speech.pronouns
    if token.lemma in words.noun_event or token.lemma in words.lexicon.events.tolls:
        return token.lemma in speech.roles or token.lemma in speech.reports
    if token.pos == "PROPN" or token.lower in speech.pronouns or (token.text[:1].isupper() and token.pos != "ADP"):
        return True
    if token.lemma in speech.roles or token.lower in speech.roles or token.lemma in speech.reports:
        return True
    person = token.lemma in words.persons or words.unit_of.get(token.lemma) == "person"
    return person if weak else token.pos == "NOUN"


def speaker_of(head: Token, sentence: Sentence, words: Vocabulary) -> Speaker | None:
    """The speaker that a noun phrase names: for "a report by the ministry" the ministry."""
    speech = words.lexicon.speech
    if head.lemma in speech.reports and head.lemma not in speech.roles:
        owner = _owner(head, sentence, words)
        if owner is not None:
            return speaker_of(owner, sentence, words)
        definite = not sentence.children(head, "amod") and any(
            c.lower in speech.demonstratives | speech.possessives for c in sentence.children(head, "det", "nmod")
        )
        return Speaker(
            words_of((head,), sentence.text, sentence.span.start), head.span, head, owned=False, points=definite
        )
    head = _name_in_apposition(head, sentence)
    tokens = phrase_of(head, sentence)
    shown = words_of(tokens, sentence.text, sentence.span.start)
    return Speaker(shown, sentence.span_of(tokens), head) if shown else None


def _name_in_apposition(head: Token, sentence: Sentence) -> Token:
    """The person named beside a role: "the UN's coordinator, Claire Dufour,"."""
    if head.pos != "NOUN":
        return head
    names = [c for c in sentence.children(head, "appos") if c.pos == "PROPN" and c.index > head.index]
    if names:
        return names[0]
    behind = sentence.tokens[head.index + 1 : head.index + 4]
    beside = len(behind) == _NAME_BEHIND and behind[0].text == "," and all(t.pos == "PROPN" for t in behind[1:])
    return behind[1] if beside else head


_NAME_BEHIND = 3
"""A comma and two names."""


def _owner(report: Token, sentence: Sentence, words: Vocabulary) -> Token | None:
    for child in sentence.children(report, "nmod", "obl", "compound"):
        cases = {c.lower for c in sentence.children(child, "case")}
        if cases & {"by", "from", "of", "'s", "’s", "'", "’"} or child.index < report.index:
            if _can_speak(child, words, weak=True):
                return child
    for participle in sentence.children(report, "acl"):
        for child in sentence.children(participle, "obl"):
            if any(c.lower in ("by", "from") for c in sentence.children(child, "case")):
                return child
    return None


def _scope(verb: Token, speaker: Speaker, sentence: Sentence, words: Vocabulary) -> frozenset[int]:
    """What a speech verb covers: its complement; for "…, X said" the clauses before; never the speaker's own words."""
    below = {t.index for t in sentence.subtree(verb)}
    own = {t.index for t in sentence.within(speaker.span)}
    clausal = [
        c for c in sentence.children(verb, "ccomp", "xcomp", "parataxis", "obj", "obl", "advcl") if c.index not in own
    ]
    if verb.lemma in words.lexicon.speech.weak_verbs and not _closes(verb, sentence):
        return frozenset(below - own) if clausal else frozenset()
    if _trails(verb, speaker, sentence):
        first, last = _segment(verb, sentence)
        return frozenset(set(range(first, last)) - own)
    tail = {t.index for t in sentence.tokens[verb.index :]} if clausal else set()
    segment = set(range(*_segment(verb, sentence)))
    return frozenset(((below | tail) & segment | below) - own)


def _trails(verb: Token, speaker: Speaker, sentence: Sentence) -> bool:
    """Whether speaker and verb follow what is said: a comma or quotation mark stands right before the pair."""
    named = sentence.within(speaker.span)
    first = min(verb.index, *(t.index for t in named))
    mark = first - 1
    while mark >= 0 and sentence.tokens[mark].pos in ("DET", "ADV", "AUX"):
        mark -= 1
    if mark < 0 or sentence.tokens[mark].text not in ",\"”'’?!–—-":
        return False
    rest = [t for t in sentence.tokens[max(verb.index, named[-1].index) + 1 :] if t.pos == "VERB"]
    complement = [t for t in rest if t.head == verb.index and t.dep == "ccomp"]
    return not complement


def _segment(token: Token, sentence: Sentence) -> tuple[int, int]:
    """The stretch between semicolons that a token stands in."""
    first, last = 0, len(sentence.tokens)
    for other in sentence.tokens:
        if other.text == ";":
            if other.index < token.index:
                first = other.index + 1
            elif other.index > token.index:
                last = other.index
                break
    return first, last


def _listeners(verb: Token, sentence: Sentence, words: Vocabulary) -> Iterator[Speaker]:
    """Who was told: the outlet in "told the Kyiv Independent", "in an interview with Al Jazeera"."""
    audiences = words.lexicon.speech.audiences
    if verb.lemma == "tell" or verb.lower == "told":
        for child in sentence.children(verb, "obj", "iobj", "obl"):
            nouns = [child, *sentence.children(child, "appos", "flat", "compound", "nmod")]
            cases = sentence.children(child, "case")
            if not cases and child.index > verb.index and any(t.text[:1].isupper() for t in nouns):
                if child.lemma not in audiences:
                    named = _capitalised_on(sentence, verb.index + 1)
                    span = sentence.span_of(named) if named else child.span
                    yield Speaker(words_of(named or (child,), sentence.text, sentence.span.start), span, child)
                    return


def _shown(head: Token, sentence: Sentence) -> tuple[str, Span]:
    tokens = phrase_of(head, sentence)
    return words_of(tokens, sentence.text, sentence.span.start), sentence.span_of(tokens)


def _capitalised_on(sentence: Sentence, start: int) -> tuple[Token, ...]:
    """The listener's name from after the verb on: "the weekly Arguments and Facts"."""
    end = start
    while (
        end < len(sentence.tokens)
        and sentence.tokens[end].pos not in ("SCONJ", "PUNCT", "ADP", "VERB")
        and sentence.tokens[end].lower != "that"
    ):
        end += 1
    tokens = sentence.tokens[start:end]
    while tokens and not tokens[0].text[:1].isupper():
        tokens = tokens[1:]
    while tokens and not tokens[-1].text[:1].isupper():
        tokens = tokens[:-1]
    return tokens


def _according(sentence: Sentence, words: Vocabulary) -> Iterator[Voice]:
    lowered = [t.lower for t in sentence.tokens]
    for pattern in words.lexicon.speech.according:
        size = len(pattern)
        for index in range(len(lowered) - size):
            if tuple(lowered[index : index + size]) != pattern:
                continue
            head = head_from(sentence, index + size)
            if head is None or not _can_speak(head, words, weak=False):
                continue
            speaker = speaker_of(head, sentence, words)
            if speaker is None:
                continue
            cue = sentence.span_of(list(sentence.tokens[index : index + size]))
            scope = _clauses_around(sentence.tokens[index], sentence)
            own = {t.index for t in sentence.within(speaker.span)}
            yield Voice(speaker, "according", cue, frozenset(scope - own), tuple(_passers(head, sentence, words)))


def _clauses_around(cue: Token, sentence: Sentence) -> set[int]:
    return set(range(*_segment(cue, sentence)))


def _passers(head: Token, sentence: Sentence, words: Vocabulary) -> Iterator[Speaker]:
    """Who passed it on: "officials cited by Reuters"."""
    for participle in sentence.tokens[head.index : head.index + 6]:
        if participle.lemma in words.lexicon.speech.cite and participle.lower.endswith("ed"):
            following = sentence.tokens[participle.index + 1 : participle.index + 2]
            if following and following[0].lower == "by":
                passer = head_from(sentence, participle.index + 2)
                if passer is not None:
                    yield Speaker(*_shown(passer, sentence), passer)


def _cited(sentence: Sentence, words: Vocabulary) -> Iterator[Voice]:
    for verb in sentence.tokens:
        if verb.lemma not in words.lexicon.speech.cite or not verb.lower.endswith(("ing", "ed", "es")):
            continue
        if verb.index + 1 < len(sentence.tokens) and sentence.tokens[verb.index + 1].lower == "by":
            continue
        head = next(iter(sentence.children(verb, "obj")), None) or head_from(sentence, verb.index + 1)
        if head is None or head.index < verb.index:
            continue
        yield from _citing(head, verb, sentence, words)


def _referred(sentence: Sentence, words: Vocabulary) -> Iterator[Voice]:
    """ "with reference to the coast guard", "after a briefing by the agency"."""
    lowered = [t.lower for t in sentence.tokens]
    for pattern in words.lexicon.speech.refer:
        for index in range(len(lowered) - len(pattern)):
            if tuple(lowered[index : index + len(pattern)]) == pattern:
                head = head_from(sentence, index + len(pattern))
                if head is not None:
                    yield from _citing(head, sentence.tokens[index], sentence, words)
    for token in sentence.tokens:
        if token.lemma in words.lexicon.speech.briefings and token.dep == "obl":
            owner = _owner(token, sentence, words)
            if owner is not None:
                yield from _citing(owner, token, sentence, words)


def _citing(head: Token, cue: Token, sentence: Sentence, words: Vocabulary) -> Iterator[Voice]:
    speaker = speaker_of(head, sentence, words) if _can_speak(head, words, weak=True) else None
    if speaker is not None and speaker.owned:
        own = {t.index for t in sentence.within(speaker.span)}
        yield Voice(speaker, "cites", cue.span, frozenset(_clauses_around(cue, sentence) - own))


def _reported_by(sentence: Sentence, words: Vocabulary) -> Iterator[Voice]:
    """ "the 14,000 previously reported by Ukraine", "300 deaths were confirmed by the ministry"."""
    for verb in sentence.tokens:
        if (
            verb.lemma not in words.lexicon.speech.verbs
            or verb.pos != "VERB"
            or not verb.lower.endswith(("ed", "id", "en", "ven"))
        ):
            continue
        for child in sentence.children(verb, "obl"):
            if not any(c.lower == "by" for c in sentence.children(child, "case")) or not _can_speak(
                child, words, weak=True
            ):
                continue
            speaker = speaker_of(child, sentence, words)
            top = sentence.head(verb) if verb.dep == "acl" else verb
            if speaker is None or top is None or verb.lemma in words.lexicon.speech.cite:
                continue
            own = {t.index for t in sentence.within(speaker.span)}
            yield Voice(speaker, "reported by", verb.span, frozenset({t.index for t in sentence.subtree(top)} - own))


def _colon(sentence: Sentence, words: Vocabulary) -> Iterator[Voice]:
    """Headlines: "UN: 300 killed", "300 killed: ministry", "300 killed – police"."""
    if sentence.block.kind not in ("title", "heading", "standfirst", "list item"):
        return
    marks = [t for t in sentence.tokens if t.text == ":" or (t.text in "–—-" and _spaced(t, sentence))]
    for mark in marks[-1:]:
        before, after = sentence.tokens[: mark.index], sentence.tokens[mark.index + 1 :]
        for side, rest in ((before, after), (after, before)):
            if mark.text != ":" and side is before:
                continue
            if 0 < len(side) <= 6 and not any(t.pos in ("VERB", "NUM") for t in side):
                head = head_from(sentence, side[0].index)
                shown = words_of(side, sentence.text, sentence.span.start)
                known = head is not None and (head.lemma in words.lexicon.speech.roles or head.pos == "PROPN")
                if head is not None and known and not _is_place(shown, words):
                    speaker = Speaker(shown, sentence.span_of(list(side)), head)
                    yield Voice(speaker, "colon", mark.span, frozenset(t.index for t in rest))
                    return


def _is_place(shown: str, words: Vocabulary) -> bool:
    """ "Ecuador: 89 dead" tells where, "Kremlin: 89 dead" who."""
    return words.registry.place_named(shown) is not None and words.registry.find_source(shown) is None


def _bracketed(sentence: Sentence, words: Vocabulary) -> Iterator[Voice]:
    """A source in brackets at the end: "4.8 million people affected (Ministry of Relief, 28 August)."."""
    tokens = [t for t in sentence.tokens if t.text != "."]
    if not tokens or tokens[-1].text not in ")]":
        return
    opening = next((t.index for t in reversed(tokens) if t.text in "(["), None)
    if opening is None or opening == 0:
        return
    inside = sentence.tokens[opening + 1 : tokens[-1].index]
    named = tuple(t for t in inside[: next((i for i, t in enumerate(inside) if t.text == ","), len(inside))])
    if not named or not named[0].text[:1].isupper() or any(t.text[:1].isdigit() for t in named):
        return
    head = core_head(named)
    if (
        head.lemma in words.lexicon.speech.roles
        or head.lemma in words.lexicon.speech.reports
        or words.registry.find_source(words_of(named, sentence.text, sentence.span.start))
    ):
        speaker = Speaker(words_of(named, sentence.text, sentence.span.start), sentence.span_of(named), head)
        yield Voice(speaker, "bracketed", speaker.span, frozenset(range(opening)))


def _spaced(token: Token, sentence: Sentence) -> bool:
    start = token.span.start - sentence.span.start
    return start > 0 and sentence.text[start - 1].isspace()
