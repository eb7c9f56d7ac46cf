"""Lines of many outlets' styles, put into an otherwise plain page: what is the line, and is the article left whole?"""

from __future__ import annotations

import textwrap

import pytest

from tallybook.model import BlockKind, Document
from tallybook.read import read_page
from tallybook.settings import Settings

HEADLINE = "Flood in Karonda kills at least 48 as dam gates fail"
BODY = (
    (
        "At least 48 people died when the gates of the Karonda dam failed on Tuesday night, the governor of "
        "the province said."
    ),
    "Rescue teams in boats brought some 1,200 villagers to higher ground, according to the national disaster agency.",
    (
        "“The water came in the dark and took whole streets,” said Amina Tarr, who teaches at the primary "
        "school in Karonda."
    ),
    "Engineers had warned in 2019 that the dam needed repairs, but parliament twice struck the money from the budget.",
    "The army sent 300 soldiers and two helicopters to Karonda, and more troops were expected by the weekend, it said.",
)
F = BlockKind.FURNITURE


def page(line: str, where: str) -> str:
    """A page with `line` above the headline, below it, in the middle of the article or after it."""
    lines = [HEADLINE, "By Dora Milne", *BODY]
    at = {"top": 0, "under": 2, "middle": 5, "end": len(lines)}[where]
    return "\n\n".join([*lines[:at], line, *lines[at:]])


def read(text: str) -> Document:
    return read_page(text.encode(), settings=Settings())


def kinds(document: Document) -> dict[str, BlockKind]:
    return {block.span.of(document.text): block.kind for block in document.blocks}


