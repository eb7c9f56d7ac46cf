"""Parsed sentences + document + lexicon + registry → claims, denials and refusals."""

from tallybook.extract.claims import Extraction, Parse, read_claims
from tallybook.extract.moved import moved_back
from tallybook.extract.proof import ALTERED, Verified, is_altered, verify_claim, verify_claims
from tallybook.extract.survey import Survey, survey

__all__ = [
    "ALTERED",
    "Extraction",
    "Parse",
    "Survey",
    "Verified",
    "is_altered",
    "moved_back",
    "read_claims",
    "survey",
    "verify_claim",
    "verify_claims",
]
