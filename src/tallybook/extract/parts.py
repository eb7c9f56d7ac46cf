"""Which claim another is a part of, or multiplies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Claim, Measure, QuantityMention, Sentence

_NOT_COUNTS = frozenset({"money", "share"})
_EACH_REACH = 2
_TAIL = 4
"""Words before a number in which it is made a part; words between a part and its whole; words behind for "each"."""


def part_of(mention: QuantityMention, earlier: Sequence[Claim], sentence: Sentence, words: Vocabulary) -> str | None:
    """The id of the nearest earlier claim that an "including", "of whom" or "among them" makes the number a part of."""
    parts = words.lexicon.parts
    before = _words(_before(mention, sentence))
    leading = _holds(before[-_TAIL:], parts.before)
    pointing = _starts(_behind(mention, sentence).split(), parts.after)
    if not leading and (not pointing or mention.measure is Measure.SHARE):
        return None
    opening = " ".join(before[:2]) in parts.opening
    siblings = {c.id: c.part_of for c in earlier if c.part_of is not None and sentence.span.covers(c.span)}
    for claim in reversed(earlier):
        if claim.id in siblings and not pointing:
            return siblings[claim.id]
        reachable = pointing or opening or sentence.span.covers(claim.span)
        if reachable and claim.quantity.unit not in _NOT_COUNTS:
            return claim.id
    return None


def _before(mention: QuantityMention, sentence: Sentence) -> str:
    """The sentence up to a number, in lower case."""
    return sentence.text[: mention.span.start - sentence.span.start].lower()


def _behind(mention: QuantityMention, sentence: Sentence) -> str:
    """The sentence from behind a number on, in lower case."""
    return sentence.text[mention.span.end - sentence.span.start :].lower()


def _words(text: str) -> list[str]:
    return text.replace(",", " ").split()


def _holds(words: Sequence[str], cues: Iterable[str]) -> bool:
    text = f" {' '.join(words)} "
    return any(f" {cue} " in text for cue in cues)


def _starts(words: Sequence[str], cues: Iterable[str]) -> bool:
    text = f"{' '.join(word.strip(',.;:') for word in words)} "
    return any(text.startswith(f"{cue} ") for cue in cues)


def whole_after(
    mention: QuantityMention, following: QuantityMention | None, sentence: Sentence, words: Vocabulary
) -> bool:
    """Whether the next number is the whole of this one: "62 of the 87 drones", "4,000 soldiers, out of 12,000"."""
    if following is None:
        return False
    start = sentence.span.start
    between = _words(sentence.text[mention.span.end - start : following.span.start - start].lower())
    return any(_links(between, cue) for cue in words.lexicon.parts.whole)


def _links(between: Sequence[str], cue: str) -> bool:
    """Whether a cue ends the words between two numbers, or opens them where they are few."""
    gap = " ".join(between)
    return gap == cue or gap.endswith(f" {cue}") or (gap.startswith(f"{cue} ") and len(between) <= _TAIL)


def whole_first(mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether a sentence opens with its whole: "Of the 151 people aboard, 132 were rescued"."""
    before = _before(mention, sentence).split()
    if (
        not 0 < len(before) <= _TAIL
        or before[-1].endswith(",")
        or not _starts(before, words.lexicon.parts.wholes_first)
        or any(t.pos == "AUX" and t.span.end <= mention.span.start for t in sentence.tokens)
    ):  # "Among the dead are six nuns" opens with no whole
        return False
    return not any(word.strip(",") in words.lexicon.counted.pronouns for word in before)


def multiplies(
    mention: QuantityMention, earlier: Sequence[Claim], sentence: Sentence, words: Vocabulary
) -> Claim | None:
    """The claim a number stands "each of": "two brigades of up to 6,000 personnel each", "each with 2,000 men"."""
    behind = _words(_behind(mention, sentence).replace(".", " "))[:_TAIL]
    before = _words(_before(mention, sentence))[-_EACH_REACH:]
    if words.lexicon.parts.each.isdisjoint((*behind, *before)):
        return None
    counts = (c for c in reversed(earlier) if sentence.span.covers(c.span) and c.quantity.unit not in _NOT_COUNTS)
    return next(counts, None)
