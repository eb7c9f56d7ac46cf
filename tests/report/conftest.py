"""An invented book: thirteen pages on three topics, built from the model's own types."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from tallybook.model import (
    Attribution,
    Block,
    BlockKind,
    Claim,
    ClaimKind,
    Denial,
    DenialKind,
    Document,
    Estimate,
    Evidence,
    Finding,
    Forecast,
    Hedge,
    LeftOut,
    Modality,
    Outcome,
    PartialDate,
    Period,
    Picture,
    Product,
    Quantity,
    Reading,
    Refusal,
    Series,
    Span,
    Statement,
)
from tallybook.report import render_report

MARK = re.compile(r"\[\[(\w+)\|([^\]]*)\]\]")
METHOD = "range"
Row = dict[str, Any]


class Page:
    """One document of the table, with where each marked number and its sentence stand."""

    def __init__(self, row: Row) -> None:
        self.text = ""
        self.blocks: list[Block] = []
        self.numbers: dict[str, Span] = {}
        self.sentences: dict[str, Span] = {}
        self._add([row["title"]], BlockKind.TITLE)
        for sentences in row["paragraphs"]:
            self._add(sentences, BlockKind.BODY)
        self.row = row

    def _add(self, sentences: list[str], kind: BlockKind) -> None:
        self.text += "\n\n" if self.text else ""
        start = len(self.text)
        for index, sentence in enumerate(sentences):
            self.text += " " if index else ""
            self._add_sentence(sentence)
        self.blocks.append(Block(span=Span(start, len(self.text)), kind=kind, why="invented"))

    def _add_sentence(self, marked: str) -> None:
        start, found, done = len(self.text), [], 0
        for match in MARK.finditer(marked):
            self.text += marked[done : match.start()]
            self.numbers[match[1]] = Span(len(self.text), len(self.text) + len(match[2]))
            self.text += match[2]
            found.append(match[1])
            done = match.end()
        self.text += marked[done:]
        self.sentences.update({key: Span(start, len(self.text)) for key in found})

    def find(self, words: str, within: Span) -> Span:
        """The first place of some words inside a sentence."""
        start = self.text.index(words, within.start, within.end)
        return Span(start, start + len(words))

    def document(self) -> Document:
        row = self.row
        return Document(
            id=row["id"],
            text=self.text,
            content_hash=hashlib.sha256(self.text.encode()).hexdigest(),
            blocks=tuple(self.blocks),
            path=f"/home/reader/pages/{row['id']}.html",
            url=row.get("url"),
            title=MARK.sub(r"\2", row["title"]),
            outlet=row["outlet"],
            author=row.get("author"),
            language="en",
            published=partial(row.get("published"), row.get("how", "")),
            not_after=partial(row.get("not_after"), "page clock"),
        )

    def claims(self) -> Iterator[Claim]:
        for key, row in self.row.get("claims", {}).items():
            yield self._claim(key, row)

    def _claim(self, key: str, row: Row) -> Claim:
        number, sentence = self.numbers[key], self.sentences[key]
        low, high, hedge = bounds(row)
        evidence = {
            field: words[1:] if words.startswith("=") else (self.find(words, sentence),)
            for field, words in row["words"].items()
        }
        return Claim(
            id=key,
            document_id=self.row["id"],
            span=number,
            core=number,
            sentence=sentence,
            quantity=Quantity(low=low, high=high, hedge=hedge, unit=row.get("unit", "person"), per=row.get("per")),
            event=row["event"],
            kind=ClaimKind(row.get("kind", "total")),
            modality=Modality(row.get("modality", "reported")),
            attribution=Attribution(origin=row.get("origin"), relays=tuple(row.get("relays", ()))),
            group=row.get("group"),
            time=period(row.get("at")),
            place=row.get("place"),
            part_of=row.get("part_of"),
            each_of=row.get("each_of"),
            total=Product(low=row["total"][0], high=row["total"][1]) if "total" in row else None,
            condition=self.find(row["condition"], sentence) if "condition" in row else None,
            evidence={"value": (number,), **evidence},
            readings=tuple(Reading(differs=r["differs"], why=r["why"]) for r in row.get("readings", ())),
        )


def bounds(row: Row) -> tuple[float | None, float | None, Hedge]:
    """A row's low and high: a point unless its hedge opens or spreads it."""
    hedge = Hedge(row.get("hedge", "exact"))
    low, high = row.get("low"), row.get("high")
    if hedge in (Hedge.EXACT, Hedge.ABOUT, Hedge.NEARLY):
        high = low if high is None else high
    return low, high, hedge


def partial(day: dt.date | None, how: str) -> PartialDate | None:
    return None if day is None else PartialDate(year=day.year, month=day.month, day=day.day, how=how)


