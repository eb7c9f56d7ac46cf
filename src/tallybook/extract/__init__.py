"""Parsed sentences + document + lexicon + registry → claims, denials and refusals."""

from tallybook.extract.claims import Extraction, read_claims

__all__ = ["Extraction", "read_claims"]
