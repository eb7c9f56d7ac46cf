"""Date expressions in running text. Written on Tuesday, 14 January 2025, unless said otherwise."""

import datetime as dt

import pytest

from tallybook.dates import DateMention, read_dates
from tallybook.lexicon import load_lexicon
from tallybook.model import Period

WRITTEN = dt.date(2025, 1, 14)


def read(text: str, written: dt.date | None = WRITTEN, **options: str) -> tuple[DateMention, ...]:
    anchor = Period(written, written) if written else None
    return read_dates(text, load_lexicon("en"), anchor=anchor, **options)  # type: ignore[arg-type]


def only(text: str, written: dt.date | None = WRITTEN, **options: str) -> DateMention:
    (mention,) = read(text, written, **options)
    return mention


def days(first: str, last: str | None = None) -> Period:
    return Period(dt.date.fromisoformat(first), dt.date.fromisoformat(last or first))


CALENDAR = [
    ("on October 23, 2024", "October 23, 2024", days("2024-10-23")),
    ("on 23 October 2024", "23 October 2024", days("2024-10-23")),
    ("on 23rd October 2024", "23rd October 2024", days("2024-10-23")),
    ("on the 23rd of October, 2024", "23rd of October, 2024", days("2024-10-23")),
    ("Wednesday, October 23, 2024", "Wednesday, October 23, 2024", days("2024-10-23")),
    ("Wed. 23 Oct 2024", "Wed. 23 Oct 2024", days("2024-10-23")),
    ("OCTOBER 23, 2024", "OCTOBER 23, 2024", days("2024-10-23")),
    ("Oct. 23 shelling", "Oct. 23", days("2024-10-23")),
    ("on May 5th", "May 5th", days("2024-05-05")),
    ("Feb. 29 floods", "Feb. 29", days("2024-02-29")),
    ("2024-10-23", "2024-10-23", days("2024-10-23")),
    ("23/10/2024", "23/10/2024", days("2024-10-23")),
    ("10/23/2024", "10/23/2024", days("2024-10-23")),
    ("04/04/2024", "04/04/2024", days("2024-04-04")),
    ("5.3.2024", "5.3.2024", days("2024-03-05")),
    ("the October 7 attacks", "October 7", days("2024-10-07")),
    ("on January 20", "January 20", days("2025-01-20")),
    ("on January 13", "January 13", days("2025-01-13")),
    ("March 3-5", "March 3-5", days("2024-03-03", "2024-03-05")),
    ("5–7 March 2024", "5–7 March 2024", days("2024-03-05", "2024-03-07")),
    ("on October 23 and 24", "October 23 and 24", days("2024-10-23", "2024-10-24")),
    ("in October", "October", days("2024-10-01", "2024-10-31")),
    ("October's toll", "October", days("2024-10-01", "2024-10-31")),
    ("in January", "January", days("2025-01-01", "2025-01-31")),
    ("in May 2023", "May 2023", days("2023-05-01", "2023-05-31")),
    ("in May", "May", days("2024-05-01", "2024-05-31")),
    ("born on October 31, 1832", "October 31, 1832", days("1832-10-31")),
    ("plastic by 2050 unless", "2050", days("2050-01-01", "2050-12-31")),
    ("in March of 2022", "March of 2022", days("2022-03-01", "2022-03-31")),
    ("in October last year", "October last year", days("2024-10-01", "2024-10-31")),
    ("on 3 October last year", "3 October last year", days("2024-10-03")),
    ("last October", "last October", days("2024-10-01", "2024-10-31")),
    ("last January", "last January", days("2024-01-01", "2024-01-31")),
    ("next January", "next January", days("2026-01-01", "2026-01-31")),
    ("In March 20 people died", "March", days("2024-03-01", "2024-03-31")),
    ("on the 23rd.", "23rd", days("2024-12-23")),
    ("on Christmas Day", "Christmas Day", days("2024-12-25")),
    ("on New Year's Eve 2023", "New Year's Eve 2023", days("2023-12-31")),
]

YEARS = [
    ("in 2010", "2010", days("2010-01-01", "2010-12-31")),
    ("in the 2010 quake", "2010", days("2010-01-01", "2010-12-31")),
    ("the quake (2010)", "2010", days("2010-01-01", "2010-12-31")),
    ("the year 2011", "2011", days("2011-01-01", "2011-12-31")),
    ("throughout 2024", "2024", days("2024-01-01", "2024-12-31")),
    ("the 1990s", "1990s", days("1990-01-01", "1999-12-31")),
    ("in the early 1990s", "early 1990s", days("1990-01-01", "1993-04-30")),
    ("in 2022-23", "2022-23", days("2022-01-01", "2023-12-31")),
    ("2019–2023", "2019–2023", days("2019-01-01", "2023-12-31")),
]

