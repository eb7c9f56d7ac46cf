"""What an edit changes: single fields of a claim, so that another edit of another field stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from tallybook.model import Claim

Path = tuple[str, ...]
"""A field of a claim, or a field of its quantity, its attribution or its evidence: `("quantity", "low")`."""

ANCHORED = frozenset({"id", "document_id", "core"})
"""What makes it this claim and not another."""

PARTS = ("quantity", "attribution")
PROOF_OF = {"low": "value", "high": "value", "currency": "value"}
"""The key of the proof of a field, where it is not the field's own name."""

PROVEN = frozenset({"value", "hedge", "unit", "event", "per", "origin", "relays", "group", "time", "place"})


def changes(before: Claim, after: Claim) -> dict[Path, Any]:
    """The fields in which a claim differs, with their later value; a proof that is gone has None."""
    old, new = dict(_leaves(before)), dict(_leaves(after))
    return {path: new.get(path) for path in {**old, **new} if old.get(path) != new.get(path)}


def changed(claim: Claim, found: Mapping[Path, Any]) -> Claim:
    """The claim with these fields."""
    whole = {path[0]: value for path, value in found.items() if len(path) == 1}
    for part in PARTS:
        own = {path[1]: value for path, value in found.items() if path[0] == part}
        whole[part] = replace(getattr(claim, part), **own)
    proofs = {**claim.evidence, **{path[1]: value for path, value in found.items() if path[0] == "evidence"}}
    return replace(claim, **whole, evidence={key: proof for key, proof in proofs.items() if proof is not None})


def with_reasons(found: Mapping[Path, Any], reason: str) -> dict[Path, Any]:
    """The changes with `reason` as the proof of every field for which they bring none."""
    proofs: dict[Path, Any] = {
        ("evidence", key): None if value is None and key not in ("value", "hedge") else reason
        for path, value in found.items()
        for key in (PROOF_OF.get(path[-1], path[-1]),)
        if path[0] != "evidence" and key in PROVEN
    }
    return {**proofs, **found}


def _leaves(claim: Claim) -> Iterator[tuple[Path, Any]]:
    for field in fields(Claim):
        value = getattr(claim, field.name)
        if field.name in PARTS:
            yield from (((field.name, inner.name), getattr(value, inner.name)) for inner in fields(value))
        elif field.name == "evidence":
            yield from ((("evidence", key), proof) for key, proof in value.items())
        elif field.name not in ANCHORED:
            yield (field.name,), value
