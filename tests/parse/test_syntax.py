"""Parsed sentences keep the document's characters and form one tree, whatever the parser gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallybook.errors import DataFileError
from tallybook.model import Document, Sentence, Span
from tallybook.parse import load_pipeline, parse_sentences
from tallybook.parse.syntax import MAX_CHARACTERS


def sentence_of(page: Document, start: int = 0, end: int | None = None) -> Sentence:
    span = Span(start, len(page.text) if end is None else end)
    return Sentence(span, span.of(page.text), page.blocks[0])


def parsed(page: Document, pipeline, *sentences: Sentence) -> list[Sentence]:
    return parse_sentences(sentences or [sentence_of(page)], pipeline)


TEXTS = [
    "About 3,000 troops came.",
    "ABOUT 3,000 TROOPS CAME TO THE CITY OF KURSK ON MONDAY.",
    "About\u00a03\u202f000\u2009troops came  to\nKursk\ton Monday.",
    "“About 3,000 troops,” he said, ‘came’.",
    "İSTANBUL'DA 3.000 KİŞİ ÖLDÜ DEDİ",
    "😀 About 3,000 naïve troops — came.",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("offset", [0, 7])
def test_tokens_stand_where_they_are_in_the_document(document, planter, text, offset):
    page = document("x" * offset + text)
    (sentence,) = parsed(page, planter(), sentence_of(page, offset))
    assert sentence.tokens
    assert all(token.text == token.span.of(page.text) for token in sentence.tokens)
    assert all(token.lower == token.text.lower() for token in sentence.tokens)
    assert "".join(token.text for token in sentence.tokens) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "given_to_parser"),
    [
        ("About 3,000 troops came.", "About 3,000 troops came."),
        ("NATO and the UN said so.", "NATO and the UN said so."),
        ("US, UK, EU", "US, UK, EU"),
        ("About\u00a03\u202f000\nmen\u2009came\t.", "About 3 000 men came ."),
        ("“We ‘came’,” he said.", "\"We 'came',\" he said."),
    ],
)
def test_the_parser_is_given_plain_text_of_the_same_length(document, planter, text, given_to_parser):
    pipeline = planter()
    parsed(document(text), pipeline)
    assert pipeline.seen == [given_to_parser]
    assert len(given_to_parser) == len(text)


def test_sentences_come_back_in_order_those_too_long_without_tokens(document, planter):
    long = "300 " * (MAX_CHARACTERS // 4 + 1)
    page = document(f"One came. {long}. Two left.")
    end = 10 + len(long)
    sentences = [sentence_of(page, 0, 9), sentence_of(page, 10, end), sentence_of(page, end + 2)]
    pipeline = planter()
    found = parsed(page, pipeline, *sentences)
    assert pipeline.seen == ["One came.", "Two left."]
    assert [s.span for s in found] == [s.span for s in sentences]
    assert [bool(s.tokens) for s in found] == [True, False, True]


def test_a_table_without_stops_is_left_unparsed(document, planter):
    page = document("300 " * (MAX_CHARACTERS // 4 + 1))
    pipeline = planter()
    assert parsed(page, pipeline)[0].tokens == ()
    assert pipeline.seen == []


def test_relations_are_read_without_their_subtypes(document, planter):
    page = document("men were killed by")
    (sentence,) = parsed(page, planter([2, 2, 2, 2], ["nsubj:pass", "aux:pass", "ROOT", "obl:agent"]))
    assert [(t.dep, t.passive) for t in sentence.tokens] == [
        ("nsubj", True),
        ("aux", True),
        ("root", False),
        ("obl", False),
    ]


def test_further_roots_hang_on_the_first(document, planter):
    (sentence,) = parsed(document("one two three"), planter([0, 1, 1], ["ROOT", "ROOT", "obj"]))
    assert [(t.head, t.dep) for t in sentence.tokens] == [(0, "root"), (0, "parataxis"), (1, "obj")]


def is_tree(sentence: Sentence) -> bool:
    """Whether there is one root and every word goes back to it."""
    roots = [token for token in sentence.tokens if token.head == token.index]
    if len(roots) != 1:
        return False
    tops = {[token, *sentence.ancestors(token)][-1].index for token in sentence.tokens}
    return tops == {roots[0].index} and set(sentence.subtree(roots[0])) == set(sentence.tokens)


@st.composite
def forests(draw: st.DrawFn) -> list[int]:
    """Heads without a cycle, as parsers give them: a word hangs on one placed before it, or is a root."""
    order = draw(st.permutations(range(draw(st.integers(1, 9)))))
    heads = list(order)
    for place, word in enumerate(order):
        heads[word] = draw(st.sampled_from([*order[:place], word]))
    return heads


@given(heads=forests())
def test_words_form_one_tree(document, planter, heads):
    page = document(" ".join(f"w{i}" for i in range(len(heads))))
    (sentence,) = parsed(page, planter(heads))
    assert [token.index for token in sentence.tokens] == list(range(len(heads)))
    assert is_tree(sentence)


@given(heads=forests())
def test_children_and_heads_agree(document, planter, heads):
    page = document(" ".join(f"w{i}" for i in range(len(heads))))
    (sentence,) = parsed(page, planter(heads))
    for token in sentence.tokens:
        assert all(sentence.head(child) == token for child in sentence.children(token))
        governor = sentence.head(token)
        assert governor is None or token in sentence.children(governor)


def test_a_space_at_the_end_of_a_branch_is_dropped(document, planter):
    (sentence,) = parsed(document("one  two three"), planter([2, 0, 2, 2]))
    assert [token.text for token in sentence.tokens] == ["one", "two", "three"]
    assert [token.head for token in sentence.tokens] == [1, 1, 1]


def test_words_that_hang_on_a_space_still_form_one_tree(document, planter):
    (sentence,) = parsed(document("one  two three"), planter([2, 1, 1, 2]))
    assert is_tree(sentence)


@pytest.mark.parametrize("size", ["base", "big"])
@pytest.mark.parametrize("text", TEXTS)
def test_the_packs_parse(document, size, text):
    page = document(text)
    (sentence,) = parsed(page, load_pipeline("en", size))
    assert is_tree(sentence)
    assert all(token.text == token.span.of(text) for token in sentence.tokens)


@pytest.mark.parametrize(
    ("text", "word", "relation", "governor", "passive"),
    [
        ("About 3,000 troops were killed on Monday.", "troops", "nsubj", "killed", True),
        ("The army killed 3,000 rebels on Monday.", "rebels", "obj", "killed", False),
        ("The minister said 3,000 people died.", "minister", "nsubj", "said", False),
    ],
)
@pytest.mark.parametrize("size", ["base", "big"])
def test_the_packs_know_who_did_what(document, size, text, word, relation, governor, passive):
    (sentence,) = parsed(document(text), load_pipeline("en", size))
    token = next(token for token in sentence.tokens if token.text == word)
    head = sentence.head(token)
    assert head is not None
    assert (token.dep, head.text, token.passive) == (relation, governor, passive)


def test_a_pack_is_loaded_once():
    assert load_pipeline("en", "base") is load_pipeline("en", "base")


@pytest.mark.parametrize(("language", "size"), [("xx", "base"), ("en", "huge")])
def test_a_missing_pack_says_what_to_do(language, size):
    with pytest.raises(DataFileError, match=size) as caught:
        load_pipeline(language, size)
    assert caught.value.hint


def test_new_words_are_forgotten_once_many_are_known(document, monkeypatch):
    pipeline = load_pipeline("en", "base")
    texts = [f"Kel{a}{b}mar told Vas{b}{a}tok of 12 qu{a}{b}lers." for a in "aeiou" for b in "lmnrst"]
    sentences = [sentence_of(document(text)) for text in texts]
    monkeypatch.setattr("tallybook.parse.syntax._MOST_WORDS", 0)
    known = len(pipeline.vocab.strings)
    forgotten = parse_sentences(sentences, pipeline)
    assert len(pipeline.vocab.strings) == known
    monkeypatch.undo()
    assert parse_sentences(sentences, pipeline) == forgotten
    assert len(pipeline.vocab.strings) > known
