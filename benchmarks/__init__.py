"""Measurements of tallybook on data that is not part of it; figures only."""
