"""The text of a page as a text dump gives it: lines in page order, mark-up lost."""

from __future__ import annotations

from functools import cache

from tallybook.lexicon import supported_languages
from tallybook.model import ARTICLE_KINDS, Block
from tallybook.read.cues import cues_for
from tallybook.read.header import header_facts
from tallybook.read.index_page import entry_of, refuse_index
from tallybook.read.language import language_of_text
from tallybook.read.layout import lay_out
from tallybook.read.live import posts_of
from tallybook.read.notices import with_notices
from tallybook.read.parts import Parts
from tallybook.read.refusal import no_article, refuse_code_and_tables
from tallybook.read.units import join_wrapped, split_units
from tallybook.settings import Settings

_FALLBACK = "en"


def read_dump(text: str, *, where: str, settings: Settings) -> Parts:
    """The blocks and facts of a plain-text page; its text stays exactly as given.

    Raises `UnreadableInput` where no line reads like a sentence.
    """
    refuse_code_and_tables(text, where=where)
    language = settings.language or language_of_text(text)
    words = cue_language(language)
    cues = cues_for(words)
    units = join_wrapped(text, split_units(text), cues.words.open_endings)
    placed = with_notices(lay_out(units, cues), [unit.text for unit in units], cues)
    blocks = tuple(Block(span=unit.span, kind=kind, why=why) for unit, (kind, why) in zip(units, placed, strict=True))
    if not any(block.kind in ARTICLE_KINDS for block in blocks):
        raise no_article(where, "no line reads like a sentence")
    facts = header_facts(text, blocks, language=language, words=words)
    posts = posts_of(text, blocks, page=facts.published, lexicon=cues.lexicon)
    if not posts:
        refuse_index([entry_of(text, block, cues) for block in blocks], where=where)
    return Parts(text=text, blocks=blocks, facts=facts, posts=posts)


@cache
def cue_language(language: str | None) -> str:
    """The language whose page words are used: English where there are none, since its cues cannot match by accident."""
    return language if language in supported_languages() else _FALLBACK
