"""Numbers taken back leave the estimates with all that goes back to them; what was right in its time stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tallybook.model import Block, BlockKind, Evidence, Picture, Severity, Span
from tallybook.reconcile import reconcile_claims
from tallybook.reconcile.corrections import find_corrections
from tallybook.reconcile.moments import moments_of
from tallybook.reconcile.series import build_series
from tallybook.reconcile.world import World
from tallybook.registry import Registry

GUARD = """
    page a | Reuters | 2024-03-12
    page b | AFP | 2024-03-14
    page c | Globe | 2024-03-13
    page d | Herald | 2024-03-16
    a1 | 35 killed | by Coast Guard | in Samar
    b1 | 28 killed | by Coast Guard | in Samar
    b2 | 35 killed | by Coast Guard | in Samar | taken
"""

LEFT_OUT = {
    "the number itself and its giver's earlier one": (GUARD, {"a1", "b2"}),
    "a page that named nobody before the correction": (GUARD + "c1 | 35 killed | in Samar", {"a1", "b2", "c1"}),
    "a page that goes on naming its giver afterwards": (
        GUARD + "d1 | 35 killed | by Coast Guard | in Samar",
        {"a1", "b2", "d1"},
    ),
    "but not another's": (GUARD + "d1 | 35 killed | by Red Cross | in Samar", {"a1", "b2"}),
    "nor one that names nobody afterwards": (GUARD + "d1 | 35 killed | in Samar", {"a1", "b2"}),
    "nor where the count has risen to it again": (
        GUARD + "d1 | 35 killed | by Coast Guard | in Samar | on 2024-03-16",
        {"a1", "b2"},
    ),
    "nor the same number of something else": (GUARD + "d1 | 35 wounded | by Coast Guard | in Samar", {"a1", "b2"}),
    "an unknown island and its country may be one place": (
        GUARD + "c1 | 35 killed | by Coast Guard | in Philippines",
        {"a1", "b2", "c1"},
    ),
    "nor of another place": (GUARD + "c1 | 35 killed | by Coast Guard | in Palawan", {"a1", "b2"}),
    "a speaker who is only described, with the number told before in the same words": (
        """
        page a | Reuters | 2024-03-12
        page b | AFP | 2024-03-14
        page c | Globe | 2024-03-16
        a1 | 35 killed | by police | in Samar
        a2 | 35 killed | by fire service | in Samar
        b1 | 28 killed | by police | in Samar
        b2 | 35 killed | by police | in Samar | taken
        c1 | 35 killed | by police | in Samar
        """,
        {"a1", "b2"},
    ),
    "a page's own correction, with the outlet's older page": (
        """
        page a | Courier | 2025-06-08
        page b | Courier | 2025-06-11
        page c | Herald | 2025-06-10
        a1 | 1,810 home destroyed | by Police
        b1 | 1,810 home destroyed | taken
        b2 | 1,180 home destroyed
        c1 | 1,810 home destroyed
        """,
        {"a1", "b1"},
    ),
    "of one page the number wherever it stands": (
        """
        page a | Courier | 2025-06-11
        a1 | 1,810 home destroyed | title
        a2 | 1,810 home destroyed | taken
        a3 | 1,180 home destroyed
        """,
        {"a1", "a2"},
    ),
}


@pytest.mark.parametrize(("book", "expected"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_left_out_as_taken_back(book: str, expected: set[str], picture_of: Callable[..., Picture]) -> None:
    picture = picture_of(book)
    out = {left.claim for e in picture.estimates for left in e.left_out if left.why.startswith("taken back")}
    assert out == expected
    used = {claim for estimate in picture.estimates for claim in estimate.claims}
    assert not used & expected


def test_why_names_who_and_when(picture_of: Callable[..., Picture]) -> None:
    last = picture_of(GUARD).estimates[-1]
    assert {left.claim: left.why for left in last.left_out} == {
        "a1": "taken back by Coast Guard on 14 March 2024",
        "b2": "taken back on its page",
    }
    assert (last.low, last.high) == (28, 28)


def test_one_finding_says_who_took_back_what(picture_of: Callable[..., Picture]) -> None:
    (found,) = [f for f in picture_of(GUARD).findings if f.kind == "correction"]
    assert found.text == "On 14 March 2024, Coast Guard took back 35 killed; 28 stands now."
    assert found.arithmetic == "35 → 28: −7"
    assert found.claims == ("b2", "a1", "b1")
    assert found.severity is Severity.CHECK
    assert found.innocent


def test_a_number_without_another_in_its_place(picture_of: Callable[..., Picture]) -> None:
    (found,) = [f for f in picture_of("a1 | 70 killed | by Army | taken").findings if f.kind == "correction"]
    assert (found.text, found.arithmetic) == ("Army took back 70 killed; no number stands in its place.", None)


def test_taken_back_is_no_conflict(found: Callable[[str, str], list[str]]) -> None:
    book = """
        page a | Reuters | 2024-03-14
        page b | AFP | 2024-03-14
        a1 | 28 killed | by Coast Guard | in Samar
        a2 | 55 killed | by Coast Guard | in Samar | taken
        b1 | 27 killed | by Red Cross | in Samar
    """
    assert all("a2" not in claims for claims in found(book, "conflict"))


SILENT = """
    page a | Reuters | 2024-03-12
    page b | AFP | 2024-03-14
    a1 | 35 killed | by Coast Guard | in Samar
    b1 | 28 killed | by Coast Guard | in Samar
