"""Books written as short tables, so that a test row can be read at a glance.

One line a claim, fields parted by "|"; the letters of its id name its page:

    a1 | about 300 killed | by Police | on 2024-05-03 | in Lagos | of Nigeria

The number may be hedged, a range ("1,000-3,000"), a share ("40 %", "1/3"), or a rate ("92 a day"). A unit other than
person stands before the event ("5 brigade deployed"). Further fields: `flow`, `level`; a modality; `via RELAY`;
`part a1`; `each a1 = 12,000`; `if`; `up` or `down` (a change); `taken` (back, by its page);
`title` (stands in the headline); `same sentence` (as before); `counting WORDS` (what the page counts, in its words);
`incident NAME`.
Pages: `page a | Reuters | 2024-05-03 | Headline` (a partial date as "--05-03", a clock as "<2024-05-03"), and `text a |
WORDS` for more of what stands there.
Denials: `deny a | denial | by Army | of killed`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

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
    Picture,
    Product,
    Quantity,
    Span,
)
from tallybook.reconcile import reconcile_claims
from tallybook.registry import Registry, load_registry
from tallybook.settings import Policy

HEDGES = [hedge for hedge in Hedge if hedge not in (Hedge.EXACT, Hedge.RANGE)]
MODALITIES = {modality.value for modality in Modality}
KINDS = {kind.value for kind in ClaimKind}
UNITS = (
    *("battalion", "brigade", "company", "division", "household", "village", "bus", "boat", "train", "vehicle"),
    *("drone", "missile", "satellite", "gun", "home", "site", "money"),
)
WIDTH = 100

PictureOf = Callable[..., Picture]


@pytest.fixture(scope="session")
def registry() -> Registry:
    return load_registry()


@pytest.fixture
def picture_of(registry: Registry) -> PictureOf:
    def picture(book: str, policy: Policy = "range") -> Picture:
        return reconcile_claims(evidence_of(book), policy=policy, registry=registry)

    return picture


@pytest.fixture
def graded_picture(tmp_path: Path) -> PictureOf:
    """The picture under a registry file of the user's own."""

    def picture(book: str, own: str, policy: Policy = "range") -> Picture:
        path = tmp_path / "mine.yaml"
        path.write_text(own, encoding="utf-8")
        return reconcile_claims(evidence_of(book), policy=policy, registry=load_registry(path))

    return picture


@pytest.fixture
def found(picture_of: PictureOf) -> Callable[[str, str], list[str]]:
    """The claims of each finding of a kind, as "a1 b2"."""

    def found(book: str, kind: str) -> list[str]:
        return sorted(" ".join(sorted(f.claims)) for f in picture_of(book).findings if f.kind == kind)

    return found


@pytest.fixture
def evidence() -> Callable[[str], Evidence]:
    return evidence_of


def evidence_of(book: str) -> Evidence:
    lines = [[part.strip() for part in line.split("|")] for line in book.strip().splitlines() if line.strip()]
    pages = {fields[0].split()[1]: fields[1:] for fields in lines if fields[0].startswith("page ")}
    texts = {fields[0].split()[1]: fields[1] for fields in lines if fields[0].startswith("text ")}
    rows = [fields for fields in lines if not fields[0].startswith(("page ", "deny ", "text "))]
    claims = [_claim(index, fields) for index, fields in enumerate(rows)]
    names = dict.fromkeys([*pages, *texts, *(claim.document_id for claim in claims)])
    written = {name: _written(name, texts.get(name, ""), rows) for name in names}
    titled = {index for index, fields in enumerate(rows) if "title" in fields}
    return Evidence(
        documents=tuple(_document(name, pages.get(name, []), claims, titled, written[name]) for name in names),
        claims=tuple(claims),
        denials=tuple(_denial(fields) for fields in lines if fields[0].startswith("deny ")),
    )


def _claim(index: int, fields: list[str]) -> Claim:
    number, event = _number_and_event(fields[1])
    span = Span(index * WIDTH, index * WIDTH + 10)
    sentence = Span(max(0, index - ("same sentence" in fields)) * WIDTH, index * WIDTH + WIDTH - 1)
    values: dict[str, Any] = {"kind": _kind(number, fields), "modality": Modality.REPORTED}
    origin, relays = None, []
    for field in fields[2:]:
        word, _, rest = field.partition(" ")
        match word:
            case "by":
                origin = rest
            case "via":
                relays.append(rest)
            case "on":
                values["time"] = _period(rest)
            case "in":
                values["place"] = rest
            case "of":
                values["group"] = rest
            case "part":
                values["part_of"] = rest
            case "each":
                values["each_of"], values["total"] = rest.split(" = ")[0], _product(rest.split(" = ")[1])
            case "up" | "down":
                values["change"] = word
            case "if":
                values["condition"] = span
            case "taken":
                values["taken_back"] = span
            case "counting":
                values["evidence"] = {"unit": (Span(span.end, span.end + len(rest)),)}
            case "incident":
                values["incident"] = rest
            case _ if field in MODALITIES:
                values["modality"] = Modality(field)
            case _ if field in KINDS | {"title", "same sentence"}:
                pass
            case _:
                raise ValueError(field)
    return Claim(
        id=fields[0],
        document_id=fields[0].rstrip("0123456789"),
        span=span,
        core=span,
        sentence=sentence,
        quantity=number,
        event=event,
        attribution=Attribution(origin=origin, relays=tuple(relays)),
        **values,
    )


