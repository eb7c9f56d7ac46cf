"""What a reader is told of the links of a series."""

from __future__ import annotations

import pytest

from tallybook.model import ClaimKind, Evidence, Link, LinkKind, Picture, Series
from tallybook.report import render_report
from tallybook.view import SeriesView, build_view, link_json


def series(name: str) -> Series:
    return Series(
        id=name,
        title=f"<b>{name}</b>",
        event="killed",
        unit="person",
        kind=ClaimKind.TOTAL,
        group=None,
        place=None,
        claims=(),
    )


def link(kind: LinkKind, part: str, whole: str) -> Link:
    return Link(kind=kind, part=part, whole=whole, why="it holds")


def picture(*links: Link) -> Picture:
    names = dict.fromkeys(name for one in links for name in (one.part, one.whole) if name != "lost")
    return Picture(
        method="range",
        series=tuple(map(series, names)),
        statements=(),
        estimates=(),
        findings=(),
        links=links,
    )


def shown(*links: Link) -> dict[str, SeriesView]:
    view = build_view(Evidence(documents=(), claims=()), picture(*links))
    return {one.title[3:-4]: one for one in view.series}


def told(view: SeriesView) -> list[tuple[str, str]]:
    return [(group.label, other.title[3:-4]) for group in view.linked for other in group.links]


@pytest.mark.parametrize(
    ("kind", "beside_the_part", "beside_the_whole"),
    [
        (LinkKind.SUBSET, "Part of", "Contains"),
        (LinkKind.SUM, "Adds up to", "Sum of"),
        (LinkKind.UNIT_CONVERSION, "Same in other units", "Same in other units"),
        (LinkKind.RATE_TIME, "Over time", "At a rate of"),
        (LinkKind.SHARE, "Goes with", "As a share"),
        (LinkKind.DATE_SHIFT, "Later", "Earlier"),
    ],
)
def test_both_ends_tell_a_link(kind: LinkKind, beside_the_part: str, beside_the_whole: str) -> None:
    views = shown(link(kind, "a", "b"))
    assert (told(views["a"]), told(views["b"])) == ([(beside_the_part, "b")], [(beside_the_whole, "a")])


def test_a_series_without_links_tells_none() -> None:
    assert told(shown(link(LinkKind.SUBSET, "a", "lost"))["a"]) == []


def test_but_a_few_links_are_folded() -> None:
    whole = shown(*(link(LinkKind.SUBSET, name, "all") for name in "abcdefg"))["all"]
    assert told(whole) == [("Contains", "a"), ("Contains", "b"), ("Contains", "c")]
    assert [group.count for group in whole.more_linked] == [4]


def test_one_link_alone_is_not_folded() -> None:
    whole = shown(*(link(LinkKind.SUBSET, name, "all") for name in "abcd"))["all"]
    assert (len(told(whole)), whole.more_linked) == (4, ())


def test_the_report_escapes_what_it_links() -> None:
    html = render_report(Evidence(documents=(), claims=()), picture(link(LinkKind.SUBSET, "a", "b")))
    assert "<b>a</b>" not in html
    assert '<a href="#series-b">&lt;b&gt;b&lt;/b&gt;</a>' in html


def test_a_link_as_json() -> None:
    assert link_json(link(LinkKind.RATE_TIME, "a", "b")) == {
        "kind": "rate × time",
        "part": "a",
        "whole": "b",
        "why": "it holds",
    }
