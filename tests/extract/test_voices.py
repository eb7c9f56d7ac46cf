"""Who says a number, and through whom."""

from __future__ import annotations

import pytest

from tallybook.model import BlockKind

SPEAKERS = [
    ("The Harbour Guild said 44 dockers were hurt.", "44", "Harbour Guild", (), "before the verb"),
    ("Forty-four dockers were hurt, the Harbour Guild said.", "Forty-four", "Harbour Guild", (), "behind what is said"),
    ("“We lost 26 boats,” said Mayor Tevita Latu.", "26", "Tevita Latu", (), "behind a quotation"),
    ("According to the Lake Institute, 310 cows drowned.", "310", "Lake Institute", (), "according to, in front"),
    ("Some 310 cows drowned, according to the Lake Institute.", "310", "Lake Institute", (), "according to, behind"),
    ("A report by the Lake Institute found that 90 wells dried up.", "90", "Lake Institute", (), "owner of a report"),
    ("The 75 deaths reported by the Coast Board fell in May.", "75", "Coast Board", (), "agent of a passive"),
    ("Police counted 800 marchers.", "800", "police", (), "a role that speaks, in small letters"),
    (
        "“It burned 51 huts,” chief Amara Sesay told the Freetown Courier.",
        "51",
        "Amara Sesay",
        ("Freetown Courier",),
        "told",
    ),
    ("Rain killed 40 goats.", "40", None, (), "nobody speaks: the outlet itself"),
    ("Critics might argue that 60 families left.", "60", None, (), "supposed speech is none"),
    (
        "Nearly 2 million people were affected (Delta Agency, 3 May).",
        "2 million",
        "Delta Agency",
        (),
        "in brackets",
    ),
]


@pytest.mark.parametrize(("text", "number", "origin", "relays", "why"), SPEAKERS, ids=[row[0] for row in SPEAKERS])
def test_speaker(text, number, origin, relays, why, reading):
    told = reading(text).claim(number).attribution
    assert (told.origin, told.relays) == (origin, relays), why


HEADLINES = [
    ("Coast Guard: 16 rescued off Samoa", "16", "Coast Guard", "before a colon"),
    ("16 rescued off Samoa – Coast Guard", "16", "Coast Guard", "behind a dash"),
    ("Samoa: 16 rescued", "16", None, "a place speaks not"),
]


@pytest.mark.parametrize(("text", "number", "origin", "why"), HEADLINES, ids=[row[0] for row in HEADLINES])
def test_headline(text, number, origin, why, reading):
    assert reading(text, BlockKind.TITLE).claim(number).attribution.origin == origin, why


CARRIED = [
    ("Mina Okafor led the search. She said 18 divers were missing.", "18", "Mina Okafor", "a pronoun"),
    ("The Lake Institute met. The institute said 35 wells dried up.", "35", "Lake Institute", "a bare noun of a body"),
    ("The Relief Board (RB) met. The RB said 35 wells dried up.", "35", "Relief Board", "an acronym"),
    ("A UNICEF memo leaked. Mali objected. The memo put the dead at 45.", "45", "UNICEF", "the memo's owner"),
    ("Some 35 wells dried up. The figures come from the Lake Institute.", "35", "Lake Institute", "told afterwards"),
    ("Mayor Ilse Krantz came. The lake was high. She said 45 huts sank.", "45", "Ilse Krantz", "two sentences back"),
    ("Aid workers arrived on Monday. They said 45 people had died.", "45", "aid workers", "several who had not spoken"),
    (
        "A navy official spoke of gales. The official said 45 boats sank.",
        "45",
        "navy official",
        "a role that was named",
    ),
    (
        "Colonel Jonas Petr gave no details. The colonel said 45 boats sank.",
        "45",
        "Jonas Petr",
        "a title that was named",
    ),
    (
        "Ana Ruiz runs the health ministry of Chad. Her ministry said 45 died.",
        "45",
        "Ministry of Health (Chad)",
        "hers",
    ),
    ("Mali sent 45 buses to Niger, its defence ministry said.", "45", "Ministry of Defence (Mali)", "its country's"),
    ("Chad's health ministry met. The Ministry of Health said 45 died.", "45", "Ministry of Health (Chad)", "one body"),
    (
        "Union leader Amina Bello spoke. Miners struck. The union said 45 men came.",
        "45",
        "union",
        "a body is nobody's role",
    ),
    (
        "A port spokesman came. Mrs. Ruiz left. He said 45 boats sank.",
        "45",
        "port spokesman",
        "he, not she",
    ),
]


@pytest.mark.parametrize(("text", "number", "origin", "why"), CARRIED, ids=[row[0] for row in CARRIED])
def test_carried(text, number, origin, why, reading):
    assert reading(text).claim(number).attribution.origin == origin, why


