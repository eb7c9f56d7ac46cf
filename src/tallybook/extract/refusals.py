"""Numbers that are no claims, each with its reason."""

from __future__ import annotations

from tallybook.dates import DateMention
from tallybook.extract.counted import Counted
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Hedge, Measure, QuantityMention, Sentence, Token


def why_refused(
    mention: QuantityMention,
    counted: Counted | None,
    sentence: Sentence,
    words: Vocabulary,
    dates: tuple[DateMention, ...],
) -> str | None:
    """Why a number is no claim, or None where it may be one."""
    quantity = mention.quantity
    if any(d.span.touches(mention.core) for d in dates):
        return "part of a date"
    if mention.measure is Measure.PHYSICAL:
        return None if quantity.unit in words.lexicon.counted.goods else "a physical measure"
    if mention.measure not in (Measure.COUNT, Measure.MONEY, Measure.SHARE):
        return f"a number of kind {mention.measure.value}"
    if quantity.low == 0 and quantity.high == 0:
        return "zero"
    if mention.measure is Measure.SHARE and mention.change is not None:
        return "a change in percent"
    if counted is None:
        return "no word of the parse"
    if mention.measure is Measure.COUNT:
        return _why_not_counted(mention, counted, sentence, words)
    return None


def _why_not_counted(
    mention: QuantityMention, counted: Counted, sentence: Sentence, words: Vocabulary
) -> str | None:
    noun = counted.noun
    if noun is not None:
        if noun.lemma in words.lexicon.counted.skipped:
            return "not a thing that news counts"
        if noun.lemma in words.lexicon.counted.speakers and _speaks(noun, sentence, words):
            return "how many spoke"
        if mention.quantity.low == 1 and mention.quantity.hedge is Hedge.EXACT and counted.toll is None:
            return None if _befallen_one(noun, sentence, words) else "one as an article"
        return None
    if counted.toll is None and mention.quantity.hedge is not Hedge.VAGUE and mention.core.of_length_one():
        return "a bare numeral"
    return None


def _befallen_one(noun: Token, sentence: Sentence, words: Vocabulary) -> bool:
    return True


def _speaks(noun: Token, sentence: Sentence, words: Vocabulary) -> bool:
    head = sentence.head(noun)
    if head is None:
        return False
    if noun.dep == "nsubj" and head.lemma in words.lexicon.speech.verbs and not noun.passive:
        return bool(sentence.children(head, "ccomp", "parataxis")) or head.dep in ("parataxis", "conj", "root")
    return any(c.lower in ("to", "citing") for c in sentence.children(noun, "case"))
