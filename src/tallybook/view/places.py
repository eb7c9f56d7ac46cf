"""The places that claims name, with where on a map they are drawn."""

from __future__ import annotations

from collections.abc import Iterable

from tallybook.model import Claim
from tallybook.registry import Registry, locate
from tallybook.view.read_types import PlaceView


def view_places(claims: Iterable[Claim], registry: Registry) -> tuple[PlaceView, ...]:
    """Each place once, by name. One whose whereabouts are unknown is left out: it is on no map."""
    names = sorted({claim.place for claim in claims if claim.place})
    found = ((name, locate(name, registry)) for name in names)
    return tuple(
        PlaceView(name=name, at=spot.place, latitude=spot.latitude, longitude=spot.longitude)
        for name, spot in found
        if spot is not None
    )
