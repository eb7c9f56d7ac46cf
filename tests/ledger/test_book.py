"""What a book promises, on every backend."""

from __future__ import annotations

import datetime as dt
from dataclasses import astuple, replace

import pytest
from sqlalchemy import text

from tallybook.errors import BookError
from tallybook.ledger import Book, Recorded
from tallybook.ledger.schema import metadata
from tallybook.model import Decision, Evidence, Grade, PartialDate, Quantity, Reading, SourceRun, Span

TABLES = list(metadata.tables)
NOTHING = Recorded()
FLOOD = "Flooding killed 40 and displaced 300."
RISEN = "Flooding killed 62 and displaced 300."


def as_evidence(*reads) -> Evidence:
    pages = sorted(reads, key=lambda each: each.documents[0].path or each.documents[0].url)
    return Evidence(
        documents=tuple(item for each in pages for item in each.documents),
        claims=tuple(item for each in pages for item in each.claims),
        denials=tuple(item for each in pages for item in each.denials),
        refusals=tuple(item for each in pages for item in each.refusals),
    )


def graded() -> Decision:
    act = Grade(source="Reuters", grade="B")
    return Decision(id="d1", at=dt.datetime(2026, 5, 3, tzinfo=dt.UTC), by="A. Editor", act=act, program_version="1.0")


def counts(book: Book) -> dict[str, int]:
    with book._database.reading() as connection:
        return {name: connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one() for name in TABLES}


# Recording


def test_what_was_recorded_is_the_evidence(book, read):
    flood, fire = read("flood.txt"), read("fire.txt", "The fire injured 7.", url="https://example.org/fire")
    recorded = (flood + fire).into(book)
    assert recorded == Recorded(
        run=recorded.run, pages=2, versions=2, documents=2, anchors=3, readings=3, denials=2, refusals=2
    )
    assert book.evidence() == as_evidence(flood, fire)


def test_an_empty_book_has_no_evidence(book):
    assert book.evidence() == Evidence(documents=(), claims=())
    assert book.runs() == ()


@pytest.mark.parametrize(
    "names", [["a.txt", "b.txt", "c.txt"], ["c.txt", "a.txt", "b.txt"], ["b.txt", "c.txt", "a.txt"]]
)
def test_evidence_does_not_depend_on_the_order_of_recording(book, read, names):
    for name in names:
        read(name).into(book)
    assert book.evidence() == as_evidence(*map(read, names))


def test_running_twice_adds_nothing(book, read):
    both = read("a.txt") + read("b.txt")
    both.into(book)
    before = counts(book)
    assert both.into(book) == NOTHING
    assert counts(book) == before


def test_running_twice_in_one_transaction_adds_nothing(book, read):
    with book.transaction():
        read().inside(book)
        assert read().inside(book) == NOTHING


def test_the_moment_of_a_run_decides_nothing(book, read):
    read().into(book, at=dt.datetime(2025, 2, 3, tzinfo=dt.UTC))
    assert read().into(book, at=dt.datetime(2026, 2, 3, tzinfo=dt.UTC)) == NOTHING


def test_only_changed_pages_are_recorded_again(book, read):
    (read("a.txt", FLOOD) + read("b.txt")).into(book)
    recorded = (read("a.txt", RISEN) + read("b.txt")).into(book)
    assert (recorded.pages, recorded.versions, recorded.documents, recorded.readings) == (0, 1, 1, 2)


# Versions and readings


def test_a_changed_page_adds_a_version_and_keeps_the_old(book, read):
    old, new = read("a.txt", FLOOD), read("a.txt", RISEN)
    first, second = old.into(book), new.into(book)
    assert book.evidence() == as_evidence(new)
    assert [(each.page, each.runs, each.document) for each in book.versions("a.txt")] == [
        ("a.txt", (first.run,), old.documents[0]),
        ("a.txt", (second.run,), new.documents[0]),
    ]


def test_a_page_that_goes_back_to_an_old_text_is_read_as_that_text(book, read):
    old, new = read("a.txt", FLOOD), read("a.txt", RISEN)
    runs = [each.into(book).run for each in (old, new, old)]
    assert book.evidence() == as_evidence(old)
    assert [each.runs for each in book.versions("a.txt")] == [(runs[0], runs[2]), (runs[1],)]


def test_a_better_rule_adds_readings_under_the_old_anchors(book, read):
    worse, better = read().with_event("other"), read()
    worse.into(book, "1.0")
    recorded = better.into(book, "2.0")
    assert (recorded.versions, recorded.anchors, recorded.readings) == (0, 0, 2)
    assert book.evidence() == as_evidence(better)
    assert counts(book)["reading"] == 4
    assert len(book.versions("a.txt")) == 1