"""


@pytest.mark.parametrize(
    ("sentence", "taken"),
    [
        ("The Coast Guard lowered the toll to 28.", True),
        ("The toll was revised down to 28, the Coast Guard said.", True),
        ("The Coast Guard struck seven names off its list, so that 28 died.", True),
        ("The guard said it had removed seven deaths from its count. The toll is 28.", True),
        ("That is seven fewer than it first reported, the guard said: 28 died.", True),
        ("Seven survivors had been wrongly listed among the dead; 28 died.", True),
        ("The guard took seven bodies from the sea. It said that 28 died.", False),
        ("That is fewer than in the storm of 2019, the Coast Guard said: 28 died.", False),
        ("The guard listed the boats by their ports. It said that 28 died.", False),
        ("Twenty-eight people died, the Coast Guard said.", False),
        ("The Coast Guard revised its forecast and said 28 people died.", False),
        (
            "The number of boats was revised, the Coast Guard said, after a search in all the ports around. 28 died.",
            False,
        ),
    ],
)
def test_a_smaller_total_with_a_word_of_revision(
    sentence: str, taken: bool, evidence: Callable[[str], Evidence], registry: Registry
) -> None:
    book = told(evidence(SILENT), "b", sentence)
    picture = reconcile_claims(book, policy="range", registry=registry)
    assert [f.claims for f in picture.findings if f.kind == "correction"] == ([("a1", "b1")] if taken else [])
    out = {left.claim: left.why for e in picture.estimates for left in e.left_out}
    assert out["a1"].startswith("taken back by Coast Guard on 14 March 2024" if taken else "superseded")


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [("a1", "b1", True), ("c1", "b1", True), ("d1", "b1", False), ("c1", "e1", True), ("c1", "f1", False)],
)
def test_what_a_correction_explains(
    earlier: str, later: str, expected: bool, evidence: Callable[[str], Evidence], registry: Registry
) -> None:
    book = evidence(
        GUARD
        + """
        c1 | 33 killed | by Coast Guard | in Samar
        d1 | 33 killed | by Red Cross | in Samar
        e1 | 29 killed | by Coast Guard | in Samar
        f1 | 20 killed | by Coast Guard | in Samar
        """
    )
    documents = {document.id: document for document in book.documents}
    moments, world = moments_of(book.claims, documents), World(registry)
    series = build_series(book.claims, moments, world)
    claims = {claim.id: claim for claim in book.claims}
    corrections = find_corrections(book.claims, documents, moments, series, world)
    assert corrections.corrected(claims[earlier], claims[later], world) is expected


def told(book: Evidence, page: str, sentence: str) -> Evidence:
    """The book with one page whose only sentence is this."""
    span = Span(0, len(sentence))
    block = Block(span=span, kind=BlockKind.BODY, why="test")
    documents = (
        replace(d, text=sentence, blocks=(block,), language="en") if d.id == page else d for d in book.documents
    )
    number = Span(len(sentence) - 5, len(sentence) - 1)
    claims = (replace(c, span=number, sentence=span) if c.document_id == page else c for c in book.claims)
    return replace(book, documents=tuple(documents), claims=tuple(claims))
