"""PDF: reading order, heads and feet, broken words, what its dictionary says, and files that cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tallybook.errors import UnreadableInput
from tallybook.model import Document
from tallybook.read import Capture, read_capture, read_paths
from tallybook.read.pdf import is_pdf, pdf_text
from tallybook.settings import Settings

SETTINGS = Settings()
Pdf = Callable[..., bytes]
FIRST = [
    "The governor said on Monday that 48 of the",
    "300 workers had left the plant in Belmo for",
    "good, and that the number could rise.",
]
SECOND = [
    "The company confirmed the figure on Tuesday",
    "and said that it would hire 20 new workers",
    "before the summer if the dam is repaired.",
]
THIRD = [
    "In Karonda the flood closed 14 schools, and",
    "the mayor asked for 200 tents and for boats",
    "that can carry the sick across the river.",
]


def set_at(left: float, top: float, lines: list[str], *, size: float = 10, leading: float = 13) -> list[tuple]:
    return [(left, top - leading * place, size, line) for place, line in enumerate(lines)]


def paragraphs(data: bytes) -> list[str]:
    return pdf_text(data, where="a.pdf").text.strip().split("\n\n")


def one(lines: list[str]) -> str:
    return " ".join(lines)


def test_lines_become_paragraphs_where_space_parts_them(pdf: Pdf) -> None:
    page = set_at(72, 700, FIRST) + set_at(72, 640, SECOND)
    assert paragraphs(pdf([page])) == [one(FIRST), one(SECOND)]


def test_an_indent_begins_a_paragraph(pdf: Pdf) -> None:
    second = [(86, 700 - 39, 10, SECOND[0]), *set_at(72, 700 - 52, SECOND[1:])]
    assert paragraphs(pdf([set_at(72, 700, FIRST) + second])) == [one(FIRST), one(SECOND)]


@pytest.mark.parametrize("shuffled", [False, True], ids=["as read", "row by row"])
def test_columns_are_read_one_after_the_other(pdf: Pdf, shuffled: bool) -> None:
    left = set_at(72, 640, FIRST) + set_at(72, 590, SECOND)
    right = set_at(320, 640, THIRD) + set_at(320, 590, FIRST)
    title = [(72, 700, 18, "Workers leave the plant in Belmo, and the schools of Karonda")]
    both = sorted(left + right, key=lambda words: (-words[1], words[0])) if shuffled else left + right
    found = paragraphs(pdf([title + both]))
    assert found == [title[0][3], one(FIRST), one(SECOND), one(THIRD), one(FIRST)]


def spread(left: float, top: float, right: float, words: str) -> list[tuple]:
    """A line whose words are drawn apart to fill a column, as in justified text."""
    split = words.split()
    step = (right - left) / len(split)
    return [(left + step * place, top, 10, word) for place, word in enumerate(split)]


def test_justified_lines_with_wide_gaps_stay_in_their_column(pdf: Pdf) -> None:
    left = [*set_at(72, 640, FIRST), *spread(72, 601, 285, "At most 330"), *set_at(72, 588, SECOND)]
    right = [*set_at(320, 640, THIRD), *spread(320, 601, 533, "Civil guards found"), *set_at(320, 588, FIRST)]
    both = sorted(left + right, key=lambda words: (-words[1], words[0]))
    text = " ".join(paragraphs(pdf([both])))
    assert text == " ".join([*FIRST, "At most 330", *SECOND, *THIRD, "Civil guards found", *FIRST])


def test_short_lines_of_a_head_are_paragraphs(pdf: Pdf) -> None:
    page = [*set_at(72, 700, ["Report No. 2", "As of 6 March 2025"]), *set_at(72, 660, FIRST)]
    assert paragraphs(pdf([page])) == ["Report No. 2", "As of 6 March 2025", one(FIRST)]


def test_space_parts_paragraphs_of_one_line_each(pdf: Pdf) -> None:
    lines = [FIRST[0], FIRST[1], SECOND[0], THIRD[0], SECOND[1]]
    tops = [700, 687, 660, 633, 606]
    page = [(72, top, 10, line) for top, line in zip(tops, lines, strict=True)]
    assert paragraphs(pdf([page])) == [one(lines[:2]), *lines[2:]]


def test_words_in_the_margin_that_stand_elsewhere_on_other_pages_stay(pdf: Pdf) -> None:
    pages = [
        [(72, 800, 8, "Belmo Ministry of Labour"), *set_at(72, 640, body), (72, 60 + 9 * place, 10, "He denied it.")]
        for place, body in enumerate((FIRST, SECOND, THIRD))
    ]
    text = paragraphs(pdf(pages))
    assert " ".join(text).count("He denied it.") == 3
    assert "Belmo Ministry of Labour" not in text


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page(pdf: Pdf) -> None:
    begun, rest = (
        [*FIRST[:2], "good, and he added that in the north"],
        ["of the country the rain would go on", "all week."],
    )
    begins = set_at(72, 640, SECOND) + set_at(72, 590, begun)
    goes_on = [(words[0] - 72, *words[1:]) for words in set_at(72, 640, rest) + set_at(72, 600, THIRD)]
    in_next_column = [(left + 320, *words) for left, *words in goes_on]
    on_next_page = [(left + 72, *words) for left, *words in goes_on]
    for pages in ([begins + in_next_column], [begins, on_next_page]):
        assert paragraphs(pdf(pages)) == [one(SECOND), one(begun + rest), one(THIRD)]


def test_a_table_is_read_row_by_row(pdf: Pdf) -> None:
    rows = [("Belmo", "48 dead"), ("Karonda", "14 dead"), ("Tarnow", "9 dead"), ("Osk", "3 dead")]
    cells = [
        (left, 600 - 14 * place, 10, row[at]) for place, row in enumerate(rows) for at, left in ((0, 72), (1, 300))
    ]
    text = " ".join(paragraphs(pdf([cells])))
    assert text.index("Belmo") < text.index("48 dead") < text.index("Karonda") < text.index("14 dead")


def test_heads_feet_and_page_numbers_that_recur_are_left_out(pdf: Pdf) -> None:
    bodies = [FIRST, SECOND, THIRD]
    pages = [
        [(72, 800, 8, "Belmo Ministry of Labour"), *set_at(72, 640, body), (290, 30, 8, f"Page {place} of 3")]
        for place, body in enumerate(bodies, start=1)
    ]
    assert paragraphs(pdf(pages)) == [one(body) for body in bodies]


def test_a_title_that_the_heads_repeat_stays(pdf: Pdf) -> None:
    title = "Workers leave the plant"
    first = [(72, 780, 22, title), *set_at(72, 640, FIRST)]
    others = [[(72, 800, 8, title), *set_at(72, 640, body)] for body in (SECOND, THIRD, FIRST)]
    assert paragraphs(pdf([first, *others]))[0] == title


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["The governor said that 48 wor-", "kers had left the plant for good."], "48 workers had"),
        (["A long-term plan holds, and the long-", "term plan is for 48 workers and more."], "the long-term plan is"),
        (["The talks between Belmo-", "Karonda and the ministry went on for 3 days."], "Belmo- Karonda"),
        (["It fell by 5 to 10 per cent over the years 2010-", "2020, the ministry said on Monday."], "2010- 2020"),
    ],
)
def test_words_broken_at_the_end_of_a_line(pdf: Pdf, lines: list[str], text: str) -> None:
    (found,) = paragraphs(pdf([set_at(72, 640, lines)]))
    assert text in found


def test_a_heading_of_two_lines_is_one_paragraph(pdf: Pdf) -> None:
    lines = ["Workers leave the plant in Belmo,", "and schools close in Karonda"]
    heading = set_at(72, 760, lines, size=24, leading=29)
    found = paragraphs(pdf([heading + set_at(72, 690, FIRST) + set_at(72, 640, SECOND)]))
    assert found == [one(lines), one(FIRST), one(SECOND)]


def test_the_headline_is_what_the_stated_title_begins_with(pdf: Pdf) -> None:
    lines = [(72, 780, 10, "We come from the Future"), (72, 740, 18, "Workers leave the plant in Belmo")]
    data = pdf(
        [lines + set_at(72, 700, FIRST) + set_at(72, 640, SECOND)], "/Title (Workers leave the plant in Belmo - Post)"
    )
    assert read_capture(Capture(data=data, where="a.pdf"), SETTINGS).title == "Workers leave the plant in Belmo"


def test_bullets_are_paragraphs_of_their_own(pdf: Pdf) -> None:
    found = paragraphs(pdf([set_at(72, 640, ["The ministry counts:", "• 48 dead in Belmo", "• 14 dead in Karonda"])]))
    assert found == ["The ministry counts:", "• 48 dead in Belmo", "• 14 dead in Karonda"]


INFO = "/Title (Losses in Belmo) /CreationDate (D:20240305101500Z) /Author (someone)"


def test_a_bullet_drawn_apart_belongs_to_its_line(pdf: Pdf) -> None:
    items = [*set_at(72, 640, ["•"]), *set_at(96, 640, FIRST), *set_at(72, 601, ["•"]), *set_at(96, 601, SECOND)]
    assert paragraphs(pdf([set_at(72, 653, ["It proposes:"]) + items])) == [
        "It proposes:",
        f"• {one(FIRST)}",
        f"• {one(SECOND)}",
    ]


def test_what_the_dictionary_says(pdf: Pdf) -> None:
    data = pdf([set_at(72, 640, FIRST) + set_at(72, 590, SECOND)], INFO)
    page = read_capture(Capture(data=data, where="a.pdf", path="a.pdf"), SETTINGS)
    assert page.title == "Losses in Belmo"
    assert page.author is None  # whoever had the program open
    assert page.published is None
    assert page.not_after is not None
    assert (page.not_after.date() or 0).isoformat() == "2024-03-05"  # type: ignore[union-attr]
    assert page.not_after.how == "day the PDF was made"


@pytest.mark.parametrize("title", ["Microsoft Word - report.docx", "report.pdf", "untitled", "", "  "])
def test_a_title_that_is_a_file_name_is_none(pdf: Pdf, title: str) -> None:
    assert pdf_text(pdf([set_at(72, 640, FIRST)], f"/Title ({title})"), where="a.pdf").title is None


def test_a_pdf_among_the_paths_is_a_page(tmp_path: Path, pdf: Pdf) -> None:
    path = tmp_path / "report"
    path.write_bytes(pdf([set_at(72, 640, FIRST) + set_at(72, 590, SECOND)]))
    (page,) = read_paths([path], settings=SETTINGS)
    assert isinstance(page, Document)
    assert page.path == str(path)
    assert len(page.article_blocks()) == 2


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda data: data[:60], "the PDF cannot be read"),
        (lambda data: b"%PDF-1.4\n" + b"x" * 500, "the PDF cannot be read"),
    ],
)
def test_a_damaged_pdf_is_an_error(pdf: Pdf, change: Callable[[bytes], bytes], what: str) -> None:
    with pytest.raises(UnreadableInput) as raised:
        pdf_text(change(pdf([set_at(72, 640, FIRST)])), where="a.pdf")
    assert raised.value.what == what
    assert raised.value.where == "a.pdf" and raised.value.why and raised.value.hint


def test_a_scan_without_text_is_refused_as_such(pdf: Pdf) -> None:
    with pytest.raises(UnreadableInput, match="the PDF holds no text") as raised:
        pdf_text(pdf([[], []]), where="a.pdf")
    assert "scanned" in raised.value.why


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"%PDF-1.7 x", True),
        (b"\n\n%PDF-1.7 x", True),
        (b"\xef\xbb\xbf%PDF-1.7", True),
        (b"See %PDF-1.7 in the text", False),
    ],
)
def test_a_pdf_is_told_by_its_mark(data: bytes, found: bool) -> None:
    assert is_pdf(data) is found
