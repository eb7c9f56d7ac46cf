"""What follows from a book, worked out once: what the words of its pages prove, which pages are copies, the pictures.

All of it is a function of what was read and decided, of the settings and of the program. It is kept by the hash of all
these: in memory for this server, and in a cache for the next.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

import msgspec

from tallybook.cache import Cache, key_of, program_mark
from tallybook.model import Claim, Copy, Document, Evidence, Picture, Refusal
from tallybook.registry import load_registry
from tallybook.settings import Settings
from tallybook.web.standing import Standing, Worked

KEPT_PICTURES = 4
SPARE_PROOFS = 1000
"""Pages that are remembered beyond those of the book: what they were at another time."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Proof:
    """What the words of one page do not prove: claims by id, and the refusals that say why."""

    refused: frozenset[str]
    refusals: tuple[Refusal, ...]


class Workings:
    """What was worked out under one choice of settings, for any number of threads. `cache` is None for none."""

    def __init__(self, settings: Settings, cache: Cache | None = None) -> None:
        self.settings = settings
        self._cache = cache
        self._proving, self._picturing = threading.Lock(), threading.Lock()
        self._proofs: OrderedDict[str, Proof] | None = None
        self._copies: tuple[tuple[Document, ...], tuple[Copy, ...]] = ((), ())
        self._pictures: OrderedDict[str, Worked] = OrderedDict()

    def prove(self, recorded: Evidence) -> Evidence:
        """As `keep_proven`; only pages that were never looked at as they are, and with their claims, are looked at."""
        of_page: dict[str, list[Claim]] = {document.id: [] for document in recorded.documents}
        for claim in recorded.claims:
            of_page[claim.document_id].append(claim)
        with self._proving:
            proofs = self._proven(recorded.documents, of_page)
        refused = frozenset[str]().union(*(proof.refused for proof in proofs))
        return replace(
            recorded,
            claims=tuple(claim for claim in recorded.claims if claim.id not in refused) if refused else recorded.claims,
            refusals=(*recorded.refusals, *(refusal for proof in proofs for refusal in proof.refusals)),
        )

    def picture(self, standing: Standing) -> Worked:
        """The picture of a standing under the settings' policy, with the view of it. Takes seconds for a large book."""
        with self._picturing:
            kept = self._pictures.get(standing.picture_key)
        worked = replace(kept, standing=standing) if kept is not None else self._worked(standing)
        with self._picturing:
            self._pictures[standing.picture_key] = worked
            self._pictures.move_to_end(standing.picture_key)
            while len(self._pictures) > KEPT_PICTURES:
                self._pictures.popitem(last=False)
        return worked

    def _proven(self, documents: Sequence[Document], of_page: Mapping[str, Sequence[Claim]]) -> list[Proof]:
        if self._proofs is None:
            kept = self._cache.get(self._proofs_name, dict[str, Proof]) if self._cache is not None else None
            self._proofs = OrderedDict(kept or {})
        found, new = [], False
        for document in documents:
            key = key_of(_packed((document, of_page[document.id])))
            if key not in self._proofs:
                self._proofs[key], new = _proof_of(document, of_page[document.id], self.settings), True
            self._proofs.move_to_end(key)
            found.append(self._proofs[key])
        while len(self._proofs) > len(documents) + SPARE_PROOFS:
            self._proofs.popitem(last=False)
        if new and self._cache is not None:
            self._cache.put(self._proofs_name, dict(self._proofs), dict[str, Proof])
        return found

    def _worked(self, standing: Standing) -> Worked:
        from tallybook.view import build_view

        evidence = replace(standing.evidence, copies=self._copies_among(standing.evidence.documents))
        of = (self.settings.policy, self.settings.compare, evidence)
        picture = self._kept("picture", of, Picture, lambda: _reconciled(evidence, self.settings))
        view = build_view(evidence, picture, internal=True, registry=load_registry(self.settings.registry))
        return Worked(standing=standing, picture=picture, view=view, settings=self.settings)

    def _copies_among(self, documents: tuple[Document, ...]) -> tuple[Copy, ...]:
        known, found = self._copies
        if known != documents:
            found = self._kept("copies", documents, tuple[Copy, ...], lambda: _copied(documents))
            self._copies = documents, found
        return found

    def _kept(self, what: str, of: object, kind: type[T], make: Callable[[], T]) -> T:
        """What `make` makes of something, made only where the cache does not hold it."""
        if self._cache is None:
            return make()
        name = f"{what}-{key_of(self._mark, _packed(of))}"
        kept = self._cache.get(name, kind)
        if kept is None:
            kept = make()
            self._cache.put(name, kept, kind)
        return kept

    @cached_property
    def _mark(self) -> bytes:
        """The program, the language pages are read in, and the registry as it was loaded."""
        registry = load_registry(self.settings.registry)
        world = (
            *(registry.countries, registry.sources, registry.assessments, registry.places, registry.persons),
            *(registry.groups, registry.unit_sizes, registry.events, registry.countings),
        )
        return key_of(program_mark(), _packed(self.settings.language), _packed(world)).encode()

    @cached_property
    def _proofs_name(self) -> str:
        return f"proofs-{key_of(self._mark)}"


def _proof_of(document: Document, claims: Sequence[Claim], settings: Settings) -> Proof:
    from tallybook.pipeline import keep_proven  # the same

    found = keep_proven(Evidence(documents=(document,), claims=tuple(claims)), settings=settings)
    proven = {claim.id for claim in found.claims}
    return Proof(frozenset(claim.id for claim in claims if claim.id not in proven), found.refusals)


def _copied(documents: Sequence[Document]) -> tuple[Copy, ...]:
    from tallybook.copies import find_copies

    return find_copies(documents)


def _reconciled(evidence: Evidence, settings: Settings) -> Picture:
    from tallybook.pipeline import reconcile_claims  # loads what a server that finds its picture kept never needs

    return reconcile_claims(evidence, settings=settings)


def _packed(value: object) -> bytes:
    return msgspec.msgpack.encode(value)
