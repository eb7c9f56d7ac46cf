"""What earlier sentences have settled: who spoke last, who is who, what the numbers so far counted."""

from tallybook.extract.discourse.discourse import Discourse
from tallybook.extract.discourse.known import Known
from tallybook.extract.discourse.quotations import open_quotation, quotation_start

__all__ = ["Discourse", "Known", "open_quotation", "quotation_start"]
