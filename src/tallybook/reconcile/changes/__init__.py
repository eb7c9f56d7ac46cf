"""What changed in a book: two bodies of evidence, each with its picture, set side by side."""

from tallybook.reconcile.changes.compare import Snapshot, compare
from tallybook.reconcile.changes.rereading import edited_and_re_read, re_read, read_anew, reread_news

__all__ = ["Snapshot", "compare", "edited_and_re_read", "re_read", "read_anew", "reread_news"]
