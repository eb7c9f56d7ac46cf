"""How the latest estimate of a series moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tallybook.model import Claim, Estimate, News, NewsKind, Number, Picture, Series
from tallybook.reconcile.intervals import stated
from tallybook.reconcile.wording import distinct, listed, number_words, share_words


def moved_bounds(
    old: Series, new: Series, before: Picture, after: Picture, claims: Mapping[str, Claim]
) -> Iterator[News]:
    """New highs and lows with who gives them, and a best value that moved."""
    was, now = latest_of(old, before), latest_of(new, after)
    if was is None or now is None:
        return
    for kind, a, b in (
        (_direction(was.high, now.high, NewsKind.NEW_HIGH, NewsKind.HIGH_FELL), was.high, now.high),
        (_direction(was.low, now.low, NewsKind.LOW_ROSE, NewsKind.NEW_LOW), was.low, now.low),
        (NewsKind.BEST_MOVED if was.best != now.best else None, was.best, now.best),
    ):
        if kind is not None:
            voices = _voices(b, now, claims)
            text = f"{new.title}: {_words(b, new)}, was {_words(a, new)}{voices}"
            yield News(kind=kind, text=text, series=new.id, claims=now.claims, before=a, after=b)


def latest_of(series: Series, picture: Picture) -> Estimate | None:
    """The last estimate of a series; None where none rests on a claim."""
    own = [estimate for estimate in picture.estimates if estimate.series == series.id and estimate.claims]
    return own[-1] if own else None


def _direction(was: Number | None, now: Number | None, up: NewsKind, down: NewsKind) -> NewsKind | None:
    if was is None or now is None or was == now:
        return None
    return up if now > was else down


def _voices(value: Number | None, estimate: Estimate, claims: Mapping[str, Claim]) -> str:
    """Who states the value, where somebody does."""
    told = (claims[name] for name in estimate.claims if name in claims)
    names = distinct(c.attribution.origin for c in told if value in stated(c) and c.attribution.origin is not None)
    return f" ({listed(names[:3])})" if names and value is not None else ""


def _words(value: Number | None, series: Series) -> str:
    if value is None:
        return "none"
    return share_words(value) if series.unit == "share" else number_words(value)
