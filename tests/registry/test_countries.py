"""Which country a word means."""

import pytest

from tallybook.registry import Registry, load_registry


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry()


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("Ukraine", "Ukraine"),
        ("Ukrainian", "Ukraine"),
        ("the Ukrainians", "Ukraine"),
        ("Kyiv", "Ukraine"),
        ("Kiev", "Ukraine"),
        ("Moscow's", "Russia"),
        ("the Kremlin", "Russia"),
        ("Russian Federation", "Russia"),
        ("DPRK", "North Korea"),
        ("Pyongyang", "North Korea"),
        ("North Koreans", "North Korea"),
        ("ROK", "South Korea"),
        ("Korean", "South Korea"),
        ("US", "United States"),
        ("U.S.", "United States"),
        ("USA", "United States"),
        ("American", "United States"),
        ("Washington", "United States"),
        ("the White House", "United States"),
        ("Britain", "United Kingdom"),
        ("British", "United Kingdom"),
        ("Downing Street", "United Kingdom"),
        ("Türkiye", "Turkey"),
        ("Turkish", "Turkey"),
        ("Burma", "Myanmar"),
        ("DRC", "Democratic Republic of the Congo"),
        ("Congolese", "Democratic Republic of the Congo"),
        ("Brazzaville", "Republic of the Congo"),
        ("Côte d’Ivoire", "Ivory Coast"),
        ("Cote d'Ivoire", "Ivory Coast"),
        ("Ivorian", "Ivory Coast"),
        ("Burkinabe", "Burkina Faso"),
        ("Nigerien", "Niger"),
        ("Nigerian", "Nigeria"),
        ("Gazan", "Gaza Strip"),
        ("Palestinians", "Palestine"),
        ("Filipino", "Philippines"),
        ("Dutch", "Netherlands"),
        ("Swiss", "Switzerland"),
        ("Czech Republic", "Czechia"),
        ("Kosovar", "Kosovo"),
        ("Taipei", "Taiwan"),
        ("Sahrawi", "Western Sahara"),
        ("Kyrgyz", "Kyrgyzstan"),
        ("Ni-Vanuatu", "Vanuatu"),
        ("Basotho", "Lesotho"),
        ("Swazi", "Eswatini"),
        ("East Timor", "Timor-Leste"),
        ("Trinidad & Tobago", "Trinidad and Tobago"),
        ("Dominican", "Dominican Republic"),
        ("Honiara", "Solomon Islands"),
        ("Montevideo", "Uruguay"),
        ("Tegucigalpa", "Honduras"),
        ("us", None),
        ("turkey", None),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_country_of(registry: Registry, words: str, country: str | None) -> None:
    assert registry.country_of(words) == country


def test_ambiguous_words_keep_their_readings(registry: Registry) -> None:
    assert registry.country_readings("Korean") == ("South Korea", "North Korea")
    assert registry.country_readings("Congolese") == ("Democratic Republic of the Congo", "Republic of the Congo")
    assert registry.country_readings("Dominican") == ("Dominican Republic", "Dominica")


@pytest.mark.parametrize(
    ("phrase", "mentions"),
    [
        ("North Korean and Russian soldiers", [("North Korean", "North Korea"), ("Russian", "Russia")]),
        ("Ukraine's allies", [("Ukraine", "Ukraine")]),
        ("the Guinea-Bissau army", [("Guinea-Bissau", "Guinea-Bissau")]),
        ("a US-led coalition", []),
        ("South Sudanese refugees", [("South Sudanese", "South Sudan")]),
        ("nobody", []),
    ],
)
def test_countries_in_a_phrase(registry: Registry, phrase: str, mentions: list[tuple[str, str]]) -> None:
    found = registry.countries_in(phrase)
    assert [(mention.span.of(phrase), mention.country) for mention in found] == mentions


def test_all_members_of_the_united_nations_are_there(registry: Registry) -> None:
    states = [country for country in registry.countries if country.part_of is None]
    assert len(states) == 193 + len({"Vatican City", "Palestine", "Kosovo", "Taiwan", "Western Sahara"})
    assert len({country.code for country in states}) == len(states)


@pytest.mark.parametrize(
    ("words", "group"),
    [
        ("Rohingya refugees", "Rohingya"),
        ("Uighurs", "Uyghurs"),
        ("Yezidis", "Yazidis"),
        ("Kurds", "Kurds"),
        ("Palestinians", "Palestine"),
        ("Martians", None),
    ],
)
def test_group_named(registry: Registry, words: str, group: str | None) -> None:
    assert registry.group_named(words) == group
