"""Numbers that are no claims, each with its reason."""

from __future__ import annotations

from tallybook.dates import DateMention
from tallybook.extract.counted import Number
from tallybook.extract.events import OTHER, Befallen
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Claim, Hedge, Measure, QuantityMention, Sentence, Token

_OLDEST = 115
_SMALL = 12
"""Up to which a number without a noun is often no number of what was counted before."""
_FEW = 10
"""Up to which a number behind a definite article counts what has been told."""
_SMALLEST_SUM = 1000
"""Below which a sum of money that went to nobody is a price."""
_TAKEN = (Measure.COUNT, Measure.MONEY, Measure.SHARE)
NO_WORD = "no word of the parse"


def why_no_quantity(mention: QuantityMention, dates: tuple[DateMention, ...], words: Vocabulary) -> str | None:
    """Why a mention is no claim, whatever stands around it, or None where it may be one."""
    quantity = mention.quantity
    if any(d.span.touches(mention.core) for d in dates):
        return "part of a date"
    if mention.measure is Measure.PHYSICAL:
        return None if quantity.unit in words.lexicon.counted.goods else "a physical measure"
    if mention.measure not in _TAKEN:
        return f"a number of kind {mention.measure.value}"
    if quantity.low == 0 and quantity.high == 0:
        return "zero"
    if mention.measure is Measure.SHARE and mention.change is not None:
        return "a change in percent"
    return None


def why_not_counted(number: Number, befallen: Befallen, earlier: Claim | None) -> str | None:
    """Why a count is no claim for what it counts, or None where it may be one."""
    if number.mention.measure is not Measure.COUNT:
        return _why_only_measured(number, befallen)
    noun = number.counted.noun
    return _why_bare(number, befallen, earlier) if noun is None else _why_not_noun(noun, number, befallen)


def _why_only_measured(number: Number, befallen: Befallen) -> str | None:
    """ "a loaf costs €2.40", "the probe weighs 6 tonnes": small sums and weights that befell nothing."""
    quantity, listed = number.mention.quantity, number.words.lexicon.counted
    if befallen.event != OTHER:
        return None
    if number.mention.measure is Measure.MONEY and (quantity.high or quantity.low or 0) < _SMALLEST_SUM:
        return "a price"
    weighs = any(a.lemma in listed.measuring_verbs for a in number.sentence.ancestors(number.counted.anchor))
    return "a physical measure" if number.mention.measure is Measure.PHYSICAL and weighs else None


def _why_bare(number: Number, befallen: Befallen, earlier: Claim | None) -> str | None:
    if _is_age(number.mention, number.sentence):
        return "an age"
    untold = number.counted.toll is None and befallen.event == OTHER
    return "a bare numeral" if untold and (earlier is None or _is_stray(number)) else None


def _is_stray(number: Number) -> bool:
    """ "many marchers took two": a small number that nobody says or puts repeats no number before it."""
    quantity = number.mention.quantity
    if quantity.hedge is not Hedge.EXACT or (quantity.low or 0) > _SMALL or number.counted.noun is not None:
        return False
    lexicon = number.words.lexicon
    before = next((t for t in reversed(number.sentence.tokens) if t.span.end <= number.mention.span.start), None)
    told = lexicon.speech.verbs | lexicon.events.toll_verbs
    return before is not None and before.pos == "VERB" and before.lemma not in told


def _why_not_noun(noun: Token, number: Number, befallen: Befallen) -> str | None:
    listed, quantity = number.words.lexicon.counted, number.mention.quantity
    if noun.lemma in listed.skipped:
        return "not a thing that news counts"
    if noun.lemma in listed.speakers and _speaks(noun, number.sentence, number.words):
        return "how many spoke"
    if befallen.event == OTHER and _is_known_set(noun, number):
        return "counts what has been told"
    if quantity.low == 1 and quantity.hedge is Hedge.EXACT and befallen.event == OTHER:
        return "one as an article"
    return None


def _is_age(mention: QuantityMention, sentence: Sentence) -> bool:
    """ "said Halyna, 61." """
    before = [t for t in sentence.tokens if t.span.end <= mention.span.start][-2:]
    after = next((t for t in sentence.tokens if t.span.start >= mention.span.end), None)
    plain = mention.quantity.hedge is Hedge.EXACT and 0 < (mention.quantity.low or 0) < _OLDEST
    apart = len(before) == 2 and before[1].text == "," and before[0].text[:1].isupper()
    return plain and apart and (after is None or after.text in ",.")


def _is_known_set(noun: Token, number: Number) -> bool:
    """ "the two trials", "both of the three ministers": a small number behind a definite article tells nothing new."""
    definite = number.words.lexicon.counted.definite
    determiners = (c for c in number.sentence.children(noun, "det") if c.pos == "DET" and c.index < noun.index)
    quantity = number.mention.quantity
    few = quantity.hedge is Hedge.EXACT and (quantity.low or 0) <= _FEW
    return few and any(c.lower in definite for c in determiners)


def _speaks(noun: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """ "Two officials said", "according to three residents", "citing four sources"."""
    speech, head = words.lexicon.speech, sentence.head(noun)
    if head is None:
        return False
    if noun.dep == "nsubj" and head.lemma in speech.verbs and not noun.passive:
        return True
    led = any(c.lower in speech.according_cases for c in sentence.children(noun, "case"))
    according = led and any(t.lower in speech.according_words for t in sentence.tokens)
    return according or head.lemma in speech.cite
