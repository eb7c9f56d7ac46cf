"""Parsed sentences + document + lexicon + registry → claims, denials and refusals."""

from tallybook.extract.claims import Extraction, read_claims
from tallybook.extract.moved import moved_back

__all__ = ["Extraction", "moved_back", "read_claims"]
