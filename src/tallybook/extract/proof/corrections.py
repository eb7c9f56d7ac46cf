"""Whether the page takes a number back, read again from its words."""

from __future__ import annotations

from tallybook.extract.proof.page import Page
from tallybook.model import Claim


def why_not_taken_back(claim: Claim, page: Page) -> str | None:
    """Why the words do not take the number back; None where they do, or where nobody says that they do."""
    if claim.taken_back is None or page.taken_back.get(claim.id) == claim.taken_back:
        return None
    return f"{page.shown([claim.taken_back])} does not take it back"
