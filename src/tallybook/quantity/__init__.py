"""The grammar of numerals, hedges, ranges and units over any text.

Pure Python over tokens, no parser. Words come from the lexicon; a language's numeral system is selected there.
"""

from tallybook.quantity.gate import has_quantity
from tallybook.quantity.nouns import counted_noun
from tallybook.quantity.reader import read_quantities, read_value

__all__ = ["counted_noun", "has_quantity", "read_quantities", "read_value"]
