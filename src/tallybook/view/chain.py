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


def chain_of(attribution: Attribution, document: Document | None) -> str:
    """The way from the origin to the page: "Ministry of Health (Sudan), via Reuters, in Harbour Courier".

    Where nobody is named the outlet answers for it: "Harbour Courier, no source named".
    """
    outlet = outlet_of(document)
    via = "".join(f", via {relay}" for relay in attribution.relays if relay != outlet)
    if attribution.origin is None:
        return f"{outlet}, no source named" if not via else f"source not named{via}, in {outlet}"
    return f"{attribution.origin}{via}" + ("" if attribution.origin == outlet else f", in {outlet}")
