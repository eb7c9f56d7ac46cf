"""Sums, parts, units, shares and projections: what is told, and what only looks alike."""

from __future__ import annotations

import pytest

SUM = {
    "killed and wounded add up": (
        """
        a1 | 12 killed | by Police | in Lagos
        a2 | 30 wounded | by Police | in Lagos
        a3 | 42 killed or wounded | by Police | in Lagos
        """,
        ["a1 a2 a3"],
    ),
    "killed and wounded miss the total": (
        """
        a1 | 12 killed | by Police | in Lagos
        a2 | 30 wounded | by Police | in Lagos
        a3 | 55 killed or wounded | by Police | in Lagos
        """,
        ["a1 a2 a3"],
    ),
    "parts by place add up": (
        """
        a1 | 5,100 killed | by Red Cross
        a2 | 3,500 killed | by Red Cross | in Turkey
        a3 | 1,600 killed | by Red Cross | in Syria
        """,
        ["a1 a2 a3"],
    ),
    "called parts of groups exceed it": (
        """
        a1 | 20 killed | by Police | in Lagos
        a2 | 15 killed | by Police | part a1 | of Nigeria
        a3 | 12 killed | by Police | part a1 | of Ghana
        """,
        ["a1 a2 a3"],
    ),
    "parts of a named place exceed it": (
        """
        a1 | 5,000 killed | by Red Cross | in Turkey
        a2 | 3,500 killed | by Red Cross | in Istanbul
        a3 | 2,600 killed | by Red Cross | in Ankara
        """,
        ["a1 a2 a3"],
    ),
    "killed and missing": (
        """
        a1 | 130 killed | in Spain
        a2 | 70 missing | in Spain
        a3 | 200 killed or missing | in Spain
        """,
        ["a1 a2 a3"],
    ),
}

NO_SUM = {
    "two speakers": """
        a1 | 12 killed | by Police | in Lagos
        a2 | 30 wounded | by Police | in Lagos
        a3 | 55 killed or wounded | by Red Cross | in Lagos
        """,
    "parts that may overlap": """
        a1 | 87 killed | by Police | in Lagos
        a2 | 50 killed | by Police | part a1 | in Lagos
        a3 | 45 killed | by Police | part a1 | in Lagos
        """,
    "parts that may not be all": """
        a1 | 87 killed | by Police | in Lagos
        a2 | 50 killed | by Police | part a1 | in Lagos
        a3 | 12 killed | by Police | part a1 | in Lagos
        """,
    "some places of a country": """
        a1 | 8,574 killed | by Red Cross | in Turkey
        a2 | 250 killed | by Red Cross | in Istanbul
        a3 | 600 killed | by Red Cross | in Ankara
        """,
    "at least": """
        a1 | at least 12 killed | by Police | in Lagos
        a2 | 30 wounded | by Police | in Lagos
        a3 | 55 killed or wounded | by Police | in Lagos
        """,
    "rounded": """
        a1 | about 300 killed | by Red Cross | of Sudan
        a2 | about 2,700 wounded | by Red Cross | of Sudan
        a3 | about 3,100 killed or wounded | by Red Cross | of Sudan
        """,
    "of two days": """
        a1 | 12 killed | by Police | in Lagos | on 2024-05-01
        a2 | 30 wounded | by Police | in Lagos | on 2024-05-01
        a3 | 55 killed or wounded | by Police | in Lagos | on 2024-05-09
        """,
    "of two attacks": """
        a1 | 12 killed | by Police | in Lagos
        a2 | 4 killed | by Police | in Lagos
        a3 | 30 wounded | by Police | in Lagos
        a4 | 55 killed or wounded | by Police | in Lagos
        """,
    "of two pages": """
        a1 | 12 killed | by Police | in Lagos
        b1 | 30 wounded | by Police | in Lagos
        c1 | 42 killed or wounded | by Police | in Lagos
        """,
    "another unit": """
        a1 | 12 home damaged | in Lagos
        a2 | 30 home destroyed | in Lagos
        a3 | 42 affected | in Lagos
        """,
}

