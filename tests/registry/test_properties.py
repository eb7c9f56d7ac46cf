"""Names from arbitrary text never raise, and naming twice is naming once."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tallybook.registry import Country, load_registry

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


OWNERS = st.sampled_from([c for c in load_registry().countries if c.part_of is None])
BODIES = """health ministry;Ministry of Fisheries;military;police;navy;spy agency;disaster office;
National Weather Service;electoral commission;civil defence;state news agency;military officials;Red Cross;
central bank;Directorate of Roads"""


@given(
    OWNERS, st.sampled_from([body.strip() for body in BODIES.split(";")]), st.sampled_from(["'s {}", " {}", "{} of "])
)
def test_a_canonical_name_is_its_own(country: Country, body: str, shape: str) -> None:
    registry = load_registry()
    owned = shape.format(body)
    phrase = owned + country.name if shape.endswith(" ") else country.name + owned
    name = registry.canonical_name(phrase)
    if name:
        assert registry.canonical_name(name) == name


@settings(deadline=None)
@given(st.integers(1, 2000))
def test_long_phrases_are_no_deep_ones(length: int) -> None:
    registry = load_registry()
    for word in ("the ", "of ", "Ukraine's ", "(", "a, ", "southern ", "President "):
        registry.canonical_name(word * length)
        registry.place_named(word * length)


@given(PHRASES)
def test_countries_are_found_where_they_stand(phrase: str) -> None:
    registry = load_registry()
    for mention in registry.countries_in(phrase):
        assert mention.country in registry.country_readings(mention.span.of(phrase))
