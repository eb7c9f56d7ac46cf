"""Composed names: role × country × organisation."""

import pytest

from tallybook.registry import Country, Registry, load_registry


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry()


INTELLIGENCE = [
    ("the National Intelligence Service", "National Intelligence Service (South Korea)"),
    ("Seoul's National Intelligence Service", "National Intelligence Service (South Korea)"),
    ("the Korean National Intelligence Service (NIS)", "National Intelligence Service (South Korea)"),
    ("South Korea's spy agency", "National Intelligence Service (South Korea)"),
    ("Seoul’s spy agency", "National Intelligence Service (South Korea)"),
    ("South Korea's intelligence agency", "National Intelligence Service (South Korea)"),
    ("Ukraine's military intelligence", "Main Directorate of Intelligence (Ukraine)"),
    ("Ukraine's Main Intelligence Directorate (HUR)", "Main Directorate of Intelligence (Ukraine)"),
    ("the Main Directorate of Intelligence of Ukraine", "Main Directorate of Intelligence (Ukraine)"),
    ("South Korean military intelligence", "South Korean military intelligence"),
    ("Belgium's spy agency", "intelligence service (Belgium)"),
    ("Nigeria's National Intelligence Agency", "National Intelligence Agency (Nigeria)"),
    ("Pakistan's spy agency", "Inter-Services Intelligence"),
    ("Kenya's National Intelligence Service", "National Intelligence Service (Kenya)"),
    ("Uzbekistan's state security service", "Security Service (Uzbekistan)"),
]

MINISTRIES = [
    ("Sudan's health ministry", "Ministry of Health (Sudan)"),
    ("the Sudanese Ministry of Health", "Ministry of Health (Sudan)"),
    ("Ministry of Health of Sudan", "Ministry of Health (Sudan)"),
    ("the Federal Ministry of Health in Sudan", "Ministry of Health (Sudan)"),
    ("Gaza's Hamas-run health ministry", "Ministry of Health (Gaza)"),
    ("the Hamas-run health ministry", "Ministry of Health (Gaza)"),
    ("the health ministry in Hamas-run Gaza", "Ministry of Health (Gaza)"),
    ("the Gaza Health Ministry", "Ministry of Health (Gaza)"),
    ("the Houthi-run health ministry", "Ministry of Health (Yemen)"),
    ("the Lebanese Ministry of Public Health", "Ministry of Health (Lebanon)"),
    ("Thailand's Ministry of Public Health", "Ministry of Health (Thailand)"),
    ("Egypt's Ministry of Health and Population", "Ministry of Health (Egypt)"),
    ("Russia's defence ministry", "Ministry of Defence (Russia)"),
    ("Russian Defense Ministry", "Ministry of Defence (Russia)"),
    ("the Ministry of Defence of the Russian Federation", "Ministry of Defence (Russia)"),
    ("Kyiv's foreign ministry", "Ministry of Foreign Affairs (Ukraine)"),
    ("the UK Ministry of Defence", "Ministry of Defence (United Kingdom)"),
    ("Nepal's home ministry", "Ministry of Home Affairs (Nepal)"),
    ("the French interior ministry", "Ministry of Interior (France)"),
    ("Kazakhstan's Ministry of Emergency Situations", "Ministry of Emergency Situations (Kazakhstan)"),
    ("the Philippine health department", "Department of Health (Philippines)"),
    ("South Africa's Department of Health", "Department of Health (South Africa)"),
    ("Bhutan's ministry of gross national happiness", "Ministry of Gross National Happiness (Bhutan)"),
    ("Tuvalu's fisheries ministry", "Ministry of Fisheries (Tuvalu)"),
    ("Saint Lucia's Ministry of Tourism", "Ministry of Tourism (Saint Lucia)"),
    ("India's external affairs ministry", "Ministry of External Affairs (India)"),
    ("India's foreign ministry", "Ministry of External Affairs (India)"),
    ("China's health ministry", "National Health Commission (China)"),
    ("the US Department of Defense", "United States Department of Defense"),
    ("the Pentagon", "United States Department of Defense"),
    ("the health ministry", "Ministry of Health"),
    ("Somaliland's interior ministry", "Ministry of Interior (Somaliland)"),
]

