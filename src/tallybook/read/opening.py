"""The top of a page: where the body starts, and which of the lines above it are headline, standfirst and captions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tallybook.model import BlockKind
from tallybook.read.captions import has_caption_verb
from tallybook.read.cues import Cues
from tallybook.read.judge import link_parts
from tallybook.read.matter import stems_of
from tallybook.read.units import Look, Unit
from tallybook.read.verdict import Role, Verdict

Placed = tuple[BlockKind, str]

CLOCK = "the page's own date"
"""The reason of a furniture line that bounds the publication date."""

NAMED = "name beside a date or byline"
_SIGNED = (Role.BYLINE, Role.DATE)
_PAGE_TOP = (Role.FURNITURE, Role.CLOSER, Role.INSET)
_GAP = 6
_STANDFIRSTS = 3
_FAR = 60
_HEADLINE_WORDS = range(3, 32)


def find_start(units: Sequence[Unit], verdicts: Sequence[Verdict]) -> int | None:
    """The first body paragraph: of the clusters of paragraphs on the page the first that is no stray, else the largest.

    None where no unit reads like sentences.
    """
    clusters = _clusters(units, verdicts)
    if not clusters:
        return None
    words = [sum(units[index].words for index in cluster) for cluster in clusters]
    largest = max(range(len(clusters)), key=words.__getitem__)
    for cluster, size in zip(clusters, words, strict=True):
        if (len(cluster) >= 3 or size >= 60) and size * 4 >= words[largest]:
            return cluster[0]
    return clusters[largest][0]


def lay_out_opening(
    above: Sequence[Unit], verdicts: Sequence[Verdict], below: Sequence[Unit], cues: Cues
) -> list[Placed]:
    """The kinds of the units above the first body paragraph."""
    title = _find_title(above, verdicts, below)
    placed: list[Placed] = []
    for index, unit in enumerate(above):
        if title is not None and _repeats(unit, above[title]):
            placed.append((BlockKind.TITLE, "headline above the article"))
        elif title is None or index < title:
            placed.append(_before_title(index, title, above, verdicts))
        else:
            placed.append(_after_title(index, above, verdicts, cues))
    return placed


def _clusters(units: Sequence[Unit], verdicts: Sequence[Verdict]) -> list[list[int]]:
    """Paragraphs that stand close together; bullets hold a cluster together but do not open one."""
    clusters: list[list[int]] = []
    last: int | None = None
    first = 1 + max((index for index, unit in enumerate(units) if unit.hint is BlockKind.TITLE), default=-1)
    for index, verdict in enumerate(verdicts):
        if verdict.role is Role.CLOSER:
            last = None
        is_item = verdict.role is Role.ITEM and units[index].words >= 5
        if is_item and last is not None:
            last = index
        if verdict.role is not Role.PROSE or index < first or _is_headline_sentence(index, units, verdicts):
            continue
        if last is not None and index - last <= _GAP:
            clusters[-1].append(index)
        else:
            clusters.append([index])
        last = index
    return clusters


def _is_headline_sentence(index: int, units: Sequence[Unit], verdicts: Sequence[Verdict]) -> bool:
    """Whether a single short sentence is a headline with a full stop: a byline stands between it and the text."""
    unit = units[index]
    if unit.words > 28 or unit.sentences > 1 or index + 1 >= len(units) or unit.hint is not None:
        return False
    if any(units[other].plain == unit.plain for other in range(index + 1, min(index + 6, len(units)))):
        return True
    if unit.text.endswith("?") and unit.words <= 18 and (index == 0 or verdicts[index - 1].role is not Role.PROSE):
        return True
    return any(verdict.role in _SIGNED for verdict in _until_prose(verdicts, index + 1))


def _until_prose(verdicts: Sequence[Verdict], index: int) -> Sequence[Verdict]:
    end = index
    while end < len(verdicts) and verdicts[end].role is not Role.PROSE:
        end += 1
    return verdicts[index:end] if end - index <= _GAP else ()


def _find_title(above: Sequence[Unit], verdicts: Sequence[Verdict], below: Sequence[Unit]) -> int | None:
    """The best headline above the body: told by mark-up, repeated, or sharing words with the text."""
    hinted = [index for index, unit in enumerate(above) if unit.hint is BlockKind.TITLE]
    if hinted:
        return hinted[-1]
    body = {word for unit in below[:6] for word in stems_of(unit)}
    seen = Counter(unit.plain for unit in above)
    best, best_score = None, 0.0
    for index, (unit, verdict) in enumerate(zip(above, verdicts, strict=True)):
        if unit.words not in _HEADLINE_WORDS or verdict.role not in (Role.HEADLINE, Role.PROSE, Role.LABEL):
            continue
        stems = stems_of(unit)
        score = len(stems & body) / (len(stems) + 2)
        score += (
            0.5 * (seen[unit.plain] == 2)
            + 0.3 * (unit.words >= 5)
            - 0.4 * (unit.look is Look.PROSE and unit.words > 22)
        )
        if score > best_score + 0.15:
            best, best_score = index, score
    return best if best_score >= 0.25 else None


def _headlines_between(index: int, verdicts: Sequence[Verdict]) -> int:
    """How many other lines of headline look follow: many, and the line is one of a list of links."""
    return sum(verdict.role is Role.HEADLINE for verdict in verdicts[index + 1 : index + _FAR])


def _repeats(unit: Unit, title: Unit) -> bool:
    """Whether a line is the headline again, at most with the outlet's name behind it or without it."""
    short, long = sorted((unit.plain, title.plain), key=len)
    return short == long or (len(short) >= 24 and long.startswith(short) and len(long) - len(short) <= 40)


