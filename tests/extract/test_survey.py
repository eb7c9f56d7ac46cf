"""Which sentences are parsed at once: those whose numbers can be claims, denials, and who tells of numbers before."""

from __future__ import annotations

import pytest
from benchmarks.cases import document_of

from tallybook.extract import read_claims, survey
from tallybook.lexicon import load_lexicon
from tallybook.model import Document, Sentence
from tallybook.parse import load_pipeline, parse_sentences, split_sentences
from tallybook.pipeline import extract_claims
from tallybook.registry import load_registry
from tallybook.settings import Settings


def surveyed(document: Document):
    lexicon = load_lexicon("en")
    return survey(document, split_sentences(document, lexicon), lexicon=lexicon, registry=load_registry())


def parsed_at_once(text: str) -> list[str]:
    return [sentence.text for sentence in surveyed(document_of({"id": "row", "text": text})).to_parse()]


TOLL = "A ferry sank off Masbate and 31 passengers drowned."


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        # Dates, times, ages and prices of the day need no parse.
        ("The mayor came on 3 May 2024.", []),
        ("The mayor, aged 61, spoke at 10:30.", []),
        ("The road is 12 kilometres long.", []),
        ("Nothing happened. Nobody came.", []),
        (TOLL, [TOLL]),
        # Who speaks is looked for only where a number needs it.
        (f"The mayor spoke of a tragedy. {TOLL}", [TOLL]),
        # Denials carry no number.
        (f"{TOLL} The owner denied it.", [TOLL, "The owner denied it."]),
        (f"{TOLL} There were no deaths ashore.", [TOLL, "There were no deaths ashore."]),
        # Sentences that tell who said the numbers before.
        (f"{TOLL} The figures come from the coast guard.", [TOLL, "The figures come from the coast guard."]),
        (f"{TOLL} The coast guard confirmed this.", [TOLL, "The coast guard confirmed this."]),
        (f"The coast guard confirmed this. {TOLL}", [TOLL]),
    ],
)
def test_what_is_parsed_at_once(text, parsed):
    assert parsed_at_once(text) == parsed


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Rosa Lim was on her way. Ana Ruiz said 31 passengers had drowned.", False),
        ("Rosa Lim said help was on its way. She said 31 passengers had drowned.", True),
    ],
)
def test_earlier_speakers_are_parsed_only_for_who_points_back_to_them(text, asked):
    pipeline = load_pipeline("en", "base")
    found = surveyed(document_of({"id": "row", "text": text}))
    later: list[Sentence] = []

    def parse(sentences):
        later.extend(sentences)
        return parse_sentences(sentences, pipeline)

    (claim,) = read_claims(found, parse_sentences(found.to_parse(), pipeline), parse).claims
    assert bool(later) is asked
    assert claim.attribution.origin == ("Rosa Lim" if asked else "Ana Ruiz")


def test_an_ordinal_alone_opens_no_gate():
    extraction = extract_claims(document_of({"id": "row", "text": "It was the first."}), settings=Settings(pack="base"))
    assert (extraction.claims, extraction.refusals) == ((), ())
