"""What a series goes by in the whole book: an id that stays, and a title that no other story's series has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tallybook.model import Claim, Document, Series
from tallybook.reconcile.grouping import identity
from tallybook.reconcile.stories import Story


def with_own_ids(
    stories: Sequence[Sequence[Series]], claims: Sequence[Claim], documents: Mapping[str, Document]
) -> list[tuple[Series, ...]]:
    """The series of every story, no two of them with one id.

    `claims` stand in the order of the evidence, the earliest page first. Of several series of one scope (of two
    stories, of two times) the one told first goes by the scope alone, each other by the scope and the anchor of its
    first claim. So an id changes with its scope, and with who is told first in it: an earlier page may tell of the same
    scope elsewhere, or a later one fill in the scope of the series told before.
    """
    rank = {claim.id: index for index, claim in enumerate(claims)}
    first: dict[str, int] = {}
    for one in (one for series in stories for one in series):
        first[one.id] = min(rank[one.claims[0]], first.get(one.id, len(claims)))

    def named(one: Series) -> Series:
        index = rank[one.claims[0]]
        return one if index == first[one.id] else replace(one, id=identity(one.id, *_anchor(claims[index], documents)))

    return [tuple(named(one) for one in series) for series in stories]


def _anchor(claim: Claim, documents: Mapping[str, Document]) -> tuple[str, int, int]:
    """Where a number stands, whatever a program reads there."""
    document = documents.get(claim.document_id)
    content = document.content_hash if document is not None else claim.document_id
    return content, claim.core.start, claim.core.end


def told_apart(stories: Iterable[tuple[Sequence[Series], Story]]) -> tuple[Series, ...]:
    """The series of all stories; titles that two stories share get the story's name."""
    listed = [(series, story) for of_story, story in stories for series in of_story]
    homes: dict[str, set[str]] = {}
    for series, story in listed:
        homes.setdefault(series.title, set()).add(story.name)
    return tuple(
        replace(series, title=f"{series.title} ({story.name})") if len(homes[series.title]) > 1 else series
        for series, story in listed
    )
