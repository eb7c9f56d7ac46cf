"""The walk over a document's sentences that turns quantities into claims."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tallybook.extract.denials import read_denials
from tallybook.extract.discourse import Discourse
from tallybook.extract.relinking import relinked
from tallybook.extract.sentence import SentenceReader
from tallybook.extract.setting import anchor_of
from tallybook.extract.vocabulary import vocabulary
from tallybook.lexicon.schema import Lexicon
from tallybook.model import Claim, Denial, Document, Refusal, Sentence
from tallybook.registry import Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What one document gave: claims, denials, and the numbers that were read but not taken."""

    claims: tuple[Claim, ...]
    denials: tuple[Denial, ...]
    refusals: tuple[Refusal, ...]


def read_claims(
    document: Document, sentences: Iterable[Sentence], *, lexicon: Lexicon, registry: Registry
) -> Extraction:
    """The claims of a document whose sentences are parsed, in text order.

    Sentences without tokens are skipped. Every number that becomes no claim is returned as a refusal with its
    reason. The same input always gives the same output.
    """
    words = vocabulary(lexicon, registry)
    anchor = anchor_of(document, words)
    discourse = Discourse.of(document, words, anchor)
    denials: list[Denial] = []
    refusals: list[Refusal] = []
    for sentence in sentences:
        if sentence.tokens:
            repaired = relinked(words.repaired(sentence), words)
            refusals.extend(SentenceReader(document, repaired, discourse, anchor).read())
            denials.extend(read_denials(repaired, document.id, discourse))
    return Extraction(claims=tuple(discourse.claims), denials=tuple(denials), refusals=tuple(refusals))
