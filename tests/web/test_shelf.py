"""What stands on the shelf: a picture that fails is told and not tried for ever; a moment is worked out once."""

from __future__ import annotations

import datetime as dt

import pytest

from tallybook import pipeline
from tallybook.web import jobs, shelf


@pytest.fixture
def pictures(monkeypatch):
    """The pictures that are worked out from now on, which fail while `broken` says so."""
    asked: list[bool] = []
    state = {"broken": False}
    real = pipeline.reconcile_claims

    def counted(*given, **more):
        asked.append(state["broken"])
        if state["broken"]:
            raise ZeroDivisionError("a defect")
        return real(*given, **more)

    monkeypatch.setattr(pipeline, "reconcile_claims", counted)
    return asked, state


def test_a_picture_that_fails_is_told_and_the_last_one_shown(app, pictures, monkeypatch):
    monkeypatch.setattr(shelf, "LOOK_AGAIN", 0.001)
    asked, state = pictures
    anchor = app.claim(14)["anchor"]
    state["broken"] = True
    assert app.decide({"kind": "exclude", "anchor": anchor}).status_code == 201
    with app.shelf._changed:
        assert app.shelf._changed.wait_for(lambda: app.shelf.why_failed() is not None, timeout=20)
    told = app.get("/status").json()
    assert told["failed"].endswith("ZeroDivisionError: a defect") and told["behind"]
    assert app.get("/series").json()["total"] > 0
    state["broken"] = False
    assert app.decide({"kind": "reject", "anchor": anchor}).status_code == 201
    app.settled()
    assert app.get("/status").json()["failed"] is None
    assert asked.count(True) == 1, "what failed is not tried again"


def test_a_moment_is_worked_out_once(app, pictures):
    app.settled()
    asked, _ = pictures
    anchor = app.claim(14)["anchor"]
    before = dt.datetime.now(dt.UTC)
    assert app.decide({"kind": "reject", "anchor": anchor}).status_code == 201
    app.settled()
    done = len(asked)
    answers = [app.get("/series", params={"as_of": before.isoformat()}).json() for _ in range(3)]
    assert len(asked) <= done + 1 and answers[0] == answers[2]


def test_pages_wait_only_as_long_as_there_is_room(app, monkeypatch):
    monkeypatch.setattr(jobs, "MAX_BYTES", 100)
    answer = app.post("/pages/text", {"text": "14 people were killed. " * 10})
    assert answer.status_code == 503 and answer.headers["retry-after"]
    assert answer.json()["detail"] == "too many pages are waiting"
    assert app.get("/jobs").json() == {"items": []}
