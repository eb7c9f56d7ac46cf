"""Who says a number, and through whom we read it."""

from __future__ import annotations

from tallybook.model import Attribution, Document

NO_OUTLET = "an unnamed outlet"


def outlet_of(document: Document | None) -> str:
    """The outlet's name, or that it has none."""
    return (document.outlet if document else None) or NO_OUTLET


def speaker_of(attribution: Attribution, document: Document | None) -> str:
    """Who first says it: the origin, else the outlet itself."""
    return attribution.origin or outlet_of(document)


def route_of(attribution: Attribution, document: Document | None) -> str:
    """The way from the origin to us: "via Reuters, in Harbour Courier". Empty where the outlet is the origin itself."""
    outlet = outlet_of(document)
    relays = [f"via {relay}" for relay in attribution.relays if relay != outlet]
    if attribution.origin is None:
        return ", ".join(relays) or "no source named"
    return ", ".join([*relays, *([] if attribution.origin == outlet else [f"in {outlet}"])])


def chain_of(attribution: Attribution, document: Document | None) -> str:
    """Origin and way in one: "Ministry of Health (Sudan), via Reuters, in Harbour Courier".

    Where nobody is named the outlet answers for it: "Harbour Courier, no source named".
    """
    return ", ".join(filter(None, (speaker_of(attribution, document), route_of(attribution, document))))