OPEN_VERBS = [
    ("The minister lamented that 45 bridges were still closed.", "45", "minister", "any verb with a clause with that"),
    ("The senator charges that donors gave 45 cars to the fund.", "45", "senator", "a verb that looks like a noun"),
    ("Fishermen at the port confirm 17 arrests.", "17", "fishermen at the port", "another one"),
    ("The Reef Watch estimates that 45 boats sank.", "45", "Reef Watch", "a noun to the parser"),
    ("It lost 45 boats, the ministry estimates, of which 12 sank.", "45", "ministry", "in a parenthesis"),
    ("The opposition asked for 45 boats.", "45", "opposition", "with its preposition"),
    ("The opposition asked 45 voters.", "45", None, "without it"),
    (
        "Kurdish activists alleged that the army had jailed 33 men.",
        "33",
        "Kurdish activists",
        "no participle of its noun",
    ),
    ("The rebels boasted of having sunk 45 boats.", "45", "rebels", "with its preposition"),
    ("Mayor Ilse Krantz quipped that 3,000 cows had voted.", "3,000", "Ilse Krantz", "also a rare one"),
    ("“We counted 45 bodies,” fumed the mayor.", "45", "mayor", "any verb behind a quotation"),
    ("“We counted 45 bodies,” the mayor fumed.", "45", "mayor", "also behind its subject"),
    ("The dam ensured that 45 villages stayed dry.", "45", None, "a verb that takes a clause and tells nothing"),
    ("Doctors did not joke that 45 patients had left.", "45", None, "what is denied is not told"),
]


@pytest.mark.parametrize(("text", "number", "origin", "why"), OPEN_VERBS, ids=[row[0] for row in OPEN_VERBS])
def test_verbs_that_no_list_names(text, number, origin, why, reading):
    assert reading(text).claim(number).attribution.origin == origin, why


PLAIN = [
    ("Tribal elders complained that 45 families had left.", "45", "tribal elders", "an adjective opens the sentence"),
    ("Engineers said 45 bridges had cracked.", "45", "engineers", "a parser may take it for a name"),
    ("Kurdish elders said 45 families had left.", "45", "Kurdish elders", "a people keeps its capital"),
    ("Officials in Quito said 12 soldiers were wounded.", "12", "officials", "where they are is left out"),
    ("Two witnesses said 40 people were killed.", "40", "witnesses", "how many spoke is left out"),
]


@pytest.mark.parametrize(("text", "number", "origin", "why"), PLAIN, ids=[row[0] for row in PLAIN])
def test_plain_speakers(text, number, origin, why, reading):
    assert reading(text).claim(number).attribution.origin == origin, why


RECKONINGS = [
    ("By Oxfam's count, 45 people died.", "45", "Oxfam", "by somebody's count"),
    ("The union's figure of 3,000 strikers was disputed.", "3,000", "union", "somebody's figure of"),
    ("The minister's claim that 45 bridges were built is false.", "45", "minister", "a noun with a clause with that"),
    ("The number of cows of the farmers fell to 45.", "45", None, "a number is of what it counts"),
    ("According to exit polls, 43 percent backed Lena Fischer.", "43", "exit polls", "a report without an owner"),
    ("A leaked memo says 600 engineers will lose their jobs.", "600", "leaked memo", "a report that speaks"),
    ("In a poll by Delta Research, 43 percent backed Lena Fischer.", "43", "Delta Research", "in a poll by somebody"),
    (
        "Some 45 boats came, interior ministry figures show, against 12.",
        "12",
        "Ministry of Interior",
        "a body's figures",
    ),
    ("A 2014 study found that 45 patients died.", "45", "study", "its year counts nothing"),
    ("The count by the Lagoon Network gave the mayor 43 percent.", "43", "Lagoon Network", "what a count gives"),
    ("Data from the National Housing Survey show 41 homes empty.", "41", "National Housing Survey", "a survey by name"),
]


@pytest.mark.parametrize(("text", "number", "origin", "why"), RECKONINGS, ids=[row[0] for row in RECKONINGS])
def test_nouns_of_saying(text, number, origin, why, reading):
    assert reading(text).claim(number).attribution.origin == origin, why


SIDE_BY_SIDE = [
    ("The port lacks the 20 boats that experts say it needs.", "20", "experts", ()),
    ("The army says it killed 45 rebels, but the rebels say only 12 fighters died.", "45", "army", ()),
    ("The army says it killed 45 rebels, but the rebels say only 12 fighters died.", "12", "rebels", ()),
    ("Thousands marched. Organisers claimed 500,000; police put it at 120,000.", "500,000", "organisers", ()),
    ("Thousands marched. Organisers claimed 500,000; police put it at 120,000.", "120,000", "police", ()),
    ("Police reported 45 arrests and the union 120.", "120", "union", ()),
    ("AFP reported that the army had killed 45 rebels.", "45", "AFP", ()),
]


