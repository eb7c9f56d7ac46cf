"""What befell the counted: verb frames over the parse, nouns and adjectives of events, a window where it fails."""

from tallybook.extract.events.befallen import OTHER, Befallen
from tallybook.extract.events.read import is_whole, read_event

__all__ = ["OTHER", "Befallen", "is_whole", "read_event"]
