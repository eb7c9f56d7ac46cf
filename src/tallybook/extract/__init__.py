"""Parsed sentences + document + lexicon + registry → claims, denials and refusals."""

from tallybook.extract.claims import Extraction, read_claims
from tallybook.extract.moved import moved_back
from tallybook.extract.survey import Survey, survey

__all__ = ["Extraction", "Survey", "moved_back", "read_claims", "survey"]
