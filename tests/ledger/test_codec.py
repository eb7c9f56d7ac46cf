"""Model values survive JSON exactly, whatever they hold."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallybook.errors import BookError
from tallybook.ledger.codec import decode, encode
from tallybook.model import (
    Attribution,
    Block,
    Claim,
    Denial,
    Document,
    PartialDate,
    Period,
    Product,
    Proof,
    Quantity,
    Reading,
    Refusal,
    SourceRun,
    Span,
)

words = st.text(max_size=12)
numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
plain = st.recursive(
    st.none() | st.booleans() | numbers | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)


def in_order(kind, ends):
    return st.tuples(ends, ends).map(lambda pair: kind(*sorted(pair)))


def filled(kind, **given):
    """Values of a type with every field generated, also those with a default and those added later."""
    return st.builds(kind, **{name: given.get(name, ...) for name in kind.__dataclass_fields__})


bounds = {"low": st.none() | numbers, "high": st.none() | numbers}
st.register_type_strategy(Span, in_order(Span, st.integers(0, 10**6)))
st.register_type_strategy(Period, in_order(Period, st.dates()))
st.register_type_strategy(Quantity, filled(Quantity, **bounds))
st.register_type_strategy(Product, filled(Product, **bounds))
st.register_type_strategy(Reading, filled(Reading, differs=st.dictionaries(words, plain, max_size=3)))
for plainly_filled in (Attribution, Block, PartialDate, SourceRun):
    st.register_type_strategy(plainly_filled, filled(plainly_filled))

# Left to itself, Hypothesis takes other mappings than dict, which come back as equal dicts (see below).
proofs = st.dictionaries(words, st.from_type(Proof), max_size=4)
values = {
    Claim: filled(Claim, evidence=proofs),
    Denial: filled(Denial, evidence=proofs),
    Document: filled(Document),
    Refusal: filled(Refusal),
}


@pytest.mark.parametrize("kind", values)
@given(data=st.data())
def test_a_value_comes_back_exactly(kind, data):
    value = data.draw(values[kind])
    back = decode(encode(value, where="here"), kind, where="here")
    assert back == value
    assert repr(back) == repr(value)  # equality takes 1 for 1.0 and True, repr does not


def test_any_mapping_will_do(read):
    (claim, *_) = read().claims
    claim = replace(claim, evidence=MappingProxyType({"value": "seen"}))
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


def test_a_claim_of_an_older_book_is_not_taken_back(read):
    (claim, *_) = read().claims
    body = json.loads(encode(replace(claim, taken_back=Span(3, 9)), where=""))
    assert body.pop("taken_back") == {"start": 3, "end": 9}
    assert decode(json.dumps(body), Claim, where="") == replace(claim, taken_back=None)


def test_days_are_iso_dates(read):
    (claim, *_) = read().claims
    claim = replace(claim, time=Period(dt.date(2025, 2, 3), dt.date(2025, 2, 4)))
    assert '"time":{"start":"2025-02-03","end":"2025-02-04"}' in encode(claim, where="")