def test_a_program_version_that_reads_the_same_is_still_a_run(book, read):
    read().into(book, "1.0")
    recorded = read().into(book, "2.0")
    assert (recorded.anchors, recorded.readings) == (0, 2)
    assert [run.program_version for run in book.runs()] == ["1.0", "2.0"]


def test_a_claim_no_longer_read_is_not_evidence_but_keeps_its_anchor(book, read):
    read().into(book, "1.0")
    fewer = replace(read(), claims=read().claims[:1])
    fewer.into(book, "2.0")
    assert book.evidence() == as_evidence(fewer)
    assert counts(book)["anchor"] == 2


def test_a_page_understood_better_is_no_new_version(book, read):
    read().into(book)
    dated = read()
    published = PartialDate(year=2025, month=2, day=None, how="dateline")
    dated = replace(dated, documents=(replace(dated.documents[0], published=published, title="Flood"),))
    assert dated.into(book).versions == 0
    assert book.evidence() == as_evidence(dated)


def test_one_text_on_two_pages_shares_its_anchors(book, read):
    recorded = (read("a.txt") + read("b.txt")).into(book)
    assert (recorded.versions, recorded.anchors, recorded.readings) == (2, 2, 4)


def test_all_documents_of_a_page_with_several_are_evidence(book, read):
    """A feed or an archive is one page with many documents."""
    feed = [read(name, words) for name, words in (("1", FLOOD), ("2", RISEN), ("3", RISEN))]
    feed = [replace(each, documents=(replace(each.documents[0], path="feed.xml"),)) for each in feed]
    (feed[0] + feed[1] + feed[2]).into(book)
    assert (feed[0] + feed[1] + feed[2]).into(book) == NOTHING
    assert [document.id for document in book.evidence().documents] == ["1", "2", "3"]
    assert len(book.versions("feed.xml")) == 2


@pytest.mark.parametrize(
    ("asked", "found"),
    [("saved.html", 1), ("https://example.org/a", 1), ("https://example.org/b", 0), ("", 0)],
)
def test_versions_are_found_by_path_and_by_url(book, read, asked, found):
    page = read("saved.html", FLOOD)
    replace(page, documents=(replace(page.documents[0], url="https://example.org/a"),)).into(book)
    assert len(book.versions(asked)) == found


def test_runs_say_which_program_read_how_much_and_when(book, read):
    moment = dt.datetime(2025, 2, 3, 12, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    (read("a.txt") + read("b.txt")).into(book, "1.0")
    read("c.txt").into(book, "1.1", at=moment)
    assert [astuple(run)[1:] for run in book.runs()] == [("1.0", None, 2), ("1.1", moment, 1)]
    assert [run.id for run in book.runs()] == sorted(run.id for run in book.runs())


# Exactness


def odd(number, **more):
    """A change to a claim."""
    return lambda claim: replace(claim, quantity=Quantity(low=number, high=None), **more)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (odd(40), "an int stays an int"),
        (odd(40.0), "a float stays a float"),
        (odd(0.1), "the shortest float"),
        (odd(10**30), "more than 64 bits"),
        (odd(None), "open on both sides"),
        (odd(1, evidence={"value": (), "unit": "", "time": (Span(0, 3), Span(4, 5))}), "spans and reasons"),
        (odd(1, place="O'Brien \"\\ \u2028 \U0001f30a \u0000"), "quotes, line separators, emoji, NUL"),
        (odd(1, readings=(Reading(differs={"time": ["2025-01-01", None], "n": 1.5}, why="or"),)), "other readings"),
    ],
)
def test_claims_come_back_as_they_were(book, read, change, why):
    page = read()
    page = replace(page, claims=tuple(change(claim) for claim in page.claims))
    page.into(book)
    assert book.evidence() == as_evidence(page), why
    assert repr(book.evidence()) == repr(as_evidence(page)), why


@pytest.mark.parametrize("words", ["", "\u0000 40", "40 \r\n\r 41", "\U0001f30a 40 \u0301", "４０", "  40  "])
def test_texts_come_back_as_they_were(book, read, words):
    page = replace(read("a.txt", words), refusals=())
    page = replace(page, documents=(replace(page.documents[0], source_map=(SourceRun(0, 5, 2),)),))
    page.into(book)
    assert book.evidence().documents == page.documents


# What the book refuses


def broken(**more):
    return lambda page: replace(page, documents=(replace(page.documents[0], **more),))


