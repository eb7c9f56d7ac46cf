"""The types of what is counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import QuantityMention, Sentence, Token

Sort = Literal["person", "thing", "force", "money", "animal"]


@dataclass(frozen=True, slots=True)
class Counted:
    """What a mention counts.

    `noun` is what is counted (None in "more than 200 were injured"); `anchor` the token whose governor tells its fate;
    `toll` the noun that carries the number ("death toll", "number"), where there is one.
    """

    anchor: Token
    noun: Token | None
    unit: str | None
    sort: Sort
    toll: Token | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A mention with what it counts, in its sentence: what the rules of events, kinds and modality look at."""

    mention: QuantityMention
    counted: Counted
    sentence: Sentence
    words: Vocabulary
