"""The book: an append-only store of what documents say and what each program version read in them.

A page is one input; its texts are versions, told apart by content hash. A claim hangs on an anchor (content hash and
the characters of the numeral); what a run read there is a reading under that anchor. Nothing recorded is ever changed
or removed, and nothing that can be computed from the evidence is stored.
"""

from tallybook.ledger.book import Book
from tallybook.ledger.files import beside, keep_file, path_of
from tallybook.ledger.load import Run, Version
from tallybook.ledger.record import Recorded

__all__ = ["Book", "Recorded", "Run", "Version", "beside", "keep_file", "path_of"]