@pytest.mark.parametrize(("text", "number", "origin", "relays"), SIDE_BY_SIDE, ids=[row[0] for row in SIDE_BY_SIDE])
def test_several_speak_in_one_sentence(text, number, origin, relays, reading):
    told = reading(text).claim(number).attribution
    assert (told.origin, told.relays) == (origin, relays)


NAMES_BESIDE_ROLES = [
    ("Some 4,000 people were fed, the agency's director, Mateo Cevallos, said.", "4,000", "Mateo Cevallos"),
    ("“They are 45 cowards,” said 9/11 widow Terry Strand.", "45", "Terry Strand"),
    ("A monitoring group, Public Count, estimated the crowd at 4,000.", "4,000", "Public Count"),
]


@pytest.mark.parametrize(("text", "number", "origin"), NAMES_BESIDE_ROLES, ids=[row[0] for row in NAMES_BESIDE_ROLES])
def test_names_beside_roles(text, number, origin, reading):
    assert reading(text).claim(number).attribution.origin == origin


APPOSED = [
    ("The mill shed 90 hands, its owner, Petra Novak, told the daily Zprávy.", "90", "Petra Novak", ("Zprávy",)),
    ("A landslip buried 14 cows, a vet, Tom\u00e1s Ruiz, told Radio Andina.", "14", "Tomás Ruiz", ("Radio Andina",)),
    ("Some 40 huts burned, Aida Kone, who runs the clinic in Sikasso, said.", "40", "Aida Kone", ()),
    ("Some 40 huts burned, says the clinic's director there, Aida Kone.", "40", "Aida Kone", ()),
    ("Some 40 huts burned, according to the head of the clinic, Aida Kone; 300 people fled.", "300", "Aida Kone", ()),
    ("Some 40 huts burned, according to health minister Aida Kone.", "40", "Aida Kone", ()),
    ("Some 40 huts burned in Sikasso, Mali, said the prefect.", "40", "prefect", ()),
    ("Some 40 huts burned, the mayor told state radio.", "40", "mayor", ("state radio",)),
    ("Some 40 huts burned, the mayor told reporters.", "40", "mayor", ()),
]


@pytest.mark.parametrize(("text", "number", "origin", "relays"), APPOSED, ids=[row[0] for row in APPOSED])
def test_person_beside_an_office(text, number, origin, relays, reading):
    told = reading(text).claim(number).attribution
    assert (told.origin, told.relays) == (origin, relays)


BESIDE = [
    ("Some 40 huts burned, the Coast Board said; nine goats died.", "nine", "Coast Board", "goes on behind"),
    ("Some 40 huts burned; nine goats died, the Coast Board said.", "40", "Coast Board", "ends for all"),
    ("Some 40 huts burned; villagers say nine goats died.", "40", None, "opens for what follows only"),
    ("The Coast Board says 40 huts burned; villagers say 55.", "55", "villagers", "another speaks"),
    ("Some 40 huts burned, a panel of jurists believes, and 70 people fled.", "40", "panel of jurists", "set apart"),
    ("Some 40 huts burned, the WHO said.", "40", "World Health Organization", "letters, no pronoun"),
]


@pytest.mark.parametrize(("text", "number", "origin", "why"), BESIDE, ids=[row[0] for row in BESIDE])
def test_parts_of_a_sentence(text, number, origin, why, reading):
    assert reading(text).claim(number).attribution.origin == origin, why


TOLD = [
    ("Mayor Ana Ruiz told Radio Sucre the river had burst. She said 45 huts were gone.", "a sentence before"),
    ("Mayor Ana Ruiz spoke to Radio Sucre on Monday. She said 45 huts were gone.", "spoke to it"),
    ("In an interview with Radio Sucre, Mayor Ana Ruiz said 45 huts were gone.", "in an interview"),
    ("Speaking to Radio Sucre, Mayor Ana Ruiz said 45 huts were gone.", "speaking to it"),
    ("Radio Sucre interviewed Mayor Ana Ruiz. “We lost 45 huts,” she said.", "asked by it"),
    ("“It was dark,” Mayor Ana Ruiz told Radio Sucre. “We lost 45 huts.”", "the quotation goes on"),
    ("Mayor Ana Ruiz was quoted by Radio Sucre as saying 45 huts were gone.", "quoted as saying"),
]


@pytest.mark.parametrize(("text", "why"), TOLD, ids=[row[0] for row in TOLD])
def test_relays_of_other_sentences(text, why, reading):
    told = reading(text).claim("45").attribution
    assert (told.origin, told.relays) == ("Ana Ruiz", ("Radio Sucre",)), why


