"""The scope of a series as a title that a newspaper chart could carry."""

from __future__ import annotations

from tallybook.model import ClaimKind
from tallybook.reconcile.wording import capital
from tallybook.reconcile.world import World

STRENGTH = "strength"
SERVICE_EVENTS = frozenset({"deployed", "in training", STRENGTH, "returned to duty", "withdrawn"})
"""What is said of soldiers: a group of which any of these is said is named by its soldiers."""

DIRECTIONS = {"deployed": "to", "supplied": "to", "withdrawn": "from", "evacuated": "from", "launched": "at"}
IRREGULAR = {
    "person": "people",
    "elderly person": "elderly people",
    "child": "children",
    "woman": "women",
    "woman and child": "women and children",
    "man": "men",
    "police": "police",
    "aircraft": "aircraft",
    "money": "money",
    "personnel": "personnel",
}
KIND_WORDS = {
    ClaimKind.TOTAL: "in all",
    ClaimKind.LEVEL: "at one time",
    ClaimKind.FLOW: "in single waves",
    ClaimKind.RATE: "as a rate",
    ClaimKind.SHARE: "as a share",
}


def title_of(
    *,
    event: str,
    unit: str,
    kind: ClaimKind,
    group: str | None,
    place: str | None,
    world: World,
    soldiers: bool = False,
    per: str | None = None,
    part: bool = False,
) -> str:
    """The scope in words.

    `soldiers` says that the persons of this group are known as soldiers. A rate ends in its time, a share begins with
    "share of", a part of a total says so: "North Korean soldiers deployed to Russia", "Share of people vaccinated".
    """
    units = "soldiers" if soldiers and unit == "person" else plural(unit)
    words = world.title(event, _owned(units, group, world))
    if place is not None:
        words += f" {DIRECTIONS.get(event, 'in')} {place}"
    if kind is ClaimKind.SHARE:
        words = f"share of {words}"
    if per is not None:
        words += f" each {per}"
    if part:
        words += ", a part of the total"
    return capital(words)


def plural(unit: str) -> str:
    """The plural of a singular English noun.

    >>> plural("battalion"), plural("child"), plural("country")
    ('battalions', 'children', 'countries')
    """
    if unit in IRREGULAR:
        return IRREGULAR[unit]
    if unit == "share":
        return "people"
    if unit.endswith("y") and unit[-2:-1] not in "aeiou":
        return unit[:-1] + "ies"
    return unit + ("es" if unit.endswith(("s", "x", "ch", "sh")) else "s")


def _owned(units: str, group: str | None, world: World) -> str:
    if group is None:
        return units
    adjective = world.adjective(group)
    return f"{adjective} {units}" if adjective else f"{units} of {group}"