def _before_title(index: int, title: int | None, above: Sequence[Unit], verdicts: Sequence[Verdict]) -> Placed:
    verdict = verdicts[index]
    if verdict.role is Role.CLOCK:
        return BlockKind.FURNITURE, CLOCK
    if verdict.role is Role.DATE:
        beside_menu = index > 0 and verdicts[index - 1].role in _PAGE_TOP
        if title != index + 1 or beside_menu or len(link_parts(above[index])) >= 3:
            return BlockKind.FURNITURE, CLOCK
        return BlockKind.BYLINE, "date right above the headline"
    if verdict.role is Role.CAPTION:
        return BlockKind.CAPTION, verdict.why
    if verdict.role is Role.BYLINE:
        return BlockKind.BYLINE, verdict.why
    return BlockKind.FURNITURE, f"above the article; {verdict.why}"


def _after_title(index: int, above: Sequence[Unit], verdicts: Sequence[Verdict], cues: Cues) -> Placed:
    verdict = verdicts[index]
    match verdict.role:
        case Role.CAPTION:
            return BlockKind.CAPTION, verdict.why
        case Role.BYLINE | Role.STAMP | Role.DATE:
            return BlockKind.BYLINE, verdict.why
        case Role.CLOCK:
            return BlockKind.FURNITURE, CLOCK
        case Role.ITEM:
            return BlockKind.LIST_ITEM, "bullet above the text"
        case Role.PROSE:
            return BlockKind.STANDFIRST, "sentence between headline and text"
        case Role.HEADLINE | Role.LABEL:
            return _short_above(index, above, verdicts, cues)
        case _:
            return BlockKind.FURNITURE, f"between headline and text; {verdict.why}"


def _short_above(index: int, above: Sequence[Unit], verdicts: Sequence[Verdict], cues: Cues) -> Placed:
    """A line without a full stop between headline and text: a name, a caption, a heading or a standfirst."""
    unit, verdict = above[index], verdicts[index]
    if unit.hint is BlockKind.STANDFIRST:
        return BlockKind.STANDFIRST, unit.hint_why
    following = verdicts[index + 1].role if index + 1 < len(above) else Role.PROSE
    bylines = any(other.role in _SIGNED for other in verdicts[max(0, index - _FAR) : index])
    if _is_name(unit) and (following in _SIGNED or (index and verdicts[index - 1].role in _SIGNED)):
        return BlockKind.BYLINE, NAMED
    if bylines and has_caption_verb(unit, cues):
        return BlockKind.CAPTION, "line in the present tense between byline and text"
    if following is Role.ITEM or (following is Role.PROSE and unit.words <= 5 and index + 1 == len(above)):
        return BlockKind.HEADING, "short line above text"
    if unit.words >= 6 and _headlines_between(index, verdicts) < _STANDFIRSTS:
        return BlockKind.STANDFIRST, "line between headline and text"
    return BlockKind.FURNITURE, f"between headline and text; {verdict.why}"


def _is_name(unit: Unit) -> bool:
    """Whether a line is nothing but two to six capitalised words."""
    words = unit.text.split()
    return 2 <= len(words) <= 6 and all(word[0].isupper() for word in words) and not any(map(str.isdigit, unit.text))
