"""What every method is given and gives back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tallybook.model import ClaimKind, LeftOut, Number, Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One statement as it counts in one series, however many claims report it.

    `claim` is the id of the claim that stands for it. `quantity` is what it asserts in all: the product where it stands
    "each of" another. `speaker` is the origin, or the outlet where no origin is named; `named` says that an origin is.
    `official` says that a body of a state or of the United Nations speaks. `side` is the state or armed group the
    speaker speaks for, `at` the day the number is of. `counted` says that it is a list of names, so a floor. `outside`
    says that the speaker is known to be of no side, `grade` is what the user makes of it by the Admiralty code.
    """

    claim: str
    quantity: Quantity
    speaker: str
    named: bool = True
    official: bool = False
    side: str | None = None
    at: dt.date | None = None
    counted: bool = False
    outside: bool = False
    grade: str | None = None

    @property
    def voice(self) -> str:
        """Who counts once, however often and through whichever organ it speaks: the side, else the speaker."""
        return self.side or self.speaker

    @property
    def low(self) -> Number | None:
        """The lower bound as said, None where open."""
        return self.quantity.low

    @property
    def high(self) -> Number | None:
        """The upper bound as said, None where open."""
        return self.quantity.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """How numbers of an event come about, where nobody counts one by one.

    `trust` is the chance that a statement of an unknown source is right. A wrong one lies about the truth by
    a Student-t of `freedom` with `scatter` on natural log scale, or, with chance `junk`, anywhere. A right one that is
    rounded is off by about the share `room`.
    """

    trust: float
    scatter: float
    freedom: float
    junk: float
    room: float


@dataclass(frozen=True, slots=True)
class Bound:
    """The number lies from `low` to `high` (open where None) with the chance `sure`; with the rest anywhere."""

    low: Number
    high: Number | None
    sure: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a series measures, as far as a method needs to know. A `monotone` total never falls unless corrected;
    `floor` is what it has reached before. `counting` is None where each is counted. `bounds` are
    what numbers of linked series say.

    `trust` and `copying` are what the method has learnt of speakers by name, if it studies them: the chance that what
    they say is right, and the chance that it only repeats what another says. A `contested` number is one that the
    parties of a war dispute; `people` is the side whose people or things are counted, where that is known.
    """

    event: str
    unit: str
    kind: ClaimKind
    monotone: bool = False
    floor: Number | None = None
    counting: Counting | None = None
    bounds: tuple[Bound, ...] = ()
    trust: Mapping[str, float] = field(default_factory=dict)
    copying: Mapping[str, float] = field(default_factory=dict)
    contested: bool = False
    people: str | None = None

    @property
    def estimated(self) -> bool:
        """Whether numbers of it are estimates, however exact they look."""
        return self.counting is not None


@dataclass(frozen=True, slots=True)
class Day:
    """The votes of a series that stand on a day, and why the others heard by then do not; `at` is None where nothing
    is dated."""

    at: dt.date | None
    votes: Sequence[Vote]
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a method makes of the votes. `best` is None where it names none, and `why` then says so.

    `probability` is that of the true number lying about the best value, where the method gives one.
    """

    low: Number | None
    best: Number | None
    high: Number | None
    why: str
    probability: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """What the series of a book teach of speakers, by name: see `Question`."""

    trust: Mapping[str, float]
    copying: Mapping[str, float]


Judge = Callable[[Sequence[Vote], Question], Verdict]
Lesson = tuple[Sequence[Vote], Question]
"""The votes that stand in a series at the end."""
Study = Callable[[Sequence[Lesson]], Learnt]


@dataclass(frozen=True, slots=True)
class Method:
    """A method's name with its version, and its functions. `judge` is given at least one vote. Whether low is
    `likely` to be exceeded, rather than just the lowest that is claimed.

    `study`, where a method has one, is given all series of a book, and what it returns is handed to `judge` with
    each question. `graded` says that it looks at the user's grades.
    """

    name: str
    judge: Judge
    study: Study | None = None
    likely: bool = False
    graded: bool = False

    @property
    def policy(self) -> str:
        """The policy it carries out: its name without the version."""
        return self.name.partition("/")[0]


def taught(method: Method, series: Sequence[Lesson]) -> Method:
    """The method with what it learns from all series of a book; itself where it does not study."""
    if method.study is None:
        return method
    learnt = method.study(series)

    def judge(votes: Sequence[Vote], question: Question) -> Verdict:
        return method.judge(votes, replace(question, trust=learnt.trust, copying=learnt.copying))

    return replace(method, judge=judge)


def count_voices(votes: Iterable[Vote]) -> int:
    """How many voices the votes are of: organs of one state are one, whatever each of them says."""
    return len({vote.voice for vote in votes})


def bounds_of(votes: Sequence[Vote]) -> tuple[Number | None, Number | None]:
    """The lowest lower and the highest upper bound of all votes; a bound that any vote leaves open stays open."""
    lows = [vote.low for vote in votes if vote.low is not None]
    highs = [vote.high for vote in votes if vote.high is not None]
    return (
        min(lows) if len(lows) == len(votes) and lows else None,
        max(highs) if len(highs) == len(votes) and highs else None,
    )
