"""A claim that its own words do not prove is refused: every field is derived again from the spans kept as evidence.

No parse is looked at, only the document's text, the lexicon and the registry, so that claims from elsewhere (a book)
are held to the same as those that were just read.
"""

from tallybook.extract.proof.verify import ALTERED, Verified, is_altered, verify_claim, verify_claims, verify_page

__all__ = ["ALTERED", "Verified", "is_altered", "verify_claim", "verify_claims", "verify_page"]
