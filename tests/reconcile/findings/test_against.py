"""Denials, plans, slips and dates: what is told, and what only looks alike."""

from __future__ import annotations

import pytest

DENIAL = {
    "the reports of a page": (
        """
        deny a | denial | by North Korea
        a1 | 3,000 deployed | by Ministry of Defence | of Wagner
        a2 | 18 detained | by Police | of Wagner
        """,
        ["a1"],
    ),
    "an evasive answer beside it is one finding": (
        """
        deny a | denial | by North Korea
        deny a | evasion | by Kremlin
        a1 | 3,000 deployed | by Ministry of Defence | of Wagner
        """,
        ["a1"],
    ),
    "what is denied is named": (
        """
        deny a | denial | by Army | of killed
        a1 | 3,000 deployed | by Reuters | of Chad
        a2 | 40 killed | by Red Cross | in Chad
        """,
        ["a2"],
    ),
    "only what measures the same": (
        """
        deny a | denial | by Israeli military | of killed
        a1 | 80 killed | by Red Crescent | in Lebanon
        a2 | 1,200 killed | by Police | in Israel
        """,
        ["a1"],
    ),
    "no casualties, says somebody": (
        """
        deny a | zero | by Army | of killed or wounded
        a1 | 40 killed | by Red Cross | in Chad
        """,
        ["a1"],
    ),
}

NO_DENIAL = {
    "nothing to deny": "deny a | denial | by North Korea",
    "another page": """
        deny a | denial | by North Korea
        b1 | 3,000 deployed | by Ministry of Defence | of Wagner
        """,
    "their own number": """
        deny a | denial | by Israel | of killed
        a1 | 3 killed | by Israeli officials | in Lebanon
        """,
    "another event": """
        deny a | denial | by Army | of captured
        a1 | 40 killed | by Red Cross | in Chad
        """,
    "no casualties in some other place, nobody named": """
        deny a | zero | of killed
        a1 | 40 killed | by Red Cross | in Chad
        """,
    "only a plan": """
        deny a | denial | by North Korea
        a1 | 3,000 deployed | planned | by Ministry of Defence | of Wagner
        """,
}

SLIP = {
    "killed in one, killed or wounded in another": (
        """
        a1 | 4,000 killed | by Army | of Sudan
        b1 | about 4,000 killed or wounded | by Red Cross | of Sudan
        c1 | 2,700 wounded | by Red Cross | of Sudan
        """,
        ["a1 b1"],
    ),
    "missing, and killed or missing": (
        """
        a1 | 200 missing | in Spain
        b1 | 200 killed or missing | in Spain
        c1 | 130 killed | in Spain
        """,
        ["a1 b1"],
    ),
}

NO_SLIP = {
    "nobody is said to be wounded": """
        a1 | 12 killed | by Army | of Sudan
        b1 | 12 killed or wounded | by Red Cross | of Sudan
        """,
    "another number": """
        a1 | 3,900 killed | by Army | of Sudan
        b1 | 4,000 killed or wounded | by Red Cross | of Sudan
        c1 | 2,700 wounded | by Red Cross | of Sudan
        """,
    "another group": """
        a1 | 4,000 killed | by Army | of Chad
        b1 | 4,000 killed or wounded | by Red Cross | of Sudan
        c1 | 2,700 wounded | by Red Cross | of Sudan
        """,
    "projected": """
        a1 | 4,000 killed | by Army | of Sudan
        b1 | 4,000 killed or wounded | by Red Cross | projected | of Sudan
        c1 | 2,700 wounded | by Red Cross | of Sudan
        """,
    "years apart": """
        a1 | 4,000 killed | by Army | on 2014-05-01 | of Sudan
        b1 | 4,000 killed or wounded | by Red Cross | on 2023-05-01 | of Sudan
        c1 | 2,700 wounded | by Red Cross | of Sudan
        """,
    "killed and captured": """
        a1 | 400 killed | by Army | of Sudan
        b1 | 400 captured | by Army | of Sudan
        """,
}

