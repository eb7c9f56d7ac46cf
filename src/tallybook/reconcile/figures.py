"""One statement's number in one series, ready to be compared, and totals added up from one speaker's parts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from tallybook.model import Claim, ClaimKind, Number, Series
from tallybook.reconcile.ground import Ground
from tallybook.reconcile.intervals import Interval, interval, point
from tallybook.reconcile.moments import Moment, earliest
from tallybook.reconcile.scope import groups_fit, narrower, places_fit, times_fit
from tallybook.reconcile.speakers import is_named, same_origin
from tallybook.reconcile.wording import number_words, stated_words


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with everything that has to fit before it may be held against another.

    `speakers` are the origins; an outlet's own word and a mere description stand for their document. `sum_of` holds the
    words of the parts ("300 + 2,700") where nobody says the number itself.
    """

    claims: tuple[Claim, ...]
    value: Number
    interval: Interval
    moment: Moment | None
    speakers: frozenset[str]
    documents: frozenset[str]
    place: str | None
    words: str
    sum_of: str | None = None


def figures_of(series: Series, ground: Ground) -> Sequence[Figure]:
    """One figure for each statement of a series that says what is, in the order of the claims."""
    key = "figures", series.id, series.claims[:1]
    if key not in ground.worked_out:
        ground.worked_out[key] = tuple(_figures(series, ground))
    found: Sequence[Figure] = ground.worked_out[key]
    return found


def _figures(series: Series, ground: Ground) -> Iterator[Figure]:
    for statement in dict.fromkeys(ground.statement_of[identity] for identity in series.claims):
        told = [c for c in ground.members(statement) if ground.series_of.get(c.id) is series and ground.counts(c)]
        figure = figure_of(told, ground) if told else None
        if figure is not None:
            yield figure


def figure_of(claims: Sequence[Claim], ground: Ground) -> Figure | None:
    """The figure that several reports of one statement give; None where they give no number."""
    first = max(claims, key=lambda claim: is_named(claim.attribution.origin))
    value = point(first)
    if value is None:
        return None
    return Figure(
        claims=tuple(claims),
        value=value,
        interval=_widest(interval(claim) for claim in claims),
        moment=ground.when(claims),
        speakers=frozenset(speaker_key(claim, ground) for claim in claims if _speaks(claim, claims)),
        documents=frozenset(claim.document_id for claim in claims),
        place=next((claim.place for claim in claims if claim.place is not None), None),
        words=stated_words(first),
    )


def day_and_value(figure: Figure) -> tuple[dt.date, Number]:
    """What figures are sorted by: the last day they are of, the undated last, then their number."""
    return (figure.moment.at if figure.moment is not None else dt.date.max), figure.value


def speaker_key(claim: Claim, ground: Ground) -> str:
    """Who answers for a number: the registered origin, or the document where nobody is named."""
    origin = claim.attribution.origin
    if origin is None:
        return f"document {claim.document_id}"
    return ground.world.speaker(origin) if is_named(origin) else f"{origin}, document {claim.document_id}"


def is_of_less(figure: Figure, ground: Ground) -> bool:
    """Whether its speaker gives, on each of its pages, a larger total of the event: then the smaller is of less.

    Only of totals that cannot fall, for days that fit: "12 were teachers" beside "84 have died". A number of a place
    inside that of the larger one stands by itself.
    """
    return all(
        any(
            (other.event, other.kind, other.quantity.unit) == (claim.event, ClaimKind.TOTAL, claim.quantity.unit)
            and (point(other) or 0) > figure.value
            and ground.counts(other)
            and ground.world.monotone(claim.event)
            and (
                claim.place is None
                or (other.place is not None and not narrower(claim.place, other.place, ground.world))
            )
            and places_fit(claim.place, other.place, ground.world)
            and speaker_key(other, ground) == speaker_key(claim, ground)
            and times_fit(ground.moments.get(other.id), ground.moments.get(claim.id))
            for other in ground.by_document[claim.document_id]
        )
        for claim in figure.claims
    )


def added_up(whole: str, series: Series, ground: Ground) -> Sequence[Figure]:
    """Totals of event `whole` that follow from parts one speaker gives side by side ("300 killed, 2,700 wounded")."""
    key = "added up", whole, series.unit, series.group
    if key not in ground.worked_out:
        ground.worked_out[key] = tuple(_sums(whole, series, ground))
    found: Sequence[Figure] = ground.worked_out[key]
    return found


def _sums(whole: str, series: Series, ground: Ground) -> Iterator[Figure]:
    parts = ground.world.parts_of(whole)
    if len(parts) != 2:
        return
    first, second = (list(_totals(part, series, ground)) for part in parts)
    for a, b in of_one_document(first, second):
        if _side_by_side(a, b, ground):
            yield Figure(
                claims=(*a.claims, *b.claims),
                value=a.value + b.value,
                interval=a.interval.plus(b.interval),
                moment=earliest((a.moment, b.moment)),
                speakers=a.speakers | b.speakers,
                documents=a.documents | b.documents,
                place=a.place or b.place,
                words=number_words(a.value + b.value),
                sum_of=f"{number_words(a.value)} {parts[0]} + {number_words(b.value)} {parts[1]}",
            )


def of_one_document(first: Sequence[Figure], second: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Pairs that some document may tell side by side, in the order of all pairs."""
    of_document: dict[str, list[int]] = {}
    for at, figure in enumerate(second):
        for document in figure.documents:
            of_document.setdefault(document, []).append(at)
    for figure in first:
        shared = {at for document in figure.documents for at in of_document.get(document, ())}
        yield from ((figure, second[at]) for at in sorted(shared))


def _totals(event: str, like: Series, ground: Ground) -> Iterator[Figure]:
    for series in ground.series:
        if (series.event, series.unit, series.kind) == (
            event,
            like.unit,
            ClaimKind.TOTAL,
        ) and series.group == like.group:
            yield from (figure for figure in figures_of(series, ground) if not any(c.part_of for c in figure.claims))


def _side_by_side(a: Figure, b: Figure, ground: Ground) -> bool:
    """Whether some document has both from one speaker, at times and places that fit."""
    return any(
        x.document_id == y.document_id
        and (
            x.attribution.origin == y.attribution.origin
            or same_origin(x.attribution.origin, y.attribution.origin, ground.world)
        )
        and groups_fit(x, y, ground.world)
        and places_fit(x.place, y.place, ground.world)
        and times_fit(ground.moments.get(x.id), ground.moments.get(y.id))
        for x, y in product(a.claims, b.claims)
    )


def _speaks(claim: Claim, claims: Sequence[Claim]) -> bool:
    """An unattributed repeat does not count as a speaker of its own."""
    return claim.attribution.origin is not None or all(other.attribution.origin is None for other in claims)


def _widest(intervals: Iterable[Interval]) -> Interval:
    found = list(intervals)
    return Interval(min(one.low for one in found), max(one.high for one in found))
