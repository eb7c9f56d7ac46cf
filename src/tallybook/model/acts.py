"""What can be decided about a book. Each act says what it is about, and on which anchors it hangs."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from tallybook.model.claim import Claim
from tallybook.model.document import Document
from tallybook.model.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """What a claim hangs on: the hash of its document's text, and the span of the numeral.

    >>> str(Anchor("ab12", Span(3, 5)))
    'ab12:3-5'
    """

    content_hash: str
    core: Span

    def __str__(self) -> str:
        return f"{self.content_hash}:{self.core.start}-{self.core.end}"


class Medium(StrEnum):
    """Where a claim that stands on no page was heard or seen."""

    PHONE_CALL = "phone call"
    SCREENSHOT = "screenshot"
    POST = "post"
    OTHER = "other"


class ReviewState(StrEnum):
    """How far people have looked at a claim."""

    UNCHECKED = "unchecked"
    CHECKED = "checked"
    SECOND_CHECKED = "second-checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """A file that proves a claim by hand. It is kept beside the book under its SHA-256, never in it."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OnClaim:
    """An act about one claim, in the respect that `about` names."""

    kind: ClassVar[str]
    about: ClassVar[str] = "claim"
    anchor: Anchor

    @property
    def target(self) -> str:
        """What two acts decide that are at odds: the claim, in one respect."""
        return f"{self.about} {self.anchor}"

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """The claims it hangs on."""
        return (self.anchor,)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnPair(OnClaim):
    """An act about what two claims are to each other, whichever is named first."""

    about: ClassVar[str] = "statement"
    other: Anchor

    @property
    def target(self) -> str:
        """The pair."""
        first, second = sorted(self.anchors)
        return f"{self.about} {first} {second}"

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """The two claims."""
        return (self.anchor, self.other)


@dataclass(frozen=True, slots=True, kw_only=True)
class Accept(OnClaim):
    """The claim stands as it was seen; whatever a later program reads there, this reading counts."""

    kind: ClassVar[str] = "accept"
    reading: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject(OnClaim):
    """What was read there is no claim. It leaves the evidence, not the book."""

    kind: ClassVar[str] = "reject"
    reading: Claim
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit(OnClaim):
    """The fields in which `after` differs from `before` are as `after` has them, and the claim is accepted.

    The anchor stays: another numeral is another claim, so `id`, `document_id` and `core` are never edited.
    """

    kind: ClassVar[str] = "edit"
    before: Claim
    after: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class AddMissed(OnClaim):
    """A claim that stands on a page, and that no program read."""

    kind: ClassVar[str] = "add missed"
    reading: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class AddByHand(OnClaim):
    """A claim that stands on no page. Nobody can derive it again; `document` holds the words as they were noted."""

    kind: ClassVar[str] = "add by hand"
    reading: Claim
    document: Document
    medium: Medium
    seen: dt.datetime
    file: KeptFile | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclude(OnClaim):
    """The claim is one and is shown, but no estimate uses it."""

    kind: ClassVar[str] = "exclude"
    about: ClassVar[str] = "use of"
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rename(OnClaim):
    """The series that holds the claim goes by this title; `was` is the one its author saw."""

    kind: ClassVar[str] = "rename"
    about: ClassVar[str] = "title at"
    title: str
    was: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge(OnClaim):
    """The series that hold the two claims are one, with the scope of the one that holds `into`."""

    kind: ClassVar[str] = "merge"
    about: ClassVar[str] = "series of"
    into: Anchor

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """A claim of each series."""
        return (self.anchor, self.into)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move(OnClaim):
    """The claim belongs to the series that holds the claim `to`."""

    kind: ClassVar[str] = "move"
    about: ClassVar[str] = "series of"
    to: Anchor

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """The claim, and one of the series it goes to."""
        return (self.anchor, self.to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """The claims, at least one, leave their series and make up one of their own."""

    kind: ClassVar[str] = "split"
    anchors: tuple[Anchor, ...]

    @property
    def target(self) -> str:
        """The series of the claim that goes first by anchor."""
        return f"series of {min(self.anchors)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SameStatement(OnPair):
    """The two claims report one utterance, and have one vote."""

    kind: ClassVar[str] = "same statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferentStatement(OnPair):
    """The claim `anchor` was said apart from `other`, and has a vote of its own."""

    kind: ClassVar[str] = "different statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """How far a source is to be relied on, by the Admiralty code (NATO AJP-2.1): "B", or "B2" with what it says.

    `was` is the grade its author saw. Raises ValueError for what is no grade.
    """

    kind: ClassVar[str] = "grade"
    anchors: ClassVar[tuple[Anchor, ...]] = ()
    source: str
    grade: str
    was: str | None = None

    def __post_init__(self) -> None:
        if not re.fullmatch("[A-F][1-6]?", self.grade):
            raise ValueError(f"{self.grade!r} is no grade of the Admiralty code: a letter A to F, then perhaps 1 to 6")

    @property
    def target(self) -> str:
        """The source."""
        return f"source {self.source}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settle:
    """A finding, by id, needs no more looking into. It is shown as settled."""

    kind: ClassVar[str] = "settle"
    anchors: ClassVar[tuple[Anchor, ...]] = ()
    finding: str
    why: str = ""

    @property
    def target(self) -> str:
        """The finding."""
        return f"finding {self.finding}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(OnClaim):
    """Words beside a claim. Every note stays; none takes the place of another."""

    kind: ClassVar[str] = "note"
    about: ClassVar[str] = "notes on"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assign(OnClaim):
    """Who is to look at a claim; nobody where `to` is None."""

    kind: ClassVar[str] = "assign"
    about: ClassVar[str] = "assignee of"
    to: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(OnClaim):
    """How far a claim has been looked at."""

    kind: ClassVar[str] = "check"
    about: ClassVar[str] = "state of"
    state: ReviewState


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """A decision, by id, counts no more; where that is itself an undo, what it undid counts again.

    `of` is the target of what is undone, so that whoever decides on that meanwhile is told.
    """

    kind: ClassVar[str] = "undo"
    anchors: ClassVar[tuple[Anchor, ...]] = ()
    decision: str
    of: str

    @property
    def target(self) -> str:
        """What the undone decision was about."""
        return self.of


Act = (
    Accept | Reject | Edit | AddMissed | AddByHand | Exclude | Rename | Merge | Move | Split | SameStatement
    | DifferentStatement | Grade | Settle | Note | Assign | Check | Undo
)  # fmt: skip
"""Any of these. Of two acts with one `target` the later counts, except for notes, which all do."""
