"""Which units of a page are the article and which are furniture.

Each unit comes with the verdict of its own words (`cues`). Here its neighbours speak: where the article starts, which
line above is its headline, which section line ends it, and whether text below a box is the article again.
Furniture regions follow the block classification of Kohlschütter et al. (WSDM 2010) in spirit: what a block is
depends on the blocks before and after it as much as on itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tallybook.model import BlockKind
from tallybook.read.appeals import mastheads
from tallybook.read.below import Below
from tallybook.read.cues import Cues
from tallybook.read.judge import judge
from tallybook.read.matter import Matter
from tallybook.read.opening import CLOCK, find_start, lay_out_opening
from tallybook.read.phrases import plain
from tallybook.read.units import Look, Unit
from tallybook.read.verdict import Role, Verdict

Placed = tuple[BlockKind, str]

# Chosen on the kinship of paragraphs inside and below 201 English news articles (see `Matter.kinship`).
_RESUME_RUN = 3
_RESUMED = 0.25
_RELATED = 0.3
_STRANGE = 0.2
_STRANGER = 0.1
_BEGUN = 3
_LEARNED = 6
_FEWEST_POSTS = 3


def lay_out(units: Sequence[Unit], cues: Cues, *, outlet: str | None = None) -> list[Placed]:
    """The kind of each unit, with the reason. `outlet` is the outlet's name where mark-up states it."""
    names = frozenset({plain(outlet)}) if outlet else mastheads(units)
    verdicts = _with_posts(_with_neighbours(units, [judge(unit, cues, names) for unit in units]))
    start = find_start(units, verdicts)
    if start is None:
        return [_alone(unit, verdict) for unit, verdict in zip(units, verdicts, strict=True)]
    opening = lay_out_opening(units[:start], verdicts[:start], units[start:], cues)
    title = next((unit for unit, placed in zip(units, opening, strict=False) if placed[0] is BlockKind.TITLE), None)
    live = _is_live(verdicts, start)
    walk = _Walk(
        units=units[start:],
        verdicts=verdicts[start:],
        title=title,
        below=Below(units[start:], verdicts[start:]),
        live=live,
    )
    return [*opening, *walk.run()]


def _is_live(verdicts: Sequence[Verdict], start: int) -> bool:
    """Whether times of day stand between the paragraphs from the first one on, as in a live blog."""
    near = [verdict.role for verdict in verdicts[max(0, start - 3) : start + 3]]
    return Role.STAMP in near and Role.CLOSER not in near


def _with_posts(verdicts: list[Verdict]) -> list[Verdict]:
    """The verdicts with date lines as times of posts, where three or more of them head paragraphs."""
    heads = [at for at, verdict in enumerate(verdicts) if verdict.role is Role.DATE and _heads_prose(at, verdicts)]
    if len(heads) < _FEWEST_POSTS:
        return verdicts
    return [Verdict(Role.STAMP, "time of a post") if at in heads else verdict for at, verdict in enumerate(verdicts)]


def _heads_prose(at: int, verdicts: Sequence[Verdict]) -> bool:
    """Whether a paragraph follows at once or behind a headline of its own."""
    below = [verdict.role for verdict in verdicts[at + 1 : at + 3]]
    return bool(below) and (below[0] is Role.PROSE or (below[0] is Role.HEADLINE and below[-1] is Role.PROSE))


def _with_neighbours(units: Sequence[Unit], verdicts: list[Verdict]) -> list[Verdict]:
    """The verdicts with what repetition on the page says: lines that stand often, alt texts that a caption repeats."""
    seen = Counter(unit.plain for unit in units if unit.look is not Look.PROSE)
    settled = list(verdicts)
    for index, (unit, verdict) in enumerate(zip(units, verdicts, strict=True)):
        if seen[unit.plain] >= 3 and verdict.role in (Role.LABEL, Role.HEADLINE, Role.ITEM):
            settled[index] = Verdict(Role.FURNITURE, f"stands {seen[unit.plain]} times on the page")
        if (
            index
            and _repeats_longer(units[index - 1], unit)
            and verdict.role in (Role.PROSE, Role.HEADLINE, Role.CAPTION)
        ):
            settled[index - 1] = Verdict(Role.CAPTION, "alt text, repeated by the caption below")
            settled[index] = Verdict(Role.CAPTION, "caption that repeats the alt text above")
    return settled


