"""Values of the model as rows of the tables, and back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import fields, replace

from tallybook.batch.tables import Row
from tallybook.copies import Sketch, sketch_of
from tallybook.errors import UnreadableInput
from tallybook.ledger.codec import decode, encode
from tallybook.model import Claim, Denial, Document, Number, PartialDate, Refusal, Span

_SKETCH = tuple(field.name for field in fields(Sketch))


def document_row(document: Document, *, where: str) -> Row:
    """A document with its text. Raises UnreadableInput where the text is not Unicode, as no table could hold it."""
    try:
        document.text.encode()
    except UnicodeEncodeError as error:
        raise UnreadableInput(
            "the text is not Unicode", where=where, why=str(error), hint="save the page again as UTF-8"
        ) from error
    return {
        "id": document.id,
        "url": document.url,
        "path": document.path,
        "title": document.title,
        "outlet": document.outlet,
        "author": document.author,
        "language": document.language,
        "published": _day(document.published),
        "published_how": document.published.how if document.published else None,
        "content_hash": document.content_hash,
        "text": document.text,
        "record": encode(replace(document, text=""), where=where),
    }


def claim_row(claim: Claim, document: Document) -> Row:
    """A claim with what a query asks of its page. `relay` are those who passed it on, nearest to the origin first."""
    quantity = claim.quantity
    return {
        "id": claim.id,
        **_page(document),
        "low": _float(quantity.low),
        "high": _float(quantity.high),
        "hedge": quantity.hedge.value,
        "unit": quantity.unit,
        "per": quantity.per,
        "currency": quantity.currency,
        "group": claim.group,
        "event": claim.event,
        "kind": claim.kind.value,
        "modality": claim.modality.value,
        "change": claim.change,
        "origin": claim.attribution.origin,
        "relay": "; ".join(claim.attribution.relays) or None,
        "time_from": claim.time.start if claim.time else None,
        "time_to": claim.time.end if claim.time else None,
        "place": claim.place,
        "part_of": claim.part_of,
        "each_of": claim.each_of,
        **_words(document, claim.span, claim.sentence),
        "record": encode(claim, where=claim.id),
    }


def denial_row(denial: Denial, document: Document) -> Row:
    """A denial, an evasive answer or a zero."""
    return {
        "id": denial.id,
        **_page(document),
        "kind": denial.kind.value,
        "speaker": denial.speaker,
        "event": denial.event,
        **_words(document, denial.span, denial.sentence),
        "record": encode(denial, where=denial.id),
    }


def refusal_row(refusal: Refusal, document: Document) -> Row:
    """A number that became no claim."""
    return {
        "what": "number",
        "where": document.path or document.url or document.id,
        "document": refusal.document_id,
        "text": refusal.span.of(document.text),
        "span_start": refusal.span.start,
        "span_end": refusal.span.end,
        "reason": refusal.reason,
    }


def page_refusal_row(error: UnreadableInput) -> Row:
    """A page, or an input, that gave no document."""
    reason = f"{error.what} ({error.why})" if error.why else error.what
    words = {"what": "page", "where": error.where, "reason": reason, "hint": error.hint}
    return {key: value.encode(errors="backslashreplace").decode() for key, value in words.items()}


def sketch_row(document: Document) -> Row:
    """What of a document is kept to find its copies."""
    sketch = sketch_of(document)
    return {name: getattr(sketch, name) for name in _SKETCH}


def document_of(row: Row) -> Document:
    """The document of a row with `text` and `record`. Raises BookError for a record this program does not know."""
    return replace(decode(row["record"], Document, where=row["id"]), text=row["text"])


def claim_of(row: Row) -> Claim:
    """The claim of a row. Raises BookError as above."""
    return decode(row["record"], Claim, where=row["id"])


def denial_of(row: Row) -> Denial:
    """The denial of a row. Raises BookError as above."""
    return decode(row["record"], Denial, where=row["id"])


def refusal_of(row: Row) -> Refusal:
    """The refusal of a row about a number."""
    return Refusal(document_id=row["document"], span=Span(row["span_start"], row["span_end"]), reason=row["reason"])


def _page(document: Document) -> Mapping[str, object]:
    return {
        "document": document.id,
        "url": document.url,
        "outlet": document.outlet,
        "published": _day(document.published),
        "language": document.language,
    }


def _words(document: Document, span: Span, sentence: Span) -> Mapping[str, object]:
    return {
        "text": span.of(document.text),
        "sentence": sentence.of(document.text),
        "span_start": span.start,
        "span_end": span.end,
        "sentence_start": sentence.start,
        "sentence_end": sentence.end,
    }


def _float(bound: Number | None) -> float | None:
    return None if bound is None else float(bound)


def _day(date: PartialDate | None) -> dt.date | None:
    return date.date() if date is not None else None
