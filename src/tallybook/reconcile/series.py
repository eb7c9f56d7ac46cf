"""Claims that measure the same thing: one incident, event, group, unit and kind, in places that fit."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from tallybook.model import Claim, ClaimKind, Series, Statement
from tallybook.reconcile.assumed import assumed_in, filled_in
from tallybook.reconcile.grouping import identity, joined
from tallybook.reconcile.incidents import in_words
from tallybook.reconcile.intervals import point, same_number
from tallybook.reconcile.moments import Moment
from tallybook.reconcile.scope import OCCASION_DAYS, OCCASIONS, OTHER, PERSON, narrower, places_fit, stands
from tallybook.reconcile.titles import KIND_WORDS, SERVICE_EVENTS, STRENGTH, title_of
from tallybook.reconcile.wording import day_words
from tallybook.reconcile.world import World

ERA_DAYS = 366
"""Two numbers further apart than this are of two incidents ("the 2010 quake", "the 2021 quake")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a series measures.

    `part` tells a part of a total ("including 12 children") from the total itself, `incident` one that is not the
    pages' own.
    """

    event: str
    unit: str
    kind: ClaimKind
    group: str | None
    per: str | None = None
    currency: str | None = None
    part: str | None = None
    incident: str | None = None
    era: str | None = None
    place: str | None = None

    def id(self) -> str:
        """The same for the same scope, at whatever time: an era is named by the claims that happen to be there."""
        return identity(
            self.event,
            self.unit,
            self.kind,
            self.group,
            self.per,
            self.currency,
            self.part,
            self.place,
            self.incident,
        )


def build_series(
    claims: Sequence[Claim], moments: Mapping[str, Moment], world: World, statements: Iterable[Statement] = ()
) -> tuple[Series, ...]:
    """Every claim of one story with a unit in exactly one series; series and their claims in the order first met.

    A group or place that a claim leaves unsaid is that of its statement, where one is told there. Two series may have
    one id, where only their time differs; `naming.with_own_ids` parts them.
    """
    pools: list[tuple[Scope, list[Claim]]] = []
    for scope, members in _by_scope(filled_in(claims, statements), world).items():
        for era, of_era in _eras(members, moments, scope.event):
            for place, pool in _places(of_era, world):
                pools.append((replace(scope, era=era, place=place), pool))
    order = {claim.id: index for index, claim in enumerate(claims)}
    pools.sort(key=lambda entry: order[entry[1][0].id])
    titles = _titles([scope for scope, _ in pools], world)
    said = {claim.id: claim for claim in claims}
    apart = {_any_incident(scope) for scope, _ in pools if scope.incident is not None}
    return tuple(
        _series(scope, title, [said[claim.id] for claim in pool], moments, choice=_any_incident(scope) in apart)
        for (scope, pool), title in zip(pools, titles, strict=True)
    )


def _any_incident(scope: Scope) -> Scope:
    return replace(scope, incident=None, era=None, place=None)


def _titles(scopes: Sequence[Scope], world: World) -> list[str]:
    """Each scope in words. Scopes of different kinds that read the same are told apart by their kind."""
    serving = {scope.group for scope in scopes if _serves(scope, world)}
    titles = [_title(scope, world, soldiers=scope.group in serving) for scope in scopes]
    count = Counter(titles)
    return [
        f"{title}, {KIND_WORDS[scope.kind]}" if count[title] > 1 and scope.part is None else title
        for scope, title in zip(scopes, titles, strict=True)
    ]


def _serves(scope: Scope, world: World) -> bool:
    """Whether a number tells that persons of its group are soldiers: a company has its strength too."""
    serves = scope.group is not None and scope.unit == PERSON and scope.event in SERVICE_EVENTS
    return serves and (scope.event != STRENGTH or world.side_of(scope.group or "") is not None)


def _title(scope: Scope, world: World, *, soldiers: bool) -> str:
    title = title_of(
        event=scope.event,
        unit=scope.unit,
        kind=scope.kind,
        group=scope.group,
        place=scope.place,
        world=world,
        soldiers=soldiers,
        per=scope.per,
        part=scope.part is not None and scope.event != OTHER,
    )
    incident = in_words(scope.incident) if scope.incident is not None else None
    return ", ".join((title, *(words for words in (incident, scope.era) if words)))


def _series(scope: Scope, title: str, pool: Sequence[Claim], moments: Mapping[str, Moment], *, choice: bool) -> Series:
    return Series(
        id=scope.id(),
        title=title,
        event=scope.event,
        unit=scope.unit,
        kind=scope.kind,
        group=scope.group,
        place=scope.place,
        claims=tuple(claim.id for claim in pool),
        incident=in_words(scope.incident) if scope.incident is not None else None,
        assumed=assumed_in(pool, moments, group=scope.group, place=scope.place, choice=choice),
    )


def _by_scope(claims: Sequence[Claim], world: World) -> dict[Scope, list[Claim]]:
    by_id = {claim.id: claim for claim in claims}
    found: dict[Scope, list[Claim]] = {}
    for claim in claims:
        if claim.quantity.unit is not None:
            found.setdefault(_scope_of(claim, by_id, world), []).append(claim)
    return _nameless_joined(found)


def _scope_of(claim: Claim, by_id: Mapping[str, Claim], world: World) -> Scope:
    return Scope(
        event=claim.event,
        unit=claim.quantity.unit or "",
        kind=claim.kind,
        group=world.group(claim.group) if claim.group else None,
        per=claim.quantity.per,
        currency=claim.quantity.currency,
        part=_part_key(claim, by_id),
        incident=claim.incident,
    )


def _part_key(claim: Claim, by_id: Mapping[str, Claim]) -> str | None:
    """What keeps a claim from measuring the whole: being a part of it, or an event nobody has a name for."""
    if claim.event == OTHER:
        return claim.id
    if claim.part_of is None:
        return None
    whole = by_id.get(claim.part_of)  # gone where it was rejected: what is a part of it stays one
    if whole is not None and (whole.event, whole.kind, whole.quantity.unit) != (
        claim.event,
        claim.kind,
        claim.quantity.unit,
    ):
        return None
    return str(point(claim))


def _nameless_joined(found: dict[Scope, list[Claim]]) -> dict[Scope, list[Claim]]:
    """Claims that name no group join the only group there is; between two they stay by themselves."""
    named: dict[Scope, list[Scope]] = {}
    for scope in found:
        if scope.group is not None:
            named.setdefault(replace(scope, group=None), []).append(scope)
    for scope, groups in named.items():
        if len(groups) == 1 and scope in found:
            found[groups[0]] = found[groups[0]] + found.pop(scope)
    return found


def _eras(
    claims: Sequence[Claim], moments: Mapping[str, Moment], event: str
) -> Iterable[tuple[str | None, list[Claim]]]:
    """Claims split where too long a time lies between them; the undated are of the latest, whose name is None."""
    occasion = event in OCCASIONS
    longest = OCCASION_DAYS if occasion else ERA_DAYS
    dated = sorted((claim for claim in claims if claim.id in moments), key=lambda claim: moments[claim.id].period.start)
    eras: list[list[Claim]] = []
    ends: list[dt.date] = []
    for claim in dated:
        moment = moments[claim.id]
        if eras and (moment.period.start - ends[-1]).days <= longest:
            eras[-1].append(claim)
            ends[-1] = max(ends[-1], moment.at)
        else:
            eras.append([claim])
            ends.append(moment.at)
    undated = [claim for claim in claims if claim.id not in moments]
    if not eras:
        return [(None, undated)]
    eras[-1].extend(undated)
    order = {claim.id: index for index, claim in enumerate(claims)}
    names = [*(day_words(end) if occasion else f"until {end.year}" for end in ends[:-1]), None]
    return [(name, sorted(era, key=lambda claim: order[claim.id])) for name, era in zip(names, eras, strict=True)]


def _places(claims: Sequence[Claim], world: World) -> Iterable[tuple[str | None, list[Claim]]]:
    """Claims split by places that cannot be the same, each with the widest place of its pool."""
    pools = [pool for kin in _kin(claims, world) for pool in _pools(kin, world)]
    for claim in (claim for claim in claims if claim.place is None):
        home = _home(claim, pools)
        if home is None:
            pools.append(home := [])
        home.append(claim)
    order = {claim.id: index for index, claim in enumerate(claims)}
    return [(_widest(pool, world), sorted(pool, key=lambda claim: order[claim.id])) for pool in pools]


def _kin(claims: Sequence[Claim], world: World) -> list[list[Claim]]:
    """Claims with a place, together where their places lie one in another."""
    by_place: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.place is not None:
            by_place.setdefault(world.place(claim.place), []).append(claim)
    kin = joined(list(by_place), lambda a, b: places_fit(a, b, world))
    return [[claim for place in places for claim in by_place[place]] for places in kin]


def _pools(kin: list[Claim], world: World) -> list[list[Claim]]:
    """One pool where the places lie one in another; one for each place where they are told apart."""
    places = {world.place(claim.place) for claim in kin if claim.place is not None}
    if len(places) == 1 or not _told_apart(kin, places, world):
        return [kin]
    pools = [
        [claim for claim in kin if claim.place is not None and world.place(claim.place) == p] for p in sorted(places)
    ]
    return [pool for pool in pools if pool]


def _told_apart(kin: Sequence[Claim], places: Iterable[str], world: World) -> bool:
    """Whether two places exclude each other, or one document reports different numbers for a place and its part."""
    if any(not places_fit(a, b, world) for a, b in combinations(sorted(places), 2)):
        return True
    by_document: dict[str, list[Claim]] = {}
    for claim in kin:
        by_document.setdefault(claim.document_id, []).append(claim)
    pairs = (pair for own in by_document.values() for pair in combinations(filter(stands, own), 2))
    return any(_strictly(a, b, world) and not same_number(a, b) for a, b in pairs)


def _strictly(a: Claim, b: Claim, world: World) -> bool:
    return narrower(a.place, b.place, world) or narrower(b.place, a.place, world)


def _home(claim: Claim, pools: list[list[Claim]]) -> list[Claim] | None:
    """The pool of a claim without a place: the only one, else the only one of its document, else the placeless."""
    if len(pools) == 1:
        return pools[0]
    placed = [pool for pool in pools if any(c.place is not None and c.document_id == claim.document_id for c in pool)]
    if len(placed) == 1:
        return placed[0]
    return next((pool for pool in pools if all(c.place is None for c in pool)), None)


def _widest(pool: Sequence[Claim], world: World) -> str | None:
    places = sorted({world.place(claim.place) for claim in pool if claim.place is not None})
    return next(
        (place for place in places if all(world.within(other, place) for other in places)),
        places[0] if places else None,
    )
