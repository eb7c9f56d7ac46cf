"""The words that a voice speaks over."""

from __future__ import annotations

from tallybook.extract.phrases import preceding
from tallybook.extract.vocabulary import Vocabulary
from tallybook.extract.voices.voice import Speaker
from tallybook.model import BlockKind, Sentence, Token

HEADLINES = frozenset({BlockKind.TITLE, BlockKind.HEADING})

_COMPLEMENTS = ("ccomp", "xcomp", "parataxis", "obj", "obl", "advcl")
_MARKS_BEFORE_A_TRAILER = ",\"”'’!?–—-"


def scope_of(verb: Token, speaker: Speaker, sentence: Sentence, words: Vocabulary, *, apart: bool) -> frozenset[int]:
    """What a speech verb covers: its complement; for "…, X said" the clauses before; never the speaker's own words.

    A weak verb covers clauses before it only where it stands `apart` with its speaker.
    """
    own = own_words(speaker, sentence)
    below = frozenset(t.index for t in sentence.subtree(verb)) | _counted_above(verb, speaker, sentence)
    complemented = any(c.index not in own for c in sentence.children(verb, *_COMPLEMENTS))
    complemented = complemented and _is_led(verb, sentence, words)
    weak = verb.lemma in words.lexicon.speech.weak_verbs
    if weak and not apart and not closes(verb, sentence):
        return below - own - _contrasted_clauses(verb, sentence, words) if complemented else frozenset()
    stretch = stretch_around(verb, sentence)
    if _trails(verb, speaker, sentence, words):
        return stretch - own
    behind = frozenset(range(verb.index, len(sentence.tokens))) if complemented else frozenset()
    return (below | (stretch & behind)) - own


def _is_led(verb: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether a verb that tells only with its preposition has it: "spoke of 12 dead", not "spoke on Monday"."""
    leads = words.lexicon.speech.led_verbs.get(verb.lemma)
    clauses = sentence.children(verb, "obl", "advcl")
    return leads is None or any(c.lower in leads for o in clauses for c in sentence.children(o, "case", "mark"))


def _counted_above(verb: Token, speaker: Speaker, sentence: Sentence) -> frozenset[int]:
    """The number that a clause of saying describes: "the 20 million that experts say it costs"."""
    noun = sentence.head(verb) if verb.dep == "acl" else None
    if noun is None or not noun.span.end <= speaker.span.start < verb.span.start:
        return frozenset()
    return frozenset(t.index for t in sentence.subtree(noun) if t.span.end <= speaker.span.start)


def _contrasted_clauses(verb: Token, sentence: Sentence, words: Vocabulary) -> frozenset[int]:
    """The clauses with a subject of their own that a "but" sets against a verb."""
    contrasts = words.lexicon.speech.contrasts
    beside = (c for c in sentence.children(verb, "conj", "parataxis") if sentence.children(c, "nsubj"))
    opposed = (c for c in beside if any(link.lower in contrasts for link in sentence.children(c, "cc")))
    return frozenset(t.index for clause in opposed for t in sentence.subtree(clause))


def scope_beyond(verb: Token, speaker: Speaker, sentence: Sentence, words: Vocabulary) -> frozenset[int]:
    """The words behind semicolons that a verb may still cover: all for "…, X said", else those after it."""
    if ";" not in sentence.text:
        return frozenset()
    first = 0 if _trails(verb, speaker, sentence, words) else verb.index
    reached = frozenset(i for i in whole(sentence) if i >= first)
    return reached - own_words(speaker, sentence) - told_by_page(sentence, words)


def told_by_page(sentence: Sentence, words: Vocabulary) -> frozenset[int]:
    """The stretches that only repeat the page: "an earlier version said …; according to the mayor, …"."""
    speech, version = words.lexicon.speech, words.lexicon.corrections.phrases["version"]
    verbs = (t for t in sentence.tokens if t.pos == "VERB" and t.lemma in speech.verbs | speech.report_verbs)
    telling = (v for v in verbs if any(s.lemma in version for s in sentence.children(v, "nsubj")))
    return frozenset(index for verb in telling for index in stretch_around(verb, sentence))


def whole(sentence: Sentence) -> frozenset[int]:
    """The indexes of a sentence's words; none for a headline, whose parts stand by themselves."""
    return frozenset() if sentence.block.kind in HEADLINES else frozenset(range(len(sentence.tokens)))


def own_words(speaker: Speaker, sentence: Sentence) -> frozenset[int]:
    """The indexes of the tokens that name a speaker, and those of the report that speaks for it."""
    return frozenset(t.index for t in sentence.within(speaker.phrase))


def stretch_around(token: Token, sentence: Sentence) -> frozenset[int]:
    """The indexes between the semicolons that a token stands between."""
    marks = [t.index for t in sentence.tokens if t.text == ";"]
    first = max((m + 1 for m in marks if m < token.index), default=0)
    last = min((m for m in marks if m > token.index), default=len(sentence.tokens))
    return frozenset(range(first, last))


def closes(verb: Token, sentence: Sentence) -> bool:
    """Whether nothing but punctuation follows."""
    return all(t.pos == "PUNCT" for t in sentence.tokens[verb.index + 1 :])


def _trails(verb: Token, speaker: Speaker, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether speaker and verb follow what is said: a comma or quotation mark stands right before the pair."""
    named = sentence.within(speaker.phrase)
    mark = preceding(sentence, min(verb.index, named[0].index), "DET", "ADV", "AUX")
    if mark is not None and mark.index and mark.lower in words.lexicon.speech.echoes:
        mark = sentence.tokens[mark.index - 1]
    if mark is None or mark.text not in _MARKS_BEFORE_A_TRAILER:
        return False
    last = max(verb.index, named[-1].index)
    behind = [sentence.tokens[i] for i in sorted(stretch_around(verb, sentence)) if i > last]
    return not any(t.pos == "VERB" and t.head == verb.index and t.dep == "ccomp" for t in behind)
