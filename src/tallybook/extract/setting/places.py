"""Where it was: a capitalised name after a preposition of place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tallybook.extract.counted import Number
from tallybook.extract.events import Befallen
from tallybook.extract.setting.found import Found
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Claim, Sentence, Span, Token

_SAME_CLAUSE, _BESIDE, _ELSEWHERE = range(3)
"""How far a place hangs from the event's verb: on it, on a clause above or beside it, on a clause below it."""


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place named in the sentence: `known` to the registry or not, its words, its last token and what led to it."""

    name: str
    known: bool
    span: Span
    last: Token
    led_by: str


def read_place(number: Number, befallen: Befallen, speakers: Sequence[Token]) -> Found | None:
    """The place told nearest to the event, none of a speaker's; a name the registry knows comes first."""
    centre = befallen.verb.span.start if befallen.verb else number.mention.span.end

    def rank(place: PlaceName) -> tuple[int, bool, bool, int, str, Span]:
        before = place.span.start < number.mention.span.start
        clauses = _clauses_away(place.last, befallen.verb, number.sentence)
        return clauses, not place.known, before, abs(place.span.start - centre), place.name, place.span

    best = min(locative_places(number.sentence, number.words, speakers), key=rank, default=None)
    return (best.name, (best.span,)) if best is not None and rank(best)[0] < _ELSEWHERE else None


def locative_places(sentence: Sentence, words: Vocabulary, speakers: Sequence[Token] = ()) -> Iterator[PlaceName]:
    """The names after prepositions of place; unknown ones only after those that settle it.

    A capital that hangs on one of the `speakers` tells whose they are: "officials in Kyiv".
    """
    places = words.lexicon.places
    partitives = words.lexicon.text.partitives
    for token in sentence.tokens[:-1]:
        if token.lower not in places.prepositions and token.lower not in partitives:
            continue
        leads = token.lower in places.prepositions or _follows_kind(token, sentence, words)
        name = capitalised_run(sentence, token.index + 1, words) if leads else []
        if not name or _names_speaker(token, sentence, words) or _is_theirs(name, speakers, sentence, words):
            continue
        span = sentence.span_of(name)
        shown = " ".join(span.shifted(-sentence.span.start).of(sentence.text).split())
        known = words.registry.place_named(shown)
        if known is not None or token.lower not in places.prepositions or token.lower in places.settling:
            yield PlaceName(known or _without_possessive(shown, words), known is not None, span, name[-1], token.lower)


def _follows_kind(link: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """ "the town of": what stands behind is a place, whatever leads to it."""
    before = sentence.tokens[link.index - 1] if link.index else link
    return link.lower in words.lexicon.text.partitives and before.lower in words.lexicon.places.kinds


def _is_theirs(name: Sequence[Token], speakers: Sequence[Token], sentence: Sentence, words: Vocabulary) -> bool:
    """Whether a capital says whose officials speak; any other place says where they and their numbers are."""
    shown = " ".join(token.text for token in name)
    country = words.registry.country_of(shown)
    above = {a.index for a in sentence.ancestors(name[-1])}
    return country is not None and country != shown and any(speaker.index in above for speaker in speakers)


def _names_speaker(preposition: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether a preposition belongs to "according to"."""
    before = sentence.tokens[preposition.index - 1 : preposition.index]
    return bool(before) and before[0].lower in words.lexicon.speech.according_words


def _without_possessive(name: str, words: Vocabulary) -> str:
    for ending in words.lexicon.text.possessive_endings:
        name = name.removesuffix(ending)
    return name


def names_kind(sentence: Sentence, words: Vocabulary) -> bool:
    """Whether a sentence has a word that leads to a name by what it is or how near: "town", "nearby".

    Where it has none, a run of capitalised words begins with a capital or an article.
    """
    places = words.lexicon.places
    return any(t.lower in places.kinds or t.lower in places.vicinity for t in sentence.tokens)


def capitalised_run(sentence: Sentence, start: int, words: Vocabulary) -> list[Token]:
    """The capitalised words from an index on, without an article before them, with a "province" or "'s" inside."""
    run: list[Token] = []
    tokens = sentence.tokens
    for at in range(_name_start(sentence, start, words), len(tokens)):
        token = tokens[at]
        if token.pos == "DET" and not run:
            continue
        if not _goes_on(token, words, begun=bool(run)) and not _is_particle(token, sentence, words, begun=bool(run)):
            break
        run.append(token)
    while run and _hangs_on(run[-1], words):
        run.pop()
    return run


def _name_start(sentence: Sentence, start: int, words: Vocabulary) -> int:
    """Where the name begins behind "the Libyan town of" or "nearby"; the index itself where nothing leads in."""
    places, seen_kind = words.lexicon.places, False
    for at in range(start, len(sentence.tokens)):
        token = sentence.tokens[at]
        if token.lower in places.kinds or token.lower in places.vicinity:
            seen_kind = True
        elif token.pos not in ("DET", "ADJ", "NOUN") and token.lower not in words.lexicon.text.partitives:
            return token.index if seen_kind and token.text[:1].isupper() else start
        elif token.pos == "NOUN" and not seen_kind and token.text[:1].isupper():
            return start
    return start


def _is_particle(token: Token, sentence: Sentence, words: Vocabulary, *, begun: bool) -> bool:
    """Whether a small word joins two parts of a name: "Deir al-Balah", "Rio de Janeiro"."""
    if not begun or token.lower not in words.lexicon.speech.names.particles:
        return False
    behind = sentence.tokens[token.index + 1 : token.index + 3]
    return any(t.text[:1].isupper() for t in behind if t.text != "-")


def _goes_on(token: Token, words: Vocabulary, *, begun: bool) -> bool:
    tail = begun and (token.lower in words.lexicon.places.kinds or _hangs_on(token, words))
    if not token.text[:1].isupper() and not tail:
        return False
    no_place = token.pos in ("PRON", "ADJ") or token.lower.strip(".") in words.lexicon.text.calendar
    return not no_place and not words.registry.find_source(token.text)


def _hangs_on(token: Token, words: Vocabulary) -> bool:
    return token.lower == "-" or token.lower in words.lexicon.text.possessive_endings


def _clauses_away(name: Token, verb: Token | None, sentence: Sentence) -> int:
    """How far a place hangs from the event's verb.

    "sent to support the war in Ukraine": Ukraine hangs on the purpose, not on the sending.
    """
    above = next((t for t in sentence.ancestors(name) if t.pos in ("VERB", "AUX")), None)
    if verb is None or above is None or above.index == verb.index:
        return _SAME_CLAUSE
    subordinate = above.dep in ("advcl", "xcomp", "acl", "ccomp")
    below = subordinate and any(a.index == verb.index for a in sentence.ancestors(above))
    return _ELSEWHERE if below else _BESIDE


def carried_place(claim: Claim, earlier: Sequence[Claim]) -> str | None:
    """The place of the last claim of the same page that tells the same event of the same group."""
    for other in reversed(earlier):
        same = (other.event, other.group, other.incident) == (claim.event, claim.group, claim.incident)
        if other.place is not None and same:
            return other.place
    return None
