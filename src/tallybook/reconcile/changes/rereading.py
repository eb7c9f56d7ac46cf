"""The same text, read differently by another program: no news, and never mixed with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from tallybook.model import Claim, Denial, Document, Evidence, News, NewsKind
from tallybook.reconcile.changes.pages import Pages, address_of


def re_read(before: Evidence, after: Evidence) -> Evidence:
    """The earlier evidence as the later program reads it: pages with the same text have their later readings.

    Compared with `after`, it shows what the pages changed; compared with `before`, what only the program did.
    """
    pages = Pages(before, after)
    kept = {old.id for old, _ in pages.changed}
    kept |= {old.id for address, old in pages.old.items() if address not in pages.new}
    same = {new.id for address, new in pages.new.items() if address in pages.old} - {new.id for _, new in pages.changed}
    found = [one for one in before.documents if one.id in kept] + [one for one in after.documents if one.id in same]
    return replace(
        before,
        documents=tuple(sorted(found, key=address_of)),
        claims=(
            *(claim for claim in before.claims if claim.document_id in kept),
            *(claim for claim in after.claims if claim.document_id in same),
        ),
        denials=(
            *(denial for denial in before.denials if denial.document_id in kept),
            *(denial for denial in after.denials if denial.document_id in same),
        ),
        refusals=(),
        copies=(),
    )


def edited_and_re_read(
    before: Evidence, after: Evidence, was: Mapping[str, str], now: Mapping[str, str]
) -> tuple[tuple[Document, Document], ...]:
    """Pages whose text changed and whose two texts two versions read, as they were and are; versions by document id."""
    pairs = Pages(before, after).changed
    return tuple((old, new) for old, new in pairs if was.get(old.id) != now.get(new.id))


def read_anew(before: Evidence, document: str, claims: Iterable[Claim], denials: Iterable[Denial]) -> Evidence:
    """The evidence with another reading of one of its documents."""
    return replace(
        before,
        claims=(*(claim for claim in before.claims if claim.document_id != document), *claims),
        denials=(*(denial for denial in before.denials if denial.document_id != document), *denials),
    )


def reread_news(before: Evidence, middle: Evidence, readers: Mapping[str, str]) -> tuple[News, ...]:
    """One piece of news for each program version that read the same texts differently.

    `readers` names the version that read each document, by its id.
    """
    old, new = _by_document(before.claims), _by_document(middle.claims)
    counts: dict[str, int] = {}
    for document in middle.documents:
        was, now = old.get(document.id, {}), new.get(document.id, {})
        differing = sum(was.get(name) != now.get(name) for name in sorted({*was, *now}))
        if differing:
            version = readers.get(document.id, "another version")
            counts[version] = counts.get(version, 0) + differing
    return tuple(
        News(
            kind=NewsKind.RE_READ,
            text=f"re-read by {version}: {count:,} {'claim reads' if count == 1 else 'claims read'} differently",
        )
        for version, count in sorted(counts.items())
    )


def _by_document(claims: Iterable[Claim]) -> dict[str, dict[str, Claim]]:
    found: dict[str, dict[str, Claim]] = {}
    for claim in claims:
        found.setdefault(claim.document_id, {})[claim.id] = claim
    return found
