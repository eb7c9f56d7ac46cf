"""Where a speaker's name ends."""

from __future__ import annotations

from tallybook.extract.discourse.article import Article
from tallybook.model import Span

_MARKS = ",;: "


def name_at(span: Span, article: Article, cue: Span | None = None) -> Span:
    """A speaker's words without a cue at their ends and the prepositions behind them: "military sources from"."""
    start, end = span.start, span.end
    if cue is not None and cue.touches(span) and cue != span:
        start, end = (cue.end, end) if cue.start <= start else (start, cue.start)
    words = article.text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip().rstrip(_MARKS)
    small = article.words.lexicon.quantity.names.function_words
    while " " in words and words.rpartition(" ")[2] in small:
        words = words.rpartition(" ")[0].rstrip()
    return Span(start, start + len(words)) if words else span
