"""The sender's own words in a mail: without the answers quoted below them and the signature."""

from __future__ import annotations

import re
from dataclasses import dataclass

_QUOTE = re.compile(r"[ \t]*>")
_SIGNATURE = "-- "
_LEAST, _WITH_NUMBER = 80, 30
"""Letters of one's own below which a mail is taken whole, without and with a number among them: it then is about what
it quotes."""

_FIELD = re.compile(r"\*?(?P<name>From|Date|Sent|Subject|To|Cc):\*?[ \t]+(?P<value>\S.*)")
"""A field above a message that was passed on, as mail programs write it into the text, some of them in bold."""


@dataclass(frozen=True, slots=True)
class Forwarded:
    """A message that stands in another with its header: who sent it, when, under what subject, and its words."""

    sender: str
    date: str
    subject: str
    text: str


def forwarded(text: str) -> Forwarded | None:
    """The message that a mail passes on; None where its sender wrote more than a few words above it, or it has none."""
    lines = text.replace("\r\n", "\n").split("\n")
    for start, line in enumerate(lines):
        first = _FIELD.match(line)
        if first is None:
            continue
        fields, end = _fields(lines, start)
        above = "\n".join(lines[:start])
        if first["name"] != "From" or not {"Date", "Subject"} <= fields.keys() or _says_much(above):
            return None
        return Forwarded(fields["From"], fields["Date"], fields["Subject"], "\n".join(lines[end:]).strip())
    return None


def _fields(lines: list[str], start: int) -> tuple[dict[str, str], int]:
    """The fields in the lines from `start`, and the line behind them; Outlook writes Sent for Date."""
    fields: dict[str, str] = {}
    for place in range(start, len(lines)):
        field = _FIELD.match(lines[place])
        if field is None:
            return fields, place
        fields.setdefault("Date" if field["name"] == "Sent" else field["name"], field["value"].strip())
    return fields, len(lines)


def _says_much(own: str) -> bool:
    return sum(map(str.isalpha, own)) >= (_WITH_NUMBER if any(map(str.isdigit, own)) else _LEAST)


def own_words(text: str) -> str:
    """A mail's text without the lines that begin with `>`, the line that leads them in, and the signature (RFC 3676).

    The whole text where hardly a word of the sender's own would be left.

    >>> own_words("The dam holds.\\nOn Monday, Li wrote:\\n> Does it?\\n-- \\nAna")
    'The dam holds.\\nOn Monday, Li wrote:\\n> Does it?\\n-- \\nAna'
    """
    lines = text.replace("\r\n", "\n").split("\n")
    signed = next((place for place, line in enumerate(lines) if line == _SIGNATURE), len(lines))
    kept = [line for place, line in enumerate(lines[:signed]) if not _quoted(lines, place)]
    own = "\n".join(kept)
    return own if _says_much(own) else text


def _quoted(lines: list[str], place: int) -> bool:
    """Whether a line is quoted, or ends in a colon above lines that are."""
    if _QUOTE.match(lines[place]):
        return True
    below = [line for line in lines[place + 1 : place + 3] if line.strip()]
    return lines[place].rstrip().endswith(":") and bool(below) and _QUOTE.match(below[0]) is not None
