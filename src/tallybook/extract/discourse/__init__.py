"""What earlier sentences have settled: who spoke last, who is who, what the numbers so far counted."""

from tallybook.extract.discourse.discourse import Discourse

__all__ = ["Discourse"]
