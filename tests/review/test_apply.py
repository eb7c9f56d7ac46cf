"""What decisions make of the evidence."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tallybook import review
from tallybook.model import (
    Accept,
    Anchor,
    Claim,
    Edit,
    Evidence,
    Exclude,
    Grade,
    KeptFile,
    Medium,
    Note,
    PartialDate,
    Reject,
    Settle,
    Span,
)

NOON = dt.datetime(2026, 5, 3, 12, tzinfo=dt.UTC)


def facts(evidence: Evidence) -> list[tuple[int, str, str | None]]:
    """Number, event and origin of each claim."""
    return [(c.quantity.low, c.event, c.attribution.origin) for c in evidence.claims]


def first(evidence: Evidence) -> tuple[Anchor, Claim]:
    claim = evidence.claims[0]
    return review.anchor_of(claim, evidence.documents[0]), claim


def edit(evidence: Evidence, after: Claim, before: Claim | None = None) -> Edit:
    anchor, claim = first(evidence)
    return Edit(anchor=anchor, before=before or claim, after=after)


def valued(claim: Claim, value: int) -> Claim:
    return replace(claim, quantity=replace(claim.quantity, low=value, high=value))


def test_without_decisions_the_evidence_is_what_was_read(evidence):
    assert review.apply(evidence, ()) == evidence


def test_a_rejected_claim_leaves_the_evidence(evidence, logged):
    anchor, claim = first(evidence)
    applied = review.apply(evidence, logged(Reject(anchor=anchor, reading=claim)))
    assert applied.claims == evidence.claims[1:]
    assert applied.decisions == ()


@pytest.mark.parametrize("undone", [0, 1])
def test_an_edit_that_is_undone_leaves_the_other(evidence, logged, undone):
    _, claim = first(evidence)
    wounded = replace(claim, event="wounded")
    both = valued(wounded, 43)
    log = logged(edit(evidence, wounded), edit(evidence, both, before=wounded), undone)
    assert facts(review.apply(evidence, log))[0] == ((43, "killed") if undone == 0 else (40, "wounded")) + (
        "civil defence",
    )


def test_an_edited_field_loses_the_words_that_do_not_prove_it(evidence, logged):
    _, claim = first(evidence)
    after = replace(valued(claim, 43), evidence={**claim.evidence, "origin": (Span(0, 3),)})
    applied = review.apply(evidence, logged(edit(evidence, after))).claims[0]
    assert applied.evidence == {
        "value": "as a person read it",
        "unit": "inferred from the event",
        "origin": (Span(0, 3),),
    }


def test_an_edit_accepts_what_was_rejected(evidence, logged):
    anchor, claim = first(evidence)
    log = logged(Reject(anchor=anchor, reading=claim), edit(evidence, valued(claim, 43)))
    assert facts(review.apply(evidence, log))[0] == (43, "killed", "civil defence")


# A later run


def test_a_newer_program_does_not_overrule_what_was_accepted(evidence, logged):
    anchor, claim = first(evidence)
    log = logged(Accept(anchor=anchor, reading=claim))
    newer = replace(evidence, claims=tuple(replace(c, event="wounded") for c in evidence.claims))
    lost = replace(evidence, claims=evidence.claims[1:])
    assert [c.event for c in review.apply(newer, log).claims] == ["killed", "wounded", "wounded"]
    assert review.apply(lost, log).claims == evidence.claims


def test_an_edit_holds_in_its_fields_and_no_others(evidence, logged):
    _, claim = first(evidence)
    log = logged(edit(evidence, valued(claim, 43)))
    newer = replace(evidence, claims=tuple(replace(c, group="Peru") for c in evidence.claims))
    assert [(c.quantity.low, c.group) for c in review.apply(newer, log).claims] == [
        (43, "Peru"),
        (62, "Peru"),
        (300, "Peru"),
    ]
    assert facts(review.apply(replace(evidence, claims=()), log)) == [(43, "killed", "civil defence")]


def test_a_rejected_claim_stays_away_whatever_is_read_there(evidence, logged):
    anchor, claim = first(evidence)
    log = logged(Reject(anchor=anchor, reading=claim))
    newer = replace(evidence, claims=(replace(claim, event="wounded"),))
    assert review.apply(newer, log).claims == ()


def test_a_text_that_changed_is_left_alone_and_the_decision_is_shown(evidence, logged):
    anchor, claim = first(evidence)
    log = logged(Reject(anchor=anchor, reading=claim), Note(anchor=anchor, text="ask again"))
    page = replace(evidence.documents[0], content_hash="another")
    changed = replace(evidence, documents=(page,))
    assert review.apply(changed, log).claims == evidence.claims
    assert [(one.decision, one.why) for one in review.stale(changed, log)] == [
        (one, "its page has another text now, or is not in this book") for one in log
    ]
    assert review.stale(evidence, log) == ()


def test_a_decision_on_a_claim_that_is_gone_is_shown(evidence, logged):
    anchor, claim = first(evidence)
    log = logged(Exclude(anchor=anchor), Reject(anchor=anchor, reading=claim))
    assert [(one.decision.kind, one.why) for one in review.stale(evidence, log)] == [
        ("exclude", "no claim stands there now")
    ]


# Claims that people add


def test_a_missed_claim_is_read_at_its_words(evidence, logged):
    page, claim = evidence.documents[0], evidence.claims[1]
    without = replace(evidence, claims=(evidence.claims[0], evidence.claims[2]))
    act = review.add_missed(page, replace(claim, id="", document_id="", evidence={"value": (claim.core,)}))
    applied = review.apply(without, logged(act))
    assert [c.id for c in applied.claims] == [c.id for c in evidence.claims]
    assert applied.claims[1].evidence == {
        "value": (claim.core,),
        "hedge": "as a person read it",
        "unit": "as a person read it",
        "event": "as a person read it",
        "origin": "as a person read it",
    }
    assert facts(review.apply(evidence, logged(act))) == facts(evidence)


@pytest.mark.parametrize("core", [Span(3, 3), Span(60, 1000)])
def test_a_missed_claim_stands_in_the_text(evidence, core):
    with pytest.raises(ValueError, match="no stretch"):
        review.add_missed(evidence.documents[0], replace(evidence.claims[0], core=core))


def by_hand(evidence: Evidence, words: str = "He said 45 had died.", **more: object):
    claim = valued(evidence.claims[0], 45)
    given = {"medium": Medium.PHONE_CALL, "seen": NOON, **more}
    return review.add_by_hand(words, claim, **given)


def test_a_claim_by_hand_has_a_record_of_its_own(evidence, logged):
    act = by_hand(evidence, file=KeptFile(name="call.ogg", sha256="0" * 64))
    applied = review.apply(evidence, logged(act))
    record, claim = applied.documents[-1], applied.claims[-1]
    assert record.text == "Phone call, 2026-05-03 12:00 UTC\n\nHe said 45 had died."
    assert (claim.core.of(record.text), claim.document_id) == ("He said 45 had died.", record.id)
    assert record.published == PartialDate(year=2026, month=5, day=3, how="phone call of that day")
    assert claim.evidence["event"] == review.NOT_DERIVABLE
    assert review.stale(evidence, logged(act)) == ()


def test_claims_by_hand_can_be_left_out(evidence, logged):
    act = by_hand(evidence)
    log = logged(act, Exclude(anchor=act.anchor))
    applied = review.apply(evidence, log, by_hand=False)
    assert (applied.documents, applied.claims) == (evidence.documents, evidence.claims)


def test_a_claim_by_hand_is_rejected_and_edited_as_any_other(evidence, logged):
    act = by_hand(evidence)
    better = Edit(anchor=act.anchor, before=act.reading, after=valued(act.reading, 46))
    assert facts(review.apply(evidence, logged(act, better)))[-1] == (46, "killed", "civil defence")
    gone = review.apply(evidence, logged(act, Reject(anchor=act.anchor, reading=act.reading)))
    assert (gone.documents, gone.claims) == (evidence.documents, evidence.claims)


@pytest.mark.parametrize("wrong", [{"words": " \n"}, {"seen": dt.datetime(2026, 5, 3)}])
def test_a_claim_by_hand_needs_words_and_a_moment(evidence, wrong):
    with pytest.raises(ValueError):
        by_hand(evidence, **wrong)


# What goes on


def test_what_reconciliation_needs_goes_with_the_evidence(evidence, logged):
    anchor, claim = first(evidence)
    log = logged(Accept(anchor=anchor, reading=claim), Exclude(anchor=anchor), Note(anchor=anchor, text="x"), 1)
    assert review.apply(evidence, log).decisions == ()
    assert review.apply(evidence, log[:3]).decisions == (log[1],)


def test_without_names_nobody_is_named_and_no_reviewers_words_are_told(evidence, logged):
    anchor, _ = first(evidence)
    held = by_hand(evidence, file=KeptFile(name="source-of-jane.ogg", sha256="0" * 64))
    acts = (Exclude(anchor=anchor, why="Jane doubts it"), Settle(finding="f", why="Jane asked"), held)
    log = logged(*acts, Grade(source="Reuters", grade="B"), by="Jane")
    told = repr(review.apply(evidence, log, names=False))
    assert "Jane" not in told and "jane" not in told
    assert "Jane" in repr(review.apply(evidence, log))


def test_a_text_given_twice_is_decided_in_both_places(evidence, logged):
    anchor, claim = first(evidence)
    twin = replace(evidence.documents[0], id="twin")
    both = replace(
        evidence,
        documents=(*evidence.documents, twin),
        claims=(*evidence.claims, replace(claim, id="twin:1", document_id="twin")),
    )
    log = logged(Edit(anchor=anchor, before=claim, after=valued(claim, 43)))
    assert [(c.id, c.quantity.low) for c in review.apply(both, log).claims if c.quantity.low == 43] == [
        (claim.id, 43),
        ("twin:1", 43),
    ]


@pytest.mark.parametrize("grade", ["G", "b", "2", "B7", "B22", ""])
def test_what_is_no_grade(grade):
    with pytest.raises(ValueError, match="Admiralty"):
        Grade(source="Reuters", grade=grade)