PART = {
    "a part larger than its whole": (
        """
        a1 | 12 killed | by Police | in Lagos
        a2 | 15 killed | by Police | part a1 | in Lagos
        """,
        ["a1 a2"],
    ),
    "more killed than were aboard": (
        """
        a1 | 60 aboard | by Coast Guard | in Greece
        a2 | 82 killed | by Coast Guard | part a1 | in Greece
        """,
        ["a1 a2"],
    ),
    "the rest is another's number": (
        """
        a1 | about 14,000 deployed | by Ministry of Defence | of Wagner
        a2 | 3,000 deployed | by Ministry of Defence | flow | part a1 | of Wagner
        b1 | 11,000 deployed | by Reuters | of Wagner
        """,
        ["a1 a2"],
    ),
}

NO_PART = {
    "a plain part": """
        a1 | 87 killed | by Police | in Lagos
        a2 | 12 killed | by Police | part a1 | in Lagos
        """,
    "the rest is of another event": """
        a1 | 87 killed | by Police | in Lagos
        a2 | 12 killed | by Police | part a1 | in Lagos
        b1 | 75 wounded | by Police | in Lagos
        """,
    "the rest is of another place": """
        a1 | 87 killed | by Police | in Lagos
        a2 | 12 killed | by Police | part a1 | in Lagos
        b1 | 75 killed | by Police | in Syria
        """,
    "a part rounded up to its whole": """
        a1 | 1,297 killed | by Police | in Haiti
        a2 | about 1,300 killed | by Police | part a1 | in Haiti
        """,
    "a part of an open whole": """
        a1 | more than 12 killed | by Police | in Lagos
        a2 | 15 killed | by Police | part a1 | in Lagos
        """,
    "part of another event, smaller": """
        a1 | 11,000 deployed | by Army | of Chad
        a2 | 4,000 killed or wounded | by Army | part a1 | of Chad
        """,
    "a share of a whole": """
        a1 | 11,000 deployed | by Army | of Chad
        a2 | 1/3 killed or wounded | by Army | part a1 | of Chad
        """,
}

UNIT = {
    "units of so many each": (
        """
        a1 | 2 brigade in training | level | by Army | of Chad
        a2 | up to 6,000 in training | level | by Army | of Chad | each a1 = up to 12,000
        a3 | about 12,000 deployed | by Reuters | of Chad
        """,
        ["a1 a2"],
    ),
    "buses": (
        """
        a1 | 5 bus evacuated | by Police | in Lagos
        a2 | 50 evacuated | by Police | in Lagos | each a1 = 250
        a3 | 900 evacuated | by Red Cross | in Lagos
        """,
        ["a1 a2"],
    ),
    "too few persons for the units": (
        """
        a1 | 95 battalion deployed | by Army | of Chad
        a2 | 20,000-23,000 deployed | inferred | of Chad
        """,
        ["a1 a2"],
    ),
    "too many persons for the households": (
        """
        a1 | 400 household displaced | by Oxfam | in Chad
        a2 | 21,000 displaced | by Oxfam | in Chad
        """,
        ["a1 a2"],
    ),
    "too many persons for the buses": (
        """
        a1 | 6 bus evacuated | by Red Cross | in Sumy
        a2 | 9,000 evacuated | by Red Cross | in Sumy
        """,
        ["a1 a2"],
    ),
    "too many persons for the boats": (
        """
        a1 | 3 boat arrived | by Coast Guard | in Lampedusa
        a2 | 4,100 arrived | by Coast Guard | in Lampedusa
        """,
        ["a1 a2"],
    ),
    "too few persons for the villages": (
        """
        a1 | 40 village evacuated | by Oxfam | in Chad
        a2 | 300 evacuated | by Oxfam | in Chad
        """,
        ["a1 a2"],
    ),
    "too few persons for the companies": (
        """
        a1 | 30 company deployed | by Army | of Chad
        a2 | 500 deployed | by Army | of Chad
        """,
        ["a1 a2"],
    ),
}

