"""Forecasts: what was planned, expected or projected, and what became of it by the later claims of the book."""

from tallybook.reconcile.forecasts.build import Outlook, outlooks_of
from tallybook.reconcile.forecasts.goal import AHEAD
from tallybook.reconcile.forecasts.latest import latest_day
from tallybook.reconcile.forecasts.records import records_of

__all__ = ["AHEAD", "Outlook", "latest_day", "outlooks_of", "records_of"]
