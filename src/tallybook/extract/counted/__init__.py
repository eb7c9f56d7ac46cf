"""What a number counts: the noun it quantifies, the unit, and the noun whose fate the counted share."""

from tallybook.extract.counted.counted import Counted, Number, Sort
from tallybook.extract.counted.read import read_counted

__all__ = ["Counted", "Number", "Sort", "read_counted"]
