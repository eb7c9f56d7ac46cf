"""Every claim through every check; what fails becomes a refusal."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tallybook.extract.discourse.article import Article
from tallybook.extract.proof.corrections import why_not_taken_back
from tallybook.extract.proof.dates import why_not_partial_time
from tallybook.extract.proof.events import why_not_event
from tallybook.extract.proof.numbers import (
    why_not_change,
    why_not_hedge,
    why_not_per,
    why_not_total,
    why_not_value,
)
from tallybook.extract.proof.page import Page, is_whole
from tallybook.extract.proof.speakers import why_not_origin, why_not_relays
from tallybook.extract.proof.units import why_not_unit
from tallybook.extract.vocabulary import vocabulary
from tallybook.lexicon.schema import Lexicon
from tallybook.model import Claim, Document, QuantityMention, Refusal
from tallybook.registry import Registry

_OF_NUMBERS: tuple[tuple[str, Callable[[Claim, QuantityMention, Page], str | None]], ...] = (
    ("value", why_not_value),
    ("hedge", why_not_hedge),
    ("change", why_not_change),
    ("unit", why_not_unit),
    ("per", why_not_per),
)
_OF_WORDS: tuple[tuple[str, Callable[[Claim, Page], str | None]], ...] = (
    ("event", why_not_event),
    ("origin", why_not_origin),
    ("relays", why_not_relays),
    ("total", why_not_total),
    ("taken_back", why_not_taken_back),
    ("partial_time", why_not_partial_time),
)
ALTERED = "document: its text is not the one that was read"
UNPROVEN = "not proven"


@dataclass(frozen=True, slots=True)
class Verified:
    """The claims that their words prove, and the others as refusals that name the field and why."""

    claims: tuple[Claim, ...]
    refusals: tuple[Refusal, ...]


def verify_claims(claims: Iterable[Claim], document: Document, *, lexicon: Lexicon, registry: Registry) -> Verified:
    """Tell the claims of one document that their evidence proves from those it does not.

    A claim that leans on a refused one (its whole, the number it takes its event from) is refused with it. The
    document's text is taken as it was read; whether it is that text tells `is_altered`.
    """
    return verify_page(claims, document, Article.of(document, vocabulary(lexicon, registry)))


def verify_page(claims: Iterable[Claim], document: Document, article: Article) -> Verified:
    """The same for a document whose names are known."""
    kept = tuple(claims)
    refusals: list[Refusal] = []
    while True:
        page = Page(document, article, kept)
        failed = {claim.id: why for claim in kept if (why := _why_unproven(claim, page)) is not None}
        if not failed:
            return Verified(kept, tuple(sorted(refusals, key=lambda refusal: refusal.span)))
        refusals += [_refused(claim, failed[claim.id]) for claim in kept if claim.id in failed]
        kept = tuple(claim for claim in kept if claim.id not in failed)


def _refused(claim: Claim, why: str) -> Refusal:
    return Refusal(document_id=claim.document_id, span=claim.span, reason=f"{UNPROVEN}: {why}")


def verify_claim(
    claim: Claim, document: Document, *, lexicon: Lexicon, registry: Registry, among: Iterable[Claim] = ()
) -> str | None:
    """Which field of a claim its evidence does not yield, and why; None for a claim that is proven.

    `among` are the other claims of the document, from which a claim may take over what it leaves out.
    """
    if is_altered(document):
        return ALTERED
    others = tuple(other for other in among if other.id != claim.id)
    article = Article.of(document, vocabulary(lexicon, registry))
    return _why_unproven(claim, Page(document, article, (*others, claim)))


def is_altered(document: Document) -> bool:
    """Whether the text is another than the one that was read."""
    return hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest() != document.content_hash


def _why_unproven(claim: Claim, page: Page) -> str | None:
    misplaced = _why_misplaced(claim, page)
    if misplaced is not None:
        return misplaced
    mention = page.mention(claim)
    if mention is None:
        return f"value: {page.shown([claim.core])} is no number of its sentence"
    for field, check in _OF_NUMBERS:
        if (why := check(claim, mention, page)) is not None:
            return f"{field}: {why}"
    for field, check_words in _OF_WORDS:
        if (why := check_words(claim, page)) is not None:
            return f"{field}: {why}"
    return None


def _why_misplaced(claim: Claim, page: Page) -> str | None:
    """Why a claim does not stand where it says it does; None where it does."""
    if claim.document_id != page.document.id:
        return "document: it is another one"
    if claim.id != f"{claim.document_id}:{claim.core.start}-{claim.core.end}":
        return "id: it is not the place of the numeral"
    if not claim.sentence.covers(claim.span) or not claim.span.covers(claim.core):
        return "span: the number does not lie in its sentence"
    if not any(block.span.covers(claim.sentence) for block in page.blocks):
        return "sentence: it does not lie in the article"
    spans = (span for proof in claim.evidence.values() if not isinstance(proof, str) for span in proof)
    if not all(is_whole(span, page.text) for span in spans):
        return "evidence: no words stand there"
    whole = {claim.part_of, claim.each_of} - {None}
    return None if whole <= page.by_id.keys() - {claim.id} else "part_of: what it is a part of is no claim"
