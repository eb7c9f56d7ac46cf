"""Numbers that one side of a war alone stands behind."""

from __future__ import annotations

import pytest

WAR = "z1 | 12 captured | by United Nations | on 2024-05-01 | of Russia\n"


@pytest.mark.parametrize(
    ("book", "side"),
    [
        ("a1 | 300 killed | by Ministry of Defence (Ukraine) | of Russia", "Ukraine"),
        ("a1 | 300 killed | by Ministry of Defence (Russia) | of Russia", "Russia"),
        (
            "a1 | 300 killed | by Ministry of Defence (Ukraine) | of Russia\n"
            "b1 | 310 killed | by Volodymyr Zelensky | of Russia",
            "Ukraine",
        ),
        ("a1 | 300 killed | by Ministry of Defence (Ukraine) | of Russia\nb1 | 300 killed | of Russia", "Ukraine"),
        (
            "a1 | 300 killed | by Ministry of Defence (Ukraine) | of Russia\nb1 | 28 killed | by officials | of Russia",
            "Ukraine",
        ),
        (
            "a1 | 300 killed | by Ministry of Defence (Ukraine) | of Russia\n"
            "b1 | 90 killed | by Ministry of Defence (Russia) | of Russia",
            None,
        ),
        (
            "a1 | 300 killed | by Ministry of Defence (Ukraine) | of Russia\n"
            "b1 | 250 killed | by United Nations | of Russia",
            None,
        ),
        (
            "a1 | 300 killed | by Ministry of Defence (Ukraine) | of Russia | in Kharkiv\n"
            "b1 | 310 killed | by Police | of Russia | in Kharkiv",
            "Ukraine",
        ),
        (
            "a1 | 300 killed | by Ministry of Defence (Ukraine) | of Russia\nb1 | 310 killed | by Police | of Russia",
            "Ukraine",
        ),
        (
            "a1 | 300 killed | by Ministry of Defence (Ukraine) | of Russia | in Kursk\n"
            "b1 | 90 killed | by Ministry of Health | of Russia | in Kursk",
            None,
        ),
        (
            "a1 | 300 killed | by Ministry of Defence (Ukraine) | of Russia\nb1 | 310 killed | by Ann Onym | of Russia",
            "Ukraine",
        ),
        (
            "a1 | 300 killed | by Ministry of Defence (Ukraine) | of Russia\nb1 | 310 killed | by Oxfam | of Russia",
            None,
        ),
        ("page a | KCNA\na1 | 300 killed | of Ukraine", "North Korea"),
        ("page a | Al-Manar\na1 | 300 killed | of Israel", "Hezbollah"),
        (
            "page a | Ukrinform\na1 | 300 killed | of Russia\nb1 | 310 killed | by Volodymyr Zelensky | of Russia",
            "Ukraine",
        ),
        (
            "page a | TASS\na1 | 90 killed | of Russia\nb1 | 300 killed | by Ministry of Defence (Ukraine) | of Russia",
            None,
        ),
        (
            "page a | Reuters\na1 | 300 killed | of Russia\nb1 | 310 killed | by Volodymyr Zelensky | of Russia",
            "Ukraine",
        ),
        ("a1 | 300 killed | of Russia", None),
        ("a1 | 300 rescued | by Ministry of Defence (Ukraine) | of Russia", None),
        ("a1 | 300 attended | by Ministry of Interior (Ukraine) | in Kyiv", None),
    ],
)
def test_who_alone_claims_a_number_of_a_war(picture_of, book, side):
    picture = picture_of(WAR + book, "majority")
    series = next(series for series in picture.series if "a1" in series.claims)
    last = [estimate for estimate in picture.estimates if estimate.series == series.id][-1]
    assert last.claimed_by == side
    assert side is None or last.best is None


@pytest.mark.parametrize(
    "peaceful",
    [
        "z1 | 3 captured | by Police",
        "z1 | 40 gun captured | by Police",
        "z1 | 23 satellite launched | by SpaceX",
        "z1 | 200 in training | level | of Turkey",
        "z1 | 300 returned to duty | by Police",
        "z1 | 3 exchanged | by Galatasaray",
    ],
)
def test_what_befalls_people_in_peace_too_makes_no_war(picture_of, peaceful):
    picture = picture_of(f"{peaceful}\na1 | 300 killed | by Ministry of Health (Turkey) | in Turkey", "majority")
    assert [estimate.claimed_by for estimate in picture.estimates if "a1" in estimate.claims] == [None]


