"""Saved pages into documents: article told from furniture, with title, outlet, author, date and language."""

from tallybook.read.page import read_page
from tallybook.read.paths import read_paths

__all__ = ["read_page", "read_paths"]
