"""The stages joined: what each is given, and what comes out at the end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallybook.errors import DataFileError, UnreadableInput
from tallybook.model import ARTICLE_KINDS, Document
from tallybook.pipeline import Extracted, extract_claims, gather, language_of, read_pages, reconcile_claims
from tallybook.quantity import has_quantity
from tallybook.read import read_page
from tallybook.settings import Settings

BASE = Settings(pack="base")
FLOOD = """Flood in Tarnow valley kills 14

By Ada Quill
May 4, 2025

At least 14 people were killed when the river Osk burst its banks on Saturday, the interior ministry said.

About 2,300 people were evacuated from the villages below the dam, according to the fire service.
"""
FLUT = """Mindestens 14 Tote bei Hochwasser im Tal

Bei dem Hochwasser im Tal sind nach Angaben der Polizei mindestens 14 Menschen ums Leben gekommen.

Rund 2300 Menschen wurden aus den Dörfern unterhalb der Talsperre in Sicherheit gebracht, zwölf werden vermisst.
"""


@pytest.fixture(scope="module")
def page() -> Callable[..., Document]:
    def made(text: str, path: str = "page.txt", settings: Settings = BASE) -> Document:
        return read_page(text.encode(), path=path, settings=settings)

    return made


def found(document: Document, settings: Settings = BASE) -> list[tuple[str, str]]:
    text = document.text
    return [(c.span.of(text), c.event) for c in extract_claims(document, settings=settings).claims]


def test_a_page_gives_its_claims(page):
    assert {("At least 14", "killed"), ("About 2,300", "evacuated")} <= set(found(page(FLOOD)))


@pytest.mark.parametrize("pack", ["base", "big"])
def test_both_packs(page, pack):
    assert ("At least 14", "killed") in found(page(FLOOD), Settings(pack=pack))


def test_an_unknown_pack_is_an_error(page):
    with pytest.raises(DataFileError, match="huge"):
        extract_claims(page(FLOOD), settings=Settings(pack="huge"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "setting", "language"), [(FLOOD, None, "en"), (FLUT, None, "de"), (FLOOD, "de", "de"), (FLUT, "en", "en")]
)
def test_settings_say_the_language_before_the_page(page, text, setting, language):
    assert language_of(page(text), Settings(language=setting)) == language


def test_a_page_that_tells_no_language_is_taken_for_english(page):
    document = page(FLOOD)
    assert language_of(Document(id="x", text="", content_hash="x", blocks=()), BASE) == "en"
    assert language_of(document, BASE) == document.language


def test_digits_of_an_unsupported_language_are_refused_with_the_reason(page):
    document = page(FLUT)
    extraction = extract_claims(document, settings=BASE)
    assert (extraction.claims, extraction.denials) == ((), ())
    refused = [refusal.span.of(document.text) for refusal in extraction.refusals]
    assert [words for words in refused if "2300" in words]
    assert sum("14" in words for words in refused) == 2
    assert not [words for words in refused if not any(map(str.isdigit, words))]
    assert {refusal.reason for refusal in extraction.refusals} == {"language 'de' is not supported"}


def test_furniture_of_an_unsupported_language_is_not_read(page):
    document = page(FLUT + "\nMehr zum Thema\n\n731 Partner\n\n© 2025 Zeitung\n")
    kinds = {
        block.kind
        for refusal in extract_claims(document, settings=BASE).refusals
        for block in document.blocks
        if block.span.touches(refusal.span)
    }
    assert kinds <= ARTICLE_KINDS


def test_a_speaker_is_known_though_his_sentence_has_no_number(page):
    """Sentences around a number are parsed too: who "he" is stands in one of them."""
    document = page(
        "The head of the fire service, Jon Hale, spoke to reporters on Sunday. It was a hard night for the valley.\n\n"
        "He said that 14 people had been killed.\n"
    )
    (claim,) = extract_claims(document, settings=BASE).claims
    assert claim.attribution.origin == "Jon Hale"


def test_a_page_without_numbers_is_not_parsed(page, monkeypatch):
    """The gate spares the parser what cannot matter."""
    from tallybook import extraction

    class NoParser:
        def pipe(self, texts, batch_size):
            assert list(texts) == []
            return iter(())

    monkeypatch.setattr(extraction, "load_pipeline", lambda *_: NoParser())
    text = "The minister spoke to reporters. He said that nothing had happened in the valley on that night.\n"
    assert not has_quantity(text)
    assert extract_claims(page(text), settings=BASE).claims == ()


def test_one_broken_page_among_others(tmp_path):
    (tmp_path / "a.txt").write_text(FLOOD)
    (tmp_path / "b.txt").write_text("")
    (tmp_path / "c.txt").write_text(FLOOD.replace("14", "15"))
    read = list(read_pages([tmp_path, tmp_path / "none"]))
    assert [type(item) for item in read] == [Document, UnreadableInput, Document, UnreadableInput]


def test_evidence_takes_a_text_once(page):
    first, again, other = page(FLOOD, "a.txt"), page(FLOOD, "b.txt"), page(FLOOD.replace("14", "15"), "c.txt")
    extracted = [Extracted(document, extract_claims(document, settings=BASE)) for document in (first, other, again)]
    evidence = gather(extracted)
    assert [document.id for document in evidence.documents] == [first.id, other.id]
    assert len({claim.id for claim in evidence.claims}) == len(evidence.claims)
    assert evidence == gather(iter(extracted))


def test_all_of_every_page_is_gathered(page):
    extracted = [Extracted(d, extract_claims(d, settings=BASE)) for d in (page(FLOOD), page(FLUT, "b.txt"))]
    evidence = gather(extracted)
    assert evidence.claims == extracted[0].extraction.claims
    assert evidence.refusals == extracted[0].extraction.refusals + extracted[1].extraction.refusals


def test_no_pages_no_evidence():
    evidence = gather([])
    assert (evidence.documents, evidence.claims, evidence.denials, evidence.refusals) == ((), (), (), ())


def test_the_order_of_pages_changes_no_series_and_no_estimate(page):
    texts = [FLOOD, FLOOD.replace("14", "19").replace("May 4", "May 6"), FLOOD.replace("2,300", "2,800")]
    extracted = [
        Extracted(d, extract_claims(d, settings=BASE)) for d in (page(t, f"{n}.txt") for n, t in enumerate(texts))
    ]
    forth, back = (reconcile_claims(gather(pages)) for pages in (extracted, extracted[::-1]))
    assert {series.id for series in forth.series} == {series.id for series in back.series}
    assert {(e.series, e.at, e.low, e.best, e.high, e.independent) for e in forth.estimates} == {
        (e.series, e.at, e.low, e.best, e.high, e.independent) for e in back.estimates
    }
    assert {finding.id for finding in forth.findings} == {finding.id for finding in back.findings}


OPENING = "The minister spoke to reporters in the valley on Sunday and said that the rescue would go on.\n\n"
NUMBERS = ["300", "3,000", "About", "at least", "five", "40 %", "$5 million", "each", "of them", "No", "and", "(", ")"]
WORDS = [
    "people",
    "were",
    "killed",
    "the army",
    "said",
    "He",
    "who",
    "Monday",
    "in Kyiv",
    ".",
    ",",
    "“",
    "”",
    "—",
    "\n\n",
]


@settings(max_examples=60, deadline=None)
@given(words=st.lists(st.sampled_from([*NUMBERS, *WORDS]), max_size=30))
def test_no_page_breaks_the_pipeline(page, words):
    """Whatever the words, a page gives an extraction whose spans stand in it."""
    document = page(OPENING + " ".join(words))
    extraction = extract_claims(document, settings=BASE)
    assert all(claim.sentence.covers(claim.span) for claim in extraction.claims)
    assert len({claim.id for claim in extraction.claims}) == len(extraction.claims)
    ids = {claim.id for claim in extraction.claims}
    assert {claim.part_of for claim in extraction.claims} | {claim.each_of for claim in extraction.claims} <= ids | {
        None
    }
    reconcile_claims(gather([Extracted(document, extraction)]))
