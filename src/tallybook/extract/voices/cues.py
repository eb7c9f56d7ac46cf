"""Fixed phrases that open a speaker's name: "according to", "with reference to"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallybook.model import Sentence, Token


def cues_in(sentence: Sentence, phrases: Sequence[tuple[str, ...]]) -> Iterator[tuple[Token, ...]]:
    """The tokens of each phrase where it stands in a sentence and something follows it, phrase by phrase."""
    lowered = tuple([t.lower for t in sentence.tokens])
    for phrase in phrases:
        first, size = phrase[0], len(phrase)
        if first not in lowered:
            continue
        for start in range(lowered.index(first), len(lowered) - size):
            if lowered[start : start + size] == phrase:
                yield sentence.tokens[start : start + size]
