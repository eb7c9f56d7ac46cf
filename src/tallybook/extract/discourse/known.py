"""A speaker or a subject met earlier, and what pronoun can stand for it."""

from __future__ import annotations

from dataclasses import dataclass

from tallybook.extract.discourse.article import Article
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Span


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody met earlier: canonical name, the words and the span it was named with, and where it was met last.

    `noun` is the head of those words, in lower case; `gender` is told by a title or a role among them; `spoke` is false
    for one that was only the subject of a sentence; `quotes` is true for one who told something outside of quotation
    marks. `tells` are the outlets that are told, with their spans, up to the offset `until`.
    """

    name: str
    words: str
    span: Span
    noun: str = ""
    gender: str | None = None
    met: Span | None = None
    spoke: bool = True
    quotes: bool = False
    tells: tuple[tuple[str, Span], ...] = ()
    until: int = 0

    def spans(self) -> tuple[Span, ...]:
        """Where it was met last, then where it was named."""
        return (self.span,) if self.met is None or self.met == self.span else (self.met, self.span)

    @property
    def place(self) -> int:
        """Where it was met last."""
        return (self.met or self.span).start


def is_personal(known: Known, article: Article) -> bool:
    """Whether "he" or "she" can mean it: a person's name, or a role of one person ("a junta spokesman")."""
    words, speech = article.words, article.words.lexicon.speech
    role = known.noun in words.persons and known.noun not in speech.bodies | speech.firms
    return role or article.is_person(known.name) or known.gender is not None


def is_plural(known: Known, words: Vocabulary) -> bool:
    """Whether it is several persons: "aid workers"."""
    singular = words.singular(known.noun)
    return singular != known.noun and (singular in words.persons or singular in words.lexicon.speech.roles)


def gender_of(named: str, words: Vocabulary) -> str | None:
    """The gender that a title, a role or a pronoun alone tells: "Mrs", "spokesman", "she"; None where none does."""
    told = {part.strip(".,").lower() for part in named.split()}
    if len(told) > 1:
        told -= words.lexicon.speech.personal
    return next((gender for gender, listed in words.lexicon.speech.genders.items() if told & listed), None)
