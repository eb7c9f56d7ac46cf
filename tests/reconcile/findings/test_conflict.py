"""When two numbers are a conflict, and what only looks like one."""

from __future__ import annotations

import pytest

CLASH = {
    "two named speakers in one page": (
        """
        a1 | 45,000 attended | by Police | in London
        a2 | 200,000 attended | by Stop the Cuts | in London
        """,
        ["a1 a2"],
    ),
    "two named speakers in two pages of one day": (
        """
        page a | Reuters | 2023-02-06
        page b | AFP | 2023-02-06
        a1 | 912 killed | by Turkish police | in Turkey
        b1 | 1,121 killed | by Ministry of Health (Turkey) | in Turkey
        """,
        ["a1 b1"],
    ),
    "an earlier total is larger": (
        """
        a1 | 3,800 killed | by Army | on 2025-01-02 to 2025-01-10 | of Sudan
        b1 | 3,000 killed | by United Nations | on 2025-01-13 | of Sudan
        """,
        ["a1 b1"],
    ),
    "added-up parts against another's total": (
        """
        a1 | 300 killed | by Red Cross | on 2025-01-13 | of Sudan
        a2 | 2,700 wounded | by Red Cross | on 2025-01-13 | of Sudan
        b1 | 3,800 killed or wounded | by Army | on 2025-01-10 | of Sudan
        """,
        ["a1 a2 b1"],
    ),
    "two shares of one thing in one page": (
        """
        a1 | about 1/3 killed or wounded | by American officials | of Sudan
        a2 | nearly 1/2 killed or wounded | by Army | of Sudan
        """,
        ["a1 a2"],
    ),
    "two speakers count one night's wave": (
        """
        a1 | 88 drone launched | by Air Force | flow | on 2024-11-10 | of Russia
        b1 | 145 drone launched | by Ministry of Defence | flow | on 2024-11-10 | of Russia
        """,
        ["a1 b1"],
    ),
    "a wider place has less": (
        """
        a1 | 900 killed | by Red Cross | on 2023-02-08 | in Istanbul
        b1 | 700 killed | by Police | on 2023-02-08 | in Turkey
        """,
        ["a1 b1"],
    ),
    "voices with one number make one side": (
        """
        a1 | 45,000 attended | by Police | on 2024-06-01 | in London
        b1 | 45,000 attended | by City Hall | on 2024-06-01 | in London
        c1 | 200,000 attended | by Stop the Cuts | on 2024-06-01 | in London
        """,
        ["a1 b1 c1"],
    ),
    "three numbers give two findings, not three": (
        """
        a1 | 20,000 attended | by Police | on 2024-06-01 | in London
        a2 | 60,000 attended | by City Hall | on 2024-06-01 | in London
        a3 | 200,000 attended | by Stop the Cuts | on 2024-06-01 | in London
        """,
        ["a1 a2", "a2 a3"],
    ),
    "an unattributed number of an earlier day": (
        """
        a1 | 11,000 deployed | by Ministry of Defence | on 2024-09-01 to 2024-11-30 | of Wagner
        b1 | about 12,000 deployed | on 2024-10-01 to 2024-10-31 | of Wagner
        """,
        ["a1 b1"],
    ),
}

