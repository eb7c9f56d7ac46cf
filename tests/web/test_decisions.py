"""Every kind of decision over the API, what it does, how it is undone, and two reviewers at once."""

from __future__ import annotations

import pytest


def test_accept_reject_and_undo_from_the_middle(app):
    claim = app.claim(14)
    first = app.decide({"kind": "reject", "anchor": claim["anchor"], "why": "an age"}).json()
    assert first["version"] == 1 and first["decision"]["kind"] == "reject"
    assert app.get(f"/claims/{claim['anchor']}").json()["review"]["verdict"] == "reject"
    assert [one["id"] for one in app.get("/claims?review=reject").json()["items"]] == [claim["id"]]
    assert claim["id"] not in {one["id"] for one in app.get("/claims?size=100").json()["items"]}
    app.decide({"kind": "note", "anchor": claim["anchor"], "text": "call again"})
    undo = app.decide({"kind": "undo", "decision": first["decision"]["id"]}).json()
    assert app.claim(14)["review"]["verdict"] is None
    assert app.claim(14)["review"]["notes"][0]["text"] == "call again"
    app.decide({"kind": "undo", "decision": undo["decision"]["id"]})
    assert app.get("/claims?review=reject").json()["total"] == 1
    entries = app.get("/history").json()["items"]
    assert [one["kind"] for one in entries] == ["undo", "undo", "note", "reject"]
    assert entries[-1]["undone_by"] is None and entries[1]["undone_by"] == entries[0]["id"]
    assert entries[-1]["changed"] == [{"field": "claim", "before": None, "after": "rejected: an age"}]


def test_an_edit_holds_in_the_fields_it_changed(app):
    claim = app.claim(230)
    changes = {
        "low": 235,
        "high": 240,
        "hedge": "range",
        "origin": "Mayor of Tarnow",
        "evidence": {"value": [claim["span"]]},
    }
    told = app.decide({"kind": "edit", "anchor": claim["anchor"], "changes": changes})
    assert told.status_code == 201
    fields = {one["field"]: (one["before"], one["after"]) for one in told.json()["decision"]["changed"]}
    assert fields["quantity.low"] == ("230", "235")
    after = app.claim(235)
    assert after["quantity"]["high"] == 240 and after["origin"] == "Mayor of Tarnow"
    assert after["event"] == claim["event"] and after["review"]["verdict"] == "edit"
    assert after["evidence"]["origin"] == "as a person read it"


def test_a_missed_claim_by_its_span(app):
    document = next(one for one in app.get("/documents").json()["items"] if one["title"] and "14" in one["title"])
    text = app.get(f"/documents/{document['id']}").json()["text"]
    start = text.index("May 4") + 4
    claim = {"low": 4, "high": 4, "unit": "person", "event": "missing"}
    act = {"kind": "add missed", "document": document["id"], "core": [start, start + 1], "claim": claim}
    assert app.decide(act).status_code == 201
    added = app.claim(4)
    assert added["event"] == "missing" and added["review"]["verdict"] == "add missed"
    assert added["evidence"]["value"] == "as a person read it"
    assert app.decide(act).status_code == 422


def test_a_selection_is_read_and_can_be_sent_as_a_missed_claim(app):
    claim = app.claim(14)
    document, (start, end) = claim["document"]["id"], claim["core"]
    read = app.get(f"/documents/{document}/reading", params={"start": start, "end": end}).json()
    assert read["core"] == [start, end] and (read["claim"]["low"], read["claim"]["high"]) == (14, 14)
    assert app.get(f"/documents/{document}/reading", params={"start": start - 3, "end": start - 2}).status_code == 404
    assert app.get(f"/documents/{document}/reading", params={"start": 3, "end": 3}).status_code == 409
    act = {"kind": "add missed", "document": document, "core": read["core"], "claim": read["claim"]}
    assert app.decide(act).status_code == 422  # there is one already


