"""Small documents, and pipelines that build trees as told."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import pytest

from tallybook.model import Block, BlockKind, Document, Span


@pytest.fixture(scope="session")
def document() -> Callable[..., Document]:
    """A document of one block, or of the given ones."""

    def made(text: str, *blocks: tuple[int, int, BlockKind]) -> Document:
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        parts = blocks or ((0, len(text), BlockKind.BODY),)
        return Document(
            id=digest[:12],
            text=text,
            content_hash=digest,
            blocks=tuple(Block(span=Span(start, end), kind=kind, why="test") for start, end, kind in parts),
        )

    return made


@dataclass
class Word:
    """A token as a parser gives it."""

    i: int
    idx: int
    text: str
    dep_: str = "dep"
    pos_: str = "NOUN"
    head: Word = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.head = self

    @property
    def lemma_(self) -> str:
        return self.text

    @property
    def is_space(self) -> bool:
        return self.text.isspace()


class Planter:
    """A pipeline that keeps what it was given and hangs the n-th word on the word `heads[n]`."""

    def __init__(self, heads: Sequence[int] = (), relations: Sequence[str] = ()) -> None:
        self.heads = heads
        self.relations = relations
        self.seen: list[str] = []

    def pipe(self, texts: Iterable[str], batch_size: int) -> Iterator[list[Word]]:
        for text in texts:
            self.seen.append(text)
            # A parser keeps one space after a word with it and makes a token of further ones.
            found = re.finditer(r"\w+|[^\w\s]|(?<=\s)\s+", text)
            words = [Word(i, match.start(), match.group()) for i, match in enumerate(found)]
            for word, head in zip(words, self.heads, strict=False):
                word.head = words[head] if head < len(words) else word
            for word, relation in zip(words, self.relations, strict=False):
                word.dep_ = relation
            yield words


@pytest.fixture(scope="session")
def planter() -> type[Planter]:
    return Planter
