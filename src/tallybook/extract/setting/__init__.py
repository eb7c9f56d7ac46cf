"""Whose the counted are, where it was, and when."""

from tallybook.extract.setting.bare import bare
from tallybook.extract.setting.groups import carried_group, read_group
from tallybook.extract.setting.places import carried_place, read_place
from tallybook.extract.setting.surroundings import Surroundings, places_seen
from tallybook.extract.setting.times import Told, anchor_of, read_partial, read_time, sentence_dates

__all__ = [
    "Surroundings",
    "Told",
    "anchor_of",
    "bare",
    "carried_group",
    "carried_place",
    "places_seen",
    "read_group",
    "read_partial",
    "read_place",
    "read_time",
    "sentence_dates",
]
