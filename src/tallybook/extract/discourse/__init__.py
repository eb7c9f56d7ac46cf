"""What earlier sentences have settled: who spoke last, who is who, what the numbers so far counted."""

from tallybook.extract.discourse.discourse import Discourse
from tallybook.extract.discourse.known import Known

__all__ = ["Discourse", "Known"]
