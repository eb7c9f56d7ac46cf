"""The pages of two times: added, changed, the same; and which claims of a changed page are still there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from tallybook.model import Claim, Document, Evidence, Series


def address_of(document: Document) -> str:
    """What makes two texts versions of one page: its path, else its URL, else its id."""
    return document.path or document.url or document.id


@dataclass(frozen=True)
class Pages:
    """The documents of two bodies of evidence, by address."""

    before: Evidence
    after: Evidence

    @cached_property
    def old(self) -> Mapping[str, Document]:
        """The earlier documents by address."""
        return {address_of(document): document for document in self.before.documents}

    @cached_property
    def new(self) -> Mapping[str, Document]:
        """The later documents by address."""
        return {address_of(document): document for document in self.after.documents}

    @cached_property
    def added(self) -> tuple[Document, ...]:
        """Pages that were not there."""
        return tuple(self.new[address] for address in sorted(self.new) if address not in self.old)

    @cached_property
    def changed(self) -> tuple[tuple[Document, Document], ...]:
        """Pages whose text is another, as they were and as they are."""
        both = [(self.old[address], self.new[address]) for address in sorted(self.new) if address in self.old]
        return tuple((old, new) for old, new in both if old.content_hash != new.content_hash)

    @cached_property
    def moved(self) -> Mapping[str, str]:
        """The id that each earlier claim which is still there has now."""
        now = _by_address(self.after)
        found: dict[str, str] = {}
        for address, own in _by_address(self.before).items():
            waiting: defaultdict[Hashable, list[Claim]] = defaultdict(list)
            left = {claim.id: claim for claim in now.get(address, ())}
            for claim in own:
                if claim.id in left and gist(left[claim.id]) == gist(claim):
                    found[claim.id] = left.pop(claim.id).id
            for claim in left.values():
                waiting[gist(claim)].append(claim)
            for claim in own:
                if claim.id not in found and waiting[gist(claim)]:
                    found[claim.id] = waiting[gist(claim)].pop(0).id
        return found

    @cached_property
    def _told(self) -> tuple[Mapping[str, Claim], Mapping[str, Claim]]:
        """The earlier and the later claims by id."""
        earlier, later = ({claim.id: claim for claim in one.claims} for one in (self.before, self.after))
        return earlier, later

    def same(self, old: Series, new: Series) -> bool:
        """Whether a series holds what it held: the same claims, said of the same by the same, none of them taken back
        since, and the decisions of the book as they were."""
        earlier, later = self._told
        if {self.moved.get(name) for name in old.claims} != set(new.claims):
            return False
        pairs = [(earlier[name], later[self.moved[name]]) for name in old.claims]
        return self.before.decisions == self.after.decisions and all(_standing(a) == _standing(b) for a, b in pairs)


def _standing(claim: Claim) -> tuple[Hashable, ...]:
    """What makes a claim count as it does, beside its number."""
    return (*topic(claim), claim.attribution, claim.time, claim.part_of is None, claim.taken_back is None)


def gist(claim: Claim) -> tuple[Hashable, ...]:
    """What a claim says, wherever on its page it stands."""
    quantity = claim.quantity
    unit = (quantity.unit, quantity.per, quantity.currency)
    return (quantity.low, quantity.high, *unit, claim.event, claim.kind, claim.modality, claim.change)


def topic(claim: Claim) -> tuple[Hashable, ...]:
    """What a claim is of, whatever its number."""
    return (*gist(claim)[2:], claim.attribution.origin, claim.group, claim.place)


def _by_address(evidence: Evidence) -> Mapping[str, list[Claim]]:
    home = {document.id: address_of(document) for document in evidence.documents}
    pages: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in in_order(evidence.claims):
        pages[home.get(claim.document_id, claim.document_id)].append(claim)
    return pages


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """By their place in their texts."""
    return sorted(claims, key=lambda claim: (claim.document_id, claim.core.start, claim.id))
