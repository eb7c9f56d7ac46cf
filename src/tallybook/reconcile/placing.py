"""Series as people have them: merged, split, with claims moved between them, across stories too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from tallybook.model import Claim, Decision, Document, Merge, Move, Series, Split
from tallybook.reconcile.ground import Ground
from tallybook.reconcile.grouping import identity
from tallybook.reconcile.moments import moments_of
from tallybook.reconcile.rulings import Rulings, signed


@dataclass(frozen=True, slots=True)
class Placed:
    """The series of each story, and by series id what was decided of it, in words."""

    stories: tuple[tuple[Series, ...], ...]
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass
class _Pool:
    """A series while claims are put in and taken out."""

    story: int
    scope: Series
    claims: set[str]
    words: list[str] = field(default_factory=list)


def placed(stories: Sequence[Sequence[Series]], rulings: Rulings, rank: Mapping[str, int]) -> Placed:
    """The series after all decisions on where claims belong, each in its turn; `rank` is the order of the claims.

    A merged series keeps the scope, id and story of the one it was merged into; one that was split off has the scope of
    the series it comes from, and an id of its own. Series left without claims are gone.
    """
    shelf = _Shelf([_Pool(index, one, set(one.claims)) for index, series in enumerate(stories) for one in series])
    for decision in rulings.places:
        shelf.place(decision, rulings)
    assumed = {one.claim: one for series in stories for own in series for one in own.assumed}
    made: list[list[Series]] = [[] for _ in stories]
    words: dict[str, tuple[str, ...]] = {}
    for pool in (pool for pool in shelf.pools if pool.claims):
        claims = tuple(sorted(pool.claims, key=rank.__getitem__))
        own = tuple(assumed[claim] for claim in claims if claim in assumed)
        made[pool.story].append(replace(pool.scope, claims=claims, assumed=own))
        words[pool.scope.id] = tuple(dict.fromkeys(pool.words))
    return Placed(tuple(tuple(sorted(series, key=lambda one: rank[one.claims[0]])) for series in made), words)


class _Shelf:
    """All pools, and which of them holds each claim."""

    def __init__(self, pools: list[_Pool]) -> None:
        self.pools = pools
        self._holder = {claim: pool for pool in pools for claim in pool.claims}

    def place(self, decision: Decision, rulings: Rulings) -> None:
        """Do what one decision says; nothing where a claim it names is not there."""
        act = decision.act
        if isinstance(act, Split):
            self._split(decision, rulings.ids(act.anchors))
        elif isinstance(act, (Merge, Move)) and (pair := rulings.pair(act)) is not None:
            left, home = (self._holder.get(claim) for claim in pair)
            if home is None or left is home:
                return
            if isinstance(act, Move):
                self._carry([pair[0]], home, signed("a claim moved", decision))
            elif left is not None:
                self._carry(sorted(left.claims), home, signed("two series merged", decision))

    def _split(self, decision: Decision, claims: Sequence[str]) -> None:
        left = next((self._holder[claim] for claim in claims if claim in self._holder), None)
        if left is None or left.claims <= set(claims):
            return
        scope = left.scope
        apart = replace(scope, id=identity(scope.id, decision.id), title=f"{scope.title}, set apart")
        self.pools.append(home := _Pool(left.story, apart, set()))
        self._carry(claims, home, signed("claims set apart", decision))

    def _carry(self, claims: Sequence[str], home: _Pool, words: str) -> None:
        home.words.append(words)
        for claim in claims:
            if (left := self._holder.get(claim)) is not None:
                left.claims.discard(claim)
                left.words.append(words)
            home.claims.add(claim)
            self._holder[claim] = home


def gathered(grounds: Sequence[Ground], found: Placed, rank: Mapping[str, int]) -> list[Ground]:
    """The stories with the claims of their series, wherever those were read; statements are still to be made."""
    claims = {name: claim for ground in grounds for name, claim in ground.claims.items()}
    pages = {name: page for ground in grounds for name, page in ground.documents.items()}
    home = {claim: index for index, ground in enumerate(grounds) for claim in ground.claims}
    home |= {claim: index for index, series in enumerate(found.stories) for one in series for claim in one.claims}
    order = sorted(home, key=rank.__getitem__)
    return [
        _with_claims(ground, [claims[name] for name in order if home[name] == index], pages, series)
        for index, (ground, series) in enumerate(zip(grounds, found.stories, strict=True))
    ]


def _with_claims(
    ground: Ground, own: Sequence[Claim], pages: Mapping[str, Document], series: tuple[Series, ...]
) -> Ground:
    guests = {claim.document_id: pages[claim.document_id] for claim in own}
    documents = {**ground.documents, **guests}
    claims = {claim.id: claim for claim in own}
    return replace(ground, claims=claims, documents=documents, moments=moments_of(own, documents), series=series)