PLAN = {
    "reached": (
        """
        page a | Reuters | 2024-10-23
        a1 | about 10,000 deployed | by Ministry of Defence | planned | on 2024-12-01 to 2024-12-31 | of Wagner
        b1 | 11,000 deployed | by Police | on 2024-11-30 | of Wagner
        """,
        ["a1 b1"],
        "reached",
    ),
    "not reached": (
        """
        page a | Reuters | 2024-10-23
        a1 | 10,000 deployed | by Ministry of Defence | planned | on 2024-12-31 | of Wagner
        b1 | 4,000 deployed | by Police | on 2025-01-15 | of Wagner
        """,
        ["a1 b1"],
        "not reached",
    ),
    "open": ("a1 | 12,000 infected | by WHO | projected | on 2025-04-20 | in Chad", ["a1"], "open"),
    "on a condition": (
        """
        page a | Reuters | 2024-10-23
        a1 | 12,000 infected | by WHO | projected | if | on 2025-04-20 | in Chad
        b1 | 4,000 infected | by WHO | on 2025-05-15 | in Chad
        """,
        ["a1 b1"],
        "on a condition: unsettled",
    ),
    "two who tell one plan": (
        """
        a1 | 10,000 evacuated | by Red Cross | planned | in Chad
        b1 | 10,000 evacuated | by Army | planned | in Chad
        """,
        ["a1 b1"],
        "open",
    ),
    "earlier numbers are no outcome": (
        """
        page a | Reuters | 2024-10-23
        a1 | 10,000 deployed | by Ministry of Defence | planned | on 2024-12-31 | of Wagner
        b1 | 11,000 deployed | by Police | on 2024-08-15 | of Wagner
        """,
        ["a1"],
        "open",
    ),
}

NO_PLAN = {
    "reported only": "a1 | 10,000 deployed | by Army | of Chad",
    "thousands, unnumbered": "a1 | vague deployed | by Army | expected | flow | of Chad",
    "a share": "a1 | 40 % infected | by WHO | projected | in Chad",
}

DATE = {
    "a clock only": ("page a | Reuters | <2026-01-18\na1 | 12 killed | in Lagos", ["a1"], "clock"),
    "no year": ("page a | Reuters | --02-27\na1 | 12 killed | in Lagos", ["a1"], "27 February, no year"),
    "nothing": ("a1 | 12 killed | in Lagos", ["a1"], "No date of publication"),
}

NO_DATE = {
    "a full date": "page a | Reuters | 2024-05-01\na1 | 12 killed | in Lagos",
    "every number has its own day": "a1 | 12 killed | in Lagos | on 2024-05-01",
    "a page without numbers": "page a | Reuters | --02-27",
}


def _rows(kind, told, quiet):
    for row, (book, expected, *words) in told.items():
        yield pytest.param(kind, book, expected, words, id=f"{kind}: {row}")
    yield from (pytest.param(kind, book, [], [], id=f"no {kind}: {row}") for row, book in quiet.items())


@pytest.mark.parametrize(
    ("kind", "book", "expected", "words"),
    [
        *_rows("denial", DENIAL, NO_DENIAL),
        *_rows("category slip", SLIP, NO_SLIP),
        *_rows("plan and outcome", PLAN, NO_PLAN),
        *_rows("date", DATE, NO_DATE),
    ],
)
def test_against(found, picture_of, kind, book, expected, words):
    assert found(book, kind) == expected
    text = " ".join(finding.text for finding in picture_of(book).findings if finding.kind == kind)
    assert all(word in text for word in words)


def test_an_evasive_answer_is_called_one(picture_of):
    book, _ = DENIAL["an evasive answer beside it is one finding"]
    (finding,) = [finding for finding in picture_of(book).findings if finding.kind == "denial"]
    said = "North Korea denies it and Kremlin answers evasively, which is no denial"
    assert finding.text == f"Against 1 claim (deployed) of one document: {said}."
    assert len(finding.denials) == 2


def test_several_who_deny_it_share_one_verb(picture_of):
    book = "deny a | denial | by Kremlin\ndeny a | denial | by Belarus\na1 | 3,000 deployed | by Army | of Wagner"
    (finding,) = [finding for finding in picture_of(book).findings if finding.kind == "denial"]
    assert finding.text == "Against 1 claim (deployed) of one document: Kremlin and Belarus deny it."


def test_who_denies_it_is_not_told_to_evade_too(picture_of):
    book = "deny a | denial | by Kremlin\ndeny a | evasion | by Kremlin\na1 | 3,000 deployed | by Army | of Wagner"
    (finding,) = [finding for finding in picture_of(book).findings if finding.kind == "denial"]
    assert finding.text == "Against 1 claim (deployed) of one document: Kremlin denies it."


def test_a_slipped_number_is_not_told_as_a_conflict_too(found):
    book = """
        a1 | 4,000 killed | by Army | of Sudan
        a2 | 300 killed | by Red Cross | of Sudan
        a3 | 2,700 wounded | by Red Cross | of Sudan
        b1 | 4,000 killed or wounded | by Army | of Sudan
        """
    assert found(book, "category slip") == ["a1 b1"]
    assert found(book, "conflict") == []
