"""What changed in a book: two bodies of evidence, each with its picture, set side by side."""

from tallybook.reconcile.changes.compare import Snapshot, compare
from tallybook.reconcile.changes.rereading import re_read, reread_news

__all__ = ["Snapshot", "compare", "re_read", "reread_news"]
