"""The text of an HTML page with a map back to its source, its blocks and its facts."""

from __future__ import annotations

from collections.abc import Sequence

from tallybook.model import ARTICLE_KINDS, Block, BlockKind, SourceRun, Span
from tallybook.read.cues import cues_for
from tallybook.read.dump import cue_language
from tallybook.read.head import Head, read_head, stated_times
from tallybook.read.header import bound, header_facts
from tallybook.read.index_page import entry_of, refuse_index
from tallybook.read.language import language_of_text
from tallybook.read.layout import Placed, lay_out
from tallybook.read.live import posts_of
from tallybook.read.main_content import in_main_content
from tallybook.read.notices import with_notices
from tallybook.read.parts import Facts, Parts
from tallybook.read.phrases import letters_of
from tallybook.read.refusal import no_article
from tallybook.read.scan import scan
from tallybook.read.segments import Segment
from tallybook.read.settle import NEAR, Hint, settle_hints
from tallybook.read.signed import with_signed_lines
from tallybook.read.units import Look, Unit, unit_of
from tallybook.settings import Settings

_LINKED = 0.8
"""The share of a block's characters inside links from which on it is a link."""

_BREAK = "\n\n"
_PARAGRAPHS = 400
"""Letters of paragraphs from which their language outweighs what the page says."""


def read_markup(source: str, *, where: str, settings: Settings) -> Parts:
    """The parts of an HTML page.

    Raises `UnreadableInput` where the mark-up holds no text, or none that reads like sentences.
    """
    page = scan(source)
    segments = page.segments
    if not segments:
        raise no_article(where, "the mark-up holds no text")
    head = read_head(page.facts)
    text, spans = _joined(segments)
    main = in_main_content(page)
    language = settings.language or _language(head, segments, main)
    words = cue_language(language)
    placed = _placed(text, spans, segments, main, head, words)
    blocks = tuple(Block(span=span, kind=kind, why=why) for span, (kind, why) in zip(spans, placed, strict=True))
    if not any(block.kind in ARTICLE_KINDS - {BlockKind.TITLE} for block in blocks):
        raise no_article(where, "no paragraph reads like sentences")
    if not head.is_article:
        linked = [segment.linked > _LINKED for segment in segments]
        pairs = zip(blocks, linked, strict=True)
        refuse_index([entry_of(text, block, cues_for(words), linked=own) for block, own in pairs], where=where)
    facts = _facts(text, blocks, head, language, words)
    return Parts(
        text=text,
        blocks=blocks,
        facts=facts,
        source_map=_source_map(segments, spans),
        posts=posts_of(
            text, blocks, page=facts.published, lexicon=cues_for(words).lexicon, stated=tuple(stated_times(page.facts))
        ),
    )


def _joined(segments: Sequence[Segment]) -> tuple[str, list[Span]]:
    spans: list[Span] = []
    at = 0
    for segment in segments:
        spans.append(Span(at, at + len(segment.text)))
        at += len(segment.text) + len(_BREAK)
    return _BREAK.join(segment.text for segment in segments), spans


def _source_map(segments: Sequence[Segment], spans: Sequence[Span]) -> tuple[SourceRun, ...]:
    runs = [
        SourceRun(span.start + at, source, length)
        for segment, span in zip(segments, spans, strict=True)
        for at, source, length in segment.runs
    ]
    return tuple(runs)


def _language(head: Head, segments: Sequence[Segment], main: Sequence[bool] | None) -> str | None:
    """What the page says, unless its paragraphs clearly are in another language: templates say "en" for all."""
    held = main or [True] * len(segments)
    paragraphs = (segment for segment, inside in zip(segments, held, strict=True) if inside and segment.tag == "p")
    body = "\n".join(segment.text for segment in paragraphs)
    voted = language_of_text(body) if len(body) > _PARAGRAPHS else None
    return voted or head.language or language_of_text("\n".join(segment.text for segment in segments))


def _placed(
    text: str, spans: Sequence[Span], segments: Sequence[Segment], main: Sequence[bool] | None, head: Head, words: str
) -> list[Placed]:
    """The kind of each segment: what mark-up and main content leave is laid out like a text dump."""
    cues = cues_for(words)
    hints = with_signed_lines(settle_hints(segments, main, head), segments, main, cues)
    kept = [index for index, (kind, _) in enumerate(hints) if kind is not BlockKind.FURNITURE]
    units = [
        unit_of(
            text,
            spans[index],
            spaced=True,
            hint=hints[index][0],
            hint_why=hints[index][1],
            linked=segments[index].linked > _LINKED,
        )
        for index in kept
    ]
    laid_out = dict(zip(kept, zip(units, lay_out(units, cues, outlet=head.outlet), strict=True), strict=True))
    placed = [_agreed(hint, *laid_out.get(index, (None, None))) for index, hint in enumerate(hints)]
    return with_notices(placed, [segment.text for segment in segments], cues)


def _agreed(hint: Hint, unit: Unit | None, placed: Placed | None) -> Placed:
    """What the lay-out says, except that text left out of the main content must be byline, caption or standfirst."""
    if unit is None or placed is None:
        return BlockKind.FURNITURE, hint[1]
    if hint[1] != NEAR or placed[0] in (BlockKind.BYLINE, BlockKind.CAPTION, BlockKind.FURNITURE):
        return placed
    return (BlockKind.STANDFIRST if unit.look is Look.PROSE else BlockKind.FURNITURE), NEAR


def _facts(text: str, blocks: Sequence[Block], head: Head, language: str | None, words: str) -> Facts:
    said = header_facts(text, blocks, language=language, words=words)
    behind = (_name_behind(headline, said.title or "") for headline in head.headlines)
    published = head.published or said.published
    return Facts(
        title=_title(said.title, head.headlines),
        outlet=head.outlet or next(filter(None, behind), None) or said.outlet,
        author=head.author or said.author,
        language=language,
        url=head.url,
        published=published,
        not_after=bound(published, said.not_after),
    )


def _title(shown: str | None, stated: Sequence[str]) -> str | None:
    """The headline as shown where the mark-up states the same words, else as the mark-up states it.

    The window's title may have the outlet's name behind the same words.
    """
    if shown and any(
        letters_of(headline) == letters_of(shown) or _name_behind(headline, shown) is not None for headline in stated
    ):
        return shown
    return next(iter(stated), None) or shown


def _name_behind(headline: str, shown: str) -> str | None:
    """The outlet's name that follows the shown headline after a bar, a dash or colons."""
    rest = headline.removeprefix(shown).strip()
    if not shown or rest == headline.strip() or rest[:1] not in tuple("|–—-·:»"):
        return None
    return rest.strip("|–—-·:» ") or None
