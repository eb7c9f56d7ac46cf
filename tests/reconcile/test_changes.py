"""What changed between two times of a book, and what only looks like a change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tallybook.model import NewsKind
from tallybook.reconcile.changes import Snapshot, compare, re_read, reread_news

FIRST = """
    page a | Reuters | 2024-05-01
    a1 | 12 killed | by Police | on 2024-05-01 | in Lagos
    a2 | 30 wounded | by Police | on 2024-05-01 | in Lagos
"""
PLAN = "page p | Kestrel | 2024-05-01\np1 | 500 displaced | by Red Cross | expected | on 2024-05-20 | in Lagos\n"


@pytest.fixture
def changes(evidence, picture_of):
    """The kinds and texts of what changed from one short table to another; `edited` names pages with another text."""

    def changes(before, after, edited=()):
        old, new = evidence(before), evidence(after)
        documents = tuple(replace(d, content_hash="other") if d.id in edited else d for d in new.documents)
        new = replace(new, documents=documents)
        return compare(Snapshot(old, picture_of(before)), Snapshot(new, picture_of(after)))

    return changes


ROWS = {
    "a page is added": ("b1 | 12 captured | by Army | in Mali", "page added", "b: 1 claim"),
    "a series is new": ("b1 | 9 missing | by Police | on 2024-05-02 | in Lagos", "new series", "9"),
    "a new high": ("b1 | 15 killed | by Army | on 2024-05-02 | in Lagos", "new high", "15, was 12 (Army)"),
    "a new low": ("b1 | 7 killed | by Army | on 2024-05-01 | in Lagos", "new low", "7, was 12 (Army)"),
    "taken back": ("b1 | 40 killed | by Army | on 2024-05-01 | in Lagos | taken", "correction", "40 killed, Army"),
    "a finding opens": ("b1 | 70 killed | by Army | on 2024-05-01 | in Lagos", "finding opened", "conflict"),
    "a forecast": (PLAN, "forecast added", "500 displaced"),
}


@pytest.mark.parametrize(("more", "kind", "words"), ROWS.values(), ids=ROWS)
def test_change(changes, more, kind, words):
    texts = [one.text for one in changes(FIRST, FIRST + more) if one.kind.value == kind]
    assert any(words in text for text in texts), texts


def test_nothing_changes_in_the_same_book(changes):
    assert changes(FIRST + PLAN, FIRST + PLAN) == ()


def test_an_unrelated_page_is_only_itself(changes):
    more = "page b | Kestrel | 2024-05-02\nb1 | 3 infected | by WHO | on 2024-05-02 | in Peru"
    assert [one.kind for one in changes(FIRST, FIRST + more)] == [NewsKind.PAGE_ADDED, NewsKind.NEW_SERIES]


def test_an_earlier_story_of_the_same_scope_does_not_take_the_others_place(changes):
    lyon = "page b | AFP | 2024-05-04\ntext b | A fire in Lyon, said Anne Morel of Lyon, spread to the Rhône.\n"
    peru = "page a | AP | 2024-05-03\ntext a | The quake in Peru, near Arequipa, hit Camaná, said Rosa Quispe.\n"
    news = changes(lyon + "b1 | 3 killed", lyon + "b1 | 3 killed\n" + peru + "a1 | 70 killed")
    assert [one.kind for one in news] == [NewsKind.PAGE_ADDED, NewsKind.NEW_SERIES]


def test_a_forecast_is_settled(changes):
    came = "b1 | 520 displaced | by Police | on 2024-05-19 | in Lagos"
    (news,) = [one for one in changes(FIRST + PLAN, FIRST + PLAN + came) if one.kind is NewsKind.FORECAST_SETTLED]
    assert news.text.startswith("500 displaced, Red Cross, expected: reached, with 520")


def test_a_changed_page_replaces_a_number(changes):
    after = FIRST.replace("12 killed", "14 killed")
    news = {one.kind: one.text for one in changes(FIRST, after, edited=("a",))}
    assert news[NewsKind.PAGE_CHANGED] == "Reuters: its text is another"
    assert news[NewsKind.REPLACED] == "12 killed, Police: now 14 (Reuters)"
    assert NewsKind.RETRACTION not in news
    assert NewsKind.NEW_SERIES not in news


def test_a_changed_page_drops_a_number(changes):
    after = FIRST.replace("    a2 | 30 wounded | by Police | on 2024-05-01 | in Lagos\n", "")
    news = {one.kind: one.text for one in changes(FIRST, after, edited=("a",))}
    assert news[NewsKind.RETRACTION] == "30 wounded, Police: no longer on its page (Reuters)"
    assert NewsKind.SERIES_ENDED in news


def _clashes(first, last):
    """Towns in which the army gives three times what everybody else does."""
    return "".join(
        f"{page}{i} | {i * (31 if by == 'Army' else 10) + 3} killed | by {by} | on 2024-05-0{2 + i % 3} | in {town}\n"
        for i, town in list(enumerate(("Chad", "Peru", "Malta", "Syria", "Mali", "Kenya", "Cuba"), 1))[first:last]
        for page, by in (("k", "Army"), ("l", "Red Cross"), ("m", "Police"))
    )


@pytest.fixture
def likelier(evidence, picture_of):
    """What changed of estimates by the method that learns trust."""

    def likelier(before, after):
        news = compare(*(Snapshot(evidence(book), picture_of(book, "posterior")) for book in (before, after)))
        bounds = {NewsKind.NEW_HIGH, NewsKind.HIGH_FELL, NewsKind.NEW_LOW, NewsKind.LOW_ROSE, NewsKind.BEST_MOVED}
        return {one.text.split(":")[0].rpartition(" in ")[2] for one in news if one.kind in bounds}

    return likelier


def test_an_estimate_that_only_learnt_trust_moves_is_no_news(likelier, picture_of):
    before, after = _clashes(0, 2), _clashes(0, 7)
    ends = [{e.series: (e.low, e.high) for e in picture_of(book, "posterior").estimates} for book in (before, after)]
    assert any(ends[1][name] != ends[0][name] for name in ends[0])
    assert likelier(before, after) == set()


@pytest.mark.parametrize(
    "more",
    ["n1 | 95 killed | by WHO | on 2024-05-03 | in Chad", "n1 | 13 killed | by WHO | on 2024-05-03 | in Chad"],
)
def test_a_claim_of_its_own_moves_an_estimate(likelier, more):
    assert likelier(_clashes(0, 2), _clashes(0, 2) + more) == {"Chad"}


def test_a_claim_taken_back_moves_an_estimate(likelier):
    before = _clashes(0, 2)
    assert likelier(before, before.replace("killed | by Red Cross", "killed | by Red Cross | taken", 1)) == {"Chad"}


def test_a_number_that_only_moved_on_its_page_is_no_news(changes):
    lines = FIRST.rstrip().split("\n")
    after = "\n".join([*lines[:2], lines[3], lines[2]])
    assert {one.kind for one in changes(FIRST, after, edited=("a",))} == {NewsKind.PAGE_CHANGED}


def test_findings_close(changes):
    clash = FIRST + "b1 | 70 killed | by Army | on 2024-05-01 | in Lagos\n"
    kinds = {one.kind for one in changes(clash, clash.replace("70 killed", "12 killed"), edited=("b",))}
    assert NewsKind.FINDING_CLOSED in kinds


def test_what_is_only_read_differently_is_one_line(evidence, picture_of):
    before, after = evidence(FIRST), evidence(FIRST.replace("12 killed", "12 missing"))
    middle = re_read(before, after)
    assert middle.claims == after.claims
    assert [one.text for one in reread_news(before, middle, {"a": "0.2.0"})] == [
        "re-read by 0.2.0: 1 claim reads differently"
    ]


def test_a_changed_page_keeps_its_earlier_claims_in_the_middle(evidence):
    before, after = evidence(FIRST), evidence(FIRST.replace("12 killed", "14 killed"))
    after = replace(after, documents=tuple(replace(d, content_hash="other") for d in after.documents))
    assert re_read(before, after).claims == before.claims


def test_the_same_input_gives_the_same_news(changes):
    more = "".join(f"{row[0]}\n" for row in ROWS.values() if row[0].startswith("b1"))
    more = "\n".join(line.replace("b1", f"{chr(98 + n)}1", 1) for n, line in enumerate(more.splitlines()))
    assert changes(FIRST, FIRST + more) == changes(FIRST, FIRST + more)
