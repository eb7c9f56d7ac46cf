"""Small documents, and pipelines that build trees as told."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

import pytest
from spacy.attrs import IS_SPACE
from spacy.tokens import Doc
from spacy.vocab import Vocab

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


VOCABULARY = Vocab(lex_attr_getters={IS_SPACE: str.isspace})


class Planter:
    """A pipeline that keeps what it was given and hangs the n-th word on the word `heads[n]`."""

    vocab = VOCABULARY

    def __init__(self, heads: Sequence[int] = (), relations: Sequence[str] = ()) -> None:
        self.heads = heads
        self.relations = relations
        self.seen: list[str] = []

    def pipe(self, texts: Iterable[str], batch_size: int) -> Iterator[Doc]:
        for text in texts:
            self.seen.append(text)
            # A parser keeps one space after a word with it and makes a token of further ones.
            found = list(re.finditer(r"\w+|[^\w\s]|(?<=\s)\s+", text))
            words = [match.group() for match in found]
            heads = [head if head < len(words) else at for at, head in enumerate(self.heads[: len(words)])]
            yield Doc(
                VOCABULARY,
                words=words,
                spaces=[text[match.end() :][:1] == " " for match in found],
                heads=[*heads, *range(len(heads), len(words))],
                deps=[*self.relations[: len(words)], *["dep"] * (len(words) - len(self.relations))],
                pos=["NOUN"] * len(words),
                lemmas=words,
            )


@pytest.fixture(scope="session")
def planter() -> type[Planter]:
    return Planter
