"""What one run read in one document, checked and written out as the rows that will hold it."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from tallybook.errors import BookError
from tallybook.ledger.codec import encode
from tallybook.model import Claim, Denial, Document, Refusal, Span

Found = TypeVar("Found", Claim, Denial, Refusal)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """One document with everything read in it, as JSON.

    `body` is the document without its text, `readings` pair each claim with its numeral. Equal digests mean that the
    same program version read the same in the same text.
    """

    document: Document
    body: str
    readings: tuple[tuple[Span, str], ...]
    denials: tuple[str, ...]
    refusals: tuple[str, ...]
    digest: str

    @property
    def page(self) -> str:
        """The address of the page it was read from."""
        return page_of(self.document)


def page_of(document: Document) -> str:
    """What makes two texts versions of one page: the path it was read from, else its URL, else its id.

    The path comes first because the user names it, while a saved page names its own URL: where an outlet calls its
    home page the canonical address of every article, each article would become a version of the last.
    """
    return document.path or document.url or document.id


def extractions(
    documents: Iterable[Document],
    claims: Iterable[Claim],
    denials: Iterable[Denial],
    refusals: Iterable[Refusal],
    *,
    program_version: str,
) -> tuple[Extraction, ...]:
    """One extraction per document, in the order given.

    Raises BookError for two documents, claims or denials with one id, for anything that names a document not given,
    for a span outside its document, for a content hash that is not the text's, and for what JSON cannot hold.
    """
    given, found_claims, found_denials = tuple(documents), tuple(claims), tuple(denials)
    _refuse_repeated("documents", (document.id for document in given))
    _refuse_repeated("claims", (claim.id for claim in found_claims))
    _refuse_repeated("denials", (denial.id for denial in found_denials))
    claims_of, denials_of = _by_document(found_claims), _by_document(found_denials)
    refusals_of = _by_document(refusals)
    for stray in {*claims_of, *denials_of, *refusals_of} - {document.id for document in given}:
        raise BookError("something was read in a document that is not given", where=stray)
    return tuple(
        _extraction(
            document, claims_of[document.id], denials_of[document.id], refusals_of[document.id], program_version
        )
        for document in given
    )


def _extraction(
    document: Document,
    claims: Sequence[Claim],
    denials: Sequence[Denial],
    refusals: Sequence[Refusal],
    program_version: str,
) -> Extraction:
    _check_text(document)
    _check_spans(document, claims, denials, refusals)
    body = encode(replace(document, text=""), where=page_of(document))
    readings = tuple((claim.core, encode(claim, where=claim.id)) for claim in claims)
    denied = tuple(encode(denial, where=denial.id) for denial in denials)
    refused = tuple(encode(refusal, where=page_of(document)) for refusal in refusals)
    return Extraction(
        document=document,
        body=body,
        readings=readings,
        denials=denied,
        refusals=refused,
        digest=_digest([program_version, body], (body for _, body in readings), denied, refused),
    )


def _check_text(document: Document) -> None:
    try:
        found = hashlib.sha256(document.text.encode()).hexdigest()
    except UnicodeEncodeError as error:
        raise BookError("the text is not Unicode", where=page_of(document), why=str(error)) from error
    if found != document.content_hash:
        raise BookError("the content hash is not that of the text", where=page_of(document), why=f"it is {found}")


def _check_spans(
    document: Document, claims: Iterable[Claim], denials: Iterable[Denial], refusals: Iterable[Refusal]
) -> None:
    cores = (claim.core for claim in claims)
    spans = (item.span for group in (claims, denials, refusals) for item in group)
    for span in (*cores, *spans):
        if span.end > len(document.text):
            raise BookError("a span ends after the text", where=page_of(document), why=f"{span.start} to {span.end}")


def _refuse_repeated(what: str, ids: Iterable[str]) -> None:
    for repeated in (key for key, times in Counter(ids).items() if times > 1):
        raise BookError(f"two {what} have one id", where=repeated)


def _by_document(found: Iterable[Found]) -> defaultdict[str, list[Found]]:
    grouped: defaultdict[str, list[Found]] = defaultdict(list)
    for item in found:
        grouped[item.document_id].append(item)
    return grouped


def _digest(*groups: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for part in _with_lengths(groups):
        digest.update(part)
    return digest.hexdigest()


def _with_lengths(groups: Iterable[Iterable[str]]) -> Iterator[bytes]:
    """Each group as its parts, each part after its length, so that no two sequences run together to the same bytes."""
    for group in groups:
        for part in group:
            yield b"%d:%s" % (len(part.encode()), part.encode())
        yield b";"