def claims(**more):
    return lambda page: replace(page, claims=tuple(replace(claim, **more) for claim in page.claims))


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (broken(content_hash="0" * 64), "content hash"),
        (broken(id="other"), "not given"),
        (broken(text="\ud800"), "not Unicode"),
        (claims(id="same"), "two claims have one id"),
        (claims(core=Span(30, 99)), "ends after the text"),
        (claims(document_id="elsewhere"), "not given"),
        (claims(quantity=Quantity(low=float("nan"), high=None)), "read back"),
        (claims(quantity=Quantity(low=1j, high=None)), "JSON"),
        (claims(readings=(Reading(differs={"time": ("a", "b")}, why="or"),)), "read back"),
        (lambda page: page + page, "two documents have one id"),
        (lambda page: replace(page, denials=page.denials * 2), "two denials have one id"),
    ],
)
def test_refuses_what_it_could_not_give_back(book, read, spoil, says):
    with pytest.raises(BookError, match=says):
        spoil(read()).into(book)
    assert set(counts(book).values()) == {0}


def test_the_same_text_under_another_path_is_the_same_page(book, read):
    read("a.txt").into(book)
    moved = read("a.txt")
    replace(moved, documents=(replace(moved.documents[0], path="/elsewhere/a.txt"),)).into(book)
    assert len(book.runs()) == 1
    assert [document.path for document in book.evidence().documents] == ["a.txt"]


def test_refuses_a_document_id_that_another_text_has(book, read):
    read("a.txt").into(book)
    clash, other = read("a.txt"), read("b.txt", "A flood killed 50.")
    taken = replace(other.documents[0], id=clash.documents[0].id)
    with pytest.raises(BookError, match="is taken"):
        replace(other, documents=(taken,), claims=(), denials=(), refusals=()).into(book)


def test_an_id_may_move_with_its_page_in_one_run(book, read):
    """Two files that swap their texts, where ids are made from texts."""
    one, two = read("1", FLOOD), read("2", RISEN)

    def at(page, path):
        return replace(page, documents=(replace(page.documents[0], path=path),))

    (at(one, "a.txt") + at(two, "b.txt")).into(book)
    (at(one, "b.txt") + at(two, "a.txt")).into(book)
    assert [(document.path, document.id) for document in book.evidence().documents] == [("a.txt", "2"), ("b.txt", "1")]


def test_refuses_a_moment_without_time_zone(book, read):
    with pytest.raises(BookError, match="time zone"):
        read().into(book, at=dt.datetime(2025, 2, 3))


# Transactions


def test_recording_needs_the_callers_transaction(book, read):
    with pytest.raises(BookError, match="needs a transaction"):
        read().inside(book)


def test_transactions_do_not_nest(book):
    with book.transaction(), pytest.raises(BookError, match="already open"), book.transaction():
        pass


def test_a_failed_transaction_leaves_the_book_as_it_was(book, read):
    read("a.txt").into(book)
    before, evidence = counts(book), book.evidence()
    with pytest.raises(ZeroDivisionError), book.transaction():
        read("b.txt").inside(book)
        read("a.txt", RISEN).inside(book, "2.0")
        1 / 0  # noqa: B018
    assert (counts(book), book.evidence()) == (before, evidence)
    assert read("b.txt").into(book).documents == 1


def test_a_transaction_sees_its_own_records_and_others_do_not(book, address, read):
    with Book.open(address) as other, book.transaction():
        read().inside(book)
        assert book.evidence() == as_evidence(read())
        assert other.evidence() == Evidence(documents=(), claims=())


def test_a_reader_sees_one_state_and_holds_up_no_writer(address, read):
    """Also where the reader has begun before the writer commits."""
    count = text("SELECT count(*) FROM page")
    with Book.open(address) as reader, Book.open(address, wait=0.01) as writer:
        with reader._database.reading() as connection:
            assert connection.execute(count).scalar_one() == 0
            read().into(writer)
            assert connection.execute(count).scalar_one() == 0
        assert len(reader.evidence().documents) == 1


# Facts stay


A_COLUMN = {"page": "address", "document_version": "content_hash", "run": "program_version", "anchor": "core_start"}


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("change", ["UPDATE {table} SET {column} = {column}", "DELETE FROM {table}"])
def test_no_fact_can_be_changed_or_removed(book, read, table, change):
    read().into(book)
    with book.transaction():
        book.decide([graded()])
    before = counts(book)
    statement = change.format(table=table, column=A_COLUMN.get(table, "body"))
    with pytest.raises(BookError, match="never changes"), book._database.writing() as connection:
        connection.execute(text(statement))
    assert counts(book) == before


def test_replacing_and_truncating_are_changes_too(book, read):
    read().into(book)
    is_sqlite = book._database.engine.dialect.name == "sqlite"
    statement = "INSERT OR REPLACE INTO run VALUES (1, '9', NULL)" if is_sqlite else "TRUNCATE run CASCADE"
    with pytest.raises(BookError, match="never changes"), book._database.writing() as connection:
        connection.execute(text(statement))
