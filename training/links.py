"""How well a pipeline finds the links that claims hang on: what is counted, who reports, what was done to whom.

Counted on the treebank's own words; universal relations unless said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from training.attachment import Words, universal
from training.convert import relation_of

NUMBER = "number → head"
COUNTED = "counted noun → predicate"
NUMBER_AND_COUNTED = "both"
SPEAKER = "subject of reporting verb"
CONTENT = "reporting verb – what it reports"
PASSIVE = "passive subject (full relation)"
ROOT = "root"
LINKS = (NUMBER, COUNTED, NUMBER_AND_COUNTED, SPEAKER, CONTENT, PASSIVE, ROOT)
_CLAUSAL = frozenset({"ccomp", "parataxis"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkScore:
    """How many of the links of one kind that the treebank has were found."""

    link: str
    right: int
    wanted: int


def score_links(gold: Iterable[Words], parsed: Iterable[Doc], *, reporting: frozenset[str]) -> list[LinkScore]:
    """The links of each kind found; `reporting` are the lemmas of reporting verbs."""
    verdicts: dict[str, list[bool]] = {link: [] for link in LINKS}
    for words, doc in zip(gold, parsed, strict=True):
        sentence = _Sentence(words, doc, reporting)
        for place in range(len(words)):
            for link, right in sentence.links(place):
                verdicts[link].append(right)
    return [LinkScore(link=link, right=sum(rights), wanted=len(rights)) for link, rights in verdicts.items()]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence as the treebank and as the pipeline has it."""

    words: Words
    doc: Doc
    reporting: frozenset[str]

    def links(self, place: int) -> Iterator[tuple[str, bool]]:
        """The links that a word takes part in, each with whether the pipeline has it."""
        word, relation = self.words[place], self._relation(place)
        if word.upos == "NUM":
            yield from self._number_links(place, relation)
        if relation == "nsubj" and self._reports(word.head) and self.words[word.head].upos == "VERB":
            yield SPEAKER, self._same(place)
        if word.relation == "ccomp" and self._reports(word.head):
            yield CONTENT, self._clauses_joined(place, word.head)
        if relation == "parataxis" and self._reports(place):
            yield CONTENT, self._clauses_joined(place, word.head)
        if word.relation == "nsubj:pass":
            yield PASSIVE, self._attached(place) and self.doc[place].dep_ == word.relation
        if word.head == place:
            yield ROOT, self._attached(place)

    def _number_links(self, place: int, relation: str) -> Iterator[tuple[str, bool]]:
        right = self._same(place)
        if any(letter.isdigit() for letter in self.words[place].form):
            yield NUMBER, right
        if relation == "nummod":
            counted_right = self._same(self.words[place].head)
            yield COUNTED, counted_right
            yield NUMBER_AND_COUNTED, right and counted_right

    def _relation(self, place: int) -> str:
        return universal(relation_of(self.words, place))

    def _reports(self, place: int) -> bool:
        return self.words[place].lemma.lower() in self.reporting

    def _attached(self, place: int) -> bool:
        return bool(self.doc[place].head.i == self.words[place].head)

    def _same(self, place: int) -> bool:
        return self._attached(place) and universal(self.doc[place].dep_) == self._relation(place)

    def _clauses_joined(self, place: int, other: int) -> bool:
        """Whether a reporting verb and its content hang together, whichever of them is made the head."""
        return any(
            self.doc[low].head.i == high and universal(self.doc[low].dep_) in _CLAUSAL
            for low, high in ((place, other), (other, place))
        )
