"""Whether two figures speak of one scope at one time, so that they can contradict each other."""

from __future__ import annotations

from tallybook.model import ClaimKind, Document
from tallybook.reconcile.figures import Figure
from tallybook.reconcile.ground import Ground
from tallybook.reconcile.moments import Moment, days_between
from tallybook.reconcile.scope import narrower, places_fit

CLOSE_DAYS = 14
"""A total that is larger by this many days later may be larger at the same time, if the two periods also meet."""
LEVEL_DAYS = 1
VAGUE_DAYS = 100
"""A period longer than a season does not say when in it a total was reached."""
TITLE_WORDS = 2
NEGLIGIBLE = 0.01
FAR_APART = 8


def contradict(a: Figure, b: Figure, kind: ClaimKind, event: str, ground: Ground) -> bool:
    """Whether two speakers' figures cannot both be true, as far as their words tell time and place."""
    small, large = (a, b) if a.value <= b.value else (b, a)
    monotone = ground.world.monotone(event)
    return (
        large.value - small.value > NEGLIGIBLE * large.value
        and not a.interval.meets(b.interval)
        and _one_time(small, large, kind, monotone=monotone)
        and not a.speakers & b.speakers
        and _two_voices(a, b, monotone=monotone)
        and not narrower(small.place, large.place, ground.world)
        and places_fit(a.place, b.place, ground.world)
        and _one_topic(a, b, ground)
        and _of_one_size(small, large)
    )


def _two_voices(a: Figure, b: Figure, *, monotone: bool) -> bool:
    """Whether a difference is more than two pages' own haste.

    Inside one document, an unattributed number may be of something else than an attributed one. In two pages, of a
    total that only grows, one that nobody is named for may be some hours older.
    """
    if a.documents & b.documents or (monotone and _of_a_day(a) and _of_a_day(b)):
        return all(any(claim.attribution.origin is not None for claim in figure.claims) for figure in (a, b))
    return True


def _of_a_day(figure: Figure) -> bool:
    return figure.moment is not None and figure.moment.days == 1


def _of_one_size(small: Figure, large: Figure) -> bool:
    """Numbers far apart are of one thing only where both say whose they are, or where."""
    if large.value <= FAR_APART * small.value:
        return True
    scopes = [{(c.group, c.place) for c in figure.claims} - {(None, None)} for figure in (small, large)]
    return bool(scopes[0] and scopes[1])


def _one_topic(a: Figure, b: Figure, ground: Ground) -> bool:
    """Whether the two stand in one document, or their documents share a known group, place or title words."""
    return any(
        x == y or _share_scope(x, y, ground) or _share_title(ground.documents.get(x), ground.documents.get(y))
        for x in a.documents
        for y in b.documents
    )


def _share_scope(x: str, y: str, ground: Ground) -> bool:
    return bool(ground.scopes.get(x, frozenset()) & ground.scopes.get(y, frozenset()))


def _share_title(a: Document | None, b: Document | None) -> bool:
    return len(_title_words(a) & _title_words(b)) >= TITLE_WORDS


def _title_words(document: Document | None) -> frozenset[str]:
    words = ((document.title if document is not None else None) or "").lower().split()
    return frozenset(word.strip(".,:;!?'\"“”’") for word in words if len(word) > 4)


def _one_time(small: Figure, large: Figure, kind: ClaimKind, *, monotone: bool) -> bool:
    together = bool(small.documents & large.documents)
    if small.moment is None or large.moment is None:
        same = small.moment is large.moment and kind is not ClaimKind.FLOW
        return together and (kind is ClaimKind.SHARE or same)
    if kind is ClaimKind.TOTAL:
        return _totals_clash(small.moment, large.moment, monotone=monotone)
    if kind is ClaimKind.FLOW:
        return _same_days(small.moment, large.moment)
    if kind is ClaimKind.SHARE and together:
        return True
    return _meet(small.moment, large.moment, LEVEL_DAYS)


def _totals_clash(small: Moment, large: Moment, *, monotone: bool) -> bool:
    """Whether growth does not explain that one total is larger.

    Totals are read to be of the last day of their period. A larger one of about the same days clashes; so does a larger
    one of clearly earlier days, where the number cannot fall and the smaller one says its own day. One that only its
    page dates may be older than it looks.
    """
    if max(small.days, large.days) > VAGUE_DAYS:
        return False
    later = days_between(small.at, large.at)
    if _meet(small, large, 0):
        return later <= CLOSE_DAYS
    return later < 0 and monotone and small.said


def _same_days(a: Moment, b: Moment) -> bool:
    """Two waves are one wave only if both say the same days."""
    near = abs(days_between(a.period.start, b.period.start)) <= 1 and abs(days_between(a.at, b.at)) <= 1
    return near and a.said and b.said


def _meet(a: Moment, b: Moment, slack: int) -> bool:
    return days_between(min(a.at, b.at), max(a.period.start, b.period.start)) <= slack
