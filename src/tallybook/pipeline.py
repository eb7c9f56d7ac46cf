"""The list of stages, joined.

pages → read → parse → extract → copies → evidence → reconcile → picture. Every stage is a pure function of what the one
before gave; nothing here knows a rule of the domain.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tallybook.copies import find_copies, without_recurring
from tallybook.errors import UnreadableInput
from tallybook.extract import ALTERED, Extraction, Verified, is_altered, moved_back, verify_claims
from tallybook.extraction import Extracted, extract_claims, extract_many, language_of, make_ready
from tallybook.lexicon import load_lexicon, supported_languages
from tallybook.model import Claim, Decision, Document, Evidence, News, Picture, Refusal
from tallybook.parse import plain_document, spellings
from tallybook.read import read_given
from tallybook.reconcile import reconcile_claims as reconcile_evidence
from tallybook.reconcile.changes import Snapshot, compare, edited_and_re_read, re_read, read_anew, reread_news
from tallybook.registry import load_registry
from tallybook.review import apply
from tallybook.settings import Settings

__all__ = [
    "Extracted",
    "Readers",
    "address_of",
    "compare_evidence",
    "extract_claims",
    "extract_many",
    "gather",
    "keep_proven",
    "language_of",
    "make_ready",
    "read_pages",
    "reconcile_claims",
    "with_copies",
]


def read_pages(
    given: Iterable[Path | str],
    *,
    settings: Settings | None = None,
    tell: Callable[[str], None] = lambda _: None,
    leave_out: Collection[Path] = (),
) -> Iterator[Document | UnreadableInput]:
    """The pages at the given paths and addresses, in order; a folder means the files in it.

    A string that begins with http:// or https:// is fetched, as `settings.fetching` says; `tell` is given lines on
    that, such as that a page is unchanged. What is to `leave_out` is passed over where a folder holds it. A page that
    cannot be read is yielded as its error, so that the others are still processed. Raises OutputError where what is
    fetched is to be kept and cannot be.

    >>> [type(page).__name__ for page in read_pages(["no-such-page.html"])]
    ['UnreadableInput']
    """
    return read_given(given, settings or Settings(), tell=tell, leave_out=leave_out)


def address_of(document: Document) -> str:
    """Where a document was read: its path, else its URL, else its id."""
    return document.path or document.url or document.id


def gather(extracted: Iterable[Extracted]) -> Evidence:
    """The evidence of several pages in the order of their paths, the same text given twice taken once, with copies."""
    by_id: dict[str, Extracted] = {}
    for one in extracted:
        by_id.setdefault(one.document.id, one)
    unique = dict(sorted(by_id.items(), key=lambda item: address_of(item[1].document)))
    evidence = Evidence(
        documents=tuple(e.document for e in unique.values()),
        claims=tuple(c for e in unique.values() for c in e.extraction.claims),
        denials=tuple(d for e in unique.values() for d in e.extraction.denials),
        refusals=tuple(r for e in unique.values() for r in e.extraction.refusals),
    )
    return with_copies(without_recurring(evidence))


def with_copies(evidence: Evidence) -> Evidence:
    """The evidence with the copies among its documents, where it does not tell of any."""
    return evidence if evidence.copies else replace(evidence, copies=find_copies(evidence.documents))


def keep_proven(evidence: Evidence, *, settings: Settings | None = None) -> Evidence:
    """The evidence with those of its claims that their words prove; the others are refusals that say why not.

    For evidence from elsewhere, such as a book. Claims that were just extracted have passed already.

    >>> keep_proven(Evidence(documents=(), claims=())).claims
    ()
    """
    settings = settings or Settings()
    of_page: dict[str, list[Claim]] = {document.id: [] for document in evidence.documents}
    for claim in evidence.claims:
        of_page.setdefault(claim.document_id, []).append(claim)
    proven = [_proven(document, of_page.pop(document.id), settings) for document in evidence.documents]
    stray = tuple(claim for claims in of_page.values() for claim in claims)
    return replace(
        evidence,
        claims=tuple(claim for one in proven for claim in one.claims),
        refusals=(*evidence.refusals, *(r for one in proven for r in one.refusals), *_refused(stray, "no document")),
    )


def _proven(document: Document, claims: Sequence[Claim], settings: Settings) -> Verified:
    """What is proven of a document's claims, looked at in its text as it was read."""
    language = language_of(document, settings)
    if language not in supported_languages():
        return Verified((), _refused(claims, f"language {language!r} is not supported"))
    if is_altered(document):
        return Verified((), _refused(claims, ALTERED))
    lexicon, registry = load_lexicon(language), load_registry(settings.registry)
    plain = plain_document(document, lambda: spellings(lexicon, registry))
    given = Extraction(claims=tuple(claims), denials=(), refusals=())
    moved = moved_back(given, plain.forth) if plain.cuts else given
    verified = verify_claims(moved.claims, plain.document, lexicon=lexicon, registry=registry)
    kept = {claim.id for claim in verified.claims}
    return Verified(
        claims=tuple(claim for claim, read in zip(claims, moved.claims, strict=True) if read.id in kept),
        refusals=tuple(replace(refusal, span=plain.back(refusal.span)) for refusal in verified.refusals),
    )


def _refused(claims: Iterable[Claim], why: str) -> tuple[Refusal, ...]:
    return tuple(
        Refusal(document_id=claim.document_id, span=claim.span, reason=f"not proven: {why}") for claim in claims
    )


def reconcile_claims(evidence: Evidence, *, settings: Settings | None = None) -> Picture:
    """The picture that a body of evidence gives under the settings' policy.

    >>> reconcile_claims(Evidence(documents=(), claims=())).series
    ()
    """
    settings = settings or Settings()
    registry = load_registry(settings.registry)
    return reconcile_evidence(
        with_copies(evidence), policy=settings.policy, registry=registry, compare=settings.compare
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """The program versions that read the documents of two times of a book, by document id; `own` is this program's."""

    was: Mapping[str, str]
    now: Mapping[str, str]
    own: str


def compare_evidence(
    before: Evidence,
    after: Evidence,
    *,
    readers: Readers,
    settings: Settings | None = None,
    decided: tuple[Sequence[Decision], Sequence[Decision]] = ((), ()),
) -> tuple[News, ...]:
    """What changed from one time of a book to a later one, under the settings' policy.

    What only a newer program reads differently in the same texts is one piece of news for each version and kept apart.
    Of a page that was edited as well, the earlier text is read again by this program where it also read the later one;
    else the page is told as possibly both. `decided` are the decisions of either time.

    >>> empty = Evidence(documents=(), claims=())
    >>> compare_evidence(empty, empty, readers=Readers(was={}, now={}, own="1"))
    ()
    """
    settings = settings or Settings()
    again, mixed, versions = before, set[str](), dict(readers.now)
    for was, now in edited_and_re_read(before, after, readers.was, readers.now):
        if readers.now.get(now.id) == readers.own:
            extraction = extract_claims(was, settings=settings)
            again = read_anew(again, was.id, extraction.claims, extraction.denials)
            versions[was.id] = readers.own
        else:
            mixed.add(now.id)
    middle = re_read(again, after)
    reviewed = [apply(one, made, names=False) for one, made in zip((middle, after), decided, strict=True)]
    old, new = (Snapshot(one, reconcile_claims(one, settings=settings)) for one in reviewed)
    return (*compare(old, new, mixed=mixed), *reread_news(before, middle, versions))
