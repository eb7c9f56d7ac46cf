"""Small documents and claims that tests put things together from."""

from __future__ import annotations

import hashlib
from typing import Any

from tallybook.model import (
    Attribution,
    Block,
    BlockKind,
    Claim,
    ClaimKind,
    Document,
    Modality,
    Quantity,
    Span,
)


def document_of(words: str, **fields: Any) -> Document:
    """A page of these words in one block; other fields as they are given."""
    content_hash = hashlib.sha256(words.encode()).hexdigest()
    whole = Block(span=Span(0, len(words)), kind=BlockKind.BODY, why="plain text")
    defaults = {"id": content_hash[:12], "path": "a.txt"}
    return Document(**{**defaults, "text": words, "content_hash": content_hash, "blocks": (whole,), **fields})


def claim_at(document: Document, core: Span, **fields: Any) -> Claim:
    """So many people killed, as the digits at a place of a document say; other fields as they are given."""
    value = int(core.of(document.text))
    defaults: dict[str, Any] = {
        "id": f"{document.id}:{core.start}-{core.end}",
        "span": core,
        "core": core,
        "sentence": Span(0, len(document.text)),
        "quantity": Quantity(low=value, high=value, unit="person"),
        "event": "killed",
        "kind": ClaimKind.TOTAL,
        "modality": Modality.REPORTED,
        "attribution": Attribution(origin="civil defence"),
        "evidence": {"value": (core,), "unit": "inferred from the event"},
    }
    return Claim(**{**defaults, "document_id": document.id, **fields})
