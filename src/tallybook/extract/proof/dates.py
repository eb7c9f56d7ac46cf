"""A day without its year, read again from its words."""

from __future__ import annotations

from tallybook.dates import read_dates
from tallybook.extract.proof.page import Page, within
from tallybook.model import Claim, PartialDate, Span


def why_not_partial_time(claim: Claim, page: Page) -> str | None:
    """Why the words of a day without a year are not those of the claim; None where they are, or where it has none."""
    told, proof = claim.partial_time, claim.evidence.get("time")
    if told is None:
        shown = proof is not None and not isinstance(proof, str) and claim.time is None
        return "its words tell days that the claim has not" if shown else None
    if claim.time is not None:
        return "the claim has a full date beside"
    if proof is None or isinstance(proof, str) or proof != (told.span,):
        return "no words tell it"
    read = _read(proof[0], claim, page)
    if read is None or (read.year, read.month, read.day) != (told.year, told.month, told.day):
        return f"{page.shown(proof)} does not tell it"
    return None


def _read(words: Span, claim: Claim, page: Page) -> PartialDate | None:
    """What the sentence's date that stands at these words tells without any other day to count from."""
    place = within(words, claim.sentence)
    dates = read_dates(claim.sentence.of(page.text), page.words.lexicon, anchor=None)
    return next((date.partial for date in dates if date.span == place), None)
