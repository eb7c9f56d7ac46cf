"""Documents → which are copies of which, by the words they share."""

from tallybook.copies.find import find_copies
from tallybook.copies.join import Joined, join_sketches
from tallybook.copies.recurring import without_recurring
from tallybook.copies.sketch import Sketch, sketch_of
from tallybook.copies.sketches import Lists, Sketches

__all__ = ["Joined", "Lists", "Sketch", "Sketches", "find_copies", "join_sketches", "sketch_of", "without_recurring"]
