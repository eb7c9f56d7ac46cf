"""Names from arbitrary text never raise, and naming twice is naming once."""

from hypothesis import given
from hypothesis import strategies as st

from tallybook.registry import load_registry

TEXT = """the Ukraine's Sudanese health ministry Ministry of Health President Putin ( ) , Kursk region southern Gaza
police officials spokesman RSF US 's ’ and in -run"""
WORDS = st.sampled_from(TEXT.split())
PHRASES = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=9).map(" ".join))


@given(PHRASES)
def test_no_phrase_raises(phrase: str) -> None:
    registry = load_registry()
    registry.canonical_name(phrase)
    registry.country_of(phrase)
    registry.place_named(phrase)
    registry.side_of(phrase)
    registry.speaker_key(phrase)


@given(PHRASES)
def test_a_canonical_name_is_its_own(phrase: str) -> None:
    registry = load_registry()
    name = registry.canonical_name(phrase)
    if name:
        assert (registry.canonical_name(name) or name) == name


@given(PHRASES)
def test_countries_are_found_where_they_stand(phrase: str) -> None:
    registry = load_registry()
    for mention in registry.countries_in(phrase):
        assert mention.country in registry.country_readings(mention.span.of(phrase))
