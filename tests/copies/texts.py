"""Texts of several kinds, and the ways in which an outlet takes one over."""

from __future__ import annotations

import hashlib

from tallybook.model import Block, BlockKind, Document, PartialDate, Span

FERRY = """
The ferry Alba Star went down at dawn on Tuesday some 14 kilometres off the port of Kessa with 212 people on board, the
coast guard said. Divers had brought 37 bodies ashore by nightfall, and 121 survivors were being looked after in the
sports hall of a school above the harbour. Captain Ines Duro, who heads the search, told reporters that the currents
had carried wreckage far to the south and that the boats would go out again as soon as the wind allowed. Relatives who
had come by bus from the hill towns waited on the quay all day. Some of them said that the vessel had taken on far more
passengers than the 180 it was allowed to carry, which the company that owns it would not comment on. The ministry of
transport has grounded the two other ferries of the line until their papers have been looked through, and a judge in
Kessa has opened an inquiry into how the ship could leave in spite of the warning.
"""
HARVEST = """
Farmers in the plain of Orlo expect a poor harvest after the driest spring since records began in 1931. The growers'
union puts the loss of wheat at a third, and says that 640 farms have asked for help. Wells that never failed before
have run dry, and cattle are being driven to pastures in the hills a month earlier than usual. At the market in Orlo the
price of hay has doubled. The government has promised loans without interest, but the union calls that a drop in the
bucket and wants taxes to be put off for all who lost more than half of what they had sown.
"""
BULLETIN = """
The general staff said in its morning report that the enemy launched {0} drones and {1} missiles at the northern
districts during the night. Air defence units shot down {2} of the drones and {3} of the missiles, according to the
report, and the rest came down in open fields or were lost from sight. No damage to the grid was recorded in the area,
and the railway ran as planned. The staff asked people to stay in shelters until the all clear is given.
"""
OWN = """
Our correspondent in the capital has followed the story since the first hours and sums up what is known so far, what is
still open and which questions the families would like to have answered before the week is over.
"""
QUOTED = """
The president said: "We stand with those who mourn today, and we will not rest until it is known how this could happen."
"""


def page(name: str, text: str, day: int | None = None, language: str = "en") -> Document:
    block = Block(span=Span(0, len(text)), kind=BlockKind.BODY, why="test")
    published = PartialDate(year=2031, month=5, day=day, how="test") if day else None
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(id=name, text=text, content_hash=digest, blocks=(block,), language=language, published=published)


def first(text: str, parts: int) -> str:
    words = text.split()
    return " ".join(words[: len(words) // parts])


def edited(text: str, every: int = 20) -> str:
    words = text.split()
    swapped = [w if at % every != 7 or any(c.isdigit() for c in w) else "indeed" for at, w in enumerate(words)]
    return " ".join(swapped)


COPIES = {
    "whole": FERRY,
    "the first half": first(FERRY, 2),
    "the first quarter": first(FERRY, 4),
    "with an own introduction": OWN + FERRY,
    "every twentieth word another": edited(FERRY),
    "inside a longer text": HARVEST + FERRY + OWN,
    "a first half with an own introduction": OWN + first(FERRY, 2),
    "in capitals": FERRY.upper(),
    "numbers written with marks": FERRY.replace("212", "2,12"),
}
LOOK_ALIKES = {
    "another story": (FERRY, HARVEST),
    "two days of one form": (BULLETIN.format(46, 7, 40, 5), BULLETIN.format(112, 3, 97, 1)),
    "one form in words": (
        BULLETIN.format("nine", "two", "six", "one"),
        BULLETIN.format("ten", "five", "eight", "four"),
    ),
    "one form, most numbers the same": (BULLETIN.format(46, 7, 40, 5), BULLETIN.format(46, 7, 41, 6)),
    "a shared quotation": (
        HARVEST
        + 'The president said: "We stand with those who mourn today, and we will not rest until it is known why."',
        OWN + 'The president said: "We stand with those who mourn today, and we will not rest until it is known why."',
    ),
    "two lines only": ("At least 37 people drowned on Tuesday, police said.",) * 2,
    "nothing": ("", ""),
}
