"""Evidence → which claims measure the same, which are one statement, what they support, what does not match."""

from tallybook.reconcile.stage import reconcile_claims

__all__ = ["reconcile_claims"]