BODIES = [
    ("Turkey's disaster agency", "AFAD"),
    ("Türkiye's Disaster and Emergency Management Authority (AFAD)", "AFAD"),
    ("Indonesia's national disaster mitigation agency", "BNPB"),
    ("Vietnam's disaster management authority", "disaster management authority (Vietnam)"),
    ("Fiji's National Disaster Management Office", "National Disaster Management Office (Fiji)"),
    ("Bangladesh's Directorate General of Health Services", "Directorate General of Health Services (Bangladesh)"),
    ("Zambia's electoral commission", "Electoral Commission (Zambia)"),
    ("the Electoral Commission of Zambia", "Electoral Commission (Zambia)"),
    ("Georgia's Central Election Commission", "Electoral Commission (Georgia)"),
    ("Lebanese civil defence", "Civil Defence (Lebanon)"),
    ("Jordan's Civil Defense Directorate", "Civil Defence (Jordan)"),
    ("Haiti's civil protection agency", "Civil Protection (Haiti)"),
    ("Ecuador's National Police", "National Police (Ecuador)"),
    ("Ukraine's General Staff", "General Staff (Ukraine)"),
    ("the General Staff of the Armed Forces of Ukraine", "General Staff (Ukraine)"),
    ("Greece's coast guard", "Coast Guard (Greece)"),
    ("the Tunisian coastguard", "Coast Guard (Tunisia)"),
    ("Peru's navy", "Navy (Peru)"),
    ("Ukraine's air force", "Air Force (Ukraine)"),
    ("Iceland's meteorological office", "meteorological office (Iceland)"),
    ("Brazil's statistics agency", "statistics agency (Brazil)"),
    ("Israel's military", "Israel Defense Forces"),
    ("the Israel Defense Forces (IDF)", "Israel Defense Forces"),
    ("South Korea's Joint Chiefs of Staff", "Joint Chiefs of Staff (South Korea)"),
    ("the US Joint Chiefs of Staff", "Joint Chiefs of Staff (United States)"),
    ("Iran's Revolutionary Guards", "Islamic Revolutionary Guard Corps"),
    ("Kenya's police", "Kenyan police"),
    ("the Kenyan police", "Kenyan police"),
    ("Bolivia's army", "Bolivian army"),
    ("Moscow's police", "Moscow's police"),
    ("London's fire brigade", "London's fire brigade"),
    ("the Turkish Red Crescent", "Turkish Red Crescent"),
    ("North Korea's state news agency", "KCNA"),
    ("the state-run Anadolu news agency", "Anadolu Agency"),
    ("Japan's public broadcaster", "NHK"),
    ("Cuban state television", "Cuban state television"),
    ("Japan's National Police Agency", "National Police (Japan)"),
    ("Indonesia's search and rescue agency", "Basarnas"),
    ("Portugal's seismological centre", "seismological centre (Portugal)"),
    ("the Ministry of Defence of the Federal Republic of Nigeria", "Ministry of Defence (Nigeria)"),
]

