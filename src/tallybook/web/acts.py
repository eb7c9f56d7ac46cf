"""What a request asks to decide, as the act it means in a book as it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any

from tallybook.model import (
    Accept,
    Act,
    Anchor,
    Assign,
    Attribution,
    Check,
    Claim,
    DifferentStatement,
    Document,
    Edit,
    Exclude,
    Grade,
    KeptFile,
    Merge,
    Move,
    Note,
    Period,
    Picture,
    Quantity,
    Reject,
    Rename,
    SameStatement,
    Settle,
    Span,
    Split,
)
from tallybook.review import add_by_hand, add_missed
from tallybook.web import bodies as b
from tallybook.web.problems import Problem
from tallybook.web.sentences import sentence_around
from tallybook.web.standing import Standing

_QUANTITY = frozenset(field.name for field in fields(Quantity))
_ATTRIBUTION = frozenset(field.name for field in fields(Attribution))
_UNKNOWN_CLAIM = "there is no claim at this anchor"


@dataclass(frozen=True, kw_only=True)
class Scene:
    """What acts are about: the book as it stands, and the last picture, None where none was worked out."""

    standing: Standing
    picture: Picture | None


def act_of(body: b.AnyAct, scene: Scene) -> Act:
    """The act that a request asks for; an undo is made by `review.undo` instead.

    Raises Problem where what it names is not in the book, and ValueError where it makes no sense.
    """
    return _MAKERS[type(body)](body, scene)


def anchor_at(text: str) -> Anchor:
    """The anchor that a text names. Raises ValueError where it ends before it starts.

    >>> str(anchor_at("ab12:3-5"))
    'ab12:3-5'
    """
    content_hash, _, core = text.partition(":")
    start, _, end = core.partition("-")
    return Anchor(content_hash, Span(int(start), int(end)))


def claim_at(anchor: Anchor, standing: Standing) -> Claim:
    """The claim as decided, else as it was read, else as it was when it was rejected. Raises Problem for none."""
    decided = standing.on_page(anchor.content_hash)
    verdict = decided.desk.verdicts.get(anchor)
    rejected = verdict.act.reading if verdict and isinstance(verdict.act, Reject) else None
    found = decided.claims.get(anchor) or decided.claims_read.get(anchor) or rejected
    if found is None:
        raise Problem(404, _UNKNOWN_CLAIM)
    return found


def _accept(body: b.AcceptBody, scene: Scene) -> Act:
    anchor = anchor_at(body.anchor)
    return Accept(anchor=anchor, reading=claim_at(anchor, scene.standing))


def _reject(body: b.RejectBody, scene: Scene) -> Act:
    anchor = anchor_at(body.anchor)
    return Reject(anchor=anchor, reading=claim_at(anchor, scene.standing), why=body.why)


def _edit(body: b.EditBody, scene: Scene) -> Act:
    anchor = anchor_at(body.anchor)
    before = claim_at(anchor, scene.standing)
    after = with_fields(before, body.changes)
    _refuse_outside(after, scene.standing.documents.get(before.document_id))
    if after == before:
        raise ValueError("nothing is changed")
    return Edit(anchor=anchor, before=before, after=after)


def _add_missed(body: b.AddMissedBody, scene: Scene) -> Act:
    document = scene.standing.documents.get(body.document)
    if document is None:
        raise Problem(404, "there is no such document")
    core = Span(*body.core)
    if Anchor(document.content_hash, core) in scene.standing.claims:
        raise ValueError("there is a claim at these words already")
    claim = with_fields(_blank(core, sentence_around(document, core)), body.claim)
    _refuse_outside(claim, document)
    return add_missed(document, claim)


def _add_by_hand(body: b.AddByHandBody, scene: Scene) -> Act:
    file = KeptFile(name=body.file_name or "file", sha256=body.file) if body.file else None
    if body.claim.evidence or body.claim.span or body.claim.sentence:
        raise ValueError("the words of a claim by hand prove all of it: it takes no spans")
    claim = with_fields(_blank(Span(0, 1), Span(0, 1)), body.claim)
    return add_by_hand(
        body.words, claim, medium=body.medium, seen=body.seen_at, outlet=body.outlet, url=body.url, file=file
    )


def _grade(body: b.GradeBody, scene: Scene) -> Act:
    assessed = scene.picture.assessed if scene.picture else ()
    was = next((one.grade for one in assessed if one.source == body.source), None)
    return Grade(source=body.source, grade=body.grade, was=was)


def _settle(body: b.SettleBody, scene: Scene) -> Act:
    if scene.picture is None or all(one.id != body.finding for one in scene.picture.findings):
        raise Problem(404, "there is no such finding")
    return Settle(finding=body.finding, why=body.why)


def _rename(body: b.RenameBody, scene: Scene) -> Act:
    anchor = _known(body.anchor, scene)
    claim = claim_at(anchor, scene.standing).id
    series = scene.picture.series if scene.picture else ()
    was = next((one.title for one in series if claim in one.claims), None)
    return Rename(anchor=anchor, title=body.title, was=was)


def _split(body: b.SplitBody, scene: Scene) -> Act:
    return Split(anchors=tuple(dict.fromkeys(_known(one, scene) for one in body.anchors)))


def _merge(body: b.MergeBody, scene: Scene) -> Act:
    return Merge(**_two(body.anchor, "into", body.into, scene))


def _move(body: b.MoveBody, scene: Scene) -> Act:
    return Move(**_two(body.anchor, "to", body.to, scene))


def _same(body: b.SameStatementBody, scene: Scene) -> Act:
    return SameStatement(**_two(body.anchor, "other", body.other, scene))


def _different(body: b.DifferentStatementBody, scene: Scene) -> Act:
    return DifferentStatement(**_two(body.anchor, "other", body.other, scene))


_MAKERS: dict[type, Callable[[Any, Scene], Act]] = {
    b.AcceptBody: _accept,
    b.RejectBody: _reject,
    b.EditBody: _edit,
    b.AddMissedBody: _add_missed,
    b.AddByHandBody: _add_by_hand,
    b.GradeBody: _grade,
    b.SettleBody: _settle,
    b.RenameBody: _rename,
    b.SplitBody: _split,
    b.MergeBody: _merge,
    b.MoveBody: _move,
    b.SameStatementBody: _same,
    b.DifferentStatementBody: _different,
    b.ExcludeBody: lambda body, scene: Exclude(anchor=_known(body.anchor, scene), why=body.why),
    b.NoteBody: lambda body, scene: Note(anchor=_known(body.anchor, scene), text=body.text),
    b.AssignBody: lambda body, scene: Assign(anchor=_known(body.anchor, scene), to=body.to),
    b.CheckBody: lambda body, scene: Check(anchor=_known(body.anchor, scene), state=body.state),
}


def _known(text: str, scene: Scene) -> Anchor:
    anchor = anchor_at(text)
    claim_at(anchor, scene.standing)
    return anchor


def _two(text: str, role: str, other: str, scene: Scene) -> dict[str, Anchor]:
    first, second = _known(text, scene), _known(other, scene)
    if first == second:
        raise ValueError("both anchors are those of one claim")
    return {"anchor": first, role: second}


def with_fields(claim: Claim, changes: b.ClaimFields) -> Claim:
    """The claim with those fields that were sent.

    Raises ValueError for a span or a period that ends before it starts, and for bounds the wrong way round.
    """
    given = {name: getattr(changes, name) for name in changes.model_fields_set}
    for name in ("span", "sentence"):
        if name in given:
            given[name] = Span(*given[name]) if given[name] is not None else getattr(claim, name)
    if given.get("time") is not None:
        given["time"] = Period(given["time"].start, given["time"].end)
    if "relays" in given:
        given["relays"] = tuple(given["relays"])
    spans = {key: tuple(Span(*one) for one in proof) for key, proof in given.pop("evidence", {}).items()}
    quantity = replace(claim.quantity, **{name: given.pop(name) for name in _QUANTITY & given.keys()})
    attribution = replace(claim.attribution, **{name: given.pop(name) for name in _ATTRIBUTION & given.keys()})
    if quantity.low is not None and quantity.high is not None and quantity.low > quantity.high:
        raise ValueError("the lower bound is above the upper one")
    proofs = {**claim.evidence, **spans}
    return replace(claim, quantity=quantity, attribution=attribution, evidence=proofs, **given)


def _blank(core: Span, sentence: Span) -> Claim:
    """A claim of which nothing is known yet but where its number stands."""
    fields_ = b.ClaimFields()
    return Claim(
        id="",
        document_id="",
        span=core,
        core=core,
        sentence=sentence,
        quantity=Quantity(low=None, high=None),
        event=fields_.event,
        kind=fields_.kind,
        modality=fields_.modality,
        attribution=Attribution(),
    )


def _refuse_outside(claim: Claim, document: Document | None) -> None:
    proofs = (span for proof in claim.evidence.values() if not isinstance(proof, str) for span in proof)
    spans = (claim.core, claim.span, claim.sentence, *proofs)
    if document is not None and any(not len(span) or span.end > len(document.text) for span in spans):
        raise ValueError("a span is empty, or ends after the text")
    if not claim.span.covers(claim.core) or not claim.sentence.covers(claim.span):
        raise ValueError("the number has to lie in its span, and that in its sentence")
