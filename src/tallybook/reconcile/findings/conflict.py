"""Conflict: two speakers' numbers for one thing that cannot both be true at about the same time.

Figures whose intervals meet are taken together first; each such cluster is then held against the nearest larger one
that contradicts it, so that a series of many voices gives few findings. A total that one speaker's parts add up to
counts as a figure of the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallybook.model import Claim, ClaimKind, Finding, Modality, Series
from tallybook.reconcile.comparable import contradict
from tallybook.reconcile.figures import Figure, added_up, figures_of, said_by
from tallybook.reconcile.findings.category_slip import slipped
from tallybook.reconcile.ground import Ground, finding
from tallybook.reconcile.scope import OTHER
from tallybook.reconcile.wording import day_words, listed, number_words, share_words

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
            large = next((c for c in clusters[index + 1 :] if _clash(small, c, series, ground)), None)
            if large is not None:
                yield _finding(small, large, series, ground)


def _figures(series: Series, barred: frozenset[str], ground: Ground) -> list[Figure]:
    """What is reported of a series; the outlet's own reckoning and numbers with a known slip are told elsewhere."""
    figures = [*figures_of(series, ground)]
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


def _clash(small: Cluster, large: Cluster, series: Series, ground: Ground) -> bool:
    return any(contradict(a, b, series.kind, series.event, ground) for a in small for b in large)


def _finding(small: Cluster, large: Cluster, series: Series, ground: Ground) -> Finding:
    sides = [_side(cluster, ground) for cluster in (small, large)]
    text = f"{series.title}: {sides[0]} against {sides[1]}; they cannot both hold at one time{_innocent(series)}."
    return finding(
        KIND,
        [c for cluster in (small, large) for figure in cluster for c in figure.claims],
        text,
        _sum(small, large, series),
    )


def _side(cluster: Cluster, ground: Ground) -> str:
    first = cluster[0]
    number = f"{first.sum_of} = {first.words}" if first.sum_of else first.words
    voices = listed(list(dict.fromkeys(said_by(figure, ground) for figure in cluster))[:3])
    when = first.moment or next((figure.moment for figure in cluster if figure.moment is not None), None)
    day = f", by {day_words(when.at)}" if when is not None else ""
    return f"{number} ({voices}{day})"


def _innocent(series: Series) -> str:
    if series.kind is ClaimKind.TOTAL:
        return ", unless it grew in between or they count differently"
    return ", unless they count differently"


def _sum(small: Cluster, large: Cluster, series: Series) -> str:
    say = share_words if series.kind is ClaimKind.SHARE else number_words
    gap = large[0].value - small[0].value
    if series.kind is ClaimKind.SHARE:
        return f"{say(small[0].value)} < {say(large[0].value)}"
    return f"{say(large[0].value)} − {say(small[0].value)} = {say(gap)}"
