"""Which claim another is a part of, or multiplies."""

from __future__ import annotations

from collections.abc import Sequence

from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Claim, Measure, QuantityMention, Sentence


def part_of(mention: QuantityMention, earlier: Sequence[Claim], sentence: Sentence, words: Vocabulary) -> str | None:
    """The id of the nearest earlier claim that a "including", "of whom" or "among them" makes the number a part of."""
    before = sentence.text[: mention.span.start - sentence.span.start].lower()
    after = sentence.text[mention.span.end - sentence.span.start :].lower().split()
    parts = words.lexicon.parts
    tail = " ".join(before.replace(",", " ").split()[-4:])
    marked = any(f" {cue} " in f" {tail} " for cue in parts.before) or any(
        " ".join(after).startswith(cue) for cue in parts.after
    )
    if not marked or (mention.measure is Measure.SHARE and not any(f" {c} " in f" {tail} " for c in parts.before)):
        return None
    pronoun = any(" ".join(after).startswith(cue) for cue in parts.after)
    siblings = {c.id: c.part_of for c in earlier if c.part_of is not None and sentence.span.covers(c.span)}
    for claim in reversed(earlier):
        if claim.id in siblings and not pronoun:
            return siblings[claim.id]
        here = sentence.span.covers(claim.span)
        if claim.quantity.unit not in ("money", "share") and (
            here or pronoun or " ".join(before.replace(",", " ").split()[:2]) in parts.opening
        ):
            return claim.id
    return None


def whole_after(
    mention: QuantityMention, following: QuantityMention | None, sentence: Sentence, words: Vocabulary
) -> bool:
    """Whether the next number is the whole of this one: "62 of the 87 drones", "4,000 soldiers, out of 12,000"."""
    if following is None:
        return False
    between = sentence.text[mention.span.end - sentence.span.start : following.span.start - sentence.span.start].lower()
    gap = " ".join(between.replace(",", " ").split())
    return any(
        gap == cue or gap.endswith(f" {cue}") or (gap.startswith(f"{cue} ") and len(gap.split()) <= 4)
        for cue in words.lexicon.parts.whole
    )


def whole_first(mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether a sentence opens with its whole: "Of the 151 people aboard, 132 were rescued"."""
    before = sentence.text[: mention.span.start - sentence.span.start].lower().split()
    points_back = any(word.strip(",") in words.lexicon.counted.pronouns for word in before)
    return (
        0 < len(before) <= 4
        and not points_back
        and any(" ".join(before).startswith(cue) for cue in words.lexicon.parts.wholes_first)
    )


def multiplies(
    mention: QuantityMention, earlier: Sequence[Claim], sentence: Sentence, words: Vocabulary
) -> Claim | None:
    """The claim a number stands "each of": "two brigades of up to 6,000 personnel each"."""
    after = sentence.text[mention.span.end - sentence.span.start :].lower()
    window = after.replace(",", " ").replace(".", " ").split()[:4]
    if not any(cue in window for cue in words.lexicon.parts.each):
        return None
    for claim in reversed(earlier):
        if sentence.span.covers(claim.span) and claim.quantity.unit not in ("money", "share"):
            return claim
    return None
