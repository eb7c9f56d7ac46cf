"""What holds between a series and the others, as one of them tells it: part of, contains, sum of, and so on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tallybook.model import Link, LinkKind
from tallybook.view.claims import anchor_of
from tallybook.view.picture_types import LinkGroup, LinkView, SeriesView

SHOWN = 3
"""Links of one series that stand open; the others are folded, unless it is only one."""
_LABELS = {
    LinkKind.SUBSET: ("Part of", "Contains"),
    LinkKind.SUM: ("Adds up to", "Sum of"),
    LinkKind.UNIT_CONVERSION: ("Same in other units", "Same in other units"),
    LinkKind.RATE_TIME: ("Over time", "At a rate of"),
    LinkKind.SHARE: ("Goes with", "As a share"),
    LinkKind.DATE_SHIFT: ("Later", "Earlier"),
}
"""What the whole is called beside the part, and the part beside the whole."""
_ORDER = list(dict.fromkeys(label for labels in _LABELS.values() for label in labels))


def with_links(shown: Sequence[SeriesView], links: Iterable[Link]) -> tuple[SeriesView, ...]:
    """The series with their links: those to the series with most statements open, the rest folded.

    A link to a series that is not shown is left out.
    """
    by_anchor = {one.anchor: one for one in shown}
    own: dict[str, list[tuple[str, str]]] = {}
    for link in links:
        part, whole = anchor_of("series", link.part), anchor_of("series", link.whole)
        if part in by_anchor and whole in by_anchor:
            of_whole, of_part = _LABELS[link.kind]
            own.setdefault(part, []).append((of_whole, whole))
            own.setdefault(whole, []).append((of_part, part))
    return tuple(_linked(one, own.get(one.anchor, ()), by_anchor) for one in shown)


def _linked(series: SeriesView, own: Iterable[tuple[str, str]], by_anchor: dict[str, SeriesView]) -> SeriesView:
    ranked = sorted(
        ((label, by_anchor[anchor]) for label, anchor in own),
        key=lambda link: (-len(link[1].statements), _ORDER.index(link[0]), link[1].title),
    )
    open_ = SHOWN if len(ranked) > SHOWN + 1 else len(ranked)
    return replace(series, linked=_grouped(ranked[:open_]), more_linked=_grouped(ranked[open_:]))


def _grouped(links: Iterable[tuple[str, SeriesView]]) -> tuple[LinkGroup, ...]:
    """Links under their labels, in the order of the labels."""
    groups: dict[str, list[LinkView]] = {}
    for label, other in links:
        groups.setdefault(label, []).append(LinkView(anchor=other.anchor, title=other.title, figure=_figure(other)))
    return tuple(LinkGroup(label=label, links=tuple(groups[label])) for label in _ORDER if label in groups)


def _figure(series: SeriesView) -> str:
    """What the evidence supports, else the one value that is said, else nothing."""
    if series.estimates:
        return series.figure
    return series.statements[0].lead.value if series.said_once else ""
