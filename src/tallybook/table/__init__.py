"""A table in, a table out: claims kept in a spreadsheet become low, best and high, without pages or a book."""

from tallybook.table.estimate import Estimated, estimate_table
from tallybook.table.writing import csv_of

__all__ = ["Estimated", "csv_of", "estimate_table"]