RELATIVE = [
    ("on Friday", "Friday", days("2025-01-10")),
    ("on Tuesday", "Tuesday", days("2025-01-14")),
    ("last Tuesday", "last Tuesday", days("2025-01-07")),
    ("this Friday", "this Friday", days("2025-01-17")),
    ("next Friday", "next Friday", days("2025-01-17")),
    ("next Tuesday", "next Tuesday", days("2025-01-21")),
    ("on Monday morning", "Monday morning", days("2025-01-13")),
    ("late Friday", "late Friday", days("2025-01-10")),
    ("early on Saturday", "early on Saturday", days("2025-01-11")),
    ("Friday's strike", "Friday", days("2025-01-10")),
    ("Friday night", "Friday night", days("2025-01-10")),
    ("on Monday last week", "Monday last week", days("2025-01-06")),
    ("yesterday", "yesterday", days("2025-01-13")),
    ("the day before yesterday", "day before yesterday", days("2025-01-12")),
    ("today", "today", days("2025-01-14")),
    ("overnight", "overnight", days("2025-01-13", "2025-01-14")),
    ("last night", "last night", days("2025-01-13", "2025-01-14")),
    ("tonight", "tonight", days("2025-01-14", "2025-01-15")),
    ("tomorrow", "tomorrow", days("2025-01-15")),
    ("over the weekend", "weekend", days("2025-01-11", "2025-01-12")),
    ("last weekend", "last weekend", days("2025-01-11", "2025-01-12")),
    ("this weekend", "this weekend", days("2025-01-18", "2025-01-19")),
    ("last week", "last week", days("2025-01-06", "2025-01-12")),
    ("this week", "this week", days("2025-01-13", "2025-01-14")),
    ("next week", "next week", days("2025-01-20", "2025-01-26")),
    ("earlier this week", "earlier this week", days("2025-01-13", "2025-01-14")),
    ("later this month", "later this month", days("2025-01-14", "2025-01-31")),
    ("earlier in the month", "earlier in the month", days("2025-01-01", "2025-01-14")),
    ("last month", "last month", days("2024-12-01", "2024-12-31")),
    ("last year", "last year", days("2024-01-01", "2024-12-31")),
    ("this year", "this year", days("2025-01-01", "2025-01-14")),
    ("next year", "next year", days("2026-01-01", "2026-12-31")),
    ("in the past week", "past week", days("2025-01-07", "2025-01-14")),
    ("this past week", "this past week", days("2025-01-07", "2025-01-14")),
    ("the last month", "last month", days("2024-12-14", "2025-01-14")),
    ("over the last three days", "last three days", days("2025-01-11", "2025-01-14")),
    ("in the last 24 hours", "last 24 hours", days("2025-01-13", "2025-01-14")),
    ("in the past 36 hours", "past 36 hours", days("2025-01-12", "2025-01-14")),
    ("over the past two years", "past two years", days("2023-01-14", "2025-01-14")),
    ("in the past couple of weeks", "past couple of weeks", days("2024-12-31", "2025-01-14")),
    ("within the next 12 weeks", "next 12 weeks", days("2025-01-14", "2025-04-08")),
    ("over the coming year", "coming year", days("2025-01-14", "2026-01-14")),
    ("two years ago", "two years ago", days("2023-01-01", "2023-12-31")),
    ("six months ago", "six months ago", days("2024-07-01", "2024-07-31")),
    ("a week ago", "a week ago", days("2025-01-06", "2025-01-12")),
    ("ten days ago", "ten days ago", days("2025-01-04")),
    ("twenty-five years ago", "twenty-five years ago", days("2000-01-01", "2000-12-31")),
    ("last autumn", "last autumn", days("2024-09-01", "2024-11-30")),
    ("last fall", "last fall", days("2024-09-01", "2024-11-30")),
    ("this summer", "this summer", days("2025-06-01", "2025-08-31")),
    ("in the summer", "summer", days("2024-06-01", "2024-08-31")),
    ("in autumn 2022", "autumn 2022", days("2022-09-01", "2022-11-30")),
    ("the winter of 2022-23", "winter of 2022-23", days("2022-12-01", "2023-02-28")),
]

