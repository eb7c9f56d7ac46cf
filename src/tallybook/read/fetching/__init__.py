"""Pages by their addresses: from the open internet alone, politely, within bounds, and kept as they were answered."""

from tallybook.read.fetching.fetcher import Fetcher
from tallybook.read.fetching.outside import Bounds, Outside

__all__ = ["Bounds", "Fetcher", "Outside"]
