"""Reading dates never raises, and what is read stands in the text."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallybook.dates import read_dates, read_publication_date
from tallybook.lexicon import load_lexicon
from tallybook.model import Period

PIECES = """on in since by the between and from to of until as last next this past early mid late - – , . ( ) ’s 's
January March May Oct. Friday Sunday's 1 3 23 31 23rd 2024 2010 1990s 9999 99999 2024-10-23 05/03/2024 0000-00-00
week weeks month year years century centuries ago hours two few first second half quarter end overnight yesterday
weekend Q3 will recent autumn winter Christmas earlier later previous day"""
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES.split()), max_size=12).map(" ".join))
ANCHORS = st.one_of(
    st.none(),
    st.dates().map(lambda day: Period(day, day)),
    st.tuples(st.dates(), st.dates()).map(lambda days: Period(min(days), max(days))),
)


@given(TEXTS, ANCHORS)
def test_no_text_raises_and_spans_are_ordered(text: str, anchor: Period | None) -> None:
    end = 0
    for mention in read_dates(text, load_lexicon("en"), anchor=anchor):
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end
        assert mention.span.of(text).strip() == mention.span.of(text)
        assert mention.role_span is None or mention.role_span.end <= mention.span.start
        assert mention.period is None or mention.period.start <= mention.period.end
        assert mention.why


@given(st.text(max_size=60))
def test_no_line_raises(line: str) -> None:
    read_publication_date(line, load_lexicon("en"))


@given(
    st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)),
    st.sampled_from(["%B %d, %Y", "%d %B %Y", "%Y-%m-%d", "%b %d, %Y"]),
)
def test_a_date_written_out_reads_as_itself(day: dt.date, style: str) -> None:
    text = f"on {day.strftime(style)} it rained"
    (mention,) = read_dates(text, load_lexicon("en"), anchor=None)
    assert mention.period == Period(day, day)


@pytest.mark.parametrize(
    "words",
    ["early ", "last ", "first week of ", "mid-", "week of ", "between May and ", "2024-", "first half of ", "23 "],
)
def test_words_without_end_nest_without_harm(words: str) -> None:
    read_dates(words * 2000, load_lexicon("en"), anchor=None)
