"""Evidence: the words at the spans, and nothing where the spans do not fit."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallybook.model import Block, BlockKind, Document, Span
from tallybook.view import passage_of


def document(*blocks: tuple[str, BlockKind]) -> Document:
    text, found = "", []
    for words, kind in blocks:
        found.append(Block(span=Span(len(text), len(text) + len(words)), kind=kind, why=""))
        text += words + "\n"
    return Document(id="d", text=text, content_hash=hashlib.sha256(text.encode()).hexdigest(), blocks=tuple(found))


BODY, TITLE, FURNITURE = BlockKind.BODY, BlockKind.TITLE, BlockKind.FURNITURE
PAGE = document(
    ("Toll at 41", TITLE),
    ("A quake struck. About 41 people died, the ministry said. It was dawn.", BODY),
    ("Menu 12", FURNITURE),
    ("“How many?” asked the mayor. Some 70 are dead.", BODY),
    ("He gave no source.", BODY),
)


def at(words: str, *, after: int = 0) -> Span:
    start = PAGE.text.index(words, after)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("sentence", "number", "before", "after", "why"),
    [
        ("About 41 people died, the ministry said.", "About 41", "A quake struck.", "It was dawn.", "in its block"),
        ("Toll at 41", "41", "", "", "a title stands alone"),
        ("A quake struck.", "A", "", "About 41 people died, the ministry said.", "a title is no neighbour"),
        ("Some 70 are dead.", "70", "“How many?” asked the mayor.", "He gave no source.", "the next paragraph"),
        ("It was dawn.", "dawn", "About 41 people died, the ministry said.", "", "not across furniture"),
        ("He gave no source.", "no", "Some 70 are dead.", "", "the end of the page"),
    ],
)
def test_neighbours(sentence: str, number: str, before: str, after: str, why: str) -> None:
    span = at(sentence)
    shown = passage_of(PAGE, sentence=span, number=at(number, after=span.start), evidence={})
    assert (shown.before, shown.after) == (before, after), why


def test_each_field_is_marked_by_its_closest_words() -> None:
    shown = passage_of(
        PAGE,
        sentence=at("About 41 people died, the ministry said."),
        number=at("About 41"),
        core=at("41", after=20),
        evidence={
            "value": (at("About 41"),),
            "hedge": (at("About"),),
            "unit": (at("people"),),
            "event": (at("died"),),
            "origin": (at("the ministry"),),
            "time": "inferred",
        },
    )
    assert [(piece.text, piece.field) for piece in shown.pieces] == [
        ("About", "hedge"),
        (" 41", "value"),
        (" ", None),
        ("people", "unit"),
        (" ", None),
        ("died", "event"),
        (", ", None),
        ("the ministry", "origin"),
        (" said.", None),
    ]


def test_the_number_is_marked_without_evidence_of_its_own() -> None:
    shown = passage_of(PAGE, sentence=at("Toll at 41"), number=at("41"), evidence={})
    assert [piece.text for piece in shown.pieces if piece.field == "value"] == ["41"]


SENTENCE = at("Toll at 41")


@pytest.mark.parametrize(
    ("sentence", "number", "core", "evidence", "problem"),
    [
        (Span(0, 9999), Span(1, 2), None, {}, "the sentence lies beyond the end of the text"),
        (SENTENCE, Span(50, 52), None, {}, "the number does not lie in its sentence"),
        (SENTENCE, Span(8, 10), Span(0, 4), {}, "the number does not lie in its sentence"),
        (SENTENCE, Span(4, 5), None, {}, "no words stand where the number should be"),
        (SENTENCE, Span(8, 10), None, {"event": (Span(9000, 9001),)}, "the evidence lies beyond the end of the text"),
    ],
)
def test_spans_that_do_not_fit_show_nothing(
    sentence: Span, number: Span, core: Span | None, evidence: dict[str, tuple[Span, ...]], problem: str
) -> None:
    shown = passage_of(PAGE, sentence=sentence, number=number, core=core, evidence=evidence)
    assert shown.problem == problem
    assert shown.pieces == ()


def test_an_endless_sentence_is_cut_around_the_number() -> None:
    page = document(("a" * 5000 + " 41 " + "b" * 5000, BODY))
    shown = passage_of(page, sentence=Span(0, 10004), number=Span(5001, 5003), evidence={})
    text = "".join(piece.text for piece in shown.pieces)
    assert " 41 " in text
    assert len(text) < 2000
    assert len(shown.before) + len(shown.after) < 600


@st.composite
def spans_in(draw: st.DrawFn, inside: Span) -> Span:
    start = draw(st.integers(inside.start, inside.end - 1))
    return Span(start, draw(st.integers(start + 1, inside.end)))


@given(st.data())
def test_pieces_are_the_sentence_whatever_is_marked(data: st.DataObject) -> None:
    sentence = at("About 41 people died, the ministry said.")
    number = data.draw(spans_in(sentence).filter(lambda span: span.of(PAGE.text).strip() != ""))
    fields = data.draw(st.dictionaries(st.sampled_from(["hedge", "event", "origin"]), spans_in(sentence)))
    evidence = {field: (span,) for field, span in fields.items()}
    shown = passage_of(PAGE, sentence=sentence, number=number, evidence=evidence)
    assert "".join(piece.text for piece in shown.pieces) == sentence.of(PAGE.text)
