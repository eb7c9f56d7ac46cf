"""Same statement: claims that repeat one utterance, so that they are one source and not several.

Numbers that one speaker's two pages, or two pages with one text, repeat together ("300 killed and 2,700 wounded") are
one finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallybook.model import Claim, Finding, Statement
from tallybook.reconcile.ground import Ground, finding
from tallybook.reconcile.speakers import is_named
from tallybook.reconcile.wording import listed, stated_words, times_words

KIND = "same statement"


def find(ground: Ground) -> Iterator[Finding]:
    """One finding for each statement that several claims report, or for each set of statements repeated together."""
    repeated = [
        statement for statement in ground.statements if len(statement.claims) > 1 and not renamed(statement, ground)
    ]
    together: dict[object, list[Statement]] = {}
    for statement in repeated:
        together.setdefault(_key(statement, ground), []).append(statement)
    for group in together.values():
        yield _finding(group, ground)


def renamed(statement: Statement, ground: Ground) -> bool:
    """Whether one document gives the number to two names of one side: what changed is told as hedge drift."""
    claims = ground.members(statement)
    names = {
        ground.world.speaker(c.attribution.origin)
        for c in claims
        if c.attribution.origin and is_named(c.attribution.origin)
    }
    hedges = {claim.quantity.hedge for claim in claims}
    return len({claim.document_id for claim in claims}) == 1 and len(names) > 1 and len(hedges) > 1


def _key(statement: Statement, ground: Ground) -> object:
    documents = frozenset(claim.document_id for claim in ground.members(statement))
    if len(documents) < 2:
        return statement.id
    return statement.origin and ground.world.speaker(statement.origin), documents


def _finding(group: Sequence[Statement], ground: Ground) -> Finding:
    claims = [claim for statement in group for claim in ground.members(statement)]
    documents = len({claim.document_id for claim in claims})
    numbers = listed(sorted((_numbers(ground.members(one)) for one in group), key=lambda words: (len(words), words)))
    where = f"in {documents} documents" if documents > 1 else "in one document"
    origin = min((one.origin for one in group if one.origin is not None), default=None)
    whose = f" of {origin}" if origin is not None else ""
    verb = "is" if len(group) == 1 else "are"
    text = f"{numbers}, told {times_words(len(claims))} {where}, {verb} one statement{whose}: one source, not several."
    return finding(KIND, claims, text)


def _numbers(claims: Sequence[Claim]) -> str:
    """In words that do not hang on the order of the pages."""
    event = min(claims, key=lambda claim: (claim.document_id, claim.span.start)).event
    words = sorted({stated_words(claim) for claim in claims}, key=lambda words: (len(words), words))
    return f"{' or '.join(words)} {event}"
