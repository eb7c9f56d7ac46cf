"""The book over the API: lists, pages of lists, filters, marks, and the book as of a day."""

from __future__ import annotations

import json

import pytest

LISTS = (
    *("documents", "claims", "denials", "series", "statements", "estimates", "findings", "forecasts", "records"),
    *("links", "sources", "queue", "history"),
)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_comes_in_pages_with_its_total(app, name):
    first = app.get(f"/{name}", params={"size": 1})
    assert first.status_code == 200 and first.headers["content-type"] == "application/json"
    told = first.json()
    assert told["page"] == 1 and told["size"] == 1 and len(told["items"]) == min(1, told["total"])
    second = app.get(f"/{name}", params={"size": 1, "page": 2}).json()
    assert not second["items"] or second["items"] != told["items"]
    beyond = app.get(f"/{name}", params={"page": 1_000_000}).json()
    assert beyond["items"] == [] and beyond["total"] == told["total"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/claims?size=0", 422),
        ("/claims?size=501", 422),
        ("/claims?page=0", 422),
        ("/claims?page=x", 422),
        ("/claims?state=maybe", 422),
        ("/claims?since=yesterday", 422),
        ("/status?as_of=2026-02-30", 422),
        ("/status?as_of=yesterday", 422),
        ("/search", 422),
        ("/search?q=a", 422),
        ("/claims/nobody", 404),
        ("/documents/nothing", 404),
        ("/documents/..%2f..%2fetc%2fpasswd", 404),
        ("/series/none", 404),
        ("/decisions/none", 404),
        ("/jobs/none", 404),
        ("/files/" + "0" * 64, 404),
        ("/files/..%2f..%2fbook.db", 404),
        ("/files/book.db", 422),
        ("/nothing", 404),
    ],
)
def test_what_is_wrong_is_a_problem(app, path, status):
    answer = app.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == status and told["title"] and told["type"] == "about:blank"


def test_another_method_is_a_problem_that_says_which_are_taken(app):
    answer = app.ask("DELETE", "/api/v1/claims")
    assert answer.status_code == 405 and answer.headers["allow"] == "GET"
    assert answer.json()["status"] == 405


@pytest.mark.parametrize("path", ["/status", "/page", "/claims", "/series", "/history", "/book"])
def test_who_has_it_already_is_told_so(app, path):
    app.settled()
    first = app.get(path)
    again = app.get(path, headers={"if-none-match": f'"other", W/{first.headers["etag"]}'})
    assert again.status_code == 304 and again.content == b"" and again.headers["etag"] == first.headers["etag"]
    assert app.decide({"kind": "note", "anchor": app.claim(14)["anchor"], "text": "call"}).status_code == 201
    app.settled()
    assert app.get(path, headers={"if-none-match": first.headers["etag"]}).status_code == 200


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        ({"event": "killed"}, {14, 40}),
        ({"event": "wounded"}, {230}),
        ({"q": "BURST its banks"}, {14}),
        ({"review": "undecided", "event": "wounded"}, {230}),
        ({"review": "accept"}, set()),
        ({"review": "reject"}, set()),
        ({"state": "checked"}, set()),
        ({"since": "2025-05-05", "until": "2025-05-05"}, set()),
        ({"assignee": "Jo"}, set()),
    ],
)
def test_claims_that_fit(app, filters, numbers):
    found = app.get("/claims", params={"size": 100, **filters}).json()
    assert {claim["quantity"]["low"] for claim in found["items"]} >= numbers
    if not numbers:
        assert found["total"] == 0


def test_claims_of_a_document_a_series_and_an_event(app):
    claim = app.claim(14)
    asked = {"document": claim["document"]["id"], "series": claim["series"], "event": claim["event"]}
    for name, value in asked.items():
        found = app.get("/claims", params={name: value, "size": 100}).json()["items"]
        assert claim["id"] in {one["id"] for one in found}
        assert app.get("/claims", params={name: "elsewhere"}).json()["total"] == 0


def test_a_claim_by_its_id_and_by_its_anchor(app):
    claim = app.claim(14)
    assert app.get(f"/claims/{claim['id']}").json() == app.get(f"/claims/{claim['anchor']}").json() == claim


def test_a_document_has_its_text_and_where_its_claims_stand(app):
    claim = app.claim(14)
    document = app.get(f"/documents/{claim['document']['id']}").json()
    start, end = claim["core"]
    assert document["text"][start:end] == "14"
    assert {"claim": claim["id"], "anchor": claim["anchor"]} in document["anchors"]


def test_words_are_found_whatever_their_case(app):
    (hit, *_) = app.get("/search", params={"q": "RIVER osk"}).json()["items"]
    assert hit["words"] == "river Osk"
    text = app.get(f"/documents/{hit['document']}").json()["text"]
    assert text[hit["start"] : hit["end"]] == "river Osk"


def test_the_page_is_what_the_views_draw_from(app):
    page = app.get("/page").json()
    assert {"about", "documents", "claims", "series", "findings", "forecasts", "places"} <= set(page)
    fragments = {claim["fragment"] for claim in app.get("/claims", params={"size": 100}).json()["items"]}
    assert set(page["claims"]["id"]) == fragments


def test_the_book_as_of_a_day_is_that_of_the_decisions_until_then(app):
    app.decide({"kind": "reject", "anchor": app.claim(14)["anchor"]})
    app.settled()
    assert app.get("/status").json()["version"] == 1
    then = app.get("/status", params={"as_of": "2020-01-01"}).json()
    assert then["version"] == 0
    assert app.get("/status", params={"as_of": "2999-01-01"}).json()["version"] == 1


def test_hostile_words_are_data_and_never_a_page(app):
    for path in ("/claims", "/page", "/documents", "/book", "/search?q=script"):
        answer = app.get(path)
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        json.loads(answer.content)
    assert "\u202e" not in app.get("/page").text and "\\u202e" not in app.get("/page").text


def test_the_page_without_scripts_says_the_same(app):
    app.settled()
    answer = app.ask("GET", "/")
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/html")
    assert 'data-source="/api/v1"' in answer.text and 'id="data"' not in answer.text
    assert "<script>alert" not in answer.text
    policy = answer.headers["content-security-policy"]
    assert "connect-src 'self'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
    assert app.ask("GET", "/", headers={"if-none-match": answer.headers["etag"]}).status_code == 304


def test_the_reference_needs_nothing_from_elsewhere(app):
    answer = app.ask("GET", "/api/v1/docs")
    assert answer.status_code == 200 and "<script" not in answer.text and "http://" not in answer.text
    assert "/api/v1/decisions" in answer.text and "DecisionBody" in answer.text
