"""Pages added by file, paste and address; each with its progress or its error."""

from __future__ import annotations

import pytest

from tallybook.errors import UnreadableInput
from tallybook.read import Capture

TALE = b"Landslide in Odra kills 7\n\nMay 9, 2025\n\n"
TALE += b"The landslide killed 7 people in Odra, the fire brigade said on Friday.\n"


def finished(app, answer) -> dict:
    assert answer.status_code == 202
    app.wait_for_job(answer.json()["id"])
    job = app.ask("GET", answer.headers["location"]).json()
    assert job["done"]
    return job


def test_files_one_good_one_bad(app):
    files = [("files", ("../tale.txt", TALE)), ("files", ("picture.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 100))]
    job = finished(app, app.ask("POST", "/api/v1/pages/files", files=files))
    good, bad = job["pages"]
    assert (good["name"], good["state"]) == ("tale.txt", "done") and good["claims"] >= 1
    assert bad["state"] == "failed" and bad["what"] and bad["hint"] and bad["document"] is None
    app.settled()
    assert app.claim(7)["document"]["path"].startswith("added/")
    assert app.get(f"/documents/{good['document']}").status_code == 200
    assert app.get("/jobs").json()["items"][0]["id"] == job["id"]


def mailbox(*texts: bytes) -> bytes:
    begin = b"From a@b.example Fri May  9 10:00:00 2025\nFrom: Odra Fire Brigade <a@b.example>\nTo: d@e.example\n"
    return b"".join(begin + b"Subject: Note\nDate: Fri, 9 May 2025 10:00:00 +0200\n\n" + text + b"\n" for text in texts)


def test_a_file_of_many_pages_is_told_of_page_by_page(app):
    other = b"The flood killed 19 people in Karonda, the fire brigade said on Friday, and hurt 4.\n"
    files = [("files", ("day.mbox", mailbox(TALE, b"<>\n", other))), ("files", ("tale.txt", TALE + b"It rained on.\n"))]
    job = finished(app, app.ask("POST", "/api/v1/pages/files", files=files))
    states = [(page["name"].rstrip("0123456789"), page["state"]) for page in job["pages"]]
    assert sorted(states) == [
        ("day.mbox#", "done"),
        ("day.mbox#", "done"),
        ("day.mbox#", "failed"),
        ("tale.txt", "done"),
    ]
    app.settled()
    assert app.claim(19)["document"]["path"].startswith("added/")


def test_pages_beyond_the_shown_ones_are_counted(app, monkeypatch):
    monkeypatch.setattr("tallybook.web.jobs.MAX_SHOWN", 2)
    texts = [
        f"The flood killed {n} people in Karonda, the fire brigade said on Friday.\n".encode() for n in range(31, 36)
    ]
    job = finished(app, app.ask("POST", "/api/v1/pages/files", files=[("files", ("day.mbox", mailbox(*texts)))]))
    last = job["pages"][-1]
    assert (len(job["pages"]), last["name"], last["state"]) == (3, "day.mbox: 3 further pages", "done")
    assert last["claims"] >= 3


def test_text_with_an_address_is_of_that_address(app):
    body = {"text": TALE.decode(), "url": "https://news.example/odra"}
    job = finished(app, app.post("/pages/text", body))
    assert job["pages"][0]["state"] == "done"
    app.settled()
    assert app.claim(7)["document"]["url"] == "https://news.example/odra"


def test_decisions_survive_pages_that_are_added(app):
    app.decide({"kind": "reject", "anchor": app.claim(14)["anchor"]})
    finished(app, app.post("/pages/text", {"text": TALE.decode()}))
    app.settled()
    assert app.get("/claims?review=reject").json()["total"] == 1
    assert app.get("/status").json()["run"] == 2


def test_addresses_are_fetched_by_the_one_function(make_app):
    def fetch(url):
        if "gone" in url:
            raise UnreadableInput("the page cannot be fetched", where=url, why="the server answers 404")
        return Capture(data=TALE, where=url, url=url + "?final")

    app = make_app(fetch=fetch)
    answer = app.post("/pages/urls", {"urls": ["https://news.example/a", "https://news.example/gone"]})
    good, bad = finished(app, answer)["pages"]
    assert good["state"] == "done" and (bad["state"], bad["why"]) == ("failed", "the server answers 404")
    app.settled()
    assert app.claim(7)["document"]["url"] == "https://news.example/a?final"


def test_an_address_of_this_machine_is_not_asked(app):
    page = finished(app, app.post("/pages/urls", {"urls": ["http://127.0.0.1:9/"]}))["pages"][0]
    assert page["state"] == "failed" and "into this machine" in page["why"] and page["hint"]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/pages/urls", {"urls": []}),
        ("/pages/urls", {"urls": ["file:///etc/passwd"]}),
        ("/pages/urls", {"urls": ["javascript:alert(1)"]}),
        ("/pages/urls", {"urls": ["https://a.example/\r\nX: y"]}),
        ("/pages/urls", {"urls": ["https://a.example/"] * 51}),
        ("/pages/text", {"text": ""}),
        ("/pages/text", {"text": "x", "more": 1}),
        ("/pages/files", None),
    ],
)
def test_what_is_no_page_is_refused(app, path, body):
    assert app.post(path, body).status_code == 422
    assert app.get("/jobs").json()["items"] == []


def test_too_many_files_are_refused(app):
    files = [("files", (f"{n}.txt", b"x")) for n in range(101)]
    assert app.ask("POST", "/api/v1/pages/files", files=files).status_code == 422


def test_half_a_character_is_answered(app):
    content = b'{"text": "7 people \\ud800 died"}'
    answer = app.ask("POST", "/api/v1/pages/text", content=content, headers={"content-type": "application/json"})
    assert answer.status_code in (202, 422)
