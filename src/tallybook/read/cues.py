"""The page words of a language as matchers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tallybook.lexicon import load_lexicon
from tallybook.lexicon.schema import Lexicon, PageWords
from tallybook.read.phrases import Anywhere, Leads, WholeLines


@dataclass(frozen=True, slots=True)
class Cues:
    """The page words of one language, ready to match."""

    closers: WholeLines
    insets: WholeLines
    controls: WholeLines
    ages: WholeLines
    link_leads: Leads
    caption_leads: Leads
    byline_leads: Leads
    author_leads: Leads
    clock_leads: Leads
    notices: Anywhere
    corrections: Anywhere
    credits: Anywhere
    caption_places: Anywhere
    credit_marks: Anywhere
    byline_tails: Anywhere
    roles: Anywhere
    words: PageWords
    lexicon: Lexicon


@cache
def cues_for(language: str) -> Cues:
    """The matchers for the page words of a language that has a lexicon."""
    lexicon = load_lexicon(language)
    page = lexicon.page
    return Cues(
        closers=WholeLines(page.closers),
        insets=WholeLines(page.insets),
        controls=WholeLines(page.controls),
        ages=WholeLines(page.ages),
        link_leads=Leads(page.link_leads),
        caption_leads=Leads(page.caption_leads),
        byline_leads=Leads(page.byline_leads),
        author_leads=Leads(page.author_leads),
        clock_leads=Leads(page.clock_leads),
        notices=Anywhere(page.notices),
        corrections=Anywhere(lexicon.corrections.own_notices),
        credits=Anywhere(page.credits),
        caption_places=Anywhere(page.caption_places),
        credit_marks=Anywhere(page.credit_marks),
        byline_tails=Anywhere(page.byline_tails),
        roles=Anywhere(page.byline_roles),
        words=page,
        lexicon=lexicon,
    )
