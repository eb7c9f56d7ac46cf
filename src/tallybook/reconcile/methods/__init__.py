"""How the votes of a series become low, best and high. One folder per method, all with the same function."""

from __future__ import annotations

from tallybook.reconcile.methods import latest_official, majority, source_hierarchy
from tallybook.reconcile.methods import range as whole_range
from tallybook.reconcile.methods.admiralty import by_grade
from tallybook.reconcile.methods.method import Method
from tallybook.settings import Policy


def method_of(policy: Policy) -> Method:
    """The method a policy's name stands for."""
    if policy == "posterior":
        from tallybook.reconcile.methods import posterior  # numpy, which the others do not need

        return Method("posterior/1", by_grade(posterior.judge), posterior.study, likely=True, graded=True)
    methods: dict[Policy, Method] = {
        "range": Method("range/1", whole_range.judge),
        "majority": Method("majority/1", majority.judge),
        "latest-official": Method("latest-official/1", latest_official.judge),
        "source-hierarchy": Method("source-hierarchy/1", source_hierarchy.judge, graded=True),
    }
    return methods[policy]
