"""A whole book, and single records, as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from tallybook.model import Evidence, Picture
from tallybook.view.picture_json import (
    assessed_json,
    borrowed_json,
    estimate_json,
    finding_json,
    forecast_json,
    link_json,
    record_json,
    series_json,
    statement_json,
)
from tallybook.view.read_json import claim_json, denial_json, document_json, refusal_json
from tallybook.view.shapes import BookJson

_SURROGATE = re.compile("[\ud800-\udfff]")


def book_json(evidence: Evidence, picture: Picture) -> BookJson:
    """Everything that was read and everything that follows from it, in one object."""
    documents = {document.id: document for document in evidence.documents}
    return {
        "method": picture.method,
        "documents": [
            {**document_json(document), "content_hash": document.content_hash} for document in evidence.documents
        ],
        "claims": [claim_json(claim, documents[claim.document_id]) for claim in evidence.claims],
        "denials": [denial_json(denial, documents[denial.document_id]) for denial in evidence.denials],
        "refusals": [refusal_json(refusal) for refusal in evidence.refusals],
        "series": [series_json(series) for series in picture.series],
        "links": [link_json(link) for link in picture.links],
        "statements": [statement_json(statement) for statement in picture.statements],
        "estimates": [estimate_json(estimate) for estimate in picture.estimates],
        "findings": [finding_json(finding) for finding in picture.findings],
        "forecasts": [forecast_json(forecast) for forecast in picture.forecasts],
        "records": [record_json(record) for record in picture.records],
        "borrowed": [borrowed_json(borrowed) for borrowed in picture.borrowed],
        "assessed": [assessed_json(assessed) for assessed in picture.assessed],
    }


def json_line(record: Mapping[str, object]) -> str:
    """A record as one line of JSON, readable where UTF-8 can carry its characters, escaped where it cannot."""
    line = json.dumps(record, ensure_ascii=False, allow_nan=False)
    return line if line.isascii() or not _SURROGATE.search(line) else json.dumps(record, allow_nan=False)
