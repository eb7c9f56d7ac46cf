"""The table as a whole: bytes in, estimates out, with what was passed over and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tallybook.errors import UnreadableInput
from tallybook.lexicon import load_lexicon
from tallybook.lexicon.schema import Lexicon
from tallybook.model import ClaimKind, Estimate
from tallybook.reconcile.methods import method_of
from tallybook.reconcile.methods.method import Vote, taught
from tallybook.reconcile.outliers import widest_gap
from tallybook.reconcile.world import World
from tallybook.registry import load_registry
from tallybook.settings import Settings
from tallybook.table.cells import BadCell
from tallybook.table.columns import NUMBERS, Columns, columns_of
from tallybook.table.conventions import Conventions, conventions_of
from tallybook.table.course import course, lesson_of
from tallybook.table.relays import heard
from tallybook.table.rows import Row, RowReader, row_reader
from tallybook.table.sheet import Broken, Record, sheet_of
from tallybook.table.text import text_of
from tallybook.table.voices import LINE, votes_of
from tallybook.table.words import shown

MOST_NAMED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimated:
    """What a table gives. `bad` names every row that was skipped, `apart` every one that is read and not used although
    it repeats nothing, and every series that one side alone speaks of, `notes` what else a reader should know."""

    estimates: tuple[Estimate, ...]
    rows: int
    bad: tuple[UnreadableInput, ...] = ()
    apart: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def estimate_table(data: bytes, *, where: str, settings: Settings, lexicon: Lexicon | None = None) -> Estimated:
    """Low, best and high of every series of a table, by day, series in the order first met.

    `where` names the table in errors. Raises `UnreadableInput` where the table as a whole cannot be used: no text, no
    rows, a column missing. `lexicon` has the words of numbers and dates, English ones by default.
    """
    text, guessed = text_of(data, where=where)
    sheet = sheet_of(text)
    columns = columns_of(sheet, where=where)
    records = list(sheet.records(columns.delimiter))[1:]
    if not records:
        raise UnreadableInput("the table has no rows", where=where, why="only column names", hint="add a row a claim")
    conventions = _conventions(records, columns)
    reader = row_reader(columns, conventions, lexicon or load_lexicon("en"))
    series, bad = _read(records, reader, where)
    world, method = World(load_registry(settings.registry)), method_of(settings.policy)
    estimates: list[Estimate] = []
    apart: list[str] = []
    voices = {name: heard(rows) for name, rows in series.items()}
    kinds = {name: rows[0].kind for name, rows in series.items()}
    cast = {name: votes_of(who.voices, kinds[name], world) for name, who in voices.items()}
    method = taught(method, [lesson_of(votes, kinds[name]) for name, votes in cast.items()])
    for name, votes in cast.items():
        kind, who = kinds[name], voices[name]
        found = list(course(name, votes, kind, method, sided=any(row.side for row in series[name])))
        estimates += found
        apart += (_unlike(row, where) for row in who.unlike())
        if kind is ClaimKind.TOTAL:
            apart += _apart(found, votes, where)
        if found[-1].claimed_by is not None:
            apart.append(f"{where}: {shown(name)} is claimed by {shown(found[-1].claimed_by)} alone, no best is named")
    return Estimated(
        estimates=tuple(estimates),
        rows=sum(map(len, series.values())),
        bad=tuple(bad),
        apart=tuple(apart),
        notes=_notes(where, guessed, columns, conventions),
    )


def _conventions(records: Sequence[Record | Broken], columns: Columns) -> Conventions:
    cells = [record.cells for record in records if isinstance(record, Record)]
    return conventions_of(
        (columns.cell(row, name) for row in cells for name in NUMBERS),
        (columns.cell(row, "date") for row in cells),
        delimiter=columns.delimiter,
    )


def _read(
    records: Sequence[Record | Broken], reader: RowReader, where: str
) -> tuple[dict[str, list[Row]], list[UnreadableInput]]:
    """The rows by series, and what is wrong with the others."""
    series: dict[str, list[Row]] = {}
    bad: list[UnreadableInput] = []
    for record in records:
        if isinstance(record, Broken):
            place = f"{where}:{record.line}"
            bad.append(UnreadableInput("the line is no row", where=place, why=record.why, hint=record.hint))
            continue
        try:
            row = reader.row(record.line, record.cells)
            own = series.get(row.series, ())
            if own:
                _refuse_other_kind(row, own[0].kind)
        except BadCell as cell:
            place = f"{where}:{record.line}" + (f", column {cell.column}" if cell.column else "")
            bad.append(UnreadableInput(cell.what, where=place, why=cell.why, hint=cell.hint))
        else:
            series.setdefault(row.series, []).append(row)
    return series, bad


def _refuse_other_kind(row: Row, kind: ClaimKind) -> None:
    if row.kind is not kind:
        why = f"the series is a {kind.value} before, here a {row.kind.value}"
        raise BadCell("two kinds in one series", "kind", why, "give the other kind a series of its own")


def _unlike(row: Row, where: str) -> str:
    return (
        f"{where}:{row.line}: not used, {shown(row.relay_of or '')} gives no such number for {shown(row.series)} itself"
    )


def _apart(found: Sequence[Estimate], votes: Sequence[Vote], where: str) -> Iterator[str]:
    """The rows that the last estimate of a series leaves out, and a wide gap between those that it does not."""
    name, out = shown(found[-1].series), {left.claim for left in found[-1].left_out}
    for left in found[-1].left_out:
        yield f"{where}:{left.claim.removeprefix(LINE)}: left out of {name}, {left.why}"
    by_claim = {vote.claim: vote for vote in votes}
    gaps = (widest_gap([by_claim[claim] for claim in one.claims if claim not in out]) for one in found)
    gap = next((gap for gap in gaps if gap is not None), None)
    if gap is not None:
        between = f"{gap[0]:,.0f} and {gap[1]:,.0f}"
        yield f"{where}: nothing in {name} is between {between}; is all of it of one incident?"


def _notes(where: str, guessed: str | None, columns: Columns, conventions: Conventions) -> tuple[str, ...]:
    notes = []
    if guessed is not None:
        notes.append(f'{where}: not UTF-8, read as {guessed}; save it as "CSV UTF-8" if letters look wrong')
    if columns.ignored:
        names = ", ".join(shown(name) for name in columns.ignored[:MOST_NAMED])
        more = ", …" if len(columns.ignored) > MOST_NAMED else ""
        notes.append(f"{where}: columns that are not used: {names}{more}")
    mark = "comma" if conventions.decimal_comma else "point"
    if conventions.doubtful is not None:
        notes.append(f"{where}: the {mark} is taken for the decimal mark, as in {shown(conventions.doubtful)}")
    return tuple(notes)
