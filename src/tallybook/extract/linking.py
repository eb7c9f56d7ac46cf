"""The claims of one sentence, each linked to its whole as soon as both are read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tallybook.model import Claim, Token


@dataclass(slots=True)
class LinkedClaims:
    """The claims so far and the verbs that tell their events. Lives only as long as its sentence's reading."""

    claims: list[Claim] = field(default_factory=list)
    verbs: dict[str, int] = field(default_factory=dict)
    _opening: str | None = None
    _parts: dict[int, str] = field(default_factory=dict)

    def add(self, place: int, claim: Claim, verb: Token | None, *, opens: bool, before_whole: bool) -> None:
        """Append the claim of the mention at a place of the sentence.

        With `opens` it is the whole of all that follow ("Of the 151 aboard, …"); with `before_whole` the next mention
        is its whole ("62 of the 87 drones").
        """
        if opens:
            self._opening = claim.id
        elif self._opening is not None and claim.part_of is None and claim.quantity.unit != "money":
            claim = replace(claim, part_of=self._opening)
        part = self._parts.get(place)
        self.claims = [replace(c, part_of=claim.id) if c.id == part else c for c in self.claims]
        self.claims.append(claim)
        if before_whole:
            self._parts[place + 1] = claim.id
        if verb is not None:
            self.verbs[claim.id] = verb.index
