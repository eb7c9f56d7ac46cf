"""The number itself, read again from its sentence: bounds, hedge, currency, direction and period."""

from __future__ import annotations

import re

from tallybook.extract.proof.page import Page, within
from tallybook.extract.reasons import NO_HEDGE
from tallybook.model import Claim, Product, Proof, QuantityMention, Span
from tallybook.quantity.tables import tables_of

_WORD = re.compile(r"[^\W\d_]+")


def why_not_value(claim: Claim, mention: QuantityMention, page: Page) -> str | None:
    """Why bounds, currency or direction are not what the numeral says; None where they are."""
    claimed, read = claim.quantity, mention.quantity
    if claim.evidence.get("value") != (claim.core,):
        return "its words are not the numeral"
    if within(claim.span, claim.sentence) != mention.span:
        return "the words of the number are others"
    if (claimed.low, claimed.high) != (read.low, read.high):
        return f"{page.shown([claim.span])} is {_bounds(read.low, read.high)}, not {_bounds(claimed.low, claimed.high)}"
    return None if claimed.currency == read.currency else f"the currency is {read.currency}, not {claimed.currency}"


def why_not_hedge(claim: Claim, mention: QuantityMention, page: Page) -> str | None:
    """Why the hedge is not what the words by the number say; None where it is."""
    if claim.quantity.hedge is not mention.quantity.hedge:
        return f"{page.shown([claim.span])} is {mention.quantity.hedge}, not {claim.quantity.hedge}"
    return None if _stands(claim.evidence.get("hedge"), mention.hedge_span, claim) else "its words are not the hedge"


def _stands(proof: Proof | None, hedge: Span | None, claim: Claim) -> bool:
    if hedge is None or proof is None or isinstance(proof, str):
        return hedge is None and proof == NO_HEDGE
    return [within(span, claim.sentence) for span in proof] == [hedge]


def why_not_change(claim: Claim, mention: QuantityMention, _page: Page) -> str | None:
    """Why the number is no such change; None where it is what is claimed."""
    return None if claim.change == mention.change else f"the words tell {mention.change or 'no change'}"


def why_not_per(claim: Claim, mention: QuantityMention, page: Page) -> str | None:
    """Why the period is not what the words of the rate say; None where it is."""
    per, proof = claim.quantity.per, claim.evidence.get("per")
    if per is None or proof is None or isinstance(proof, str):
        return None if per is None and proof is None and mention.quantity.per is None else "no words tell that rate"
    if not all(claim.sentence.covers(span) for span in proof):
        return "its words stand in another sentence"
    told = {_period(span.of(page.text), page) for span in proof}
    return None if told == {per} else f"{page.shown(proof)} does not tell it"


def _period(told: str, page: Page) -> str | None:
    """The period that "a day", "monthly" or "per hour" ends with."""
    words = _WORD.findall(told.lower())
    counted, lexicon = page.words.lexicon.counted, page.words.lexicon
    leads = {*counted.each, *lexicon.quantity.rates.leads, *lexicon.quantity.rates.articles}
    if not words or any(word not in leads for word in words[:-1]):
        return None
    tables = tables_of(lexicon)
    listed = (*counted.periods.items(), *counted.period_adjectives.items())
    named = {word: period for period, known in listed for word in known}
    return _named(words[-1], named, tables.periods, tables.adverbs)


def _named(word: str, *tables: dict[str, str]) -> str | None:
    return next((table[word] for table in tables if word in table), None)


def why_not_total(claim: Claim, page: Page) -> str | None:
    """Why a product is not that of its two numbers; None where it is, or where there is none."""
    each = page.by_id.get(claim.each_of) if claim.each_of is not None else None
    if each is None:
        return None if claim.total is None and claim.each_of is None else "what multiplies it is no claim"
    times = each.quantity.low or each.quantity.high
    low, high = claim.quantity.low, claim.quantity.high
    product = Product(
        low=low * times if low is not None and times is not None else None,
        high=high * times if high is not None and times is not None else None,
    )
    return None if claim.total == product else "it is not the product"


def _bounds(low: object, high: object) -> str:
    return str(low) if low == high else f"{low} to {high}"