def test_a_claim_by_hand_with_its_file(app):
    kept = app.ask("POST", "/api/v1/files", files={"file": ("../../etc/shot.png", b"<script>not a page</script>")})
    assert kept.status_code == 201 and kept.json()["name"] == "shot.png"
    digest = kept.json()["sha256"]
    given = app.get(f"/files/{digest}")
    assert given.content == b"<script>not a page</script>"
    assert given.headers["content-type"] == "application/octet-stream"
    assert given.headers["content-disposition"].startswith("attachment")
    act = {
        "kind": "add by hand",
        "words": "17 dead, says the mayor on the phone",
        "medium": "phone call",
        "seen_at": "2025-05-05T10:00:00+02:00",
        "claim": {"low": 17, "high": 17, "unit": "person", "event": "killed", "origin": "Mayor of Tarnow"},
        "file": digest,
        "file_name": "shot.png",
    }
    assert app.decide(act).status_code == 201
    added = app.claim(17)
    assert added["evidence"]["value"] == "noted by hand, not re-derivable"
    assert app.decide({"kind": "exclude", "anchor": added["anchor"], "why": "rumour"}).status_code == 201
    assert app.claim(17)["review"]["excluded"] is True
    assert app.decide({**act, "words": "18 dead", "file": "0" * 64}).status_code == 404


def test_series_statements_sources_and_findings(app):
    one, other, third = app.claim(14), app.claim(40), app.claim(230)
    a, b = one["anchor"], other["anchor"]
    for act in (
        {"kind": "rename", "anchor": a, "title": "Dead of the flood"},
        {"kind": "merge", "anchor": third["anchor"], "into": a},
        {"kind": "split", "anchors": [b]},
        {"kind": "move", "anchor": b, "to": a},
        {"kind": "different statement", "anchor": a, "other": b},
        {"kind": "same statement", "anchor": a, "other": b},
        {"kind": "grade", "source": "Red Cross", "grade": "C3"},
        {"kind": "assign", "anchor": a, "to": "Jo"},
        {"kind": "check", "anchor": a, "state": "second-checked"},
        {"kind": "accept", "anchor": b},
    ):
        assert app.decide(act).status_code == 201, act
    app.settled()
    series = app.get(f"/series/{app.claim(14)['series']}").json()
    assert series["title"] == "Dead of the flood" and {one["id"], other["id"], third["id"]} <= set(series["claims"])
    review = app.claim(14)["review"]
    assert (review["state"], review["assignee"]) == ("second-checked", "Jo")


def test_a_finding_is_settled(app):
    app.settled()
    findings = app.get("/findings").json()["items"]
    assert findings
    assert app.decide({"kind": "settle", "finding": findings[0]["id"], "why": "asked them"}).status_code == 201
    app.settled()
    assert [one["id"] for one in app.get("/findings?settled=true").json()["items"]] == [findings[0]["id"]]


@pytest.mark.parametrize(
    ("act", "status"),
    [
        ({"kind": "accept", "anchor": "0" * 64 + ":1-2"}, 404),
        ({"kind": "accept", "anchor": "nonsense"}, 422),
        ({"kind": "reject"}, 422),
        ({"kind": "burn", "anchor": "A"}, 422),
        ({"kind": "undo", "decision": "none"}, 422),
        ({"kind": "settle", "finding": "none"}, 404),
        ({"kind": "grade", "source": "Reuters", "grade": "Z"}, 422),
        ({"kind": "edit", "anchor": "A", "changes": {}}, 422),
        ({"kind": "edit", "anchor": "A", "changes": {"low": 9, "high": 3}}, 422),
        ({"kind": "edit", "anchor": "A", "changes": {"span": [5, 3]}}, 422),
        ({"kind": "edit", "anchor": "A", "changes": {"span": [0, 10_000_000]}}, 422),
        ({"kind": "edit", "anchor": "A", "changes": {"time": {"start": "2025-05-04", "end": "2025-05-01"}}}, 422),
        ({"kind": "edit", "anchor": "A", "changes": {"core": [1, 2]}}, 422),
        ({"kind": "merge", "anchor": "A", "into": "A"}, 422),
        ({"kind": "split", "anchors": []}, 422),
        ({"kind": "add missed", "document": "none", "core": [1, 2], "claim": {}}, 404),
        ({"kind": "note", "anchor": "A", "text": ""}, 422),
        ({"kind": "assign", "anchor": "A", "to": "a\x00b"}, 422),
        (
            {"kind": "add by hand", "words": "x", "medium": "post", "seen_at": "2025-05-05T10:00", "claim": {"low": 1}},
            422,
        ),
    ],
)
def test_what_makes_no_sense_is_refused_and_not_recorded(app, act, status):
    anchor = app.claim(14)["anchor"]
    act = {key: anchor if value == "A" else value for key, value in act.items()}
    answer = app.decide(act)
    assert answer.status_code == status and answer.headers["content-type"] == "application/problem+json"
    assert app.get("/history").json()["total"] == 0


