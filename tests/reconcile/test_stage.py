"""The stage as a whole: small books of several topics, and what must hold for any book."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tallybook.model import Evidence
from tallybook.reconcile import reconcile_claims

BOOKS = {
    "a quake over three days": (
        """
        page a | Reuters | 2023-02-06 | Earthquake kills hundreds in Turkey and Syria
        page b | BBC | 2023-02-07 | Turkey and Syria earthquake: thousands dead
        page c | Al Jazeera | 2023-02-08 | Death toll from quake in Turkey, Syria rises
        a1 | more than 1,700 killed | title
        a2 | at least 1,014 killed | by Recep Tayyip Erdogan | in Turkey
        a3 | 783 killed | by Ministry of Health (Syria) | in Syria
        a4 | 5,383 wounded | by Recep Tayyip Erdogan | in Turkey
        a5 | 2,818 home destroyed | in Turkey
        a6 | 17,000 killed | on 1999-08-17 | in Turkey
        b1 | more than 5,000 killed | title
        b2 | 3,419 killed | by Fuat Oktay | in Turkey
        b3 | 20,534 wounded | by Fuat Oktay | in Turkey
        b4 | 1,602 killed | in Syria
        b5 | 8,000 rescued | by Fuat Oktay | in Turkey
        b6 | 24,400 deployed | by Civil Protection | level | in Turkey
        c1 | 8,574 killed | by Recep Tayyip Erdogan | in Turkey
        c2 | 1,262 killed | by Ministry of Health (Syria) | in Syria
        c4 | 11,236 killed
        """,
        [("growth", "a3 b4"), ("growth", "a4 b3"), ("growth", "b2 c1")],
    ),
    "a march": (
        """
        page a | BBC | 2024-01-13 | Thousands march in London
        page b | The Guardian | 2024-01-13 | March in London
        a1 | vague attended | title
        a2 | 100,000 attended | by Metropolitan Police | in London
        a3 | 500,000 attended | by Palestine Solidarity Campaign | in London
        a4 | 1,700 deployed | by Metropolitan Police | level | in London
        a5 | 9 detained | by Metropolitan Police | in London
        b1 | 9 detained | in London
        b2 | 300,000 attended | by Palestine Solidarity Campaign | on 2023-11-11 | in London
        """,
        [("conflict", "a2 a3")],
    ),
    "an epidemic": (
        """
        page a | WHO | 2024-03-01 | Cholera in Sudan
        page b | Reuters | 2024-03-15 | Cholera in Sudan spreads
        a1 | 10,700 infected | by Ministry of Health (Sudan) | in Sudan
        a2 | 292 killed | by Ministry of Health (Sudan) | in Sudan
        a3 | 2.7 % killed | by World Health Organization | in Sudan
        a4 | 400 a week infected | by World Health Organization | in Sudan
        b1 | more than 11,000 infected | in Sudan
        b2 | 316 killed | by Ministry of Health (Sudan) | in Sudan
        b3 | 5,400 infected | by Ministry of Health (Sudan) | in Kassala
        """,
        [("share", "a2 a3")],
    ),
    "a strike, told by both sides": (
        """
        page a | AP | 2024-08-10 | Strike on school kills dozens
        page b | CNN | 2024-08-11 | Strike on school
        a1 | vague killed | title | in Gaza City
        a2 | at least 80 killed | by Ministry of Health (Gaza) | in Gaza City
        a3 | nearly 50 wounded | by Ministry of Health (Gaza) | in Gaza City
        a4 | 39,790 killed | by Ministry of Health (Gaza) | on 2023-10-07 to 2024-08-10 | in Gaza Strip
        a5 | about 1,200 killed | on 2023-10-07 | in Israel
        a6 | 19 killed | by Israeli military | in Gaza City
        a7 | 11 killed | by Ministry of Health (Gaza) | part a2 | in Gaza City
        b1 | 93 killed | by Civil Defence (Gaza) | in Gaza City
        b2 | 6,000 displaced | level | in Gaza City
        """,
        [("conflict", "a2 a6")],
    ),
    "a flood": (
        """
        page a | EFE | 2024-10-31 | Floods in Spain
        page b | Reuters | 2024-11-01 | Spain searches for survivors
        a1 | at least 95 killed | by Civil Protection | in Spain
        a2 | 92 killed | by Civil Protection | part a1 | in Valencia
        a3 | 1,200 deployed | by Ministry of Defence | level | in Valencia
        a4 | 70 rescued | by Civil Protection | in Valencia
        b1 | 205 killed | by Civil Protection | in Spain
        b2 | 202 killed | by Civil Protection | part b1 | in Valencia
        b3 | 1,900 missing | by El Diario | in Valencia
        b4 | 115,000 household affected | in Valencia
        """,
        [],
    ),
    "a sinking": (
        """
        page a | Reuters | 2023-06-14 | Migrant boat sinks off Greece
        a1 | at least 79 killed | title
        a2 | 79 killed | by Coast Guard | in Greece
        a3 | 104 rescued | by Coast Guard | in Greece
        a4 | up to 750 aboard | by Alarm Phone | in Greece
        a5 | about 400 aboard | by International Organization for Migration | in Greece
        """,
        [("same statement", "a1 a2")],
    ),
    "a night of drones": (
        """
        page a | Ukrinform | 2024-11-10 | Ukraine shoots down drones
        a1 | 145 drone launched | by Air Force (Ukraine) | flow | of Russia
        a2 | 62 drone shot down | by Air Force (Ukraine) | flow | part a1 | of Russia
        a3 | 67 drone other | by Air Force (Ukraine) | flow | part a1 | of Russia
        a4 | 84 drone shot down | by Ministry of Defence (Russia) | flow | of Ukraine
        """,
        [],
    ),
}


@pytest.mark.parametrize("row", BOOKS)
def test_a_book_gives_these_findings_and_no_others(picture_of, row):
    book, expected = BOOKS[row]
    found = [(finding.kind, " ".join(sorted(finding.claims))) for finding in picture_of(book).findings]
    assert sorted(found) == expected


def test_nothing_in_gives_nothing_out(registry):
    picture = reconcile_claims(Evidence(documents=(), claims=()), policy="range", registry=registry)
    assert (picture.series, picture.statements, picture.estimates, picture.findings) == ((), (), (), ())


NUMBERS = st.sampled_from(
    ["12", "about 300", "304", "more than 300", "1,000-3,000", "vague", "1/3", "92 a day", "up to 90"]
)
EVENTS = st.sampled_from(["killed", "wounded", "killed or wounded", "deployed", "in training", "attended", "other"])
WHO = [
    "by Police",
    "by Army",
    "by officials",
    "via Reuters",
    "of Chad",
    "of Sudan",
    "title",
    "same sentence",
    "part a1",
]
WHERE = ["in Turkey", "in Istanbul", "in Syria", "on 2023-02-06", "on 2024-01-01 to 2024-03-01"]
HOW = ["flow", "level", "planned", "projected", "inferred"]
FIELDS = st.lists(st.sampled_from([*WHO, *WHERE, *HOW]), max_size=5, unique_by=lambda field: field.split()[0])
CLAIMS = st.lists(st.tuples(st.sampled_from("ab"), NUMBERS, EVENTS, FIELDS), min_size=1, max_size=9)


def _book(rows):
    lines = [
        " | ".join([f"{page}{n}", f"{number} {event}", *fields])
        for n, (page, number, event, fields) in enumerate(rows, 1)
    ]
    return "\n".join(["page a | Reuters | 2024-02-01 | Title of the first page", *lines])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CLAIMS)
def test_what_holds_for_any_book(picture_of, rows):
    picture = picture_of(_book(rows))
    ids = {f"{page}{n}" for n, (page, *_) in enumerate(rows, 1)}
    assert sorted(claim for series in picture.series for claim in series.claims) == sorted(ids)
    assert sorted(claim for statement in picture.statements for claim in statement.claims) == sorted(ids)
    assert len({series.id for series in picture.series}) == len(picture.series)
    assert len({finding.id for finding in picture.findings}) == len(picture.findings)
    for estimate in picture.estimates:
        assert estimate.low is None or estimate.high is None or estimate.low <= estimate.high
        assert bool(estimate.claims) <= estimate.independent <= len(estimate.claims)
    for finding in picture.findings:
        assert set(finding.claims) <= ids
        assert finding.text.endswith(".")
        assert "None" not in finding.text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CLAIMS)
def test_the_same_book_gives_the_same_picture(picture_of, rows):
    assert picture_of(_book(rows)) == picture_of(_book(rows))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(BOOKS)), st.sampled_from(["range", "posterior"]), st.randoms(use_true_random=False))
def test_the_order_of_pages_and_claims_changes_nothing(evidence, registry, row, policy, chance):
    told = evidence(BOOKS[row][0])

    def shuffled(things):
        return tuple(chance.sample(things, len(things)))

    other = replace(
        told,
        documents=shuffled(told.documents),
        claims=shuffled(told.claims),
        denials=shuffled(told.denials),
    )
    pictures = [reconcile_claims(one, policy=policy, registry=registry) for one in (told, other)]
    assert pictures[0] == pictures[1]


def test_a_large_book_takes_milliseconds_for_each_series(picture_of, evidence, registry):
    lines = [
        f"d{number} | {300 + number} killed | by Speaker {number % 40} | on 2024-0{1 + number % 9}-11 | of {land}"
        for number in range(60)
        for land in ("Chad", "Sudan", "Nigeria", "Ghana", "Mali")
    ]
    lines = [
        line.replace("d", f"d{index}x", 1).replace(f"x{line.split()[0][1:]}", "x1", 1)
        for index, line in enumerate(lines)
    ]
    book = evidence("\n".join(lines))
    reconcile_claims(book, policy="range", registry=registry)
    started = time.process_time()
    picture = reconcile_claims(book, policy="range", registry=registry)
    assert len(picture.series) == 5
    assert time.process_time() - started < 1.0
