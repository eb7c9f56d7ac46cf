"""Role × country × organisation: composed for every country there is, not only for those in the news."""

from __future__ import annotations

import pytest

from tallybook.registry import Registry, load_registry
from tallybook.registry.schema import Country

REGISTRY = load_registry()
WITH_ADJECTIVE = [country for country in REGISTRY.countries if country.adjectives and not country.part_of]

OWNED = (
    "{name}'s health ministry",
    "the Ministry of Defence of {name}",
    "{name}'s interior ministry",
    "{name}'s disaster management agency",
    "{name}'s army chief",
    "the health ministry of {name}",
)
CALLED = (
    "the {adjective} interior ministry",
    "the {adjective} ministry of agriculture",
    "{adjective} police",
    "a senior {adjective} official",
    "the {adjective} coast guard",
)


def countries_of(phrase: str, registry: Registry) -> set[str | None]:
    """Whose a composed name is."""
    name = registry.canonical_name(phrase)
    assert name is not None, phrase
    source = registry.find_source(name)
    return {source.country} if source else {mention.country for mention in registry.countries_in(name)}


@pytest.mark.parametrize("country", REGISTRY.countries, ids=lambda country: country.name)
def test_a_body_is_that_of_the_country_that_owns_it(country: Country) -> None:
    for pattern in OWNED:
        assert countries_of(pattern.format(name=country.name), REGISTRY) == {country.name}, pattern


@pytest.mark.parametrize("country", WITH_ADJECTIVE, ids=lambda country: country.name)
def test_a_body_is_that_of_the_country_it_is_called_after(country: Country) -> None:
    for pattern in CALLED:
        assert countries_of(pattern.format(adjective=country.adjectives[0]), REGISTRY) == {country.name}, pattern


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("Guinea's health ministry", "Guinea"),
        ("Equatorial Guinea's health ministry", "Equatorial Guinea"),
        ("Guinea-Bissau's health ministry", "Guinea-Bissau"),
        ("Papua New Guinean police", "Papua New Guinea"),
        ("the Nigerien army", "Niger"),
        ("the Nigerian army", "Nigeria"),
        ("Dominica's government", "Dominica"),
        ("Dominican police", "Dominican Republic"),
        ("the Republic of the Congo's health ministry", "Republic of the Congo"),
        ("DR Congo's army", "Democratic Republic of the Congo"),
        ("North Korean officials", "North Korea"),
    ],
)
def test_names_within_names_are_told_apart(phrase: str, country: str) -> None:
    assert countries_of(phrase, REGISTRY) == {country}


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("President of Gabon Brice Ondo", "Brice Ondo"),
        ("Gabon's President Brice Ondo", "Brice Ondo"),
        ("Gabonese President Brice Ondo", "Brice Ondo"),
        ("Crown Prince Faisal bin Nasser", "Faisal bin Nasser"),
        ("King Tupou Vaea", "Tupou Vaea"),
        ("Governor Tomas van der Berg", "Tomas van der Berg"),
        ("the president of Gabon", "president of Gabon"),
        ("President Volodymyr Zelenskiy", "Volodymyr Zelensky"),
        ("Zelenskyy", "Volodymyr Zelensky"),
    ],
)
def test_persons_stand_behind_their_titles(phrase: str, name: str) -> None:
    assert REGISTRY.canonical_name(phrase) == name


@pytest.mark.parametrize("word", ["turkey", "china", "chad", "jordan", "niger"])
def test_small_words_are_no_countries(word: str) -> None:
    assert REGISTRY.country_of(word) is None
