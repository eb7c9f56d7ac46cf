"""Parsed sentences + document + lexicon + registry → claims, denials and refusals."""

from tallybook.extract.claims import Extraction, extract_claims

__all__ = ["Extraction", "extract_claims"]
