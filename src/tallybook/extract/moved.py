"""What was read in a plain text, with its spans in the text that was given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tallybook.extract.claims import Extraction
from tallybook.model import Claim, Denial, PartialDate, Proof, Refusal, Span

Back = Callable[[Span], Span]


def moved_back(extraction: Extraction, back: Back) -> Extraction:
    """The same claims, denials and refusals, every span led back, ids and links after them."""
    ids = {claim.id: _id(claim.document_id, back(claim.core)) for claim in extraction.claims}
    return Extraction(
        claims=tuple(_claim(claim, back, ids) for claim in extraction.claims),
        denials=tuple(_denial(denial, back) for denial in extraction.denials),
        refusals=tuple(_refusal(refusal, back) for refusal in extraction.refusals),
    )


def _id(document: str, place: Span) -> str:
    return f"{document}:{place.start}-{place.end}"


def _claim(claim: Claim, back: Back, ids: dict[str, str]) -> Claim:
    return replace(
        claim,
        id=ids[claim.id],
        span=back(claim.span),
        core=back(claim.core),
        sentence=back(claim.sentence),
        part_of=ids.get(claim.part_of) if claim.part_of else None,
        each_of=ids.get(claim.each_of) if claim.each_of else None,
        condition=back(claim.condition) if claim.condition else None,
        taken_back=back(claim.taken_back) if claim.taken_back else None,
        partial_time=_date(claim.partial_time, back) if claim.partial_time else None,
        evidence={field: _proof(proof, back) for field, proof in claim.evidence.items()},
    )


def _denial(denial: Denial, back: Back) -> Denial:
    return replace(
        denial,
        id=_id(denial.document_id, back(denial.span)),
        span=back(denial.span),
        sentence=back(denial.sentence),
        evidence={field: _proof(proof, back) for field, proof in denial.evidence.items()},
    )


def _date(date: PartialDate, back: Back) -> PartialDate:
    return replace(date, span=back(date.span)) if date.span else date


def _refusal(refusal: Refusal, back: Back) -> Refusal:
    return replace(refusal, span=back(refusal.span))


def _proof(proof: Proof, back: Back) -> Proof:
    return proof if isinstance(proof, str) else tuple(back(span) for span in proof)