APART = [
    (
        "Two more wells will open by May, the village head, Awa Diop, promised.",
        "Two",
        "Awa Diop",
        "a verb that may not tell",
    ),
    ("Some 40 huts burned, reckons Brother Luc Mbaye.", "40", "Luc Mbaye", "a verb that looks like a noun"),
    (
        "Some 40 huts burned, the Ghanaian transport ministry estimates, and 12 roads.",
        "12",
        "Ministry of Transport (Ghana)",
        "in the middle",
    ),
    ("Some 40 huts burned, as the envoy Pia Lund put it.", "40", "Pia Lund", "an echo"),
    ("Some 40 huts burned, the surgeon Pia Lund lamented on Radio Andina.", "40", "Pia Lund", "an outlet behind"),
    ("The valley has 40 schools, Save the Children says.", "40", "Save the Children", "a name that begins with a verb"),
    ("When 40 huts burned, the mayor resigned.", "40", None, "no verb of saying"),
    ("The League is putting together a team of 40 divers.", "40", None, "a verb with a particle"),
]


@pytest.mark.parametrize(("text", "number", "origin", "why"), APART, ids=[row[0] for row in APART])
def test_set_apart(text, number, origin, why, reading):
    assert reading(text).claim(number).attribution.origin == origin, why


LISTED = [
    ("The Ghanaian health ministry's figures for Tamale: 412 infected, 5 dead.", "5", "Ministry of Health (Ghana)"),
    ("The fire service on the blaze at Keta: 31 stalls burned, two men hurt.", "31", "fire service"),
    ("Losses in the storm, as counted by the Delta Agency: 31 boats, 9 houses.", "9", "Delta Agency"),
    ("The flood in the south: 31 boats lost.", "31", None),
    ("Some 31 boats lost in storm off Keta: broadcaster", "31", "broadcaster"),
]


@pytest.mark.parametrize(("text", "number", "origin"), LISTED, ids=[row[0] for row in LISTED])
def test_before_a_list(text, number, origin, reading):
    assert reading(text).claim(number).attribution.origin == origin


SEATED = [
    (
        "Some 31 boats were lost, the defence ministry in Athens said.",
        "Ministry of Defence (Greece)",
        "a capital tells whose",
    ),
    (
        "Some 31 boats were lost, according to the justice ministry in Lima.",
        "Ministry of Justice (Peru)",
        "behind a preposition",
    ),
    ("Some 31 boats were lost, Peru's customs said.", "Customs (Peru)", "a kind of body"),
    (
        "Some 31 boats were lost, Peru's trout growers' association said.",
        "trout growers' association (Peru)",
        "plain words",
    ),
]


@pytest.mark.parametrize(("text", "origin", "why"), SEATED, ids=[row[0] for row in SEATED])
def test_whose_body(text, origin, why, reading):
    assert reading(text).claim("31").attribution.origin == origin, why


TURNS = "KRANTZ: We came.\nRUIZ: How many?\nKRANTZ: We were 45 men.\nNine boats sank.\nRUIZ: I see.\nSome 300 fled."


@pytest.mark.parametrize(("number", "origin"), [("45", "Krantz"), ("Nine", "Krantz"), ("300", None)])
def test_turns_of_a_conversation(number, origin, reading):
    assert reading(TURNS, lines=True).claim(number).attribution.origin == origin


DONE = [
    ("Divers found 31 bodies, the coroner Pia Lund said.", "31", "Pia Lund", (), "found is done, not told"),
    (
        "Kumasi's clinic admitted 31 pupils, the health minister, Kofi Osei, said.",
        "31",
        "Kofi Osei",
        (),
        "admitted too",
    ),
    ("A study found that 31 wells are dry.", "31", "study", (), "a report finds"),
    ("Fire took 40 huts in Keta, police said; the prefect knows of 31.", "31", "prefect", (), "a verb with of"),
    (
        "The abbey said, according to the newspaper Prensa, that 31 monks had fled.",
        "31",
        "abbey",
        ("Prensa",),
        "a medium passes on",
    ),
    (
        "Quoting Radio Andina, the Lima Gazette says 31 boats sank.",
        "31",
        "Radio Andina",
        ("Lima Gazette",),
        "no name's part",
    ),
    (
        "Some 40 huts burned, Pia Lund told Radio Andina; she knows of 31 sheds.",
        "31",
        "Pia Lund",
        ("Radio Andina",),
        "told beside",
    ),
]


@pytest.mark.parametrize(("text", "number", "origin", "relays", "why"), DONE, ids=[row[0] for row in DONE])
def test_what_tells(text, number, origin, relays, why, reading):
    told = reading(text).claim(number).attribution
    assert (told.origin, told.relays) == (origin, relays), why
