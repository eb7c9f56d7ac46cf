"""The list of stages, joined.

pages → read → parse → extract → evidence → reconcile → picture. Every stage is a pure function of what the one
before gave; nothing here knows a rule of the domain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tallybook.errors import UnreadableInput
from tallybook.extract import Extraction, moved_back, read_claims, survey
from tallybook.lexicon import load_lexicon, supported_languages
from tallybook.model import Document, Evidence, Picture, Refusal
from tallybook.parse import (
    load_own_pipeline,
    load_pipeline,
    parse_sentences,
    plain_document,
    spellings,
    split_sentences,
)
from tallybook.quantity import read_quantities
from tallybook.read import read_paths
from tallybook.reconcile import reconcile_claims as reconcile_evidence
from tallybook.registry import load_registry
from tallybook.settings import Settings

FALLBACK_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Extracted:
    """One page's outcome."""

    document: Document
    extraction: Extraction


def read_pages(
    paths: Iterable[Path | str], *, settings: Settings | None = None
) -> Iterator[Document | UnreadableInput]:
    """The pages at the given paths, in order; a folder means the files in it.

    A page that cannot be read is yielded as its error, so that the others are still processed.

    >>> [type(page).__name__ for page in read_pages(["no-such-page.html"])]
    ['UnreadableInput']
    """
    return read_paths((Path(p) for p in paths), settings=settings or Settings())


def language_of(document: Document, settings: Settings) -> str:
    """The language a document is read in: the settings', else its own, else English."""
    return settings.language or document.language or FALLBACK_LANGUAGE


def extract_claims(document: Document, *, settings: Settings | None = None) -> Extraction:
    """The claims, denials and refusals of one document.

    In a language without a lexicon no claims are made; its digits are read and returned as refusals.

    >>> page = next(read_pages(["examples/earthquake/meridian-first-toll.html"]))
    >>> sorted({claim.event for claim in extract_claims(page).claims} & {"killed", "displaced"})
    ['displaced', 'killed']
    """
    settings = settings or Settings()
    language = language_of(document, settings)
    if language not in supported_languages():
        return _digits_only(document, language)
    lexicon, registry = load_lexicon(language), load_registry(settings.registry)
    plain = plain_document(document, lambda: spellings(lexicon, registry))
    pipeline = load_own_pipeline(settings.pipeline) if settings.pipeline else load_pipeline(language, settings.pack)
    sentences = split_sentences(plain.document, lexicon)
    surveyed = survey(plain.document, sentences, lexicon=lexicon, registry=registry)
    parse = partial(parse_sentences, pipeline=pipeline)
    extraction = read_claims(surveyed, parse(surveyed.to_parse()), parse)
    return moved_back(extraction, plain.back) if plain.cuts else extraction


def _digits_only(document: Document, language: str) -> Extraction:
    lexicon = load_lexicon(FALLBACK_LANGUAGE)
    refusals = [
        Refusal(
            document_id=document.id,
            span=mention.span.shifted(block.span.start),
            reason=f"language {language!r} is not supported",
        )
        for block in document.article_blocks()
        for mention in read_quantities(block.span.of(document.text), lexicon)
        if any(c.isdigit() for c in mention.core.of(block.span.of(document.text)))
    ]
    return Extraction(claims=(), denials=(), refusals=tuple(refusals))


def address_of(document: Document) -> str:
    """Where a document was read: its path, else its URL, else its id."""
    return document.path or document.url or document.id


def gather(extracted: Iterable[Extracted]) -> Evidence:
    """The evidence of several pages in the order of their paths, the same text given twice taken once."""
    by_id: dict[str, Extracted] = {}
    for one in extracted:
        by_id.setdefault(one.document.id, one)
    unique = dict(sorted(by_id.items(), key=lambda item: address_of(item[1].document)))
    return Evidence(
        documents=tuple(e.document for e in unique.values()),
        claims=tuple(c for e in unique.values() for c in e.extraction.claims),
        denials=tuple(d for e in unique.values() for d in e.extraction.denials),
        refusals=tuple(r for e in unique.values() for r in e.extraction.refusals),
    )


def reconcile_claims(evidence: Evidence, *, settings: Settings | None = None) -> Picture:
    """The picture that a body of evidence gives under the settings' policy.

    >>> reconcile_claims(Evidence(documents=(), claims=())).series
    ()
    """
    settings = settings or Settings()
    return reconcile_evidence(evidence, policy=settings.policy, registry=load_registry(settings.registry))
