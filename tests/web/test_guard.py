"""Who is let in: by name, by page, by token, by size."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from tallybook.web.guard import Rules, is_loopback, refusal

OURS = Rules(names=frozenset({"localhost", "127.0.0.1", "::1"}), max_body=1000)
SECRET = "a token of many letters"
WIDE = Rules(names=frozenset({"desk.example", "localhost"}), addresses=True, token=SECRET, session="crumb")
HOST = {"host": "127.0.0.1:8765"}
CROSS = {"sec-fetch-site": "cross-site"}
API, HOME = "/api/v1/claims", "/"


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("GET", API, HOST, None),
        ("GET", API, {"host": "localhost"}, None),
        ("GET", API, {"host": "LOCALHOST:1"}, None),
        ("GET", API, {"host": "[::1]:8765"}, None),
        # a stranger's name for this machine
        ("GET", HOME, {"host": "evil.example:8765"}, 421),
        ("GET", API, {"host": "127.0.0.1.evil.example"}, 421),
        ("GET", API, {"host": "localhost.evil.example"}, 421),
        ("GET", API, {"host": "10.0.0.1"}, 421),
        ("GET", API, {"host": ""}, 421),
        ("GET", API, {}, 421),
        ("GET", API, {"host": "[::1"}, 421),
        ("GET", API, {"host": "evil.example@127.0.0.1"}, 421),
        # a page elsewhere that writes or reads
        ("POST", API, {**HOST, **CROSS}, 403),
        ("POST", API, {**HOST, "sec-fetch-site": "same-site"}, 403),
        ("POST", API, {**HOST, "origin": "http://evil.example"}, 403),
        ("POST", API, {**HOST, "origin": "null"}, 403),
        ("POST", API, {**HOST, "origin": "http://127.0.0.1:9999"}, 403),
        ("POST", API, {**HOST, "origin": "http://127.0.0.1:8765"}, None),
        ("POST", API, {**HOST, "sec-fetch-site": "same-origin", "origin": "http://127.0.0.1:8765"}, None),
        ("POST", API, {**HOST, "sec-fetch-site": "none"}, None),
        ("POST", API, HOST, None),
        ("POST", "/enter", {**HOST, **CROSS}, 403),
        ("GET", API, {**HOST, **CROSS}, 403),
        ("GET", API, {**HOST, "origin": "http://evil.example"}, 403),
        # a link from elsewhere
        ("GET", HOME, {**HOST, **CROSS}, None),
        # more than is taken
        ("POST", API, {**HOST, "content-length": "1001"}, 413),
        ("POST", API, {**HOST, "content-length": "1000"}, None),
        ("POST", API, {**HOST, "content-length": "-5"}, None),
    ],
)
def test_without_a_token(method, path, headers, status):
    refused = refusal(method, path, headers, OURS)
    assert (refused and refused[0]) == status


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        (API, {}, 401),
        (HOME, {}, 401),
        ("/enter", {}, None),
        ("/enter/", {}, 401),
        (API, {"authorization": f"Bearer {SECRET}"}, None),
        (API, {"authorization": f"bearer {SECRET}"}, None),
        (API, {"authorization": "Bearer another"}, 401),
        (API, {"authorization": "Bearer "}, 401),
        (API, {"authorization": "Bearer \udcff"}, 401),
        (API, {"authorization": f"Basic {SECRET}"}, 401),
        (API, {"cookie": "tallybook=crumb"}, None),
        (API, {"cookie": "other=1; tallybook=crumb"}, None),
        (API, {"cookie": f"tallybook={SECRET}"}, 401),
        (API, {"cookie": "tallybook="}, 401),
        (API, {"cookie": "tallybook=crumb", "authorization": "Bearer another"}, 401),
    ],
)
def test_with_a_token(path, headers, status):
    refused = refusal("GET", path, {"host": "desk.example", **headers}, WIDE)
    assert (refused and refused[0]) == status


@pytest.mark.parametrize(
    ("host", "ours"),
    [("desk.example", True), ("192.168.1.7:80", True), ("[fe80::1]:80", True), ("evil.example", False)],
)
def test_numeric_addresses_are_nobodys_name(host, ours):
    refused = refusal("GET", API, {"host": host, "authorization": f"Bearer {SECRET}"}, WIDE)
    assert (refused is None) == ours


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        *((host, True) for host in ("127.0.0.1", "127.8.8.8", "::1", "LocalHost")),
        *((host, False) for host in ("0.0.0.0", "::", "192.168.0.4", "desk.example", "localhost.example")),
    ],
)
def test_what_only_this_machine_reaches(host, loopback):
    assert is_loopback(host) is loopback


def test_a_refusal_is_a_problem_with_careful_headers(app):
    answer = app.get("/claims", headers={"host": "evil.example"})
    assert answer.status_code == 421 and answer.headers["content-type"] == "application/problem+json"
    for name in ("content-security-policy", "x-content-type-options", "x-frame-options", "referrer-policy"):
        assert answer.headers[name]
    assert "access-control-allow-origin" not in answer.headers


def test_a_body_without_length_is_bounded(make_app):
    app = make_app(Rules(names=OURS.names, max_body=1000))

    async def endless():
        for _ in range(100):
            yield b" " * 100

    answer = app.ask("POST", "/api/v1/decisions", content=endless(), headers={"content-type": "application/json"})
    assert answer.status_code == 413 and answer.headers["content-type"] == "application/problem+json"


def test_the_door(make_app):
    app = make_app(Rules(names=frozenset({"127.0.0.1"}), token=SECRET))
    assert app.ask("GET", "/").status_code == 401
    assert app.ask("GET", "/enter").status_code == 200
    code = app.guard.rules.code.code
    shown = app.ask("GET", f"/enter?code={code}")
    assert code in shown.text and "form-action 'self'" in shown.headers["content-security-policy"]
    form = {"content-type": "application/x-www-form-urlencoded"}
    entered = app.ask("POST", "/enter", content=f"code={code}", headers=form)
    cookie = entered.headers["set-cookie"]
    assert entered.status_code == 303 and "HttpOnly" in cookie and "SameSite=strict" in cookie
    assert SECRET not in cookie
    assert app.get("/status", headers={"cookie": cookie.split(";")[0]}).status_code == 200
    assert app.ask("POST", "/enter", content=f"code={code}", headers=form).status_code == 401
    assert app.ask("POST", "/enter", content="token=wrong", headers=form).status_code == 401
    assert app.ask("POST", "/enter", content="code=", headers=form).status_code == 401
    assert app.ask("POST", "/enter", content=f"token={SECRET}".replace(" ", "+"), headers=form).status_code == 303
    assert app.ask("GET", "/enter?code=<script>").text.count("<script") == 0


def test_a_web_socket_is_closed_before_it_is_open(app):
    sent = []

    async def told(message):
        sent.append(message)

    async def asked():
        await app.guard({"type": "websocket", "path": "/", "headers": []}, None, told)

    with ThreadPoolExecutor(1) as thread:  # a browser that other tests keep open has a loop in this one
        thread.submit(asyncio.run, asked()).result()
    assert [message["type"] for message in sent] == ["websocket.close"]
