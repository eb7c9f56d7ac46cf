"""Incidents of a page are not those of another page that happens to name them alike."""

from __future__ import annotations

import re
from dataclasses import replace

from tallybook.model import Claim

_KNOWN = re.compile(r"\d{4}|\S+ at [^(]+")
"""A year, or what happened and where. "Another strike" is another one on every page."""
_OF_PAGE = " | "


def with_its_page(claim: Claim) -> Claim:
    """The claim with its page in the name of its incident, where only that page can tell which one is meant."""
    if claim.incident is None or _KNOWN.fullmatch(claim.incident):
        return claim
    return replace(claim, incident=f"{claim.incident}{_OF_PAGE}{claim.document_id}")


def in_words(incident: str) -> str:
    """The name of an incident as the page gives it."""
    return incident.partition(_OF_PAGE)[0]
