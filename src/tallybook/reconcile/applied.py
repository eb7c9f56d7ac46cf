"""What of the user's own choices went into an estimate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tallybook.model import Assessed, Evidence
from tallybook.reconcile.methods.admiralty import grade_words
from tallybook.reconcile.methods.method import Method, Vote
from tallybook.reconcile.world import World


def choices_of(votes: Sequence[Vote], method: Method, world: World) -> tuple[str, ...]:
    """The policy; of the speakers heard the grades, where the method looks at them, and the sides that the user's
    registry file gives them."""
    speakers = list(dict.fromkeys(vote.speaker for vote in votes))
    grades = [words for speaker in speakers for words in _grade(speaker, world)] if method.graded else []
    return (f"policy {method.policy}", *grades, *(words for speaker in speakers for words in _side(speaker, world)))


def assessed_in(evidence: Evidence, world: World) -> tuple[Assessed, ...]:
    """What the user's registry file, or people in the book, say of its origins, relays and outlets, by their names."""
    names = {document.outlet for document in evidence.documents if document.outlet is not None}
    for claim in evidence.claims:
        names.update(name for name in (claim.attribution.origin, *claim.attribution.relays) if name is not None)
    found = ((name, world.grade(name), world.assessment(name)) for name in sorted(names))
    return tuple(
        Assessed(source=name, grade=grade, words=grade_words(grade or ""), side=None if one is None else one.side)
        for name, grade, one in found
        if grade is not None or one is not None
    )


def _grade(speaker: str, world: World) -> Iterable[str]:
    grade = world.grade(speaker)
    if grade is None:
        return ()
    by = f" {whom}" if (whom := world.graded_by(speaker)) else ""
    return (f"{speaker} graded {grade}{by}: {grade_words(grade)}",)


def _side(speaker: str, world: World) -> Iterable[str]:
    assessment = world.assessment(speaker)
    return () if assessment is None or assessment.side is None else (f"{speaker} counted to {assessment.side}",)