PERSONS = [
    ("President Volodymyr Zelensky", "Volodymyr Zelensky"),
    ("Ukrainian leader Volodymyr Zelenskyy", "Volodymyr Zelensky"),
    ("Zelenskyy", "Volodymyr Zelensky"),
    ("Ukraine's Zelensky", "Volodymyr Zelensky"),
    ("Ukrainian Armed Forces Commander-in-Chief Oleksandr Syrsky", "Oleksandr Syrskyi"),
    ("Rep. Yu Yong-weon", "Yu Yong-weon"),
    ("South Korean lawmaker Lee Seong-kweun", "Lee Seong-kweun"),
    ("Lt. Gen. Kyrylo Budanov", "Kyrylo Budanov"),
    ("Pentagon spokesman Maj. Gen. Pat Ryder", "Pat Ryder"),
    ("Japanese Prime Minister Fumio Kishida", "Fumio Kishida"),
    ("Health Minister Dr. Maria Silva", "Maria Silva"),
    ("Minister of Health Hala Zayed", "Hala Zayed"),
    ("Secretary of State Antony Blinken", "Antony Blinken"),
    ("WHO Director-General Tedros Adhanom Ghebreyesus", "Tedros Adhanom Ghebreyesus"),
    ("UN Secretary-General António Guterres", "António Guterres"),
    ("Kremlin spokesman Dmitry Peskov", "Dmitry Peskov"),
    ("Belgorod regional governor Vyacheslav Gladkov", "Vyacheslav Gladkov"),
    ("police chief Carlos de la Cruz", "Carlos de la Cruz"),
    ("Mohammed Abu Salmiya, director of al-Shifa Hospital", "Mohammed Abu Salmiya"),
    ("A Ukrainian military spokesman, Andriy Cherniak,", "Andriy Cherniak"),
    ("German Chancellor Olaf Scholz", "Olaf Scholz"),
    ("Gen. Abdel-Fattah Burhan", "Abdel Fattah al-Burhan"),
    ("Zimbabwean activist Tendai Moyo", "Tendai Moyo"),
]

SOURCES = [
    ("Reuters news agency", "Reuters"),
    ("Russian state news agency TASS", "TASS"),
    ("state news agency SANA", "SANA"),
    ("the Associated Press", "Associated Press"),
    ("AP", "Associated Press"),
    ("the Kyiv Independent newspaper", "Kyiv Independent"),
    ("Qatar-based Al Jazeera", "Al Jazeera"),
    ("Argumenty i Fakty", "Arguments and Facts"),
    ("North Korea's KCNA", "KCNA"),
    ("the U.N. refugee agency", "UNHCR"),
    ("the UN's refugee agency", "UNHCR"),
    ("the United Nations' children's agency", "UNICEF"),
    ("UN agency UNICEF", "UNICEF"),
    ("the World Health Organization (WHO)", "World Health Organization"),
    ("the UN Office for the Coordination of Humanitarian Affairs", "OCHA"),
    ("the American Institute for the Study of War", "Institute for the Study of War"),
    ("the Britain-based Syrian Observatory for Human Rights", "Syrian Observatory for Human Rights"),
    ("Doctors Without Borders (MSF)", "Médecins Sans Frontières"),
    ("the paramilitary Rapid Support Forces (RSF)", "Rapid Support Forces"),
    ("Rwanda-backed M23", "M23"),
    ("Yemen's Houthis", "Houthis"),
    ("Seoul", "South Korea"),
    ("Ukraine", "Ukraine"),
    ("the Kremlin", "Kremlin"),
]

KEPT = [
    ("South Korean military officials", "South Korean military officials"),
    ("Ukraine's defense officials", "Ukrainian defense officials"),
    ("the Ukrainian and American officials", "Ukrainian and American officials"),
    ("Kremlin spokesperson", "Kremlin spokesperson"),
    ("health officials in Gaza", "health officials in Gaza"),
    ("U.S. intelligence", "U.S. intelligence"),
    ("North Korea's state media", "North Korean state media"),
    ("Ministry of Health (Sudan)", "Ministry of Health (Sudan)"),
    ("military intelligence source (Ukraine)", "military intelligence source (Ukraine)"),
]

UNKNOWN = [
    "local officials",
    "a spokesperson for UNHCR",
    "an aide to President Biden",
    "two Western diplomats",
    "General Assembly",
    "Prime Minister's Office",
    "the governor of Somewhere",
    "Secretary General",
    "witnesses",
    "",
    "…",
    "who",
    "us",
    "turkey",
]


