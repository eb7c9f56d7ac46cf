"""What holds between two series of one story that are not one: parts, sums, units, rates, shares, other times."""

from tallybook.reconcile.links.build import links_of

__all__ = ["links_of"]
