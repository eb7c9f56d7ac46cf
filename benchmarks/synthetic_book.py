"""A made-up book of any size: pages of few or of many stories, with claims that agree, repeat, grow and differ.

The same arguments give the same book. Its numbers mean nothing; it is there to time what a whole book costs.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from random import Random

from tallybook.model import (
    Attribution,
    Block,
    BlockKind,
    Claim,
    ClaimKind,
    Document,
    Evidence,
    Hedge,
    Modality,
    PartialDate,
    Period,
    Quantity,
    Span,
)
from tallybook.registry import load_registry

FIRST_DAY = dt.date(2024, 1, 1)
STORY_DAYS = 40
SUBJECTS = (
    ("killed", "person", ClaimKind.TOTAL, 200),
    ("wounded", "person", ClaimKind.TOTAL, 900),
    ("killed or wounded", "person", ClaimKind.TOTAL, 1_100),
    ("missing", "person", ClaimKind.TOTAL, 150),
    ("displaced", "person", ClaimKind.TOTAL, 40_000),
    ("displaced", "household", ClaimKind.TOTAL, 9_000),
    ("evacuated", "person", ClaimKind.TOTAL, 12_000),
    ("deployed", "person", ClaimKind.LEVEL, 5_000),
    ("deployed", "battalion", ClaimKind.LEVEL, 9),
    ("arrived", "person", ClaimKind.FLOW, 700),
    ("infected", "person", ClaimKind.TOTAL, 600),
    ("infected", "person", ClaimKind.RATE, 30),
    ("killed", "share", ClaimKind.SHARE, 1),
    ("destroyed", "house", ClaimKind.TOTAL, 2_500),
    ("other", "road", ClaimKind.TOTAL, 12),
)
SPEAKERS = ("police", "officials", "Red Cross", "United Nations", "the mayor", None, None)
BODIES = ("Ministry of Health", "Ministry of Defence", "Ministry of Interior")
OUTLETS = ("Reuters", "Associated Press", "AFP", "BBC", "Al Jazeera", "Meridian Wire", "Harbour Courier", "El Faro")


def synthetic_book(documents: int, claims: int, *, stories: int) -> Evidence:
    """So many pages with so many claims between them, spread evenly over so many stories."""
    chance = Random(f"{documents} {claims} {stories}")
    scenes = list(_scenes(stories, chance))
    pages = [
        _page(index, claims * (index + 1) // documents - claims * index // documents, scenes[index % stories], chance)
        for index in range(documents)
    ]
    return Evidence(
        documents=tuple(document for document, _ in pages), claims=tuple(claim for _, own in pages for claim in own)
    )


class _Scene:
    """Where and when one story plays, and the names that its pages share."""

    def __init__(self, index: int, country: str, places: tuple[str, ...], chance: Random) -> None:
        self.country, self.places = country, places
        self.day = FIRST_DAY + dt.timedelta(days=index % 300)
        self.names = [f"{_syllables(chance)}{_syllables(chance).lower()}" for _ in range(12)]
        self.scale = chance.uniform(0.2, 5)


def _scenes(stories: int, chance: Random) -> Iterator[_Scene]:
    registry = load_registry()
    countries = [country for country in registry.countries if country.capitals and country.part_of is None]
    for index in range(stories):
        country = countries[index % len(countries)]
        inside = [place.name for place in registry.places if country.name in place.within][:6]
        yield _Scene(index, country.name, (*country.capitals, *inside), chance)


def _syllables(chance: Random) -> str:
    return "".join(chance.choice("BDFGKLMNPRST") + chance.choice("aeiou") for _ in range(2)).capitalize()


def _page(index: int, count: int, scene: _Scene, chance: Random) -> tuple[Document, list[Claim]]:
    day = scene.day + dt.timedelta(days=chance.randrange(STORY_DAYS))
    identity = hashlib.sha256(f"page {index}".encode()).hexdigest()[:12]
    text, claims = f"{scene.country}: what is known. ", []
    for _ in range(count):
        sentence, claim = _claim(identity, len(text), day, scene, chance)
        text += sentence
        claims.append(claim)
    document = Document(
        id=identity,
        text=text,
        content_hash=hashlib.sha256(text.encode()).hexdigest(),
        blocks=(Block(span=Span(0, len(text)), kind=BlockKind.BODY, why="made up"),),
        outlet=chance.choice(OUTLETS),
        language="en",
        published=PartialDate(year=day.year, month=day.month, day=day.day, how="made up"),
    )
    return document, claims


def _claim(document: str, start: int, day: dt.date, scene: _Scene, chance: Random) -> tuple[str, Claim]:
    event, unit, kind, usual = chance.choice(SUBJECTS)
    low, high, hedge, words = _number(usual * scene.scale, (day - scene.day).days, unit, chance)
    told = day - dt.timedelta(days=chance.randrange(3)) if chance.random() < 0.4 else None
    head = f"In the words of {' and '.join(chance.sample(scene.names, 4))}, "
    sentence = f"{head}{words} {unit} {event}. "
    span = Span(start + len(head), start + len(head) + len(words))
    body = f"{chance.choice(BODIES)} ({scene.country})"
    claim = Claim(
        id=f"{document}:{span.start}-{span.end}",
        document_id=document,
        span=span,
        core=span,
        sentence=Span(start, start + len(sentence) - 1),
        quantity=Quantity(low=low, high=high, hedge=hedge, unit=unit, per="day" if kind is ClaimKind.RATE else None),
        event=event,
        kind=kind,
        modality=chance.choices((Modality.REPORTED, Modality.EXPECTED, Modality.PROJECTED), (18, 1, 1))[0],
        attribution=Attribution(origin=body if chance.random() < 0.3 else chance.choice(SPEAKERS)),
        group=scene.country if chance.random() < 0.3 else None,
        time=Period(told, told) if told is not None else None,
        place=chance.choice((None, scene.country, *scene.places)),
    )
    return sentence, claim


def _number(usual: float, days: int, unit: str, chance: Random) -> tuple[float | None, float | None, Hedge, str]:
    """A count that grows with the days, most often one of a few values, as repeated numbers are."""
    if unit == "share":
        share = chance.choice((0.25, 0.3, 0.5, 0.4))
        return share, share, Hedge.EXACT, f"{share:.0%}"
    value = max(1, round(usual * (1 + days / STORY_DAYS) * chance.choice((0.7, 1, 1, 1, 1.02, 1.3))))
    hedge = chance.choices((Hedge.EXACT, Hedge.ABOUT, Hedge.AT_LEAST, Hedge.UP_TO), (6, 2, 2, 1))[0]
    low = None if hedge is Hedge.UP_TO else value
    return low, (None if hedge is Hedge.AT_LEAST else value), hedge, f"{value:,}"