ROWS = [
    # menus, search, languages
    ("top", "Menu", F),
    ("top", "Search", F),
    ("top", "Skip to main content", F),
    ("top", "Home | World | Politics | Business | Opinion", F),
    ("top", "News · Sport · Weather · iPlayer · Sounds", F),
    ("top", "World  Africa  Asia  Europe  Americas", F),
    ("top", "Home › World › Africa", F),
    ("top", "English | Français | العربية", F),
    ("top", "ENG УКР РУС", F),
    ("top", "Sign in", F),
    ("top", "Today: Jan 3, 2026", F),
    ("top", "Monday, March 3, 2025 | 27°C | USD 1.08", F),
    ("top", "Breaking news", F),
    ("top", "LIVE: Budget debate in parliament", F),
    ("top", "DAX 18,721.40 −0.42% | Gold $2,391 | Brent $78.15", F),
    # reading times and players
    ("under", "1 min read", F),
    ("under", "Reading time: 4 minutes", F),
    ("under", "Listen to this article", F),
    ("under", "This audio is created with AI assistance", F),
    ("under", "Listen (6 min)", F),
    ("under", "Add us on Google", F),
    # sharing
    ("under", "Share", F),
    ("under", "Facebook Twitter WhatsApp Email Copy link", F),
    ("under", "Share on Facebook", F),
    ("middle", "Share this article", F),
    ("end", "Follow us on Telegram and X", F),
    ("end", "@karondanews", F),
    # appeals, with numbers
    ("top", "Help us reach 20,000 members. Your support keeps our journalism free.", F),
    ("top", "Just 2% of our readers pay. Become one of our 15,000 supporters today.", F),
    ("end", "Our goal: 5,000 new members by June. Will you help us get there?", F),
    ("end", "Can we reach 12,000 subscribers?", F),
    ("end", "We rely on readers like you. Support our journalism from $5 a month.", F),
    ("middle", "Support independent journalism with a donation of 10 euros", F),
    ("end", "You have read 3 of 5 free articles this month. Subscribe for unlimited access.", F),
    ("end", "Join 60,000 professionals who get our newsletter every morning.", F),
    ("middle", "Sign up for our daily newsletter and never miss a story.", F),
    ("middle", "Get the latest headlines delivered to your inbox.", F),
    ("end", "Enter your email address", F),
    ("end", "Please enter a valid email address", F),
    ("end", "Thank you for signing up to our newsletter.", F),
    # links to other texts
    ("middle", "Read more: Ten dams that engineers fear", F),
    ("middle", "READ ALSO: Budget cuts hit repairs at 40 dams", F),
    ("middle", "Related: 31 dead in last year's flood", F),
    ("middle", "SEE ALSO: How 12 villages were moved in 1988", F),
    ("middle", "Watch: Helicopter saves 9 from roof", F),
    ("middle", "Advertisement", F),
    ("middle", "Story continues below advertisement", F),
    ("end", "See all", F),
    ("end", "Load more", F),
    ("end", "Back to top", F),
    ("middle", "Podcast · Courier Weekly · episode 61 · 24 min · What the miller saw", F),
    ("middle", "list 1 of 3", F),
    ("middle", "3 of 12", F),
    ("end", "— Governor’s Office (@karonda_gov) January 3, 2025", F),
    ("middle", "Independent, and owned by those who read it. 9,300 members carry us. We want to be 10,000 by June.", F),
    ("end", "Support the Courier: 11,480 people pay for this newspaper. Be number 11,481.", F),
    ("end", "The Courier has 8,700 subscribers and no advertisements. Be one of the next 300.", F),
    ("end", "Follow the Courier's dam coverage at https://courier.example.org/dam", F),
    # legal
    ("end", "© 2025 Karonda Courier. All rights reserved.", F),
    ("end", "Copyright 2025 The Courier Company", F),
    ("top", "We use cookies and similar tools. By clicking Accept you agree to our use of cookies.", F),
    ("end", "Privacy Policy", F),
    ("end", "Comments (47)", F),
    ("end", "Tags: dam, flood, Karonda", F),
    ("end", "Got a tip? Email us at tips@example.org", F),
    ("middle", "* * *", F),
    # captions and credits
    ("under", "Rescuers carry a child through Karonda on Wednesday. (Ed Marsh/AFP/Getty Images)", BlockKind.CAPTION),
    ("under", "Photo: Karonda Disaster Office", BlockKind.CAPTION),
    ("under", "Villagers wait on a roof in Karonda, Jan. 3, 2025. (Source: Getty Images)", BlockKind.CAPTION),
    ("under", "People stand on the broken dam. Photo by Lena Ruiz", BlockKind.CAPTION),
    ("under", "Governor Ada Brin, left, and Colonel Tom Osei, right, visit the dam", BlockKind.CAPTION),
    ("under", "FILE - The Karonda dam is seen from the air, May 4, 2021.", BlockKind.CAPTION),
    ("middle", "Image caption Water pours over the dam", BlockKind.CAPTION),
    ("middle", "A soldier stands guard at the dam (Reuters)", BlockKind.CAPTION),
    ("under", "Soldiers work at the broken gates of the dam. (Belmo Rescue Service / Telegram)", BlockKind.CAPTION),
    ("middle", "Villagers carry their belongings through the water in Karonda, January 4, 2025.", BlockKind.CAPTION),
    # bylines and dates
    ("under", "January 3, 2025 9:05 AM", BlockKind.BYLINE),
    ("under", "Published 3 January 2025, 14:10 GMT", BlockKind.BYLINE),
    ("under", "Updated 6:41 PM CET, January 3, 2025", BlockKind.BYLINE),
    ("under", "Tom Osei, Africa correspondent", BlockKind.BYLINE),
    ("end", "(Reporting by Dora Milne; Editing by Tom Osei)", BlockKind.BYLINE),
    ("end", "Lena Ruiz contributed to this report.", BlockKind.BYLINE),
    # article, however much it looks like furniture
    ("under", "Engineers warned parliament six years ago, and more rain is on its way", BlockKind.STANDFIRST),
    ("under", "- 48 dead, 1,200 rescued", BlockKind.LIST_ITEM),
    ("middle", "Warnings ignored for years", BlockKind.HEADING),
    ("middle", "What we know so far", BlockKind.HEADING),
    ("middle", "Background", BlockKind.HEADING),
    ("middle", "• The dam holds 40 million cubic metres of water when full.", BlockKind.LIST_ITEM),
    ("middle", "“No warning.”", BlockKind.BODY),
    (
        "middle",
        "The country wants to become a member of the regional alliance within two years, its foreign minister said.",
        BlockKind.BODY,
    ),
    (
        "middle",
        "More than 4,000 people signed up for the relief force in one day, the governor said on Wednesday.",
        BlockKind.BODY,
    ),
    (
        "middle",
        "“Please help us, send boats,” a woman with two children told the radio station from a roof in Karonda.",
        BlockKind.BODY,
    ),
    (
        "middle",
        "Donations of 2 million euros had reached the Red Cross by Thursday evening, the organisation said.",
        BlockKind.BODY,
    ),
    (
        "middle",
        "The newspaper lost 300,000 subscribers last year, and its owner put the paywall down to falling sales.",
        BlockKind.BODY,
    ),
    ("middle", "The US delivered 14 pumps today, and 300 members of a rescue team landed in Belmo.", BlockKind.BODY),
    ("middle", "Readers of the local paper gave 2 million, which pays for 40 boats.", BlockKind.BODY),
    ("middle", "A search for the 17 missing workers goes on.", BlockKind.BODY),
    ("end", "The governor has declared three days of mourning, state television said. (AP)", BlockKind.BODY),
]