@pytest.mark.parametrize("warlike", ["z1 | 12 missile launched | by Army", "z1 | 9 drone shot down | by Army"])
def test_weapons_make_a_war(picture_of, warlike):
    picture = picture_of(f"{warlike}\na1 | 300 killed | by Ministry of Health (Turkey) | in Turkey", "majority")
    assert [estimate.claimed_by for estimate in picture.estimates if "a1" in estimate.claims] == ["Turkey"]


@pytest.mark.parametrize(
    ("book", "statements", "voices"),
    [
        pytest.param(
            "a1 | 12 killed | by Ministry of Health (Haiti)\nb1 | 15 killed | by Haitian police", 2, 1, id="two organs"
        ),
        pytest.param(
            "a1 | 12 killed | by Ministry of Health (Haiti)\nb1 | 15 killed | by Ministry of Health (Turkey)",
            2,
            2,
            id="of two states",
        ),
        pytest.param("a1 | 12 killed | by Oxfam\nb1 | 15 killed | by Red Cross", 2, 2, id="outside any"),
        pytest.param(
            "a1 | 12 killed | by Ministry of Health (Haiti)\nb1 | 15 killed | by Police | in Haiti",
            2,
            1,
            id="police of the place",
        ),
        pytest.param(
            "a1 | 12 killed | by Ministry of Health (Haiti)\nb1 | 15 killed | by Police", 2, 2, id="police of nowhere"
        ),
        pytest.param(
            "page a | SANA\na1 | 12 killed | in Syria\nb1 | 15 killed | by Syrian army | in Syria",
            2,
            1,
            id="its agency",
        ),
        pytest.param("page a | Reuters\na1 | 12 killed\npage b | AFP\nb1 | 15 killed", 2, 2, id="two outlets"),
        pytest.param(
            "a1 | 12 killed | by Haitian volunteers\nb1 | 15 killed | by Haitian police", 2, 2, id="people of a country"
        ),
        pytest.param(
            "a1 | 12 killed | by Haitian Red Cross\nb1 | 15 killed | by Haitian police", 2, 2, id="an aid society"
        ),
        pytest.param(
            "a1 | 12 killed | by Haitian defence officials\nb1 | 15 killed | by Haitian police", 2, 1, id="officials"
        ),
        pytest.param(
            "a1 | 12 killed | by Haitian opposition officials\nb1 | 15 killed | by Haitian police",
            2,
            2,
            id="opposition",
        ),
        pytest.param("a1 | 12 killed | by Hamas\nb1 | 15 killed | by Qassam Brigades", 2, 1, id="an arm of a group"),
    ],
)
def test_organs_of_one_state_are_one_voice(picture_of, book, statements, voices):
    (*_, last) = picture_of(book).estimates
    assert (len(last.claims), last.independent) == (statements, voices)


def test_a_majority_counts_voices(picture_of):
    book = """
        a1 | 40 killed | by Ministry of Health (Haiti)
        b1 | 40 killed | by Haitian police
        c1 | 40 killed | by Civil Protection (Haiti)
        d1 | 12 killed | by Oxfam
        e1 | 12 killed | by United Nations
        """
    (*_, last) = picture_of(book, "majority").estimates
    assert (last.best, last.why) == (12, "2 of 3 independent voices say 12")


def test_a_statement_tells_its_side(picture_of):
    picture = picture_of("page a | SANA\na1 | 12 killed\na2 | 15 killed | by Oxfam\nb1 | 7 killed | by Syrian police")
    assert {statement.claims: statement.side for statement in picture.statements} == {
        ("a1",): "Syria",
        ("a2",): None,
        ("b1",): "Syria",
    }


def test_a_toll_of_no_war_is_a_best_value(picture_of):
    (estimate,) = picture_of("a1 | 300 killed | by Ministry of Health (Turkey) | in Turkey", "majority").estimates
    assert (estimate.best, estimate.claimed_by) == (300, None)
