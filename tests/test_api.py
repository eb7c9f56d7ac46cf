"""`import tallybook`: cheap, complete, and enough to go from pages to a report."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

import tallybook
from tallybook.errors import BookError, DataFileError, OutputError, TallybookError, UnreadableInput

PAGES = Path(__file__).parents[1] / "examples" / "march"
BASE = tallybook.Settings(pack="base")


@pytest.fixture(scope="module")
def pages() -> list[object]:
    return list(tallybook.read_pages([PAGES], settings=BASE))


@pytest.fixture(scope="module")
def evidence(pages) -> tallybook.Evidence:
    extracted = [tallybook.extract_claims(page, settings=BASE) for page in pages]
    return tallybook.Evidence(
        documents=tuple(pages),
        claims=tuple(claim for result in extracted for claim in result.claims),
        denials=tuple(denial for result in extracted for denial in result.denials),
        refusals=tuple(refusal for result in extracted for refusal in result.refusals),
    )


@pytest.mark.parametrize("name", tallybook.__all__)
def test_every_name_is_there_and_explains_itself(name):
    thing = getattr(tallybook, name)
    assert thing.__name__ == name
    assert thing.__doc__
    assert not thing.__doc__.startswith(f"{name}(")  # what a dataclass writes where nobody did


def test_a_star_import_gives_all_names():
    namespace: dict[str, object] = {}
    exec("from tallybook import *", namespace)
    assert set(tallybook.__all__) <= namespace.keys()


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="'nothing'"):
        _ = tallybook.nothing
    with pytest.raises(ImportError):
        exec("from tallybook import nothing")


def test_importing_loads_nothing():
    """Not even the standard library's heavier parts: what is loaded comes with the first name that is used."""
    program = (
        "import sys, tallybook; print(sorted(m for m in sys.modules if m.startswith('tallybook') or m == 'spacy'))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "['tallybook']"


def test_the_package_is_typed():
    assert (Path(tallybook.__file__).parent / "py.typed").exists()


def test_from_pages_to_a_report(evidence):
    picture = tallybook.reconcile_claims(evidence)
    assert picture.series
    assert picture.estimates
    html = tallybook.render_report(evidence, picture)
    assert html.startswith("<!doctype html>")
    assert html == tallybook.render_report(evidence, tallybook.reconcile_claims(evidence))


def test_from_pages_through_a_book_to_the_same_picture(evidence, tmp_path):
    with tallybook.Book.open(tmp_path / "book.db") as book:
        with book.transaction():
            book.record(
                evidence.documents, evidence.claims, evidence.denials, evidence.refusals, program_version="test"
            )
        kept = book.evidence()
    assert kept == evidence
    assert tallybook.reconcile_claims(kept) == tallybook.reconcile_claims(evidence)


@pytest.mark.parametrize("policy", ["range", "majority", "latest-official"])
def test_policies(evidence, policy):
    assert tallybook.reconcile_claims(evidence, settings=tallybook.Settings(policy=policy)).method.startswith(policy)


def test_no_evidence_gives_no_picture():
    picture = tallybook.reconcile_claims(tallybook.Evidence(documents=(), claims=()))
    assert (picture.series, picture.statements, picture.estimates, picture.findings) == ((), (), (), ())


def test_pages_are_read_one_by_one(tmp_path):
    """Nothing is read before it is asked for, so that thousands of pages need the memory of one."""
    late = tmp_path / "late.txt"
    reading = tallybook.read_pages([PAGES / "meridian-firm-counts.txt", late])
    assert next(reading).title
    late.write_text("At least 300 people were killed on Monday, the ministry said in a statement to reporters.\n")
    assert next(reading).path == str(late)


def test_a_page_that_cannot_be_read_is_yielded_in_its_place(pages):
    read = list(tallybook.read_pages([PAGES / "none.html", *sorted(PAGES.iterdir())], settings=BASE))
    assert isinstance(read[0], UnreadableInput)
    assert read[1:] == pages


def test_paths_may_be_words_or_paths(pages):
    assert list(tallybook.read_pages([str(PAGES)], settings=BASE)) == pages


def test_settings_are_frozen_and_named():
    with pytest.raises(AttributeError):
        BASE.pack = "big"
    with pytest.raises(TypeError):
        tallybook.Settings("base")


@pytest.mark.parametrize("error", [UnreadableInput, DataFileError, BookError, OutputError])
def test_one_tree_of_errors(error):
    told = error("it failed", where="page.html", why="a reason", hint="try again")
    assert isinstance(told, TallybookError)
    assert str(told) == "page.html: it failed (a reason)"
    assert (told.what, told.where, told.why, told.hint) == ("it failed", "page.html", "a reason", "try again")
    assert str(error("it failed")) == "it failed"


def test_every_home_holds_its_name():
    for name, home in tallybook._HOMES.items():
        assert hasattr(importlib.import_module(home), name)
    assert set(tallybook._HOMES) == set(tallybook.__all__)