NO_UNIT = {
    "the persons fit": """
        a1 | 3 battalion deployed | by Army | of Chad
        a2 | 1,500 deployed | by Army | of Chad
        """,
    "the households fit": """
        a1 | 500 household displaced | by Oxfam | in Chad
        a2 | 2,500 displaced | by Oxfam | in Chad
        """,
    "another group": """
        a1 | 95 battalion deployed | by Army | of Chad
        a2 | 2,000 deployed | by Army | of Sudan
        """,
    "another event": """
        a1 | 9 brigade deployed | by Army | of Chad
        a2 | 300 killed | by Army | of Chad
        """,
    "another page": """
        a1 | 95 battalion deployed | by Army | of Chad
        b1 | 2,000 deployed | by Army | of Chad
        """,
    "a wave beside a total": """
        a1 | 95 battalion deployed | by Army | of Chad
        a2 | 2,000 deployed | by Army | flow | of Chad
        """,
    "a part": """
        a1 | 9 brigade deployed | by Army | of Chad
        a2 | 40,000 deployed | by Army | of Chad
        a3 | 300 deployed | by Army | part a2 | of Chad
        """,
    "units nobody has a size for": """
        a1 | 12 vehicle destroyed | by Army | of Chad
        a2 | 300 destroyed | by Army | of Chad
        """,
    "buses sent, and those sent with them": """
        a1 | 30 bus deployed | by Police | in Lagos
        a2 | 40 deployed | by Police | in Lagos
        """,
    "firms and people": """
        a1 | 12 company affected | by Police | in Lagos
        a2 | 90,000 affected | by Police | in Lagos
        """,
    "villages that were struck, and their dead": """
        a1 | 40 village attacked | by Police | in Chad
        a2 | 90 attacked | by Police | in Chad
        """,
    "boats sunk, and sailors": """
        a1 | 5 boat destroyed | by Army | of Chad
        a2 | 9,000 destroyed | by Army | of Chad
        """,
    "the boats hold them": """
        a1 | 6 boat arrived | by Coast Guard | in Lampedusa
        a2 | 290 arrived | by Coast Guard | in Lampedusa
        """,
    "the trains hold them": """
        a1 | 4 train evacuated | by Army | in Sumy
        a2 | 2,900 evacuated | by Army | in Sumy
        """,
    "divisions of a league": """
        a1 | 3 division attended | by Police | in Lagos
        a2 | 800 attended | by Police | in Lagos
        """,
    "at least so many persons": """
        a1 | 3 battalion deployed | by Army | of Chad
        a2 | at least 300 deployed | by Army | of Chad
        """,
}

SHARE = {
    "of a force": (
        """
        a1 | 11,000 deployed | by Army | of Chad
        a2 | about 1/3 killed or wounded | by American officials | of Chad
        b1 | 3,800 killed or wounded | by Red Cross | of Chad
        """,
        ["a2 b1"],
    ),
    "of the sick of one place": (
        """
        a1 | 10,700 infected | by Ministry of Health (Sudan) | in Sudan
        a2 | 292 killed | by Ministry of Health (Sudan) | in Sudan
        a3 | 2.7 % killed | by World Health Organization | in Sudan
        b1 | 316 killed | by Ministry of Health (Sudan) | in Sudan
        """,
        ["a2 a3"],
    ),
    "of the patients, called a part": (
        """
        a1 | 800 infected | by WHO | in Chad
        a2 | 25 % hospitalized | by WHO | part a1 | in Chad
        a3 | 200 hospitalized | by WHO | in Chad
        """,
        ["a2 a3"],
    ),
}

NO_SHARE = {
    "the result is not in the book": """
        a1 | 11,000 deployed | by Army | of Chad
        a2 | nearly 1/2 killed or wounded | by American officials | of Chad
        b1 | 3,800 killed or wounded | by Red Cross | of Chad
        """,
    "the result is of another event": """
        a1 | 9,000 deployed | by Army | of Chad
        a2 | 1/3 killed or wounded | by Army | of Chad
        a3 | 3,000 captured | by Army | of Chad
        """,
    "the base is of another group": """
        a1 | 11,000 deployed | by Army | of Sudan
        a2 | about 1/3 killed or wounded | by American officials | of Chad
        b1 | 3,800 killed or wounded | by Red Cross | of Chad
        """,
    "nobody says of whom": """
        a1 | 11,000 deployed | by Army
        a2 | about 1/3 killed or wounded | by American officials
        b1 | 3,800 killed or wounded | by Red Cross
        """,
    "casualties are no base": """
        a1 | 900 killed | by Army | of Chad
        a2 | 1/3 wounded | by Army | of Chad
        a3 | 300 wounded | by Army | of Chad
        """,
    "a handful fits by chance": """
        a1 | 12 deployed | by Army | of Chad
        a2 | 1/3 wounded | by Army | of Chad
        a3 | 4 wounded | by Army | of Chad
        """,
    "less than a share fits anything below": """
        a1 | 11,000 deployed | by Army | of Chad
        a2 | less than 1/2 killed or wounded | by American officials | of Chad
        b1 | 3,800 killed or wounded | by Red Cross | of Chad
        """,
    "a plan is no base": """
        a1 | 11,000 deployed | by Army | planned | of Chad
        a2 | about 1/3 killed or wounded | by American officials | of Chad
        b1 | 3,800 killed or wounded | by Red Cross | of Chad
        """,
}