PARTS = [
    ("in early January", "early January", days("2025-01-01", "2025-01-10")),
    ("in mid-April", "mid-April", days("2024-04-10", "2024-04-20")),
    ("in late February", "late February", days("2024-02-20", "2024-02-29")),
    ("in late February 2023", "late February 2023", days("2023-02-20", "2023-02-28")),
    ("at the end of October", "end of October", days("2024-10-26", "2024-10-31")),
    ("at the beginning of May", "beginning of May", days("2024-05-01", "2024-05-05")),
    ("early last month", "early last month", days("2024-12-01", "2024-12-10")),
    ("late last year", "late last year", days("2024-09-01", "2024-12-31")),
    ("in mid-2023", "mid-2023", days("2023-05-01", "2023-08-31")),
    ("in the first half of 2023", "first half of 2023", days("2023-01-01", "2023-06-30")),
    ("in the second half of last year", "second half of last year", days("2024-07-01", "2024-12-31")),
    ("in the first quarter of 2024", "first quarter of 2024", days("2024-01-01", "2024-03-31")),
    ("in the third quarter", "third quarter", days("2024-07-01", "2024-09-30")),
    ("in Q3 2024", "Q3 2024", days("2024-07-01", "2024-09-30")),
    ("in H1 2024", "H1 2024", days("2024-01-01", "2024-06-30")),
    ("the first six months of 2024", "first six months of 2024", days("2024-01-01", "2024-06-30")),
    ("the first two weeks of May", "first two weeks of May", days("2024-05-01", "2024-05-14")),
    ("the second week of October", "second week of October", days("2024-10-08", "2024-10-14")),
    ("the last three months of 2023", "last three months of 2023", days("2023-10-01", "2023-12-31")),
    ("the week of October 14", "week of October 14", days("2024-10-14", "2024-10-20")),
]


@pytest.mark.parametrize(("text", "words", "period"), CALENDAR + YEARS + RELATIVE + PARTS)
def test_a_date_and_its_days(text: str, words: str, period: Period) -> None:
    mention = only(text)
    assert mention.span.of(text) == words
    assert mention.period == period


@pytest.mark.parametrize(
    ("text", "role", "role_words", "words", "period"),
    [
        ("since 2011", "since", "since", "2011", days("2011-01-01", "2011-12-31")),
        ("since at least 2011", "since", "since", "2011", days("2011-01-01", "2011-12-31")),
        ("since early December", "since", "since", "early December", days("2024-12-01", "2024-12-10")),
        ("since last week", "since", "since", "last week", days("2025-01-06", "2025-01-12")),
        ("since the start of the year", "since", "since", "start of the year", days("2025-01-01", "2025-02-28")),
        ("starting in March", "since", "starting in", "March", days("2024-03-01", "2024-03-31")),
        ("from Monday", "since", "from", "Monday", days("2025-01-13")),
        ("until Friday", "until", "until", "Friday", days("2025-01-10")),
        ("up until 2015", "until", "up until", "2015", days("2015-01-01", "2015-12-31")),
        ("by December", "by", "by", "December", days("2025-12-01", "2025-12-31")),
        ("by the end of the year", "by", "by", "end of the year", days("2025-11-01", "2025-12-31")),
        ("By March, 300 had died", "by", "By", "March", days("2024-03-01", "2024-03-31")),
        ("no later than March 1", "by", "no later than", "March 1", days("2025-03-01")),
        ("as of January 13, 2025", "as of", "as of", "January 13, 2025", days("2025-01-13")),
        ("as of Friday", "as of", "as of", "Friday", days("2025-01-10")),
        ("on Friday", "at", "on", "Friday", days("2025-01-10")),
        ("during the first half of 2023", "at", "during", "first half of 2023", days("2023-01-01", "2023-06-30")),
        ("yesterday", "at", None, "yesterday", days("2025-01-13")),
        ("between May and June", "between", "between", "May and June", days("2024-05-01", "2024-06-30")),
        ("from January to March 2024", "between", "from", "January to March 2024", days("2024-01-01", "2024-03-31")),
        ("January–March 2024", "between", None, "January–March 2024", days("2024-01-01", "2024-03-31")),
        ("from Dec. 28 to Jan. 5", "between", "from", "Dec. 28 to Jan. 5", days("2024-12-28", "2025-01-05")),
        ("between May 20 and May 23", "between", "between", "May 20 and May 23", days("2024-05-20", "2024-05-23")),
        ("from 2011 to 2013", "between", "from", "2011 to 2013", days("2011-01-01", "2013-12-31")),
        ("from Friday to Sunday", "between", "from", "Friday to Sunday", days("2025-01-10", "2025-01-12")),
        ("between May and mid-June", "between", "between", "May and mid-June", days("2024-05-01", "2024-06-20")),
        ("from Feb. 23-26", "between", "from", "Feb. 23-26", days("2024-02-23", "2024-02-26")),
        ("April 2–May 3", "between", None, "April 2–May 3", days("2024-04-02", "2024-05-03")),
    ],
)  # fmt: skip
def test_roles(text: str, role: str, role_words: str | None, words: str, period: Period) -> None:
    mention = only(text)
    assert (mention.role, mention.span.of(text), mention.period) == (role, words, period)
    assert (mention.role_span.of(text) if mention.role_span else None) == role_words


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("will arrive on Friday", days("2025-01-17")),
        ("are expected to deploy in March", days("2025-03-01", "2025-03-31")),
        ("will be sent this week", days("2025-01-14", "2025-01-19")),
        ("They will deploy troops, officials said on Friday", days("2025-01-10")),
        ("the plan was announced in March", days("2024-03-01", "2024-03-31")),
    ],
)
def test_a_future_clause_looks_ahead(text: str, period: Period) -> None:
    assert only(text).period == period


