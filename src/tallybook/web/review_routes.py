"""What people decide: the queue, the decisions, the history."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from tallybook.errors import DecisionConflict
from tallybook.ledger import path_of
from tallybook.model import Act, AddByHand, Decision, KeptFile
from tallybook.review import Entry, decide, history, undo
from tallybook.web import items, shapes
from tallybook.web.acts import Scene, act_of
from tallybook.web.answers import Json, answer, is_other, listed, log_mark, mark, packed, respond
from tallybook.web.asking import ANow, AShelf, AStanding
from tallybook.web.bodies import DecisionBody, UndoBody
from tallybook.web.book_routes import tell_claim
from tallybook.web.described import COUNT, many, one
from tallybook.web.filters import Page, Size, Text
from tallybook.web.problems import Problem
from tallybook.web.shelf import Shelf
from tallybook.web.standing import Standing

router = APIRouter(tags=["review"])


@router.get("/queue", responses=many(shapes.WaitingItem, version=COUNT))
def get_queue(
    request: Request, now: ANow, series: Text = None, document: Text = None, reviewer: Text = None, page: Page = 1,
    size: Size = 20,
) -> Response:  # fmt: skip
    """Claims nobody has decided on, that first which an estimate hangs on most; of a `reviewer` and of nobody else."""
    standing = now.standing

    def make() -> Json:
        waiting = [
            (standing.anchors[one.claim], one)
            for one in now.queue
            if series in (None, one.series)
            and document in (None, standing.claims[standing.anchors[one.claim]].document_id)
            and (reviewer is None or standing.desk.assignees.get(standing.anchors[one.claim], reviewer) == reviewer)
        ]
        return listed(
            waiting,
            page,
            size,
            lambda pair: items.waiting_item(pair[1], tell_claim(now, pair[0], standing.claims[pair[0]])),
            version=standing.version,
        )

    return respond(request, now, make)


@router.get("/history", responses=many(shapes.EntryItem, version=COUNT))
def get_history(
    request: Request, standing: AStanding, kind: Text = None, by: Text = None, anchor: Text = None,
    target: Text = None, since: Annotated[dt.date | None, Query()] = None,
    until: Annotated[dt.date | None, Query()] = None, stale: bool | None = None, undone: bool | None = None,
    page: Page = 1, size: Size = 50,
) -> Response:  # fmt: skip
    """Every decision with what stood before and after, the newest first."""

    def takes(entry: Entry) -> bool:
        one = entry.decision
        return (
            kind in (None, one.kind)
            and by in (None, one.by)
            and target in (None, one.target)
            and (anchor is None or anchor in map(str, one.act.anchors))
            and (since is None or one.at.astimezone(dt.UTC).date() >= since)
            and (until is None or one.at.astimezone(dt.UTC).date() <= until)
            and stale in (None, one.id in standing.idle)
            and undone in (None, entry.undone_by is not None)
        )

    def make() -> bytes:
        shown = [entry for entry in reversed(standing.entries) if takes(entry)]
        told = listed(shown, page, size, lambda entry: items.entry_item(entry, standing), version=standing.version)
        return packed(told)

    return answer(request, log_mark(standing), make, standing=standing)


@router.get("/decisions/{decision_id}", responses=one(shapes.EntryItem))
def get_decision(request: Request, standing: AStanding, decision_id: str) -> Response:
    """One decision with what stood before and after."""
    entry = _entry(standing, decision_id)
    if entry is None:
        raise Problem(404, "there is no such decision")
    tag = mark(decision_id, log_mark(standing))
    return answer(request, tag, lambda: packed(items.entry_item(entry, standing)), standing=standing)


@router.post("/decisions", status_code=201, responses=one(shapes.Decided, status=201))
def post_decision(request: Request, shelf: AShelf, body: DecisionBody) -> Response:
    """Decide. What somebody else decided on the same thing after `seen` is a conflict: 409 with who, when and what.

    With `If-Match` anything that anybody decided since is one: 412.
    """
    worked = shelf.worked()

    def make(standing: Standing) -> Decision:
        _refuse_unseen(request, standing, body.seen)
        seen = standing.decisions[: body.seen]
        at = dt.datetime.now(dt.UTC)
        if isinstance(body.act, UndoBody):
            return undo(body.act.decision, by=body.by, at=at, seen=seen)
        act = act_of(body.act, Scene(standing=standing, picture=worked.picture if worked else None))
        return decide(_with_file(act, shelf), by=body.by, at=at, seen=seen)

    try:
        decision, standing = shelf.decide(make)
    except DecisionConflict as conflict:
        raise _conflict(shelf, conflict) from conflict
    except ValueError as error:
        raise Problem(422, str(error)) from error
    headers = {
        "Location": f"/api/v1/decisions/{decision.id}",
        "ETag": log_mark(standing),
        "Book-Version": str(standing.version),
    }
    entry = history(standing.on_target(decision.target))[-1]
    told: shapes.Decided = {"decision": items.entry_item(entry), "version": standing.version}
    return Response(packed(told), status_code=201, media_type="application/json", headers=headers)


def _refuse_unseen(request: Request, standing: Standing, seen: int) -> None:
    if is_other(request, log_mark(standing)):
        since = [items.entry_item(entry) for entry in standing.entries[seen:]]
        more: Json = {"version": standing.version, "since": since}
        raise Problem(412, "the book has changed since", hint="Look at what was decided, then decide again.", more=more)
    if seen > standing.version:
        raise Problem(409, f"the book has {standing.version} decisions, not {seen}")


def _conflict(shelf: Shelf, conflict: DecisionConflict) -> Problem:
    """Who decided what in between, and when."""
    more: Json = {}
    if (standing := shelf.standing()) is not None:
        entry = _entry(standing, conflict.between)
        told = items.entry_item(entry, standing) if entry is not None else None
        more = {"conflict": told, "version": standing.version}
    return Problem(409, f"{conflict.what}: {conflict.why}", hint=conflict.hint, more=more)


def _entry(standing: Standing, decision: str) -> Entry | None:
    """One decision with what it changed, without working out the others; None where there is none of that id."""
    target = next((one.target for one in reversed(standing.decisions) if one.id == decision), None)
    line = history(standing.on_target(target)) if target is not None else ()
    return next((entry for entry in line if entry.decision.id == decision), None)


def _with_file(act: Act, shelf: Shelf) -> Act:
    """Refuses a claim by hand whose file was not sent before."""
    if isinstance(act, AddByHand) and act.file is not None and not _is_kept(act.file, shelf):
        raise Problem(404, "there is no such file", hint="Send it to /api/v1/files first.")
    return act


def _is_kept(file: KeptFile, shelf: Shelf) -> bool:
    return path_of(shelf.files, file).is_file()
