"""A text that is one short publication without a page around it: a message of a chat, the teaser of a feed."""

from __future__ import annotations

from collections.abc import Sequence

from tallybook.model import Block, BlockKind
from tallybook.read.cues import Cues, cues_for
from tallybook.read.dump import cue_language
from tallybook.read.judge import judge
from tallybook.read.language import language_of_text
from tallybook.read.notices import with_notices
from tallybook.read.parts import Facts, Parts
from tallybook.read.phrases import letters_of
from tallybook.read.units import Unit, join_wrapped, split_units
from tallybook.read.verdict import Role
from tallybook.settings import Settings

_KINDS = {
    **dict.fromkeys((Role.PROSE, Role.HEADLINE, Role.LABEL), BlockKind.BODY),
    Role.ITEM: BlockKind.LIST_ITEM,
    Role.CAPTION: BlockKind.CAPTION,
    **dict.fromkeys((Role.BYLINE, Role.DATE), BlockKind.BYLINE),
}


def read_entire(text: str, *, title: str | None, settings: Settings) -> Parts:
    """The blocks of a text that stands alone: each line is the article unless its own words say that it is furniture.

    No line is left out for being short, and a text of furniture alone is no error: that is how people write in chats.
    The first of several lines is the headline where it is `title`.
    """
    language = settings.language or language_of_text(text)
    cues = cues_for(cue_language(language))
    units = join_wrapped(text, split_units(text), cues.words.open_endings)
    placed = with_notices(_placed(units, title, cues), [unit.text for unit in units], cues)
    blocks = tuple(Block(span=unit.span, kind=kind, why=why) for unit, (kind, why) in zip(units, placed, strict=True))
    return Parts(text=text, blocks=blocks, facts=Facts(title=title, language=language))


def _placed(units: Sequence[Unit], title: str | None, cues: Cues) -> list[tuple[BlockKind, str]]:
    verdicts = [judge(unit, cues) for unit in units]
    placed = [(_KINDS.get(verdict.role, BlockKind.FURNITURE), verdict.why) for verdict in verdicts]
    if len(units) > 1 and title and letters_of(units[0].text) == letters_of(title):
        placed[0] = BlockKind.TITLE, "the title that its container states"
    return placed