@pytest.mark.parametrize(("where", "line", "kind"), ROWS)
def test_line_has_its_kind_and_leaves_the_article_whole(where: str, line: str, kind: BlockKind) -> None:
    found = kinds(read(page(line, where)))
    assert found[line] is kind
    assert [found[paragraph] for paragraph in BODY] == [BlockKind.BODY] * len(BODY)
    assert found[HEADLINE] is BlockKind.TITLE


REGIONS = [
    (
        "Don't Miss",
        (
            "refinery\n\nOil claims in doubt after raid\n\nForeign companies own 12 fields that the new law "
            "would take from them."
        ),
    ),
    ("RELATED", "- Storm kills 9 in Belmo\n- Two dams closed for repairs\n- Army buys 14 helicopters"),
    ("Related articles", "Storm kills 9 in Belmo\n\nTwo dams closed for repairs"),
    (
        "News Feed",
        (
            "11:51 PM\n\nStocks fall 3%.\n\nShares of 40 companies fell in late trading on Monday.\n\n5:10 "
            "PM\n\nFerry sinks, 6 dead."
        ),
    ),
    ("MORE NEWS", "Stocks fall 3%\nFerry sinks, 6 dead\nMinister quits"),
    ("Editors' Picks", "The 50 best films\nHow 3 sisters crossed the desert"),
    ("Most read", "1 Ten suppers for busy weeks\n2 Bus crash leaves 16 dead\n3 The quiz: 20 questions"),
    ("You may also like", "Seven walks by the sea"),
    (
        "Top stories",
        "Live. Storm: 3 dead, 20,000 without power\n5 hours ago\nMayor quits over 2 million loan\n6 hours ago",
    ),
    ("Trending now", "Actor sells 40 guitars"),
    ("More from Africa", "Bus plunge kills 24\n5 things to know about the new tax law"),
    ("Comments", "Dam Fan 3 hours ago\n\nThey knew for 6 years and did nothing about it, shame on them."),
    ("Newsletter", "Every Friday: 5 stories worth your time"),
    ("About the author", "Dora Milne has covered 11 elections for the Courier and lives in Belmo."),
    ("In other news", "Goats eat 40 metres of hedge"),
]


@pytest.mark.parametrize(("opener", "below"), REGIONS)
def test_section_after_the_article_is_furniture_to_the_end(opener: str, below: str) -> None:
    text = page(opener, "end") + "\n\n" + below
    document = read(text)
    found = kinds(document)
    assert [found[paragraph] for paragraph in BODY] == [BlockKind.BODY] * len(BODY)
    after = [block for block in document.blocks if block.span.start >= text.index(opener, len(HEADLINE))]
    assert after
    assert {block.kind for block in after} == {F}


def test_box_in_the_article_ends_where_the_article_goes_on() -> None:
    box = "READ MORE WORLD NEWS\n\nShark bites surfer, 24\n\nYacht flips, 7 dead"
    document = read(page(box, "middle"))
    found = kinds(document)
    assert [found[paragraph] for paragraph in BODY] == [BlockKind.BODY] * len(BODY)
    assert {found[line] for line in box.split("\n\n")} == {F}


def test_cut_teaser_below_the_article_is_furniture_with_its_headline() -> None:
    headline = "‘Nobody listened’ – We asked 5 engineers about Karonda"
    dek = (
        "The failure of the gates at Karonda was foreseen by engineers for years, and 5 of them told us what "
        "they wrote to the minist…"
    )
    found = kinds(read(page(headline, "end") + "\n" + dek))
    assert found[headline] is F
    assert found[dek] is F


