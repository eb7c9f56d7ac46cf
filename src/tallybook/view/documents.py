"""One document as a reader sees it among the sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tallybook.model import Document
from tallybook.view.chain import outlet_of
from tallybook.view.claims import anchor_of
from tallybook.view.days import plain_date
from tallybook.view.read_types import ClaimView, DocumentView, RejectedView, SentenceView
from tallybook.view.visible import safe_link
from tallybook.view.words import counted


def view_document(
    document: Document,
    claims: Sequence[ClaimView],
    *,
    trouble: str | None,
    internal: bool,
    grade: str = "",
    rejected: tuple[RejectedView, ...] = (),
) -> DocumentView:
    """A document with its claims in the order of the text. Its local path is withheld unless `internal`."""
    date, how = _dated(document)
    return DocumentView(
        anchor=anchor_of("source", document.id),
        title=(document.title or "").strip() or "Page without a title",
        outlet=outlet_of(document),
        author=document.author,
        day=document.published.date() if document.published else None,
        date=date,
        date_how=how,
        link=safe_link(document.url),
        url=_shareable(document.url, internal=internal),
        path=document.path if internal else None,
        content_hash=document.content_hash,
        language=document.language,
        sentences=tuple(_by_sentence(claims)),
        count=counted(len(claims), "claim"),
        problem=trouble,
        grade=grade,
        rejected=rejected,
    )


def _by_sentence(claims: Sequence[ClaimView]) -> Iterator[SentenceView]:
    """Sentences with their claims as one reads them: what stands between two of them is shown once."""
    groups = [(around, tuple(group)) for around, group in groupby(claims, key=_surroundings)]
    for index, ((before, _, after), group) in enumerate(groups):
        above = groups[index - 1][0][1:] if index else ()
        below = groups[index + 1][0][1] if index + 1 < len(groups) else None
        yield SentenceView(
            before="" if before in above else before, after="" if after == below else after, claims=group
        )


def _surroundings(claim: ClaimView) -> tuple[str, str, str]:
    passage = claim.passage
    return passage.before, "".join(piece.text for piece in passage.pieces), passage.after


def _dated(document: Document) -> tuple[str, str]:
    if document.published:
        return plain_date(document.published), document.published.how
    if document.not_after:
        return f"not after {plain_date(document.not_after)}", document.not_after.how
    return "no date", "none found on the page"


def _shareable(url: str | None, *, internal: bool) -> str | None:
    """The address as text; one that leads into this machine (file:) only where local paths may be shown."""
    return url if url and (internal or not url.lower().lstrip().startswith("file:")) else None
