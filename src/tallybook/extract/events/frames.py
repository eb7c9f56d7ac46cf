"""The frames of verbs: which event a verb tells of the argument on one of its sides."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from tallybook.extract.counted import Counted, Sort
from tallybook.extract.vocabulary import Vocabulary
from tallybook.lexicon.schema import EventFrame
from tallybook.model import Sentence, Token

Side = Literal["object", "subject", "oblique"]
_COMPANIONS = ("obl", "xcomp", "obj", "advmod", "nmod", "compound", "ccomp", "advcl")
_PARTICLE_REACH = 8


@dataclass(frozen=True, slots=True)
class Argument:
    """A counted noun, if there is one, and what the frames take it for."""

    noun: Token | None
    sort: Sort

    @classmethod
    def of(cls, counted: Counted) -> Argument:
        """What a number counts, as an argument of a verb."""
        return cls(counted.noun, counted.sort)


def framed(verb: Token, side: Side, argument: Argument, sentence: Sentence, words: Vocabulary) -> str | None:
    """The event of the first frame of a verb that fits; frames that name a companion word come before bare ones."""
    fallback = None
    for frame in words.frames_of.get(verb.lemma, ()):
        if frame.side not in (side, "both") or side == "oblique" or not _takes(frame, argument):
            continue
        if not _has_companions(frame, verb, argument, sentence):
            continue
        if frame.to or frame.particle or frame.nouns:
            return frame.event
        fallback = fallback or frame.event
    return fallback


def _takes(frame: EventFrame, argument: Argument) -> bool:
    """Whether a frame takes what is counted; a person without a noun may also be a thing."""
    if frame.nouns:
        return argument.noun is not None and argument.noun.lemma in frame.nouns
    return takes_sort(frame, argument.sort, alone=argument.noun is None)


def takes_sort(frame: EventFrame, sort: Sort, *, alone: bool) -> bool:
    """Whether a frame takes a sort of counted; a number that stands `alone` may count persons or things."""
    if not frame.units:
        return True
    if alone and sort == "person":
        return not frame.units <= {"force", "money"}
    if sort == "animal" and "thing" in frame.units:
        return True
    return sort in frame.units or (sort == "force" and "person" in frame.units)


def _has_companions(frame: EventFrame, verb: Token, argument: Argument, sentence: Sentence) -> bool:
    """Whether the particle and the companion word that a frame names stand with the verb."""
    if frame.particle and not _has_particle(verb, frame, sentence):
        return False
    if not frame.to:
        return True
    return any(
        (t.lemma in frame.to or t.lower in frame.to) and not _holds(t, argument.noun, sentence)
        for t in (*_companions(verb, sentence), *sentence.tokens[verb.index + 1 : verb.index + 2])
    )


def _has_particle(verb: Token, frame: EventFrame, sentence: Sentence) -> bool:
    """ "pulled out", "pulled 1,350 peacekeepers out of Congo"."""
    if any(c.lower in frame.particle for c in sentence.children(verb)):
        return True
    behind = sentence.tokens[verb.index + 1 : verb.index + _PARTICLE_REACH]
    if behind and behind[0].lower in frame.particle:
        return True
    return any(
        one.lower in frame.particle and one.pos in ("ADP", "ADV") and other.pos == "ADP"
        for one, other in pairwise(behind)
    )


def _holds(token: Token, noun: Token | None, sentence: Sentence) -> bool:
    """Whether a token is the counted noun or one that the counted noun hangs on."""
    if noun is None:
        return False
    return token.index == noun.index or any(a.index == token.index for a in sentence.ancestors(noun))


def _companions(verb: Token, sentence: Sentence) -> list[Token]:
    """The words that hang on a verb, down to the third level."""
    found: list[Token] = []
    for child in sentence.children(verb, *_COMPANIONS):
        found.append(child)
        found.extend(sentence.children(child))
        for grandchild in sentence.children(child, "nmod", "acl", "amod"):
            found.extend(sentence.children(grandchild))
    return found