@pytest.mark.parametrize(
    ("phrase", "expected"), INTELLIGENCE + MINISTRIES + BODIES + PERSONS + SOURCES + KEPT, ids=lambda v: str(v)
)
def test_canonical_name(registry: Registry, phrase: str, expected: str) -> None:
    assert registry.canonical_name(phrase) == expected


@pytest.mark.parametrize("phrase", UNKNOWN)
def test_what_it_does_not_know_it_leaves(registry: Registry, phrase: str) -> None:
    assert registry.canonical_name(phrase) is None


def _states() -> list[Country]:
    return [*load_registry().countries]


@pytest.mark.parametrize("country", _states(), ids=lambda country: country.name)
def test_every_country_composes_alike(registry: Registry, country: Country) -> None:
    """A country that no page has named before works like one that was."""
    body = registry.source_book.body("Ministry of Tourism", country.name)
    expected = body.name if body else f"Ministry of Tourism ({country.label or country.name})"
    forms = [f"{country.name}'s tourism ministry", f"the Ministry of Tourism of {country.name}"]
    forms += [f"the {adjective} tourism ministry" for adjective in country.adjectives]
    assert {registry.canonical_name(form) for form in forms} == {expected}


@pytest.mark.parametrize(
    ("phrase", "country", "expected"),
    [
        ("the health ministry", "Malawi", "Ministry of Health (Malawi)"),
        ("the disaster agency", "Indonesia", "BNPB"),
        ("police", "Peru", "Peruvian police"),
        ("the Joint Chiefs of Staff", "United States", "Joint Chiefs of Staff (United States)"),
        ("NDMA", "India", "NDMA (India)"),
        ("NDMA", "Pakistan", "NDMA (Pakistan)"),
    ],
)
def test_the_country_of_the_report_completes_a_bare_body(
    registry: Registry, phrase: str, country: str, expected: str
) -> None:
    assert registry.canonical_name(phrase, country=country) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("American military", "the US military"),
        ("U.S. officials", "American officials"),
        ("health officials in Gaza", "Gazan health officials"),
        ("Kenya Red Cross", "Kenyan Red Cross"),
        ("the UN refugee agency", "UNHCR"),
        ("Vietnam's disaster management authority", "Vietnam's disaster office"),
        ("Sudan's health ministry", "the Sudanese Ministry of Public Health"),
    ],
)
def test_spellings_of_one_speaker_share_a_key(registry: Registry, one: str, other: str) -> None:
    assert registry.speaker_key(one) == registry.speaker_key(other)


def test_other_countries_bodies_do_not_share_a_key(registry: Registry) -> None:
    assert registry.speaker_key("Chadian army") != registry.speaker_key("Malian army")


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("Ministry of Health (Sudan)", "Sudan"),
        ("National Intelligence Service (South Korea)", "South Korea"),
        ("Ukrainian officials", "Ukraine"),
        ("Vladimir Putin", "Russia"),
        ("TASS", "Russia"),
        ("Rapid Support Forces", "Rapid Support Forces"),
        ("Hamas", "Hamas"),
        ("Reuters", None),
        ("Human Rights Watch", None),
        ("OCHA", None),
        ("Ukrainian and American officials", None),
        ("somebody", None),
    ],
)
def test_side_of(registry: Registry, name: str, side: str | None) -> None:
    assert registry.side_of(name) == side


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("police", True),
        ("Police", True),
        ("the health ministry", True),
        ("General Staff", True),
        ("officials", True),
        ("military officials", True),
        ("defense officials", True),
        ("health authorities", True),
        ("rebel officials", False),
        ("separatist authorities", False),
        ("hospital officials", False),
        ("rebels", False),
        ("witness", False),
        ("opposition leader", False),
        ("Red Crescent", False),
        ("Ukraine", False),
        ("", False),
    ],
)
def test_words_that_only_name_an_office(registry, words, office):
    assert registry.names_office(words) is office
