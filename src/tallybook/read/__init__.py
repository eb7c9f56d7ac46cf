"""Saved pages into documents: article told from furniture, with title, outlet, author, date and language."""

from tallybook.read.capture import Capture, Stated
from tallybook.read.containers import (
    WHOLE,
    Part,
    can_be_parted,
    captures_in,
    captures_of,
    captures_of_part,
    files_of,
)
from tallybook.read.given import read_given
from tallybook.read.page import read_capture, read_page
from tallybook.read.paths import read_captures, read_paths

__all__ = [
    "WHOLE",
    "Capture",
    "Part",
    "Stated",
    "can_be_parted",
    "captures_in",
    "captures_of",
    "captures_of_part",
    "files_of",
    "read_capture",
    "read_captures",
    "read_given",
    "read_page",
    "read_paths",
]