def _repeats_longer(above: Unit, unit: Unit) -> bool:
    alt = above.plain.rstrip(". ")
    return (
        above.look is not Look.PROSE
        and 12 <= len(alt) < len(unit.plain) - 8
        and unit.plain.startswith(alt + " ")
        and unit.hint is None
    )


def _alone(unit: Unit, verdict: Verdict) -> Placed:
    match verdict.role:
        case Role.BYLINE | Role.STAMP | Role.DATE:
            return BlockKind.BYLINE, verdict.why
        case Role.CAPTION:
            return BlockKind.CAPTION, verdict.why
        case _:
            return BlockKind.FURNITURE, f"no article on the page; {verdict.why}"


@dataclass(slots=True)
class _Walk:
    """One pass down the page from the first body paragraph on."""

    units: Sequence[Unit]
    verdicts: Sequence[Verdict]
    title: Unit | None
    below: Below
    placed: list[Placed] = field(default_factory=list)
    region: str | None = None
    closed: bool = False
    live: bool = False
    matter: Matter = field(default_factory=Matter)
    paragraphs: int = 0

    def run(self) -> list[Placed]:
        """The kind of each unit."""
        if self.title is not None:
            self.matter.learn(self.title)
        for index in range(len(self.units)):
            placed = self._in_region(index) if self.region else self._in_article(index)
            self.placed.append(placed)
        return self.placed

    def _in_article(self, index: int) -> Placed:
        unit, verdict = self.units[index], self.verdicts[index]
        match verdict.role:
            case Role.CLOSER | Role.INSET:
                ends = verdict.role is Role.CLOSER and not self._barely_begun(index)
                self.closed = ends or not self.below.goes_on_after(index)
                self.region = verdict.why
                return BlockKind.FURNITURE, verdict.why
            case Role.FURNITURE:
                return BlockKind.FURNITURE, verdict.why
            case Role.CAPTION:
                return BlockKind.CAPTION, verdict.why
            case Role.BYLINE | Role.DATE:
                return BlockKind.BYLINE, verdict.why
            case Role.CLOCK:
                return BlockKind.FURNITURE, CLOCK
            case Role.STAMP:
                plain_dump = not self.live and unit.hint is None
                if plain_dump and self.paragraphs >= 2 and self.below.is_ticker(index):
                    self.region, self.closed = f"ticker, {verdict.why}", True
                return BlockKind.FURNITURE, verdict.why
            case Role.PROSE:
                return self._prose(index)
            case Role.ITEM:
                return self._item(index)
            case Role.HEADLINE | Role.LABEL:
                return self._short(index, unit, verdict)

    def _barely_begun(self, index: int) -> bool:
        """Whether a section line comes so early that most text of the same matter is still below it."""
        if self.paragraphs >= _BEGUN:
            return False
        below = zip(self.units[index + 1 :], self.verdicts[index + 1 :], strict=True)
        related = (verdict.role is Role.PROSE and self.matter.kinship([unit]) >= _RELATED for unit, verdict in below)
        return sum(related) >= _BEGUN

    def _prose(self, index: int) -> Placed:
        unit = self.units[index]
        if unit.cut and self.paragraphs >= 2 and self._last_kind(index) is BlockKind.FURNITURE:
            return BlockKind.FURNITURE, "teaser: cut off below a headline"
        return self._body(unit, self.verdicts[index].why)

    def _body(self, unit: Unit, why: str) -> Placed:
        self.paragraphs += 1
        if self.paragraphs <= _LEARNED:
            self.matter.learn(unit)
        return BlockKind.BODY, why

    def _item(self, index: int) -> Placed:
        if (
            self.units[index].hint is not None
            or self.below.prose_after_items(index)
            or self.units[index].words >= 8
            or self._after_body(index)
        ):
            return BlockKind.LIST_ITEM, "bullet inside the article"
        return BlockKind.FURNITURE, "bullet after the article"

    def _short(self, index: int, unit: Unit, verdict: Verdict) -> Placed:
        if self._sentence_fragment(unit):
            return self._body(unit, "short sentence inside the article")
        following = self.below.next_after(index)
        if unit.hint is not None:
            return (
                (BlockKind.FURNITURE, "heading with no text below it")
                if following is None
                else (BlockKind.HEADING, unit.hint_why)
            )
        if following is None:
            return BlockKind.FURNITURE, "short line with no text below it"
        role = self.verdicts[following].role
        if role is Role.PROSE and self.units[following].cut and not self.below.goes_on_after(following):
            return BlockKind.FURNITURE, "headline of a teaser that is cut off"
        if role is Role.PROSE and self._teasers_from(index):
            self.region, self.closed = "teasers: headline and one paragraph in turn, about other things", True
            return BlockKind.FURNITURE, self.region
        if role in (Role.PROSE, Role.ITEM):
            return BlockKind.HEADING, "short line above text"
        if role is Role.CAPTION and self.below.goes_on_after(following):
            return BlockKind.CAPTION, "short line above a caption"
        if self.below.goes_on_after(index):
            return BlockKind.FURNITURE, f"{verdict.why}, not followed by text"
        self.region, self.closed = "list of short lines after the article", True
        return BlockKind.FURNITURE, self.region

    def _in_region(self, index: int) -> Placed:
        verdict = self.verdicts[index]
        why = f"below {self.region}"
        if self._resumes(index):
            self.region, self.closed = None, False
            return self._in_article(index)
        if verdict.role is Role.CLOSER:
            self.region, self.closed = verdict.why, True
        if verdict.role is Role.CAPTION:
            return BlockKind.CAPTION, verdict.why
        return BlockKind.FURNITURE, why

    def _resumes(self, index: int) -> bool:
        """Whether the article goes on at this unit, below a box or a section line."""
        if self.verdicts[index].role is not Role.PROSE or self.units[index].cut:
            return False
        run = self.below.prose_run(index)
        kinship = self.matter.kinship(run)
        if self.closed:
            below_headline = self._last_role(index) is Role.HEADLINE
            return not below_headline and len(run) >= _RESUME_RUN and kinship >= _RESUMED
        if self._last_role(index) is Role.HEADLINE and len(run) == 1:
            return False
        if self.units[index].hint is BlockKind.BODY and self.units[index].look is Look.PROSE:
            return True
        return kinship >= _STRANGE or len(run) >= _RESUME_RUN

    def _teasers_from(self, index: int) -> bool:
        """Whether from here to the end headlines and single short paragraphs alternate and speak of other things.

        Less unlike is enough where the article had no headings before.
        """
        prose = self.below.alternating(index)
        plain_so_far = self.paragraphs >= 4 and all(kind is not BlockKind.HEADING for kind, _ in self.placed)
        limit = _STRANGE if plain_so_far else _STRANGER
        return len(prose) >= 2 and self.paragraphs >= 2 and self.matter.kinship(prose) < limit

    def _after_body(self, index: int) -> bool:
        return self._last_kind(index) in (BlockKind.BODY, BlockKind.LIST_ITEM, BlockKind.HEADING)

    def _last_kind(self, index: int) -> BlockKind | None:
        return self.placed[index - 1][0] if index else None

    def _last_role(self, index: int) -> Role | None:
        return self.verdicts[index - 1].role if index else None

    def _sentence_fragment(self, unit: Unit) -> bool:
        return unit.text[-1] in '.!?"”»' and not unit.cut and self.paragraphs > 0
