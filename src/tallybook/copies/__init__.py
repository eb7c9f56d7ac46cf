"""Documents → which are copies of which, by the words they share."""

from tallybook.copies.find import find_copies

__all__ = ["find_copies"]
