"""Labelled sets of claims (tests/cases/findings/*.jsonl): each a small book with the findings it must give or must not.

The pages of a set are made up: a sentence for every `sentence` number, with the numbers in the order of the claims and
nothing else, so that titles, outlets and dates are all that tells two pages apart.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tallybook.model import (
    Attribution,
    Block,
    BlockKind,
    Claim,
    ClaimKind,
    Denial,
    DenialKind,
    Document,
    Evidence,
    Hedge,
    Modality,
    PartialDate,
    Period,
    Product,
    Quantity,
    Span,
)

Row = Mapping[str, Any]
OPEN_ABOVE = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN})
OPEN_BELOW = frozenset({Hedge.UP_TO, Hedge.LESS_THAN})


@dataclass(frozen=True, slots=True)
class Page:
    """A page's text with the place of each claim in it, by claim id, and of its sentences by number."""

    text: str
    blocks: tuple[Block, ...]
    spans: Mapping[str, Span]
    sentences: Mapping[str, Span]


def evidence_of(row: Row) -> Evidence:
    """The evidence of one set.

    Raises ValueError or KeyError where the set names a claim, kind, hedge or day that does not exist.
    """
    names = {document["id"] for document in row["documents"]}
    strays = [claim["id"] for claim in row["claims"] if claim["document"] not in names]
    if strays:
        raise ValueError(f"{row['id']}: claims of no document: {strays}")
    pages = {name: _page([c for c in row["claims"] if c["document"] == name]) for name in sorted(names)}
    order = [document["id"] for document in row["documents"]]
    claims = [_claim(claim, pages[claim["document"]]) for claim in row["claims"]]
    return Evidence(
        documents=tuple(_document(document, pages[document["id"]]) for document in row["documents"]),
        claims=tuple(sorted(claims, key=lambda claim: (order.index(claim.document_id), claim.span))),
        denials=tuple(_denial(denial, pages, index) for index, denial in enumerate(row.get("denials", ()))),
    )


def _page(claims: Sequence[Row]) -> Page:
    """Sentences in the order of their numbers; sentence 0 is the title. A claim without a number has its own."""
    numbered: dict[tuple[int, int], list[Row]] = {}
    for index, claim in enumerate(claims):
        number = claim.get("sentence")
        numbered.setdefault((number, 0) if number is not None else (len(claims), index), []).append(claim)
    text, blocks, spans, sentences = "", [], {}, {}
    for key in sorted(numbered):
        start = len(text)
        for claim in numbered[key]:
            spans[claim["id"]] = Span(len(text), len(text) + len(_shown(claim)))
            text += f"{_shown(claim)} {claim['event']}, "
        whole = Span(start, len(text) - 2)
        sentences.update({claim["id"]: whole for claim in numbered[key]})
        kind = BlockKind.TITLE if key[0] == 0 else BlockKind.BODY
        blocks.append(Block(span=whole, kind=kind, why="a labelled set"))
        text = f"{text[:-2]}\n\n"
    return Page(text, tuple(blocks), spans, sentences)


def _shown(claim: Row) -> str:
    value = claim.get("value")
    return "-".join(map(str, value)) if isinstance(value, list) else "some" if value is None else str(value)


def _claim(row: Row, page: Page) -> Claim:
    span, sentence = page.spans[row["id"]], page.sentences[row["id"]]
    kind = ClaimKind(row.get("kind") or _kind_of(row))
    total = row.get("total")
    return Claim(
        id=row["id"],
        document_id=row["document"],
        span=span,
        core=span,
        sentence=sentence,
        quantity=_quantity(row, kind),
        event=row["event"],
        kind=kind,
        modality=Modality(row.get("modality", "reported")),
        attribution=Attribution(origin=row.get("origin"), relays=tuple(row.get("relays", ()))),
        group=row.get("group"),
        time=_period(row["time"]) if row.get("time") else None,
        place=row.get("place"),
        part_of=row.get("part_of"),
        each_of=row.get("each_of"),
        total=Product(low=total[0], high=total[1]) if total else None,
        change=row.get("change"),
        condition=sentence if row.get("condition") else None,
        incident=row.get("incident"),
        taken_back=sentence if row.get("taken_back") else None,
    )


def _kind_of(row: Row) -> str:
    return "rate" if row.get("per") else "share" if row.get("unit") == "share" else "total"


def _quantity(row: Row, kind: ClaimKind) -> Quantity:
    value = row.get("value")
    low, high = value if isinstance(value, list) else (value, value)
    hedge = Hedge(row.get("hedge") or ("range" if isinstance(value, list) else "exact"))
    return Quantity(
        low=None if hedge in OPEN_BELOW and not isinstance(value, list) else low,
        high=None if hedge in OPEN_ABOVE and not isinstance(value, list) else high,
        hedge=hedge,
        unit=row.get("unit", "share" if kind is ClaimKind.SHARE else "person"),
        per=row.get("per"),
        currency=row.get("currency"),
    )


def _period(words: str) -> Period:
    start, _, end = words.partition(" to ")
    return Period(dt.date.fromisoformat(start), dt.date.fromisoformat(end or start))


def _document(row: Row, page: Page) -> Document:
    return Document(
        id=row["id"],
        text=page.text,
        content_hash=hashlib.sha256(f"{row['id']} {page.text}".encode()).hexdigest(),
        blocks=page.blocks,
        title=row.get("title"),
        outlet=row.get("outlet"),
        language=row.get("language"),
        published=_date(row.get("published"), "the set's date"),
        not_after=_date(row.get("clock"), "page clock"),
    )


def _date(words: str | None, how: str) -> PartialDate | None:
    if not words:
        return None
    parts = [int(part) if part else None for part in words.removeprefix("-").split("-")]
    year, month, day = (*parts, None, None)[:3]
    return PartialDate(year=year, month=month, day=day, how=how)


def _denial(row: Row, pages: Mapping[str, Page], index: int) -> Denial:
    """It stands at the end of its page, after all that it may be about."""
    end = len(pages[row["document"]].text)
    return Denial(
        id=f"{row['document']}-denial-{index}",
        document_id=row["document"],
        span=Span(max(0, end - 1), end),
        sentence=Span(max(0, end - 1), end),
        kind=DenialKind(row["kind"]),
        speaker=row.get("speaker"),
        event=row.get("event"),
    )


def named_claims(row: Row) -> Iterable[str]:
    """Every id that the set's labels and links name, so that a slip of the pen is found."""
    for must in row.get("must", ()):
        yield from must["claims"]
    for claim in row["claims"]:
        yield from (claim[link] for link in ("part_of", "each_of") if claim.get(link))