def _kind(number: Quantity, fields: list[str]) -> ClaimKind:
    given = [field for field in fields if field in KINDS]
    if given:
        return ClaimKind(given[0])
    if number.per is not None:
        return ClaimKind.RATE
    return ClaimKind.SHARE if number.unit == "share" else ClaimKind.TOTAL


def _number_and_event(words: str) -> tuple[Quantity, str]:
    hedge = next((hedge for hedge in HEDGES if words.startswith(f"{hedge.value} ")), Hedge.EXACT)
    rest = words.removeprefix(hedge.value).strip() if hedge is not Hedge.EXACT else words
    if hedge is Hedge.VAGUE:
        return Quantity(low=None, high=None, hedge=hedge, unit="person"), rest
    match = re.match(r"(?P<n>[\d.,/]+)(?:-(?P<m>[\d,]+))?(?P<share> %)?(?: a (?P<per>\w+))? (?P<rest>.+)", rest)
    assert match, words
    low = _value(match["n"], share=bool(match["share"]))
    high = _value(match["m"], share=False) if match["m"] else low
    share = match["share"] or "/" in match["n"]
    unit = next((unit for unit in UNITS if match["rest"].startswith(f"{unit} ")), "share" if share else "person")
    bounds = {"low": None if hedge in (Hedge.UP_TO, Hedge.LESS_THAN) else low}
    bounds["high"] = None if hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN) else high
    shown = Hedge.RANGE if match["m"] else hedge
    return Quantity(**bounds, hedge=shown, unit=unit, per=match["per"]), match["rest"].removeprefix(f"{unit} ")


def _value(words: str, *, share: bool) -> int | float:
    number = Fraction(words.replace(",", "")) / (100 if share else 1)
    return int(number) if number.denominator == 1 else float(number)


def _period(words: str) -> Period:
    start, _, end = words.partition(" to ")
    return Period(dt.date.fromisoformat(start), dt.date.fromisoformat(end or start))


def _product(words: str) -> Product:
    if words.startswith("up to "):
        return Product(low=None, high=_value(words.removeprefix("up to "), share=False))
    return Product(low=_value(words, share=False), high=_value(words, share=False))


def _written(name: str, words: str, rows: list[list[str]]) -> str:
    """A page's text: at each of its rows what the row counts, behind them all what else it says."""
    counted = [next((f.partition(" ")[2] for f in row if f.startswith("counting ")), "") for row in rows]
    own = [row[0].rstrip("0123456789") == name for row in rows]
    lines = [f"{'':10}{what if mine else '':{WIDTH - 10}}" for what, mine in zip(counted, own, strict=True)]
    return "".join((*lines, words)) if words or any("".join(lines).split()) else ""


def _document(name: str, fields: list[str], claims: list[Claim], titled: set[int], text: str) -> Document:
    outlet, day, title = (*fields, *[""] * 3)[:3]
    heads = [claim for index, claim in enumerate(claims) if index in titled and claim.document_id == name]
    blocks = [Block(span=claim.span, kind=BlockKind.TITLE, why="test") for claim in heads]
    if text.strip():
        blocks.append(Block(span=Span(0, len(text)), kind=BlockKind.BODY, why="test"))
    return Document(
        id=name,
        text=text,
        content_hash=name,
        blocks=tuple(blocks),
        outlet=outlet or None,
        title=title or None,
        published=_date(day) if day and not day.startswith("<") else None,
        not_after=_date(day[1:]) if day.startswith("<") else None,
    )


def _date(words: str) -> PartialDate:
    year, month, day = words.split("-") if not words.startswith("--") else (0, *words[2:].split("-"))
    return PartialDate(year=int(year) or None, month=int(month), day=int(day), how="test")


def _denial(fields: list[str]) -> Denial:
    name = fields[0].split()[1]
    said = {field.split(" ", 1)[0]: field.split(" ", 1)[1] for field in fields[2:]}
    span = Span(0, 1)
    return Denial(
        id=f"deny {name} {fields[1]}",
        document_id=name,
        span=span,
        sentence=span,
        kind=DenialKind(fields[1]),
        speaker=said.get("by"),
        event=said.get("of"),
    )
