"""Keep the book of the numbers: who said how many, of what, when, how surely, through whom."""

__version__ = "0.1.0"
