"""Copies found by sketches alone."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from itertools import permutations
from random import Random

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.copies.texts import COPIES, FERRY, HARVEST, LOOK_ALIKES, OWN, edited, first, page

from tallybook.copies import Lists, Sketch, Sketches, join_sketches, sketch_of
from tallybook.model import Document

FORMS = {
    "casualties": """The ministry of health said that {} people had been killed and {} wounded in the past {} hours.
    That brings the number of the dead to {} since the beginning, the ministry said in its daily report. A number of
    victims are still under the rubble and on the roads, as ambulance crews are unable to reach them.""",
    "weather": """After some fog in the morning it stays dry with sunny spells. Highs of {} degrees by the lake and {}
    degrees in the hills, a light wind from the west. At night it cools down to {} degrees. The outlook for the next
    days: little change, with highs around {} degrees and clear nights. Two pressure areas meet over the sea.""",
    "a match": """The home side went ahead in the {}th minute and had the better of the first half, but the guests came
    back after the break and hit the post in the {}th minute. The second goal came from the penalty spot after a foul
    that the referee looked at again on the screen. The winners now have {} points and the losers have {} points.""",
    "closing prices": """Shares closed higher as investors took heart from the latest figures. The index of the leading
    companies rose {} per cent, and the broader index gained {} per cent. Oil was up at {} dollars a barrel, and gold
    was little changed at {} dollars an ounce. The day before trade had been thin, dealers said.""",
    "one number in a form of numerals": """One of the three towers of the old mill stands open on two days of the week,
    on Friday and Sunday, from March to October. Four guides lead groups of ten or twelve; the first of them starts at
    nine and the last at five. On Sunday {} visitors came, which the two directors called a good day for the mill.""",
}
FILLED = (11, 24, 36, 412)
REFILLED = (19, 27, 31, 536)

WITHOUT_BLANKS = {
    "ja": "昨日の午後、港の沖で小さな船が沈み、乗っていた十二人のうち九人が近くの漁船に助けられた。"
    "警察によると、残る三人の行方はまだ分かっていない。海は荒れており、捜索は夜明けを待って再開される予定である。港の人々は岸に集まって知らせを待っていた。",
    "zh": "昨天下午一艘小船在港口外海沉没，船上十二人中有九人被附近的渔船救起。警方表示，其余三人仍然下落不明。"
    "海面风浪很大，搜救行动将在天亮后重新开始。港口的居民聚集在岸边等候消息，当地学校的体育馆已经开放，供获救者和家属休息。",
    "th": "เรือลำเล็กจมลงนอกชายฝั่งเมื่อบ่ายวานนี้ ผู้โดยสารเก้าคนจากทั้งหมดสิบสองคนได้รับการช่วยเหลือจากเรือประมงที่อยู่ใกล้เคียง "
    "ตำรวจกล่าวว่ายังไม่ทราบชะตากรรมของอีกสามคน ทะเลมีคลื่นสูง การค้นหาจะเริ่มอีกครั้งเมื่อฟ้าสาง ชาวบ้านรวมตัวกันรอฟังข่าวที่ท่าเรือ",
}


def sketches_of(*documents: Document) -> Sketches:
    return Sketches.of(map(sketch_of, documents))


def pairs(*documents: Document) -> list[tuple[str, str]]:
    sketches = sketches_of(*documents)
    return [(copy.original, copy.copy) for copy in join_sketches(sketches).copies(sketches.documents)]


def chance_text(words: int, seed: int = 1) -> str:
    chance = Random(seed)
    return " ".join("".join(chance.choices("abcdefghij", k=5)) for _ in range(words))


@pytest.mark.parametrize("kind", COPIES)
def test_copies_are_found(kind):
    found = pairs(page("a", FERRY), page("b", COPIES[kind]), page("c", HARVEST))
    assert ("a", "b") in {tuple(sorted(pair)) for pair in found}


@pytest.mark.parametrize("kind", LOOK_ALIKES)
def test_look_alikes_are_not(kind):
    a, b = LOOK_ALIKES[kind]
    assert pairs(page("a", a), page("b", b)) == []


@pytest.mark.parametrize("form", FORMS)
def test_a_form_filled_in_anew_is_no_copy(form):
    assert pairs(page("a", FORMS[form].format(*FILLED)), page("b", FORMS[form].format(*REFILLED))) == []


@pytest.mark.parametrize("form", FORMS)
def test_a_form_with_the_same_numbers_is_one(form):
    assert pairs(page("a", FORMS[form].format(*FILLED), 3), page("b", OWN + FORMS[form].format(*FILLED), 4)) == [
        ("a", "b")
    ]


@pytest.mark.parametrize("language", WITHOUT_BLANKS)
def test_scripts_without_blanks(language):
    text = WITHOUT_BLANKS[language]
    half = text[: len(text) // 2]
    other = next(other for name, other in WITHOUT_BLANKS.items() if name != language)
    found = pairs(page("a", text, 3, language), page("b", half, 4, language), page("c", other, 5, language))
    assert found == [("a", "b")]


@pytest.mark.parametrize("language", WITHOUT_BLANKS)
def test_numbers_of_scripts_without_blanks(language):
    text = WITHOUT_BLANKS[language]
    assert pairs(page("a", f"{text} 417 {text[:30]}"), page("b", f"{text} 538 {text[:30]}")) == []


def test_containment_from_both_sides():
    documents = page("a", chance_text(400), 3), page("b", chance_text(400)[: 6 * 200], 4)
    joined = join_sketches(sketches_of(*documents))
    assert joined.copy_in_original.tolist() == [1]
    assert joined.original_in_copy[0] == pytest.approx(0.5, abs=0.1)


@given(st.integers(1, 3), st.lists(st.integers(30, 600), min_size=2, max_size=4, unique=True))
def test_the_shorter_a_cut_the_less_of_the_original_it_has(seed, lengths):
    text = chance_text(700, seed).split()
    cuts = [page(f"c{n}", " ".join(text[:n]), 4) for n in sorted(lengths)]
    shares = []
    for cut in cuts:
        joined = join_sketches(sketches_of(page("a", " ".join(text), 3), cut))
        assert joined.copy_in_original.tolist() == [1]
        shares.append(joined.original_in_copy[0])
    assert shares == sorted(shares)


def test_the_order_of_the_documents_changes_nothing():
    documents = [page("a", FERRY, 3), page("b", edited(FERRY)), page("c", OWN + FERRY, 2), page("d", HARVEST + FERRY)]
    assert len({tuple(pairs(*order)) for order in permutations(documents)}) == 1


@given(st.permutations(range(24)))
def test_nor_does_it_of_many_cuts_of_few_texts(order):
    texts = [chance_text(150, seed) for seed in range(4)]
    made = [page(f"p{n:02}", first(texts[n % 4], 1 + n % 3) + " " + OWN * (n % 2), 1 + n % 5) for n in range(24)]
    assert pairs(*(made[at] for at in order)) == pairs(*made)


def test_a_text_of_hundreds_makes_a_star():
    pages = [replace(page(f"p{n:03}", f"{OWN} {FERRY}", 4), outlet=f"Outlet {n}") for n in range(300)]
    assert pairs(page("a", FERRY, 3), *pages) == [("a", f"p{n:03}") for n in range(300)]


def test_a_copy_with_more_of_another_text_is_of_both():
    long = chance_text(300, 5)
    found = pairs(page("a", FERRY, 1), page("b", long, 2), page("c", FERRY + long, 3), page("d", long, 4))
    assert found == [("a", "c"), ("b", "c"), ("b", "d")]


MENU = chance_text(300, 9)


@pytest.mark.parametrize("pages", [2, 5, 30])
def test_a_menu_of_a_site_makes_no_copies(pages):
    dumps = [
        replace(page(f"p{n:02}", f"{MENU} {chance_text(120, 100 + n)}", 4), url=f"https://news.example/{n}")
        for n in range(pages)
    ]
    assert pairs(*dumps) == []


def test_a_text_inside_a_menu_is_found():
    dumps = [
        replace(page(f"p{n:02}", f"{MENU} {chance_text(120, 100 + n)}", 4), url=f"https://news.example/{n}")
        for n in range(30)
    ]
    assert pairs(page("a", chance_text(120, 107), 3), *dumps) == [("a", "p07")]


def test_a_page_taken_again_and_again_is_its_copy():
    pages = [replace(page(f"p{n:02}", FERRY, 4), url="https://news.example/ferry") for n in range(30)]
    assert pairs(*pages) == [("p00", f"p{n:02}") for n in range(1, 30)]


@pytest.mark.parametrize(
    ("words", "expected"), [(0, 0), (7, 0), (8, 1), (30, 23), (100, 32), (1000, 200), (20_000, 512)]
)
def test_the_size_of_a_sketch(words, expected):
    sketch = sketch_of(page("a", chance_text(words)))
    assert sketch.words == words
    assert len(sketch.shingles) == pytest.approx(expected, rel=0.2)
    assert bool(np.all(np.diff(sketch.shingles) > 0)) and all(int(h) < sketch.below for h in sketch.shingles)


@pytest.mark.parametrize(
    ("url", "outlet", "same_as"),
    [
        ("https://www.news.example/a?b", None, ("http://news.example/c", "Other")),
        (None, "The Courier", (None, "the courier")),
        ("https://[bad", "The Courier", (None, "The Courier")),
    ],
)
def test_which_site(url, outlet, same_as):
    one = sketch_of(replace(page("a", FERRY), url=url, outlet=outlet))
    other = sketch_of(replace(page("a", FERRY), url=same_as[0], outlet=same_as[1]))
    assert one.site == other.site != 0
    assert sketch_of(page("a", FERRY)).site == 0


def test_a_sketch_is_the_same_everywhere():
    """The value is kept in files: who changes it makes sketches that do not fit those of earlier scans."""
    sketch = sketch_of(page("a", FERRY, 3))
    kept = ",".join(map(str, [sketch.below, *sketch.shingles.tolist(), *sketch.numbers.tolist()]))
    assert hashlib.sha256(kept.encode()).hexdigest()[:16] == "026e7b3e3c8c6e59"


def test_sketches_through_parquet(tmp_path):
    documents = [page("a", FERRY, 3), page("b", OWN + FERRY, 4), page("c", HARVEST), page("d", "")]
    made = [sketch_of(document) for document in documents]
    hashes = pa.list_(pa.uint64())
    table = pa.table(
        {
            "document": [one.document for one in made],
            "day": pa.array([one.day for one in made], pa.int32()),
            "words": pa.array([one.words for one in made], pa.int32()),
            "site": pa.array([one.site for one in made], pa.uint64()),
            "below": pa.array([one.below for one in made], pa.uint64()),
            "shingles": pa.array([one.shingles for one in made], hashes),
            "numbers": pa.array([one.numbers for one in made], hashes),
        }
    )
    pq.write_table(table, tmp_path / "sketches.parquet")
    back = pq.read_table(tmp_path / "sketches.parquet").combine_chunks()
    shingles, numbers = (back[name].combine_chunks() for name in ("shingles", "numbers"))
    joined = join_sketches(
        Sketches(
            documents=back["document"].to_pylist(),
            day=back["day"].to_numpy(),
            words=back["words"].to_numpy(),
            site=back["site"].to_numpy(),
            below=back["below"].to_numpy(),
            shingles=Lists(shingles.offsets.to_numpy(), shingles.values.to_numpy()),
            numbers=Lists(numbers.offsets.to_numpy(), numbers.values.to_numpy()),
        )
    )
    assert [(made[i].document, made[j].document) for i, j in zip(joined.original, joined.copy, strict=True)] == [
        ("a", "b")
    ]


@pytest.mark.parametrize("documents", [[], [page("a", "")], [page("a", FERRY)], [page("a", ""), page("b", "")]])
def test_nothing_to_join(documents):
    assert pairs(*documents) == []


def test_rows_of_any_length():
    rows: list[list[int]] = [[], [3, 1], [], [2]]
    lists = Lists.of([np.array(row, np.uint64) for row in rows])
    whose, values = lists.taken(np.array([3, 0, 1]))
    assert (whose.tolist(), values.tolist()) == ([0, 2, 2], [2, 3, 1])
    kept = lists.kept(np.array([False, True, True]))
    assert (kept.lengths().tolist(), kept.values.tolist()) == ([0, 1, 0, 1], [1, 2])
    assert isinstance(sketch_of(page("a", FERRY)), Sketch)
