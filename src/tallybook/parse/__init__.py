"""Document → sentences, those that can matter with Universal Dependencies."""

from tallybook.parse.own_pipeline import load_own_pipeline
from tallybook.parse.pipeline import load_pipeline
from tallybook.parse.plain import Plain, plain_document
from tallybook.parse.sentences import split_sentences
from tallybook.parse.spellings import spellings
from tallybook.parse.syntax import parse_sentences

__all__ = [
    "Plain",
    "load_own_pipeline",
    "load_pipeline",
    "parse_sentences",
    "plain_document",
    "spellings",
    "split_sentences",
]
