"""Findings grouped by kind, those that matter first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, islice

from tallybook.model import Finding, Severity
from tallybook.view.claims import anchor_of
from tallybook.view.picture_types import FindingGroup, FindingView
from tallybook.view.read_types import ClaimView, DenialView

_FIRST, _OF_A_KIND = 8, 3
_GRAVITY = {severity.value: rank for rank, severity in enumerate(Severity)}

# Kind, what it means, and whether it changes what a reader should believe. Kinds of one severity
# stand in this order in the report.
KINDS: tuple[tuple[str, str, bool], ...] = (
    ("conflict", "Claims about the same thing that cannot all be true.", True),
    ("falling total", "A total that cannot fall, and is given lower later.", True),
    ("correction", "A number that was taken back, or replaced, by whoever gave it.", True),
    ("category slip", "The same number under different words: one of them changed on the way.", True),
    ("projection", "A forecast, its arithmetic worked through, or held against what came later.", True),
    ("part and whole", "A part set against its whole, or parts added up.", True),
    ("share", "A fraction turned into a number, to see whether it fits.", True),
    ("unit conversion", "The same force counted in other units.", True),
    ("shared ratio", "Two counts in exactly one odd ratio, as if one were worked out from the other.", True),
    ("stale repetition", "An old number told again without its date.", True),
    ("denial", "A number, and somebody who denies it or will not say.", True),
    ("plan and outcome", "A plan or forecast, and what became of it.", False),
    ("growth", "A later and larger number that may only have grown.", False),
    ("sum", "Numbers that add up to another, or miss it.", False),
    ("hedge drift", "The same number told more surely than it was said.", False),
    ("date", "What the pages do not say about when.", False),
    ("same statement", "Several claims that go back to one utterance: one voice, not many.", False),
)


def group_findings(
    findings: Sequence[Finding], claims: Mapping[str, ClaimView], denials: Mapping[str, DenialView]
) -> tuple[FindingGroup, ...]:
    """All findings by kind, the kinds by their gravest finding, then as in the table; in each the gravest first.

    What is settled stands after what is not, in its kind and as a kind. A kind that the table does not know stands
    after those that it does.
    """
    known = {kind: (meaning, weighty) for kind, meaning, weighty in KINDS}
    order = [kind for kind, _, _ in KINDS]
    by_kind: dict[str, list[FindingView]] = {}
    for finding in sorted(findings, key=_weight):
        by_kind.setdefault(finding.kind, []).append(_view_finding(finding, claims, denials))
    grave = {kind: _weight(found[0]) for kind, found in by_kind.items()}
    kinds = sorted(by_kind, key=lambda kind: (grave[kind], order.index(kind) if kind in known else len(order), kind))
    return tuple(
        FindingGroup(
            anchor=anchor_of("findings", kind),
            kind=kind,
            meaning=known.get(kind, ("", True))[0],
            weighty=known.get(kind, ("", True))[1],
            findings=tuple(by_kind[kind]),
        )
        for kind in kinds
    )


def _weight(finding: Finding | FindingView) -> tuple[bool, int]:
    return finding.settled is not None, _GRAVITY[finding.severity]


def first_of(groups: Sequence[FindingGroup]) -> tuple[FindingView, ...]:
    """The few findings to look at first: some of every weighty kind that nobody settled, in the order of the kinds."""
    open_ones = ([one for one in group.findings if one.settled is None] for group in groups if group.weighty)
    return tuple(islice(chain.from_iterable(found[:_OF_A_KIND] for found in open_ones), _FIRST))


def _view_finding(finding: Finding, claims: Mapping[str, ClaimView], denials: Mapping[str, DenialView]) -> FindingView:
    return FindingView(
        anchor=anchor_of("finding", finding.id),
        kind=finding.kind,
        text=finding.text,
        arithmetic=finding.arithmetic,
        severity=finding.severity.value,
        innocent=finding.innocent,
        claims=tuple(claims[identity] for identity in finding.claims if identity in claims),
        denials=tuple(denials[identity] for identity in finding.denials if identity in denials),
        settled=finding.settled,
    )