def test_two_reviewers_of_one_claim(app):
    anchor = app.claim(14)["anchor"]
    assert app.decide({"kind": "reject", "anchor": anchor}, by="Jo", seen=0).status_code == 201
    late = app.decide({"kind": "accept", "anchor": anchor}, by="Al", seen=0)
    assert late.status_code == 409
    told = late.json()
    assert told["version"] == 1 and "Jo" in told["detail"] and "reject" in told["detail"]
    assert (told["conflict"]["by"], told["conflict"]["kind"]) == ("Jo", "reject") and told["conflict"]["at"]
    assert app.get("/history").json()["total"] == 1
    assert app.decide({"kind": "accept", "anchor": anchor}, by="Al", seen=1).status_code == 201


def test_two_reviewers_of_two_claims_or_with_notes_lose_nothing(app):
    first, second = app.claim(14)["anchor"], app.claim(40)["anchor"]
    assert app.decide({"kind": "reject", "anchor": first}, by="Jo", seen=0).status_code == 201
    assert app.decide({"kind": "accept", "anchor": second}, by="Al", seen=0).status_code == 201
    assert app.decide({"kind": "note", "anchor": first, "text": "why?"}, by="Al", seen=0).status_code == 201
    assert app.get("/history").json()["total"] == 3


def test_if_match_is_of_the_whole_log(app):
    anchor = app.claim(14)["anchor"]
    tag = app.get("/history").headers["etag"]
    first = app.decide({"kind": "accept", "anchor": anchor}, headers={"if-match": tag})
    assert first.status_code == 201 and first.headers["book-version"] == "1"
    late = app.decide({"kind": "accept", "anchor": app.claim(40)["anchor"]}, seen=0, headers={"if-match": tag})
    assert late.status_code == 412
    assert [one["kind"] for one in late.json()["since"]] == ["accept"] and late.json()["since"][0]["by"] == "A. Editor"
    again = app.decide(
        {"kind": "accept", "anchor": app.claim(40)["anchor"]}, headers={"if-match": first.headers["etag"]}
    )
    assert again.status_code == 201


def test_two_apps_on_one_book_see_each_other(make_app):
    here, there = make_app(), make_app()
    anchor = here.claim(14)["anchor"]
    there.claim(14)
    assert here.decide({"kind": "reject", "anchor": anchor}, by="Jo", seen=0).status_code == 201
    late = there.decide({"kind": "accept", "anchor": anchor}, by="Al", seen=0)
    assert late.status_code == 409 and late.json()["conflict"]["by"] == "Jo"


def test_seen_cannot_be_of_later(app):
    app.settled()
    assert app.decide({"kind": "note", "anchor": app.claim(14)["anchor"], "text": "x"}, seen=5).status_code == 409


def test_history_is_filtered(app):
    anchor = app.claim(14)["anchor"]
    app.decide({"kind": "accept", "anchor": anchor}, by="Jo")
    app.decide({"kind": "note", "anchor": anchor, "text": "x"}, by="Al")
    for filters, total in (
        ({"by": "Jo"}, 1),
        ({"kind": "note"}, 1),
        ({"anchor": anchor}, 2),
        ({"undone": "true"}, 0),
        ({"stale": "true"}, 0),
        ({"since": "2999-01-01"}, 0),
        ({"until": "2999-01-01"}, 2),
    ):
        assert app.get("/history", params=filters).json()["total"] == total, filters


def test_an_undo_brings_the_earlier_picture_back_without_working_it_out(app):
    app.settled()
    before = app.shelf.worked()
    made = app.decide({"kind": "exclude", "anchor": app.claim(14)["anchor"]}).json()
    app.settled()
    app.decide({"kind": "undo", "decision": made["decision"]["id"]})
    app.settled()
    assert app.shelf.worked().picture is before.picture
