"""Made-up news: texts of words in the proportions of language, and reports of a form that is filled in each day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tallybook.registry import load_registry

EXAMPLES = Path(__file__).parent.parent / "examples"
_MARKUP = re.compile(r"<(script|style).*?</\1>|<[^>]+>", re.DOTALL)
_WORD = re.compile(r"[a-z]{2,}")

FORMS = {
    "bulletin": """Between {n} and {n} {month} the general staff counted {n} drones and {n} missiles in the {place}
district. Air defence units shot down {n} of the drones and {n} of the missiles, according to the morning report,
and the rest came down in open fields or were lost from sight. {n} people were wounded, among them {small} children,
and one power station was hit. The railway ran as planned. The staff asked people to stay in shelters until the all
clear.""",
    "casualties": """The ministry of health said on {day} that {n} people had been killed and {n} wounded in the
past {n} hours, most of them in {place}. That brings the number of the dead to {n} and that of the wounded to {n}
since the beginning of the fighting. A number of victims are still under the rubble and on the roads, as ambulance
and rescue crews are unable to reach them, the ministry said in its daily report.""",
    "weather": """Weather for {place} on {day}: after some fog in the morning it stays dry with sunny spells. Highs
of {n} degrees by the lake and {n} degrees in the hills, a light wind from the west of {n} kilometres an hour. At
night it cools down to {n} degrees. The chance of rain is {n} per cent. The outlook for the next days: little
change, with highs around {n} degrees and clear nights. The sun rises at {small}.{n} and sets at {small}.{n}.""",
    "match": """{place} beat {place} {small}-{small} on {day} in front of {n} spectators. The home side went ahead
in the {n}th minute and had the better of the first half, but the guests came back after the break and hit the post
in the {n}th minute. The second goal came from the penalty spot in the {n}th minute after a foul that the referee
looked at again on the screen. The winners are now {small}th in the table with {n} points, and the losers stay where
they are with {n}.""",
    "market": """Shares closed higher on {day} as investors took heart from the latest figures. The index of the
leading companies rose {small}.{n} per cent to {n},{n}.{n} points, and the broader index gained {small}.{n} per cent
to {n},{n}.{n}. Oil was up {small}.{n} per cent at {n}.{n} dollars a barrel, and gold was little changed at {n},{n}
dollars an ounce. The currency traded at {small}.{n} to the dollar, against {small}.{n} the day before. Some {n}
million shares changed hands, dealers said.""",
    "epidemic": """The health authority of {place} reported {n} new cases and {n} deaths on {day}. {n} patients are
being treated in hospital, {n} of them in intensive care. The number of new cases for every 100,000 inhabitants over
the past 7 days stands at {n}.{n}. Since the beginning of the epidemic {n},{n} people have fallen ill and {n} have
died. {n},{n} doses of vaccine were given on the day before. The authority asks people to keep their distance and to
stay at home when ill.""",
}
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def made_texts(count: int, *, least: int = 150, most: int = 600, seed: int = 7) -> list[list[str]]:
    """So many texts of chance words of the examples, one number in thirty words; the same each time."""
    chance, words = Random(seed), list(_words())
    return [[_word(words, chance) for _ in range(chance.randint(least, most))] for _ in range(count)]


def made_reports(count: int) -> dict[str, list[list[str]]]:
    """So many reports of each form, with other numbers, days and mostly other places."""
    chance = Random(11)
    places = sorted(place.name for place in load_registry().places)
    return {name: [_filled(form, places, chance).split() for _ in range(count)] for name, form in FORMS.items()}


def _words() -> Iterator[str]:
    for page in sorted(EXAMPLES.rglob("*.html")):
        yield from _WORD.findall(_MARKUP.sub(" ", page.read_text(encoding="utf-8")).lower())


def _word(words: list[str], chance: Random) -> str:
    return str(chance.randint(2, 900)) if chance.random() < 1 / 30 else chance.choice(words)


def _filled(form: str, places: list[str], chance: Random) -> str:
    slots = {
        "n": lambda: str(chance.randint(11, 999)),
        "small": lambda: str(chance.randint(2, 9)),
        "place": lambda: chance.choice(places),
        "day": lambda: chance.choice(DAYS),
        "month": lambda: chance.choice(MONTHS),
    }
    return re.sub(r"\{(\w+)\}", lambda slot: slots[slot[1]](), form)