def test_other_articles_below_without_an_opener_are_furniture() -> None:
    teasers = (
        "Parliament votes down tax on fuel for third time",
        "The bill fell short by 9 votes after 2 deputies changed sides in the night.",
        "Goalkeeper leaves Rovers after 14 years",
        "Ned Alder made 412 appearances and will play his last match on Sunday.",
    )
    document = read("\n\n".join([HEADLINE, "By Dora Milne", *BODY, *teasers]))
    found = kinds(document)
    assert {found[line] for line in teasers} == {F}
    assert [found[paragraph] for paragraph in BODY] == [BlockKind.BODY] * len(BODY)


def test_sections_of_one_paragraph_stay_in_the_article() -> None:
    sections = (
        "What the engineers say about the gates",
        "The gates of the Karonda dam were last repaired in 1998, according to two engineers of the province.",
        "What the governor says about the money",
        "The governor said that the province had asked for 12 million to repair the dam and was given 3 million.",
    )
    found = kinds(read("\n\n".join([HEADLINE, "By Dora Milne", *BODY, *sections])))
    assert F not in {found[line] for line in sections}


def test_capitals_alone_are_read_as_text() -> None:
    found = read("\n\n".join([HEADLINE.upper(), *(paragraph.upper() for paragraph in BODY)]))
    assert [block.kind for block in found.blocks] == [BlockKind.TITLE] + [BlockKind.BODY] * len(BODY)


def test_window_title_and_headline_are_both_title() -> None:
    document = read("\n\n".join([f"{HEADLINE} | Karonda Courier", "Menu", HEADLINE, "By Dora Milne", *BODY]))
    assert [block.kind for block in document.blocks[:4]] == [BlockKind.TITLE, F, BlockKind.TITLE, BlockKind.BYLINE]


def test_live_blog_keeps_its_timed_entries() -> None:
    entries = "\n\n".join(
        f"{hour}.{minute} GMT\n\n{paragraph}"
        for hour, minute, paragraph in zip((18, 17, 16, 15, 14), (42, 55, 20, 31, 10), BODY, strict=True)
    )
    found = kinds(read(f"Karonda flood: 48 dead as dam gates fail – live\n\n{entries}"))
    assert [found[paragraph] for paragraph in BODY] == [BlockKind.BODY] * len(BODY)


def test_headline_printed_twice_is_a_title_twice() -> None:
    document = read("\n\n".join([HEADLINE, "2 min read", "Authors", HEADLINE, *BODY]))
    assert [block.kind for block in document.blocks[:4]] == [BlockKind.TITLE, F, F, BlockKind.TITLE]


def test_alt_text_and_the_caption_that_repeats_it_are_captions() -> None:
    alt = "Soldiers and villagers in boats"
    caption = f"{alt} cross the flooded market of Karonda in the Belmo district of the province on Wednesday morning"
    found = kinds(read("\n\n".join([HEADLINE, "1 min read", f"{alt}\n{caption}", *BODY])))
    assert (found[alt], found[caption]) == (BlockKind.CAPTION, BlockKind.CAPTION)


def test_page_without_headline_keeps_its_lead_and_summary() -> None:
    text = "\n".join(
        [
            BODY[0],
            "Points of attention",
            "- 48 people died in Karonda.",
            "- The dam needed repairs.",
            "Rescue goes on",
            *BODY[1:],
        ]
    )
    document = read(text)
    assert document.title is None
    assert F not in {block.kind for block in document.blocks}


def test_wrapped_lines_join_into_one_paragraph() -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, 68) for paragraph in BODY)
    document = read(f"{HEADLINE}\n\n{wrapped}\n")
    bodies = [block.span.of(document.text) for block in document.blocks if block.kind is BlockKind.BODY]
    assert [" ".join(body.split()) for body in bodies] == list(BODY)


def test_line_that_stops_in_mid_sentence_goes_on_in_the_next() -> None:
    found = kinds(
        read(page("The Courier needs a community of readers —\nnot a wall of adverts around its dams.", "middle"))
    )
    assert any("\n" in text for text in found)


def test_windows_line_ends_and_no_break_spaces_stay() -> None:
    text = "\r\n\r\n".join([HEADLINE, *BODY]).replace("48 people", "48\u00a0people")
    document = read(text)
    assert document.text == text
    assert [block.kind for block in document.blocks] == [BlockKind.TITLE] + [BlockKind.BODY] * len(BODY)
