"""The numbers that shape the posterior."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How statements go wrong.

    Trust, scale, copy and shrink come from a search over all truth that benchmarks/population.py has at hand, whose
    folds choose only around them; stale and growth are set by hand.

    `trust` is the chance that a statement of an unknown source is right, before the book is seen. A wrong one lies
    about the truth by a Student-t of `freedom` on log scale with `scale`, or, with chance `junk`, anywhere within
    `span` natural log units. `copy` is the chance that a wrong statement repeats or rounds a wrong one that is there,
    `copying` that a source only repeats others, right or wrong, before the book is seen. Both that and trust are learnt
    in so many `rounds`, shrunk as if `shrink` more claims of a like source were known, trust in like sources as if
    `pool` were, and never exceed `cap`. Of a total that never falls, a statement is with chance `stale` a number of an
    earlier hour, the truth then beyond it by about `growth` log units.
    """

    trust: float = 0.8
    scale: float = 0.2
    freedom: float = 1.0
    junk: float = 0.3
    span: float = 18.0
    copy: float = 0.4
    copying: float = 0.02
    shrink: float = 16.0
    pool: float = 20.0
    cap: float = 0.97
    rounds: int = 14
    stale: float = 0.3
    growth: float = 0.3

    @property
    def least(self) -> float:
        """The trust at which a repeated value says nothing; nobody counts against what they say."""
        return self.copy / (1 + self.copy)


DEFAULT = Shape()
