"""What the API tells of each thing, as plain JSON: the published forms, with what reviewers need beside them."""

from __future__ import annotations

from tallybook.model import (
    Anchor,
    Claim,
    Decision,
    Denial,
    Document,
    Finding,
    Forecast,
    Reject,
    ReviewState,
    Series,
)
from tallybook.review import Entry, Waiting
from tallybook.view import (
    claim_json,
    denial_json,
    document_json,
    entry_json,
    estimate_json,
    finding_json,
    forecast_json,
    passage_of,
    series_json,
)
from tallybook.view.claims import anchor_of as fragment_of
from tallybook.view.page_json import passage_json
from tallybook.web import shapes
from tallybook.web.standing import Standing, Worked


def claim_item(claim: Claim, anchor: Anchor, worked: Worked, standing: Standing, side: str | None) -> shapes.ClaimItem:
    """A claim in its published form, with its anchor, its place in the picture, its words and its review."""
    document = standing.documents.get(claim.document_id) or worked.standing.documents[claim.document_id]
    series = worked.series_of.get(claim.id)
    words = passage_of(document, sentence=claim.sentence, number=claim.span, core=claim.core, evidence=claim.evidence)
    return {
        **claim_json(claim, document),
        "anchor": str(anchor),
        "fragment": fragment_of("claim", claim.id),
        "core": [claim.core.start, claim.core.end],
        "sentence_span": [claim.sentence.start, claim.sentence.end],
        "incident": claim.incident,
        "side": side,
        "series": series.id if series else None,
        "passage": passage_json(words),
        "review": review_json(anchor, standing),
    }


def review_json(anchor: Anchor, standing: Standing) -> shapes.Review:
    """What was decided on a claim: the last verdict, how far it was checked, by whom, and the notes."""
    desk = standing.desk
    verdict = desk.verdicts.get(anchor)
    return {
        "verdict": verdict.kind if verdict else None,
        "by": verdict.by if verdict else None,
        "at": verdict.at.isoformat() if verdict else None,
        "decision": verdict.id if verdict else None,
        "state": desk.states.get(anchor, ReviewState.UNCHECKED).value,
        "assignee": desk.assignees.get(anchor),
        "excluded": anchor in standing.excluded,
        "notes": [note_json(note) for note in desk.notes.get(anchor, ())],
    }


def note_json(note: Decision) -> shapes.NoteItem:
    """A note with its author."""
    return {"id": note.id, "by": note.by, "at": note.at.isoformat(), "text": getattr(note.act, "text", "")}


def rejected_of(standing: Standing) -> list[tuple[Anchor, Claim]]:
    """The claims that were rejected, whose page is there."""
    by_hash = {document.content_hash: document for document in standing.evidence.documents}
    return [
        (anchor, verdict.act.reading)
        for anchor, verdict in standing.desk.verdicts.items()
        if isinstance(verdict.act, Reject)
        and anchor.content_hash in by_hash
        and verdict.act.reading.document_id == by_hash[anchor.content_hash].id
    ]


def document_item(document: Document, claims: int) -> shapes.DocumentItem:
    """A document without its text."""
    return {
        **document_json(document),
        "content_hash": document.content_hash,
        "author": document.author,
        "fragment": fragment_of("source", document.id),
        "claims": claims,
        "length": len(document.text),
    }


def document_whole(document: Document, standing: Standing) -> shapes.DocumentWhole:
    """A document with its text, its blocks, and where claims stand in it. Offsets count code points."""
    own = [(anchor, claim) for anchor, claim in standing.claims.items() if claim.document_id == document.id]
    return {
        **document_item(document, len(own)),
        "text": document.text,
        "blocks": [
            {"start": block.span.start, "end": block.span.end, "kind": block.kind.value, "why": block.why}
            for block in document.blocks
        ],
        "anchors": [{"claim": claim.id, "anchor": str(anchor)} for anchor, claim in own],
    }


def denial_item(denial: Denial, standing: Standing) -> shapes.DenialItem:
    """A denial in its published form."""
    fragment = fragment_of("denial", denial.id)
    return {**denial_json(denial, standing.documents[denial.document_id]), "fragment": fragment}


def series_item(series: Series, worked: Worked) -> shapes.SeriesItem:
    """A series with the anchor that decisions on it can name, and its last estimate."""
    anchors = worked.standing.anchors
    estimate = worked.last_estimates.get(series.id)
    return {
        **series_json(series),
        "fragment": fragment_of("series", series.id),
        "anchor": next((str(anchors[claim]) for claim in series.claims if claim in anchors), None),
        "estimate": estimate_json(estimate) if estimate else None,
    }


def finding_item(finding: Finding) -> shapes.FindingItem:
    """A finding in its published form, with where a page shows it."""
    return {**finding_json(finding), "fragment": fragment_of("finding", finding.id)}


def forecast_item(forecast: Forecast) -> shapes.ForecastItem:
    """A forecast in its published form, with where a page shows it."""
    return {**forecast_json(forecast), "fragment": fragment_of("forecast", forecast.id)}


def entry_item(entry: Entry, standing: Standing | None = None) -> shapes.EntryItem:
    """A decision with what it changed, the anchors it hangs on, and why it does nothing now; a new one does."""
    anchors = [str(anchor) for anchor in entry.decision.act.anchors]
    stale = standing.idle.get(entry.decision.id) if standing is not None else None
    return {**entry_json(entry, stale=stale), "anchors": anchors}


def waiting_item(waiting: Waiting, claim: shapes.ClaimItem) -> shapes.WaitingItem:
    """A claim of the queue, with why it is where it is."""
    return {"claim": claim, "moves": round(waiting.moves, 4), "why": waiting.why}
