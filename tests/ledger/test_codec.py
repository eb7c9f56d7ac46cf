"""Model values survive JSON exactly, whatever they hold."""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallybook.errors import BookError
from tallybook.ledger.codec import decode, encode
from tallybook.model import (
    Attribution,
    Block,
    BlockKind,
    Claim,
    ClaimKind,
    Denial,
    DenialKind,
    Document,
    Hedge,
    Modality,
    PartialDate,
    Period,
    Product,
    Quantity,
    Reading,
    Refusal,
    SourceRun,
    Span,
)

words = st.text(max_size=12)
spans = st.lists(st.integers(0, 10**6), min_size=2, max_size=2).map(lambda ends: Span(*sorted(ends)))
periods = st.lists(st.dates(), min_size=2, max_size=2).map(lambda days: Period(*sorted(days)))
numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
proofs = st.dictionaries(words, st.lists(spans, max_size=3).map(tuple) | words, max_size=4)
plain = st.recursive(
    st.none() | st.booleans() | numbers | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)
readings = st.builds(Reading, differs=st.dictionaries(words, plain, max_size=3), why=words)
quantities = st.builds(
    Quantity,
    low=st.none() | numbers,
    high=st.none() | numbers,
    hedge=st.sampled_from(Hedge),
    unit=st.none() | words,
    per=st.none() | words,
    currency=st.none() | words,
)
dates = st.builds(
    PartialDate,
    year=st.none() | st.integers(1, 9999),
    month=st.none() | st.integers(1, 12),
    day=st.none() | st.integers(1, 31),
    how=words,
    span=st.none() | spans,
)
claims = st.builds(
    Claim,
    id=words,
    document_id=words,
    span=spans,
    core=spans,
    sentence=spans,
    quantity=quantities,
    event=words,
    kind=st.sampled_from(ClaimKind),
    modality=st.sampled_from(Modality),
    attribution=st.builds(Attribution, origin=st.none() | words, relays=st.lists(words, max_size=3).map(tuple)),
    group=st.none() | words,
    time=st.none() | periods,
    place=st.none() | words,
    part_of=st.none() | words,
    each_of=st.none() | words,
    total=st.none() | st.builds(Product, low=st.none() | numbers, high=st.none() | numbers),
    change=st.sampled_from([None, "up", "down"]),
    condition=st.none() | spans,
    evidence=proofs,
    readings=st.lists(readings, max_size=2).map(tuple),
)
denials = st.builds(
    Denial,
    id=words,
    document_id=words,
    span=spans,
    sentence=spans,
    kind=st.sampled_from(DenialKind),
    speaker=st.none() | words,
    event=st.none() | words,
    evidence=proofs,
)
documents = st.builds(
    Document,
    id=words,
    text=words,
    content_hash=words,
    blocks=st.lists(st.builds(Block, span=spans, kind=st.sampled_from(BlockKind), why=words), max_size=3).map(tuple),
    path=st.none() | words,
    url=st.none() | words,
    title=st.none() | words,
    outlet=st.none() | words,
    author=st.none() | words,
    language=st.none() | words,
    published=st.none() | dates,
    not_after=st.none() | dates,
    source_map=st.lists(st.builds(SourceRun, *[st.integers(0, 10**6)] * 3), max_size=3).map(tuple),
)
refusals = st.builds(Refusal, document_id=words, span=spans, reason=words)


@given(claims | denials | documents | refusals)
def test_a_value_comes_back_exactly(value):
    back = decode(encode(value, where="here"), type(value), where="here")
    assert back == value
    assert repr(back) == repr(value)  # equality takes 1 for 1.0 and True, repr does not


@pytest.mark.parametrize("kind", [Claim, Denial, Document, Refusal])
def test_every_field_is_generated_above(kind):
    generated = {Claim: claims, Denial: denials, Document: documents, Refusal: refusals}[kind]
    assert set(generated.wrapped_strategy.kwargs) == set(kind.__dataclass_fields__)


def test_any_mapping_will_do(read):
    (claim, *_) = read().claims
    claim = type(claim)(
        **{name: getattr(claim, name) for name in claim.__slots__} | {"evidence": MappingProxyType({"value": "seen"})}
    )
    assert decode(encode(claim, where="here"), Claim, where="here") == claim


@pytest.mark.parametrize(
    "body",
    [
        "",
        "{}",
        '{"document_id": "a", "span": {"start": 5, "end": 4}, "reason": "backwards"}',
        '{"document_id": "a", "span": {"start": 4, "end": 5}, "reason": 7}',
    ],
)
def test_what_this_program_does_not_know_names_its_place(body):
    with pytest.raises(BookError, match="a recorded refusal cannot be read") as caught:
        decode(body, Refusal, where="page.html")
    assert (caught.value.where, "upgrade" in caught.value.hint) == ("page.html", True)


def test_a_field_added_later_takes_its_default():
    body = '{"document_id": "a", "span": {"start": 4, "end": 5}, "reason": "age", "from_the_future": 1}'
    assert decode(body, Refusal, where="") == Refusal(document_id="a", span=Span(4, 5), reason="age")


def test_days_are_iso_dates(read):
    (claim, *_) = read().claims
    claim = type(claim)(
        **{name: getattr(claim, name) for name in claim.__slots__}
        | {"time": Period(dt.date(2025, 2, 3), dt.date(2025, 2, 4))}
    )
    assert '"time":{"start":"2025-02-03","end":"2025-02-04"}' in encode(claim, where="")
