"""The list of stages, joined.

pages → read → parse → extract → evidence → reconcile → picture. Every stage is a pure function of what the one
before gave; nothing here knows a rule of the domain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tallybook.errors import UnreadableInput
from tallybook.extract import Extraction, extract_claims
from tallybook.lexicon import load_lexicon, supported_languages
from tallybook.model import Document, Evidence, Picture, Refusal, Sentence
from tallybook.parse import load_pipeline, parse_document, split_sentences
from tallybook.quantity import has_quantity, read_quantities
from tallybook.read import read_paths
from tallybook.reconcile import reconcile_claims
from tallybook.registry import load_registry
from tallybook.settings import Settings

FALLBACK_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Extracted:
    """One page's outcome. `unsupported` names its language where no lexicon and pack exist for it."""

    document: Document
    extraction: Extraction
    unsupported: str | None = None


def read_pages(paths: Iterable[Path | str], *, settings: Settings | None = None) -> Iterator[Document | UnreadableInput]:
    """The pages at the given paths, in order; a folder means the files in it.

    A page that cannot be read is yielded as its error, so that the others are still processed.

    >>> list(read_pages([]))
    []
    """
    return read_paths((Path(p) for p in paths), settings=settings or Settings())


def extract(document: Document, *, settings: Settings | None = None) -> Extracted:
    """The claims, denials and refusals of one document."""
    settings = settings or Settings()
    language = settings.language or document.language or FALLBACK_LANGUAGE
    if language not in supported_languages():
        return Extracted(document, _digits_only(document), language)
    lexicon = load_lexicon(language)
    parsed = parse_document(
        document,
        split_sentences(document, lexicon),
        load_pipeline(language, settings.pack),
        matters=_Gate(document),
    )
    extraction = extract_claims(document, parsed, lexicon=lexicon, registry=load_registry(settings.registry))
    return Extracted(document, extraction)


class _Gate:
    """Which sentences are parsed: those that can hold a quantity, and those around them that can tell who speaks."""

    def __init__(self, document: Document) -> None:
        self.blocks = [b.span for b in document.article_blocks() if has_quantity(b.span.of(document.text))]

    def __call__(self, sentence: Sentence) -> bool:
        return has_quantity(sentence.text) or any(
            abs(sentence.span.start - block.start) < 1500 for block in self.blocks
        )


def _digits_only(document: Document) -> Extraction:
    """The numbers of a text in a language without a lexicon: read, shown, and not taken as claims."""
    lexicon = load_lexicon(FALLBACK_LANGUAGE)
    refusals = [
        Refusal(
            document_id=document.id,
            span=mention.span.shifted(block.span.start),
            reason=f"language {document.language!r} is not supported",
        )
        for block in document.article_blocks()
        for mention in read_quantities(block.span.of(document.text), lexicon)
        if any(c.isdigit() for c in mention.core.of(block.span.of(document.text)))
    ]
    return Extraction(claims=(), denials=(), refusals=tuple(refusals))


def gather(extracted: Iterable[Extracted]) -> Evidence:
    """The evidence of several pages, the same page given twice taken once."""
    unique = {e.document.id: e for e in extracted}
    return Evidence(
        documents=tuple(e.document for e in unique.values()),
        claims=tuple(c for e in unique.values() for c in e.extraction.claims),
        denials=tuple(d for e in unique.values() for d in e.extraction.denials),
        refusals=tuple(r for e in unique.values() for r in e.extraction.refusals),
    )


def reconcile(evidence: Evidence, *, settings: Settings | None = None) -> Picture:
    """The picture that a body of evidence gives under the settings' policy."""
    settings = settings or Settings()
    return reconcile_claims(evidence, policy=settings.policy, registry=load_registry(settings.registry))
