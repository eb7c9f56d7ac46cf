"""Conflict: two speakers' numbers for one thing that cannot both be true at about the same time.

Figures whose intervals meet are taken together first; each such cluster is then held against the nearest larger one
that contradicts it, so that a series of many voices gives few findings. A total that one speaker's parts add up to
counts as a figure of the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallybook.model import Claim, ClaimKind, Finding, Modality, Series, Severity
from tallybook.reconcile.comparable import contradict
from tallybook.reconcile.figures import Figure, added_up, figures_of, is_of_less
from tallybook.reconcile.findings.category_slip import slipped
from tallybook.reconcile.ground import Ground, finding
from tallybook.reconcile.intervals import point
from tallybook.reconcile.scope import OCCASIONS, OTHER
from tallybook.reconcile.wording import number_words, share_words

KIND = "conflict"
KINDS = frozenset({ClaimKind.TOTAL, ClaimKind.LEVEL, ClaimKind.FLOW, ClaimKind.SHARE})

Cluster = list[Figure]


def find(ground: Ground) -> Iterator[Finding]:
    """One finding for each cluster and the nearest larger cluster that contradicts it."""
    barred = slipped(ground)
    for series in ground.series:
        if series.kind not in KINDS or series.event == OTHER:
            continue
        clusters = _clusters(_figures(series, barred, ground))
        for index, small in enumerate(clusters):
            clashes = (_clash(small, large, series, ground) for large in clusters[index + 1 :])
            clash = next((clash for clash in clashes if clash is not None), None)
            if clash is not None:
                yield _finding(*clash, series, ground)


def _figures(series: Series, barred: frozenset[str], ground: Ground) -> list[Figure]:
    """What is reported of a series; the outlet's own reckoning and numbers with a known slip are told elsewhere."""
    figures = [figure for figure in figures_of(series, ground) if not is_of_less(figure, ground)]
    if series.kind is ClaimKind.TOTAL:
        figures += added_up(series.event, series, ground)
    return [figure for figure in figures if not any(_is_out(claim, barred) for claim in figure.claims)]


def _is_out(claim: Claim, barred: frozenset[str]) -> bool:
    return claim.modality is Modality.INFERRED or claim.id in barred


def _clusters(figures: Sequence[Figure]) -> list[Cluster]:
    """Figures that could be one number, each around the value most of them give, by rising value."""
    counts = {figure.value: sum(other.value == figure.value for other in figures) for figure in figures}
    clusters: list[Cluster] = []
    for figure in sorted(figures, key=lambda figure: (-counts[figure.value], figure.value)):
        home = next((c for c in clusters if c[0].value == figure.value or _alike(c[0], figure)), None)
        if home is None:
            clusters.append([figure])
        else:
            home.append(figure)
    return sorted(clusters, key=lambda cluster: cluster[0].value)


def _alike(a: Figure, b: Figure) -> bool:
    finite = all(figure.interval.high < float("inf") for figure in (a, b))
    return finite and a.interval.meets(b.interval)


def _clash(small: Cluster, large: Cluster, series: Series, ground: Ground) -> tuple[Cluster, Cluster] | None:
    """The two sides of a contradiction: the figures that clash first, then others of the same value."""
    for a in small:
        for b in large:
            if contradict(a, b, series.kind, series.event, ground) and not _differ_by_a_part(a, b, ground):
                return _side_of(a, small, b), _side_of(b, large, a)
    return None


def _differ_by_a_part(small: Figure, large: Figure, ground: Ground) -> bool:
    """Whether a part told of the larger number is the smaller one, or just what it leaves out: "14,000, with 3,000"."""
    values = small.value, large.value - small.value
    parts = (part for part in ground.parts if point(part) in values)
    wholes = ((part, ground.claims.get(part.part_of or "")) for part in parts)
    return any(w is not None and w.event == part.event and point(w) == large.value for part, w in wholes)


def _side_of(figure: Figure, cluster: Cluster, against: Figure) -> Cluster:
    """A figure with those of its own value, but for any by a speaker of the other side."""
    same = [f for f in cluster if f.value == figure.value and f is not figure and not f.speakers & against.speakers]
    return [figure, *same]


def _finding(small: Cluster, large: Cluster, series: Series, ground: Ground) -> Finding:
    told = f"{_told(small, series, ground)} against {_told(large, series, ground)}"
    text = f"{series.title}: {told}; they cannot both hold at one time."
    claims = [claim for side in (small, large) for figure in side for claim in figure.claims]
    arithmetic = _arithmetic(small[0], large[0], series)
    return finding(KIND, claims, text, arithmetic, severity=Severity.CLASH, innocent=_innocent(series))


def _told(side: Cluster, series: Series, ground: Ground) -> str:
    first = side[0]
    number = f"{first.sum_of} = {first.words}" if first.sum_of else first.words
    on = "on" if series.event in OCCASIONS else "by"
    day = f", {on} {first.moment.words}" if first.moment is not None else ""
    own = {claim.attribution.origin for claim in first.claims}
    others = [c for figure in side[1:] for c in figure.claims if c.attribution.origin not in own | {None}]
    also = f"; also {ground.voices(others)}" if others else ""
    return f"{number} ({ground.voices(first.claims)}{day}{also})"


def _innocent(series: Series) -> str:
    if series.kind is ClaimKind.TOTAL and series.event not in OCCASIONS:
        return "The number may have grown in between, or the two count differently."
    return "The two may count differently."


def _arithmetic(small: Figure, large: Figure, series: Series) -> str:
    if series.kind is ClaimKind.SHARE:
        return f"{share_words(small.value)} < {share_words(large.value)}"
    return f"{number_words(large.value)} − {number_words(small.value)} = {number_words(large.value - small.value)}"
