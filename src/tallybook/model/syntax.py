"""Parsed sentences: Universal Dependencies over spans of a document, free of any parser's own types."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tallybook.model.document import Block
from tallybook.model.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One syntactic word. `head` is the index of its governor in the sentence, its own index for the root.

    `dep` is the universal relation without subtype; `passive` says whether the subtype marked a passive.
    """

    index: int
    span: Span
    text: str
    lower: str
    lemma: str
    pos: str
    dep: str
    head: int
    passive: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document, parsed or only split (`tokens` is then empty)."""

    span: Span
    text: str
    block: Block
    tokens: tuple[Token, ...] = ()
    _children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        if not self.tokens:
            return
        children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                children[token.head].append(token.index)
        object.__setattr__(self, "_children", tuple(map(tuple, children)))

    def head(self, token: Token) -> Token | None:
        """The governor, None for the root."""
        return None if token.head == token.index else self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The governor, its governor, and so on up to the root; stops at a cycle."""
        seen = {token.index}
        while token.head not in seen:
            token = self.tokens[token.head]
            seen.add(token.index)
            yield token

    def children(self, token: Token, *relations: str) -> tuple[Token, ...]:
        """Direct dependents in text order, only those of the given relations where any are given."""
        own = self._children[token.index]
        if not own:
            return ()
        found = [self.tokens[i] for i in own]
        return tuple([t for t in found if t.dep in relations] if relations else found)

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """The token and all below it, in text order."""
        found, waiting = set(), [token.index]
        while waiting:
            index = waiting.pop()
            if index not in found:
                found.add(index)
                waiting.extend(self._children[index])
        return tuple(self.tokens[i] for i in sorted(found))

    def within(self, span: Span) -> tuple[Token, ...]:
        """Tokens that share a character with a span of the document."""
        start, end = span.start, span.end
        return tuple([t for t in self.tokens if t.span.start < end and start < t.span.end])

    def span_of(self, tokens: tuple[Token, ...] | list[Token]) -> Span:
        """From the first to the last of the tokens, in document offsets."""
        return Span(min(t.span.start for t in tokens), max(t.span.end for t in tokens))
