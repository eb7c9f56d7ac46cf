"""Date expressions relative to an anchor, with partial dates and the reason for each."""

from tallybook.dates.mention import DateMention, Role
from tallybook.dates.publication import read_publication_date
from tallybook.dates.read import read_dates

__all__ = ["DateMention", "Role", "read_dates", "read_publication_date"]
