"""A document as the checks look at it: its text, its words, and the numbers of its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from tallybook.extract.corrections import taken_back
from tallybook.extract.discourse.article import Article
from tallybook.extract.numbers import numbers_of
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Block, Claim, Document, QuantityMention, Span


@dataclass
class Page:
    """One document with all claims made of it. Sentences are read once; lives as long as one verification."""

    document: Document
    article: Article
    claims: tuple[Claim, ...]
    _mentions: dict[Span, dict[Span, QuantityMention]] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    @property
    def words(self) -> Vocabulary:
        """The words of the article's language."""
        return self.article.words

    @cached_property
    def by_id(self) -> dict[str, Claim]:
        """The page's claims by their ids."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def taken_back(self) -> dict[str, Span]:
        """The words by which the page takes claims back, by the claim's id."""
        return taken_back(self.claims, self.document, self.words)

    def mention(self, claim: Claim) -> QuantityMention | None:
        """The number that its sentence tells at a claim's numeral, in offsets of the sentence."""
        read = self._mentions.get(claim.sentence)
        if read is None:
            read = {m.core: m for m in numbers_of(claim.sentence.of(self.text), self.words.lexicon)}
            self._mentions[claim.sentence] = read
        core = within(claim.core, claim.sentence)
        return read.get(core) if core is not None else None

    def canonical(self, name: str) -> str:
        """The one name that words of the page stand for."""
        found = self._names.get(name)
        if found is None:
            found = self._names[name] = self.article.canonical(name)
        return found

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The paragraphs of the article."""
        return self.document.article_blocks()

    def block(self, claim: Claim) -> Block:
        """The paragraph that a claim stands in."""
        return next(block for block in self.blocks if block.span.covers(claim.sentence))

    def before(self, span: Span) -> str:
        """The words right before a span, as many as a rule looks at."""
        return self.article.before(span.start, _LOOK_BACK)

    def shown(self, spans: Iterable[Span]) -> str:
        """Words of the text as an error quotes them."""
        return " … ".join(f"“{span.of(self.text)}”" for span in spans)


_LOOK_BACK = 80
_INSIDE_NUMBER = re.compile(r"\d[.,]\d$")


def within(span: Span, sentence: Span) -> Span | None:
    """A span of the document counted from the start of a sentence, None where it begins before it."""
    return Span(span.start - sentence.start, span.end - sentence.start) if span.start >= sentence.start else None


def is_whole(span: Span, text: str) -> bool:
    """Whether a span begins and ends with ink and cuts no word or number in two."""
    words = span.of(text)
    if not words or span.end > len(text) or words != words.strip():
        return False
    return not any(_runs_on(text, edge) for edge in (span.start, span.end))


def _runs_on(text: str, edge: int) -> bool:
    before, behind = text[edge - 1 : edge] if edge else "", text[edge : edge + 1]
    if before.isalpha():
        return behind.isalpha()
    if not before.isdigit() and not behind.isdigit():
        return False
    if before.isdigit() and behind.isdigit():
        return True
    return any(_INSIDE_NUMBER.match(text[at : at + 3]) for at in (edge - 1, edge - 2) if at >= 0)
