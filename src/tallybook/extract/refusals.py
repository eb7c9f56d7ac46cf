"""Numbers that are no claims, each with its reason."""

from __future__ import annotations

from tallybook.dates import DateMention
from tallybook.extract.counted import Counted
from tallybook.extract.events import OTHER, Befallen
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Claim, Hedge, Measure, QuantityMention, Sentence, Token


def why_refused(
    mention: QuantityMention,
    counted: Counted | None,
    sentence: Sentence,
    befallen: Befallen | None,
    words: Vocabulary,
    dates: tuple[DateMention, ...],
    earlier: Claim | None,
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
    if counted is None or befallen is None:
        return "no word of the parse"
    if mention.measure is Measure.COUNT:
        return _why_not_counted(mention, counted, befallen, earlier, sentence, words)
    return None


def _why_not_counted(
    mention: QuantityMention,
    counted: Counted,
    befallen: Befallen,
    earlier: Claim | None,
    sentence: Sentence,
    words: Vocabulary,
) -> str | None:
    noun = counted.noun
    if noun is None:
        if _is_age(mention, sentence):
            return "an age"
        bare = counted.toll is None and befallen.event == OTHER and earlier is None
        return "a bare numeral" if bare else None
    if noun.lemma in words.lexicon.counted.skipped:
        return "not a thing that news counts"
    if noun.lemma in words.lexicon.counted.speakers and _speaks(noun, sentence, words):
        return "how many spoke"
    if befallen.event == OTHER and _is_known_set(noun, mention, sentence):
        return "counts what has been told"
    if mention.quantity.low == 1 and mention.quantity.hedge is Hedge.EXACT and befallen.event == OTHER:
        return "one as an article"
    return None


def _is_age(mention: QuantityMention, sentence: Sentence) -> bool:
    """ "said Halyna, 61." """
    before = [t for t in sentence.tokens if t.span.end <= mention.span.start][-2:]
    after = next((t for t in sentence.tokens if t.span.start >= mention.span.end), None)
    plain = mention.quantity.hedge is Hedge.EXACT and 0 < (mention.quantity.low or 0) < _OLDEST
    apart = len(before) == 2 and before[1].text == "," and before[0].text[:1].isupper()
    return plain and apart and (after is None or after.text in ",.")


_OLDEST = 115
_FEW = 10


def _is_known_set(noun: Token, mention: QuantityMention, sentence: Sentence) -> bool:
    """ "the two trials", "both of the three ministers": a small number behind a definite article tells nothing new."""
    article = any(
        c.pos == "DET" and c.lower in ("the", "these", "those") and c.index < noun.index
        for c in sentence.children(noun, "det")
    )
    return article and mention.quantity.hedge is Hedge.EXACT and (mention.quantity.low or 0) <= _FEW


def _speaks(noun: Token, sentence: Sentence, words: Vocabulary) -> bool:
    head = sentence.head(noun)
    if head is None:
        return False
    if noun.dep == "nsubj" and head.lemma in words.lexicon.speech.verbs and not noun.passive:
        return True
    cases = {c.lower for c in sentence.children(noun, "case")}
    return (
        bool(cases & {"to"}) and "according" in {t.lower for t in sentence.tokens}
    ) or head.lemma in words.lexicon.speech.cite
