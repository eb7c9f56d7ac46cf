"""What was worked out once is not worked out again, and whatever is another is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.web.conftest import SETTINGS

from tallybook import pipeline
from tallybook.cache import Cache
from tallybook.model import Evidence
from tallybook.web.standing import Standing
from tallybook.web.workings import Workings


@pytest.fixture
def asked(monkeypatch):
    """How often pages were looked at, and pictures worked out, since."""
    counts = {"keep_proven": 0, "reconcile_claims": 0}

    def counting(name):
        real = getattr(pipeline, name)

        def counted(*given, **more):
            counts[name] += 1
            return real(*given, **more)

        monkeypatch.setattr(pipeline, name, counted)

    for name in counts:
        counting(name)
    return lambda: tuple(counts.values())


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "book.db.cache", b"s" * 32)


def picture(evidence: Evidence, cache: Cache | None, **settings):
    workings = Workings(replace(SETTINGS, compare=True, **settings), cache)
    read = workings.prove(replace(evidence, copies=()))
    return read, workings.picture(Standing(read=read, run=1, decisions=())).picture


def test_a_second_server_finds_all_of_it(read_pages, cache, asked):
    first = picture(read_pages, cache)
    assert asked() == (2, 1)
    assert picture(read_pages, cache) == first and asked() == (2, 1)
    assert first[0].claims == read_pages.claims


def test_without_a_cache_it_is_worked_out_anew(read_pages, asked):
    assert picture(read_pages, None) == picture(read_pages, None)
    assert asked() == (4, 2)


def test_only_a_page_that_is_another_is_looked_at_again(read_pages, cache, asked):
    picture(read_pages, cache)
    last = read_pages.documents[-1]
    fewer = tuple(claim for claim in read_pages.claims if claim.document_id != last.id)
    picture(replace(read_pages, claims=fewer), cache)
    assert asked() == (3, 2)


def test_a_claim_that_its_words_do_not_prove_stays_out(read_pages, cache, asked):
    forged = replace(read_pages.claims[0], event="rescued")
    given = replace(read_pages, claims=(forged, *read_pages.claims[1:]))
    reads = [picture(given, cache)[0] for _ in range(2)]
    assert reads[0] == reads[1] and asked()[0] == 2
    assert forged.id not in {claim.id for claim in reads[0].claims}
    assert reads[0].refusals[-1].reason.startswith("not proven: event")


def test_other_choices_give_another_picture(read_pages, cache, tmp_path, asked):
    picture(read_pages, cache)
    picture(read_pages, cache, policy="range")
    assert asked() == (2, 2)
    for place, grade in enumerate(("A", "B")):
        registry = tmp_path / f"{place}.yaml"
        registry.write_text(f'assessments: [{{name: "Red Cross", grade: "{grade}"}}]')
        _, found = picture(read_pages, cache, registry=registry)
        assert [one.grade for one in found.assessed] == [grade]


def test_a_spoilt_cache_costs_time_alone(read_pages, cache, asked):
    first = picture(read_pages, cache)
    for path in cache.folder.iterdir():
        path.write_bytes(b"\0" * 100)
    assert picture(read_pages, cache) == first and asked() == (4, 2)
