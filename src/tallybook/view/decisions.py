"""What people decided, as plain JSON types and as lines of text. Names and notes are in both."""

from __future__ import annotations

import datetime as dt
import re

from tallybook.review import Entry
from tallybook.view.shapes import EntryJson
from tallybook.view.visible import visible

_HASH = re.compile(r"\b([0-9a-f]{12})[0-9a-f]{52}\b")
NOTHING = "–"


def entry_json(entry: Entry, *, stale: str | None = None) -> EntryJson:
    """One decision with what it changed; `stale` is why it does nothing now, if so."""
    one = entry.decision
    return {
        "id": one.id,
        "at": one.at.isoformat(),
        "by": one.by,
        "kind": one.kind,
        "target": one.target,
        "changed": [{"field": c.field, "before": c.before, "after": c.after} for c in entry.changed],
        "program_version": one.program_version,
        "follows": one.follows,
        "undoes": one.undoes,
        "undone_by": entry.undone_by,
        "stale": stale,
    }


def entry_line(entry: Entry, *, stale: str | None = None) -> str:
    """One decision as a line: its id, when, who, what, of what, before and after.

    Hashes of texts are cut as in the ids of claims.
    """
    one = entry.decision
    when = f"{one.at.astimezone(dt.UTC):%Y-%m-%d %H:%M} UTC"
    changed = "; ".join(f"{c.field}: {c.before or NOTHING} → {c.after or NOTHING}" for c in entry.changed)
    ends = [f"undone by {entry.undone_by}"] if entry.undone_by else []
    ends += [stale] if stale else []
    line = f"{one.id}  {when}  {one.by}  {one.kind}  {one.target}  {changed}" + "".join(f"  [{end}]" for end in ends)
    return visible(" ".join(_HASH.sub(r"\1", line).splitlines()))
