"""Files of many pages on the command line: all are read, what is damaged is named, and the report tells no paths."""

from __future__ import annotations

import gzip
import json

PAGE = """<html lang="en"><head><meta property="article:published_time" content="2024-03-05"></head><body><article>
<h1>Flood kills {n} in Belmo</h1><p>The flood killed {n} people in Belmo, the mayor said on Tuesday.</p>
<p>The governor told reporters after a visit to the town that the water had destroyed 300 houses.</p>
</article></body></html>"""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Belmo Post</title><item><title>Storm in Osk</title>
<guid>7</guid><pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate>
<description>The storm killed 12 people in Osk, the ministry said on Monday.</description></item></channel></rss>"""
MAIL = """From: Karonda Ministry of Health <press@karonda.example>
To: desk@paper.example
Subject: Outbreak
Date: Tue, 05 Mar 2024 10:00:00 +0000

The ministry said on Monday that the outbreak had killed 31 people in Karonda since the beginning of the year.
"""


def record(number: int) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.format(n=number).encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/{number}\r\n"
        "WARC-Date: 2024-03-06T12:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n")


def files(folder):
    message = {"id": 2, "type": "message", "date": "2024-03-05T10:00:00", "text": "4 soldiers killed in Tarnow"}
    chat = {"name": "Alerts", "type": "public_channel", "id": 77, "messages": [message]}
    contents = {
        "day.warc.gz": record(17) + b"\x1f\x8b\x08\x00noise" + record(18),
        "feed.xml": FEED.encode(),
        "mail.eml": MAIL.encode(),
        "result.json": json.dumps(chat).encode(),
    }
    for name, data in contents.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in contents]


def test_claims_of_every_format(call, tmp_path):
    shown = call("claims", "--pack", "base", *files(tmp_path))
    counts = {record["quantity"]["low"]: record["document"] for record in shown.records}
    assert shown.code == 3
    assert {17, 18, 12, 31, 4} <= set(counts)
    assert counts[17]["path"] == f"{tmp_path / 'day.warc.gz'}#0"
    assert (counts[4]["outlet"], counts[4]["url"]) == ("Alerts", "https://t.me/c/77/2")
    assert (counts[31]["outlet"], counts[31]["published"]) == ("Karonda Ministry of Health", "2024-03-05")
    assert f"day.warc.gz#{len(record(17))}: the record is damaged" in shown.err


def test_a_report_of_every_format_shows_no_path(call, tmp_path):
    report = tmp_path / "r.html"
    shown = call("run", "--pack", "base", *files(tmp_path), "-o", report)
    assert shown.code == 3
    text = report.read_text(encoding="utf-8")
    assert str(tmp_path) not in text and "day.warc.gz" not in text
    assert "t.me/c/77/2" in text