def test_the_caller_may_say_that_the_text_looks_ahead() -> None:
    assert only("on Friday", tense="future").period == days("2025-01-17")
    assert only("in March", tense="future").period == days("2025-03-01", "2025-03-31")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("in recent weeks", "too vague for days"),
        ("in the coming days", "too vague for days"),
        ("the previous day", "counted from a day that the story names elsewhere"),
        ("05/03/2024", "day and month may stand either way"),
    ],
)
def test_what_the_words_do_not_tell_is_left_open(text: str, why: str) -> None:
    mention = only(text)
    assert (mention.period, mention.why) == (None, why)


@pytest.mark.parametrize("text", ["on Friday", "on October 23", "last year", "in the past week", "early in January"])
def test_without_an_anchor_what_hangs_on_it_is_open(text: str) -> None:
    mention = only(text, written=None)
    assert (mention.period, mention.why) == (None, "the publication date is unknown")


def test_without_an_anchor_what_is_written_out_stands() -> None:
    mention = only("in early May 2023", written=None)
    assert (mention.period, mention.why) == (days("2023-05-01", "2023-05-10"), "as written")


def test_parts_of_a_calendar_date_are_kept_as_written() -> None:
    partial = only("on October 23").partial
    assert partial is not None
    assert (partial.year, partial.month, partial.day) == (None, 10, 23)
    assert only("yesterday").partial is None


def test_an_anchor_of_several_days_widens_what_hangs_on_it() -> None:
    anchor = days("2025-01-10", "2025-01-14")
    (mention,) = read_dates("yesterday", load_lexicon("en"), anchor=anchor)
    assert mention.period == days("2025-01-09", "2025-01-13")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("in June and July 2023", ["June", "July 2023"]),
        ("on Friday and on Sunday", ["Friday", "Sunday"]),
        ("Since 2011, about 300 died; 40 of them in 2024.", ["2011", "2024"]),
    ],
)
def test_several_dates(text: str, words: list[str]) -> None:
    assert [mention.span.of(text) for mention in read(text)] == words


def test_months_joined_share_their_year() -> None:
    assert [mention.period for mention in read("in June and July 2023")] == [
        days("2023-06-01", "2023-06-30"),
        days("2023-07-01", "2023-07-31"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "killed 2010 people",
        "a total of 2010 people",
        "in 2000 homes",
        "2,024 soldiers",
        "5,000 people",
        "They may 5 go",
        "May said nothing",
        "the march on the capital",
        "March on the capital",
        "on the 23rd floor",
        "Black Friday",
        "in a sunny spot",
        "the fall of the government",
        "spring water",
        "32/13/2024",
        "2024-13-45",
        "at the start of the war",
        "the last man",
        "a first quarterback",
        "10 a day",
        "three days",
        "2023 people",
        "the end",
        "the winds of winter",
        "the last day of his presidency",
        "Good Friday",
        "two years later",
        "no dates here",
        "",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert read(text) == ()
