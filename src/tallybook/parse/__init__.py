"""Document → sentences, those that can matter with Universal Dependencies."""

from tallybook.parse.own_pipeline import load_own_pipeline
from tallybook.parse.pipeline import load_pipeline
from tallybook.parse.sentences import split_sentences
from tallybook.parse.spellings import spellings
from tallybook.parse.syntax import parse_document
from tallybook.parse.truecase import truecased

__all__ = [
    "load_own_pipeline",
    "load_pipeline",
    "parse_document",
    "spellings",
    "split_sentences",
    "truecased",
]