def period(at: dt.date | list[str] | None) -> Period | None:
    if at is None:
        return None
    start, end = (at, at) if isinstance(at, dt.date) else map(dt.date.fromisoformat, at)
    return Period(start, end)


def build_evidence(table: Row) -> Evidence:
    pages = {row["id"]: Page(row) for row in table["documents"]}
    return Evidence(
        documents=tuple(page.document() for page in pages.values()),
        claims=tuple(claim for page in pages.values() for claim in page.claims()),
        denials=tuple(_denial(key, row, pages[row["document"]]) for key, row in table["denials"].items()),
        refusals=tuple(
            Refusal(document_id=next(iter(pages)), span=Span(index, index + 1), reason=reason)
            for reason, count in table["refusals"].items()
            for index in range(count)
        ),
    )


def _denial(key: str, row: Row, page: Page) -> Denial:
    words = page.find(row["words"], Span(0, len(page.text)))
    start = max(page.text.rfind(". ", 0, words.start) + 2, page.text.rfind("\n", 0, words.start) + 1)
    return Denial(
        id=key,
        document_id=row["document"],
        span=words,
        sentence=Span(start, page.text.index(".", words.end) + 1),
        kind=DenialKind(row["kind"]),
        speaker=row["speaker"],
        event=row.get("event"),
    )


def build_picture(table: Row) -> Picture:
    rows = [(key, row) for document in table["documents"] for key, row in document.get("claims", {}).items()]
    together: dict[str, list[tuple[str, Row]]] = {}
    for key, row in rows:
        together.setdefault(row.get("same", key), []).append((key, row))
    return Picture(
        method=METHOD,
        series=tuple(_series(key, row, rows) for key, row in table["series"].items()),
        statements=tuple(
            Statement(
                id=name,
                origin=next((row["origin"] for _, row in group if "origin" in row), None),
                claims=tuple(key for key, _ in group),
                why="the same number of one origin" if len(group) > 1 else "no other claim repeats it",
            )
            for name, group in together.items()
        ),
        estimates=tuple(_estimate(row) for row in table["estimates"]),
        findings=tuple(
            Finding(
                id=f"f{index}",
                kind=row["kind"],
                claims=tuple(row["claims"]),
                text=row["text"],
                arithmetic=row["arithmetic"],
                denials=tuple(row.get("denials", ())),
            )
            for index, row in enumerate(table["findings"])
        ),
    )


def _series(key: str, row: Row, claims: list[tuple[str, Row]]) -> Series:
    return Series(
        id=key,
        title=row["title"],
        event=row["event"],
        unit=row.get("unit", "person"),
        kind=ClaimKind(row.get("kind", "total")),
        group=None,
        place=None,
        claims=tuple(name for name, claim in claims if claim.get("series") == key),
    )


def _estimate(row: Row) -> Estimate:
    return Estimate(
        series=row["series"],
        at=row["at"],
        low=row["low"],
        best=row["best"],
        high=row["high"],
        independent=row["independent"],
        method=METHOD,
        claims=tuple(row["claims"]),
        left_out=tuple(LeftOut(claim=left["claim"], why=left["why"]) for left in row.get("left_out", ())),
        why=row.get("why", ""),
    )


@pytest.fixture(scope="session")
def book() -> tuple[Evidence, Picture]:
    table = yaml.safe_load((Path(__file__).parent / "invented.yaml").read_text(encoding="utf-8"))
    return build_evidence(table), build_picture(table)


@pytest.fixture(scope="session")
def html(book: tuple[Evidence, Picture]) -> str:
    return render_report(*book)


@pytest.fixture(scope="session")
def report_file(html: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(html, encoding="utf-8")
    return path


def with_places_and_forecasts(book: tuple[Evidence, Picture]) -> tuple[Evidence, Picture]:
    """The invented book with what its table does not tell: places that a map knows, and forecasts."""
    evidence, picture = book
    named = ("Kharkiv", "Ukraine", "Peru")
    claims = tuple(replace(claim, place=named[n % 3]) for n, claim in enumerate(evidence.claims))
    forecasts = tuple(
        Forecast(
            id=f"forecast{n}",
            series=picture.series[0].id,
            claims=(claims[n].id,),
            origin="Meridian Wire",
            due=Period(dt.date(2031, 6, 1), dt.date(2031, 6, 30)),
            condition="if nothing is done" if n else None,
            outcome=outcome,
            settled_by=(claims[n + 1].id,) if outcome is Outcome.REACHED else (),
            why="nothing later measures it",
        )
        for n, outcome in enumerate(Outcome)
    )
    return replace(evidence, claims=claims), replace(picture, forecasts=forecasts)


@pytest.fixture(scope="session")
def live_file(book: tuple[Evidence, Picture], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("live") / "report.html"
    path.write_text(render_report(*with_places_and_forecasts(book)), encoding="utf-8")
    return path
