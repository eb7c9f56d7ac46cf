"""From documents to what they claim: read → parse → extract, several documents at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from tallybook.extract import Extraction, Parse, Survey, moved_back, read_claims, survey
from tallybook.lexicon import load_lexicon, supported_languages
from tallybook.model import Document, Refusal, Sentence
from tallybook.parse import (
    Plain,
    load_own_pipeline,
    load_pipeline,
    parse_sentences,
    plain_document,
    spellings,
    split_sentences,
)
from tallybook.quantity import read_quantities
from tallybook.registry import load_registry
from tallybook.settings import Settings

FALLBACK_LANGUAGE = "en"
_SENTENCES_AT_ONCE = 256
"""Sentences parsed together: from about here on more of them take no less time each."""
_DOCUMENTS_AT_ONCE = 64
"""Documents of which few sentences are parsed wait for no more than this many others."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """One page's outcome."""

    document: Document
    extraction: Extraction


def language_of(document: Document, settings: Settings) -> str:
    """The language a document is read in: the settings', else its own, else English."""
    return settings.language or document.language or FALLBACK_LANGUAGE


def extract_claims(document: Document, *, settings: Settings | None = None) -> Extraction:
    """The claims, denials and refusals of one document.

    In a language without a lexicon no claims are made; its digits are read and returned as refusals.

    >>> from tallybook.pipeline import read_pages
    >>> page = next(read_pages(["examples/earthquake/meridian-first-toll.html"]))
    >>> sorted({claim.event for claim in extract_claims(page).claims} & {"killed", "displaced"})
    ['displaced', 'killed']
    """
    (only,) = extract_many([document], settings=settings)
    return only.extraction


def extract_many(documents: Iterable[Document], *, settings: Settings | None = None) -> Iterator[Extracted]:
    """The claims, denials and refusals of each document, in the order given, as `extract_claims` reads them.

    Faster than one by one: the sentences of several documents are parsed together. So documents are taken a group
    ahead of what is yielded, never all at once.

    >>> from tallybook.pipeline import read_pages
    >>> pages = list(read_pages(["examples/earthquake"]))
    >>> [one.extraction for one in extract_many(pages)] == [extract_claims(page) for page in pages]
    True
    """
    settings = settings or Settings()
    for group in _groups(_surveyed(document, settings) for document in documents):
        yield from _extracted(group, settings)


def make_ready(settings: Settings) -> None:
    """Load what reading needs in the languages that can be read, so that no page has to wait for it.

    Raises DataFileError for what is missing or broken.
    """
    load_registry(settings.registry)
    languages = supported_languages()
    for language in languages if settings.language is None else {settings.language}.intersection(languages):
        load_lexicon(language)
        _parser(language, settings)


@dataclass(frozen=True, slots=True)
class _Surveyed:
    """A document with what is to be parsed of it; one in a language without a lexicon has no survey."""

    document: Document
    language: str
    plain: Plain
    survey: Survey | None


def _surveyed(document: Document, settings: Settings) -> _Surveyed:
    language = language_of(document, settings)
    if language not in supported_languages():
        return _Surveyed(document, language, Plain(document), None)
    lexicon, registry = load_lexicon(language), load_registry(settings.registry)
    plain = plain_document(document, lambda: spellings(lexicon, registry))
    sentences = split_sentences(plain.document, lexicon)
    surveyed = survey(plain.document, sentences, lexicon=lexicon, registry=registry)
    return _Surveyed(document, language, plain, surveyed)


def _groups(documents: Iterable[_Surveyed]) -> Iterator[list[_Surveyed]]:
    """Neighbours that are worth parsing together."""
    group: list[_Surveyed] = []
    sentences = 0
    for one in documents:
        group.append(one)
        sentences += len(one.survey.parsed) if one.survey is not None else 0
        if sentences >= _SENTENCES_AT_ONCE or len(group) >= _DOCUMENTS_AT_ONCE:
            yield group
            group, sentences = [], 0
    if group:
        yield group


def _extracted(group: Sequence[_Surveyed], settings: Settings) -> Iterator[Extracted]:
    to_parse: dict[str, list[Sentence]] = {}
    for one in group:
        if one.survey is not None:
            to_parse.setdefault(one.language, []).extend(one.survey.to_parse())
    parsers = {language: _parser(language, settings) for language in to_parse}
    parsed = {language: iter(parsers[language](sentences)) for language, sentences in to_parse.items()}
    for one in group:
        if one.survey is None:
            yield Extracted(one.document, _digits_only(one))
            continue
        own = list(islice(parsed[one.language], len(one.survey.parsed)))
        extraction = read_claims(one.survey, own, parsers[one.language])
        yield Extracted(one.document, moved_back(extraction, one.plain.back) if one.plain.cuts else extraction)


def _parser(language: str, settings: Settings) -> Parse:
    pipeline = load_own_pipeline(settings.pipeline) if settings.pipeline else load_pipeline(language, settings.pack)
    return partial(parse_sentences, pipeline=pipeline)


def _digits_only(one: _Surveyed) -> Extraction:
    """The digits of a document in a language without a lexicon, as refusals."""
    document, lexicon = one.document, load_lexicon(FALLBACK_LANGUAGE)
    refusals = [
        Refusal(
            document_id=document.id,
            span=mention.span.shifted(block.span.start),
            reason=f"language {one.language!r} is not supported",
        )
        for block in document.article_blocks()
        if _has_digit(block.span.of(document.text))
        for mention in read_quantities(block.span.of(document.text), lexicon)
        if _has_digit(mention.core.shifted(block.span.start).of(document.text))
    ]
    return Extraction(claims=(), denials=(), refusals=tuple(refusals))


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))
