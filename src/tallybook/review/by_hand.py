"""Claims that a person finds: on a page, where the program read none, or on no page at all."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace

from tallybook.model import (
    AddByHand,
    AddMissed,
    Anchor,
    Block,
    BlockKind,
    Claim,
    Document,
    KeptFile,
    Medium,
    PartialDate,
    Proof,
    Span,
)

NOT_DERIVABLE = "noted by hand, not re-derivable"
"""Why the fields of a claim by hand are what they are."""

READ_BY_PERSON = "as a person read it"
"""The same of a claim that stands on a page, and of an edited field."""


def add_missed(document: Document, claim: Claim) -> AddMissed:
    """The act that adds a claim whose number stands at its `core` in a document; id and document are filled in.

    Raises ValueError where a span of it is empty or ends after the text.
    """
    for span in (claim.core, claim.span, claim.sentence):
        if not len(span) or span.end > len(document.text):
            raise ValueError(f"{span.start}-{span.end} is no stretch of document {document.id!r}")
    return AddMissed(anchor=Anchor(document.content_hash, claim.core), reading=_placed(claim, document, READ_BY_PERSON))


def add_by_hand(
    words: str, claim: Claim, *, medium: Medium, seen: dt.datetime, outlet: str | None = None,
    url: str | None = None, file: KeptFile | None = None,
) -> AddByHand:  # fmt: skip
    """The act that adds a claim from `words` as they were heard or seen; id, document and spans are filled in.

    Raises ValueError where there are no words, or `seen` names no time zone.
    """
    if not words.strip():
        raise ValueError("a claim by hand needs the words it is from")
    if seen.utcoffset() is None:
        raise ValueError(f"the time it was seen needs a time zone: {seen}")
    document, told = _record(words, medium=medium, seen=seen, outlet=outlet, url=url)
    reading = _placed(replace(claim, core=told, span=told, sentence=told), document, NOT_DERIVABLE)
    return AddByHand(
        anchor=Anchor(document.content_hash, told),
        reading=reading,
        document=document,
        medium=medium,
        seen=seen,
        file=file,
    )


def _record(
    words: str, *, medium: Medium, seen: dt.datetime, outlet: str | None, url: str | None
) -> tuple[Document, Span]:
    """A document that says where the words are from, and then the words; the same words at another time are another."""
    head = f"{medium.value.capitalize()}, {seen.astimezone(dt.UTC):%Y-%m-%d %H:%M} UTC"
    text = f"{head}\n\n{words}"
    told = Span(len(head) + 2, len(text))
    content_hash = hashlib.sha256(text.encode()).hexdigest()
    document = Document(
        id=content_hash[:12],
        text=text,
        content_hash=content_hash,
        blocks=(
            Block(span=Span(0, len(head)), kind=BlockKind.FURNITURE, why=NOT_DERIVABLE),
            Block(span=told, kind=BlockKind.BODY, why=NOT_DERIVABLE),
        ),
        outlet=outlet,
        url=url,
        published=PartialDate(year=seen.year, month=seen.month, day=seen.day, how=f"{medium.value} of that day"),
    )
    return document, told


def _placed(claim: Claim, document: Document, why: str) -> Claim:
    """The claim in its document, with `why` as the proof of every field for which it brings none."""
    values = {
        "value": claim.quantity,
        "hedge": claim.quantity.hedge,
        "unit": claim.quantity.unit,
        "per": claim.quantity.per,
        "event": claim.event,
        "origin": claim.attribution.origin,
        "relays": claim.attribution.relays,
        "group": claim.group,
        "time": claim.time,
        "place": claim.place,
    }
    reasons: dict[str, Proof] = {key: why for key, value in values.items() if value}
    name = f"{document.id}:{claim.core.start}-{claim.core.end}"
    return replace(claim, id=name, document_id=document.id, evidence={**reasons, **claim.evidence})
