"""The running state of one document's extraction."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tallybook.extract.discourse.article import Article
from tallybook.extract.discourse.pointing import Known, forecaster_before, pointed_speaker
from tallybook.extract.setting.surroundings import Seen
from tallybook.extract.vocabulary import Vocabulary
from tallybook.extract.voices import Speaker
from tallybook.model import Claim, Document, Sentence
from tallybook.registry import Registry

_ROLE_REACH = 30
"""Characters before a name in which its role stands."""


@dataclass(slots=True)
class Discourse:
    """Who has spoken and what was claimed so far, in text order. Lives only as long as one document's extraction."""

    article: Article
    speakers: list[Known] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    places: list[Seen] = field(default_factory=list)

    @classmethod
    def of(cls, document: Document, words: Vocabulary) -> Discourse:
        """Prepared with the names the article spells out; nobody has spoken yet."""
        return cls(Article.of(document, words))

    @property
    def words(self) -> Vocabulary:
        """The words of the article's language."""
        return self.article.words

    @property
    def registry(self) -> Registry:
        """The registry of known names."""
        return self.article.registry

    def name(self, speaker: Speaker, *, remember: bool = True) -> str | None:
        """The canonical name of a speaker; None for one that names nobody and points back to nobody."""
        known = self.known(speaker, remember=remember)
        return known.name if known is not None else None

    def known(self, speaker: Speaker, *, remember: bool = True) -> Known | None:
        """Whom a speaker names or points back to, with where it was named."""
        known = pointed_speaker(speaker, self.speakers, self.article) or self._named(speaker)
        if known is not None and remember:
            self.speakers.append(replace(known, met=speaker.span))
        return known

    def _named(self, speaker: Speaker) -> Known | None:
        """A speaker that names itself, with the role before its name."""
        speech = self.words.lexicon.speech
        if speaker.words.lower() in speech.pronouns | speech.possessives:
            return None
        role = self.article.before(speaker.span.start, _ROLE_REACH).rpartition(".")[2]
        return Known(self.article.canonical(speaker.words), f"{role}{speaker.words}", speaker.span)

    def last(self) -> Known | None:
        """Who spoke last."""
        return self.speakers[-1] if self.speakers else None

    def forecaster(self, sentence: Sentence) -> str | None:
        """Who a forecast told without a speaker is ascribed to: the last forecasting body named just before."""
        return forecaster_before(sentence.span.start, self.article)

    def quotation_start(self, sentence: Sentence) -> int | None:
        """Where the quotation opened that the sentence begins inside, None where it begins outside one."""
        first = sentence.block.span.start
        before = self.article.text[first : sentence.span.start]
        if before.count("“") > before.count("”"):
            return first + before.rindex("“")
        if "“" not in before and before.count('"') % 2 == 1:
            return first + before.rindex('"')
        return None
