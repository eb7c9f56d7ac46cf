"""How cells are shown in messages."""

from __future__ import annotations

LONGEST = 40


def shown(cell: str) -> str:
    """A cell in quotation marks, cut to a readable length; characters that could disturb a terminal as code points."""
    cut = cell if len(cell) <= LONGEST else f"{cell[: LONGEST - 1]}…"
    return '"' + "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in cut) + '"'