QUIET = {
    "a toll grows from day to day": """
        a1 | 724 killed | by Reuters | on 2021-08-15 | in Haiti
        b1 | 1,297 killed | by BBC | on 2021-08-16 | in Haiti
        c1 | 1,941 killed | by AFP | on 2021-08-18 | in Haiti
        """,
    "a toll grows between two pages": """
        page a | Reuters | 2021-08-15
        page b | BBC | 2021-08-16
        a1 | 724 killed | in Haiti
        b1 | 1,297 killed | in Haiti
        """,
    "one origin corrects itself": """
        page a | Reuters | 2021-08-15
        page b | BBC | 2021-08-15
        a1 | 304 killed | by Civil Protection | in Haiti
        b1 | 724 killed | by Civil Protection | in Haiti
        """,
    "two hasty pages of one day, nobody named": """
        page a | Reuters | 2021-08-15
        page b | BBC | 2021-08-15
        a1 | 304 killed | in Haiti
        b1 | 724 killed | in Haiti
        """,
    "at least is no ceiling": """
        a1 | at least 300 killed | by Police | on 2024-05-01 | in Lagos
        b1 | 412 killed | by Red Cross | on 2024-05-01 | in Lagos
        """,
    "up to is no floor": """
        a1 | up to 6,000 deployed | by Army | on 2024-05-01 | of Chad
        b1 | 4,000 deployed | by United Nations | on 2024-05-01 | of Chad
        """,
    "rounded and exact": """
        a1 | about 1,300 killed | by Police | on 2021-08-16 | in Haiti
        b1 | 1,297 killed | by Civil Protection | on 2021-08-16 | in Haiti
        c1 | nearly 1,300 killed | by Red Cross | on 2021-08-16 | in Haiti
        """,
    "inside a range": """
        a1 | 1,000-3,000 deployed | by Army | on 2024-05-01 | of Chad
        b1 | 1,500 deployed | by Police | on 2024-05-01 | of Chad
        """,
    "a part of the place": """
        a1 | 250 killed | by Police | on 2023-02-08 | in Istanbul
        b1 | 8,574 killed | by Civil Protection | on 2023-02-08 | in Turkey
        """,
    "two places": """
        a1 | 2,662 killed | by Red Cross | on 2023-02-08 | in Syria
        b1 | 8,574 killed | by Civil Protection | on 2023-02-08 | in Turkey
        """,
    "two marches": """
        a1 | 300,000 attended | by Stop the Cuts | on 2023-11-11 | in London
        b1 | 45,000 attended | by Police | on 2024-01-13 | in London
        """,
    "two groups": """
        a1 | 12 killed | by Army | on 2024-05-01 | of Israel
        b1 | 35 killed | by Red Crescent | on 2024-05-01 | of Lebanon
        """,
    "two quakes eleven years apart": """
        a1 | 220,000 killed | by United Nations | on 2010-01-12 | in Haiti
        b1 | 2,248 killed | by Civil Protection | on 2021-09-06 | in Haiti
        """,
    "a part of the total": """
        a1 | 87 killed | by Police | on 2024-05-01 | in Lagos
        a2 | 12 killed | by Red Cross | part a1 | on 2024-05-01 | in Lagos
        """,
    "killed is not killed or wounded": """
        a1 | 40 killed | by Police | on 2024-05-01 | in Lagos
        b1 | 300 killed or wounded | by Red Cross | on 2024-05-01 | in Lagos
        """,
    "planned is not reported": """
        a1 | 10,000 deployed | by Army | planned | on 2024-12-01 | of Chad
        b1 | 3,000 deployed | by Police | on 2024-12-01 | of Chad
        """,
    "projected is not reported": """
        a1 | 100,000 killed | by USGS | projected | on 2021-08-14 | in Haiti
        b1 | 304 killed | by Civil Protection | on 2021-08-14 | in Haiti
        """,
    "two waves": """
        a1 | 1,500 deployed | by Army | flow | on 2025-01-01 to 2025-01-31 | of Chad
        b1 | 3,500 deployed | by Police | flow | on 2025-02-23 to 2025-03-05 | of Chad
        """,
    "undated waves": """
        a1 | 1,500 deployed | by Army | flow | of Chad
        a2 | 3,500 deployed | by Police | flow | of Chad
        """,
    "levels of different months": """
        a1 | 63,000 displaced | by Army | level | on 2024-01-05 | in Chad
        b1 | 21,000 displaced | by Red Cross | level | on 2024-03-05 | in Chad
        """,
    "days are not known": """
        a1 | 63,000 deployed | by Army | of Chad
        b1 | 21,000 deployed | by Red Cross | of Chad
        """,
    "a stale number on a later page": """
        page b | Le Monde | 2021-08-16
        a1 | 724 killed | by Civil Protection | on 2021-08-15 | in Haiti
        b1 | 304 killed | in Haiti
        """,
    "the outlet's own number beside a speaker's": """
        a1 | 12 killed | in Lagos
        a2 | 15 killed | by Police | in Lagos
        """,
    "the outlet's own reckoning": """
        a1 | 14,000 deployed | by Ministry of Defence | of Chad
        a2 | 20,000-23,000 deployed | inferred | of Chad
        """,
    "pages with nothing in common": """
        page a | Reuters | 2024-05-01
        page b | AFP | 2024-05-01
        a1 | 12 killed | by Fire Brigade
        b1 | 40 killed | by Coast Guard
        """,
    "very different numbers, scope unknown": """
        a1 | 1,200 killed | by Army
        a2 | 40,000 killed | by Ministry of Health
        """,
    "an unnumbered claim": """
        a1 | vague killed | by Police | on 2024-05-01 | in Lagos
        b1 | 12 killed | by Red Cross | on 2024-05-01 | in Lagos
        """,
    "a part told of the larger one is left out of the smaller": """
        a1 | 14,000 deployed | by Army | on 2024-05-01 | of Chad
        a2 | 3,000 deployed | by Army | on 2024-05-01 | of Chad | part a1
        b1 | 11,000 deployed | by Red Cross | on 2024-05-01 | of Chad
        """,
    "a trifling difference": """
        a1 | 8,574 killed | by Police | on 2023-02-08 | in Turkey
        b1 | 8,580 killed | by Red Cross | on 2023-02-08 | in Turkey
        """,
    "half and 52 %": """
        a1 | 1/2 vaccinated | by Ministry of Health | of Chad
        a2 | 52 % vaccinated | by UNICEF | of Chad
        """,
    "events nobody has a name for": """
        a1 | 12 other | by Police | on 2024-05-01 | in Lagos
        b1 | 40 other | by Red Cross | on 2024-05-01 | in Lagos
        """,
    "rates": """
        a1 | 92 a day killed | by Police | on 2024-05-01 | of Chad
        b1 | 40 a day killed | by Red Cross | on 2024-05-01 | of Chad
        """,
}


@pytest.mark.parametrize("row", CLASH)
def test_a_conflict_is_found_once(found, row):
    book, expected = CLASH[row]
    assert found(book, "conflict") == expected


@pytest.mark.parametrize("row", QUIET)
def test_what_looks_like_a_conflict_is_none(found, row):
    assert found(QUIET[row], "conflict") == []


def test_the_sentence_names_both_sides_and_the_sum_shows_the_gap(picture_of):
    book, _ = CLASH["two named speakers in one page"]
    (finding,) = [finding for finding in picture_of(book).findings if finding.kind == "conflict"]
    assert "45,000 (Police" in finding.text
    assert "200,000 (Stop the Cuts" in finding.text
    assert finding.arithmetic == "200,000 − 45,000 = 155,000"


def test_nobody_is_blamed(picture_of):
    book, _ = CLASH["three numbers give two findings, not three"]
    words = " ".join(finding.text.lower() for finding in picture_of(book).findings)
    assert not any(word in words for word in ("wrong", "false", "lie", "fault", "mistake", "error"))