PROJECTION = {
    "the rate is too slow": (
        """
        page a | Reuters | 2025-01-13
        a1 | 12,000 infected | by WHO | projected | on 2025-04-10 to 2025-04-20 | in Chad
        a2 | about 92 a day infected | by WHO | in Chad
        """,
        ["a1 a2"],
    ),
    "the rate is too fast": (
        """
        page a | Reuters | 2025-01-13
        a1 | 12,000 infected | by WHO | projected | on 2025-12-31 | in Chad
        a2 | 500 a day infected | in Chad
        """,
        ["a1 a2"],
    ),
    "the day is told by the repeat": (
        """
        page a | Reuters | 2025-01-13
        a1 | 12,000 infected | by WHO | projected | on 2025-04-10 to 2025-04-20 | in Chad
        a2 | about 92 a day infected | by WHO | in Chad
        a3 | 12,000 infected | by WHO | projected | in Chad
        """,
        ["a1 a2 a3"],
    ),
}

NO_PROJECTION = {
    "the rate leads there": """
        page a | Reuters | 2025-01-13
        a1 | 12,000 infected | by WHO | projected | on 2025-05-23 | in Chad
        a2 | about 92 a day infected | by WHO | in Chad
        """,
    "no day is named": """
        page a | Reuters | 2025-01-13
        a1 | 12,000 infected | by WHO | projected | in Chad
        a2 | about 92 a day infected | by WHO | in Chad
        """,
    "the rate is of another event": """
        page a | Reuters | 2025-01-13
        a1 | 12,000 infected | by WHO | projected | on 2025-04-20 | in Chad
        a2 | 5 a day killed | by WHO | in Chad
        """,
    "the rate is of another page": """
        page a | Reuters | 2025-01-13
        a1 | 12,000 infected | by WHO | projected | on 2025-04-20 | in Chad
        b1 | 5 a day infected | by WHO | in Chad
        """,
    "nothing is projected": """
        page a | Reuters | 2025-01-13
        a1 | 12,000 infected | by WHO | on 2025-01-10 | in Chad
        a2 | 5 a day infected | by WHO | in Chad
        """,
}


def _rows(kind, told, quiet):
    yield from (pytest.param(kind, book, expected, id=f"{kind}: {row}") for row, (book, expected) in told.items())
    yield from (pytest.param(kind, book, [], id=f"no {kind}: {row}") for row, book in quiet.items())


@pytest.mark.parametrize(
    ("kind", "book", "expected"),
    [
        *_rows("sum", SUM, NO_SUM),
        *_rows("part and whole", PART, NO_PART),
        *_rows("unit conversion", UNIT, NO_UNIT),
        *_rows("share", SHARE, NO_SHARE),
        *_rows("projection", PROJECTION, NO_PROJECTION),
    ],
)
def test_arithmetic(found, kind, book, expected):
    assert found(book, kind) == expected


@pytest.mark.parametrize(
    ("kind", "book", "shown"),
    [
        ("sum", SUM["killed and wounded miss the total"][0], "12 + 30 = 42, not 55"),
        ("part and whole", PART["the rest is another's number"][0], "14,000 − 3,000 = 11,000"),
        ("unit conversion", UNIT["units of so many each"][0], "2 × 6,000 = 12,000"),
        ("unit conversion", UNIT["too few persons for the units"][0], "95 × 300 to 1,000 = 28,500 to 95,000"),
        ("share", SHARE["of a force"][0], "a third × 11,000 = 3,667"),
        ("projection", PROJECTION["the rate is too slow"][0], "12,000 / 92 = 130 days"),
    ],
)
def test_the_arithmetic_is_shown(picture_of, kind, book, shown):
    assert [f.arithmetic for f in picture_of(book).findings if f.kind == kind] == [shown]


def test_what_is_already_reached_explains_a_projection(picture_of):
    book = (
        PROJECTION["the rate is too slow"][0] + "a9 | 3,800 infected | by Ministry of Health | on 2025-01-10 | in Chad"
    )
    (finding,) = [finding for finding in picture_of(book).findings if finding.kind == "projection"]
    assert "less the 3,800 already reached it would take 89 days, which fits" in (finding.innocent or "").lower()
