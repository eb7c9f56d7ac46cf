"""Which incident a number is of: the page's own, or another that the text sets beside it.

"Tuesday's quake killed 62. The 2010 quake killed 220,000; it also left 300,000 homeless." Dates apart, words such as
"another" and indefinite articles tell a new incident; anaphora keeps it; what is not told to be another is the page's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from tallybook.dates import DateMention
from tallybook.extract.setting import places_seen
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import BlockKind, Claim, ClaimKind, Period, Sentence, Token

_TOLLS = frozenset(
    {"killed", "wounded", "killed or wounded", "killed or missing", "missing", "homeless", "destroyed", "damaged"}
    | {"evacuated", "rescued", "displaced", "affected", "hospitalized", "infected", "aboard"}
)
"""Events that one incident has a toll of."""
_OVER = timedelta(days=60)
"""An incident that ended this long before the page is not what the page reports."""
_NEAR = 5
"""Links of the parse between an incident and the verb of its toll."""
_HEADS = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.STANDFIRST})


@dataclass(frozen=True, slots=True)
class Incident:
    """An incident as one sentence names it; `label` tells one that is not the page's own, None the page's own."""

    noun: Token
    label: str | None
    time: Period | None
    place: str | None


@dataclass(slots=True)
class Incidents:
    """The incidents of one document so far. Lives only as long as the document's extraction."""

    words: Vocabulary
    anchor: Period | None
    told: list[Incident] = field(default_factory=list)
    kept: Incident | None = None
    """Another incident that the last sentence told of, which the next may go on with."""

    def sort(
        self, claims: Sequence[Claim], verbs: dict[str, int], sentence: Sentence, dates: tuple[DateMention, ...]
    ) -> list[Claim]:
        """The sentence's claims with the incident of each, and the day and place of another incident."""
        named = list(self._named(sentence, dates))
        goes_on = self.kept is not None and not named and not dates and _looks_back(sentence, self.words)
        sorted_claims = [self._sorted(claim, verbs, named, sentence, goes_on=goes_on) for claim in claims]
        others = [incident for incident in named if incident.label is not None]
        if sentence.block.kind not in _HEADS:
            self.told.extend(named)
            self.kept = others[-1] if others else self.kept if goes_on else None
        return sorted_claims

    def pass_over(self, words: Sentence) -> None:
        """Note a sentence without a claim that is not parsed, given as its bare words."""
        incidents = self.words.lexicon.events.incidents
        if any(self.words.singular(t.lower) in incidents for t in words.tokens) or not _looks_back(words, self.words):
            self.kept = None

    def _sorted(
        self, claim: Claim, verbs: dict[str, int], named: Sequence[Incident], sentence: Sentence, *, goes_on: bool
    ) -> Claim:
        if claim.event not in _TOLLS or claim.kind in (ClaimKind.RATE, ClaimKind.SHARE):
            return claim
        incident = self.kept if goes_on else _nearest(claim, verbs, named, sentence)
        if incident is not None and incident.label is not None:
            return _of(claim, incident)
        if claim.time is not None and self._is_over(claim.time):
            return replace(claim, incident=_dated(claim.time))
        return claim

    def _named(self, sentence: Sentence, dates: tuple[DateMention, ...]) -> Iterator[Incident]:
        """The incidents a sentence names, with their days and places where the words around them tell them."""
        incidents = self.words.lexicon.events.incidents
        named = [t for t in sentence.tokens if t.pos == "NOUN" and t.lemma in incidents and t.dep != "compound"]
        days = [d for d in dates if d.role != "since"]
        here: list[Incident] = []
        for token in named:
            phrase = sentence.span_of(sentence.subtree(token))
            own = [d.period for d in days if phrase.covers(d.span)]
            only = [d.period for d in days] if len(named) == 1 and len(days) == 1 else []
            period = next(iter(own or only), None)
            place = next((p.name for p in places_seen(sentence, self.words) if phrase.covers(p.span)), None)
            label = self._label(token, period, place, sentence)
            if label is not None and self._is_new(token, sentence):
                label = _numbered(label, (*self.told, *here))
            here.append(Incident(token, label, period, place))
            yield here[-1]

    def _label(self, noun: Token, period: Period | None, place: str | None, sentence: Sentence) -> str | None:
        """What sets an incident apart from the page's own, None where nothing does."""
        if period is not None and self._is_over(period):
            return _dated(period)
        modifiers = {c.lower for c in sentence.children(noun, "amod", "det", "nummod")}
        apart = modifiers & self.words.lexicon.events.apart
        indefinite = modifiers & self.words.lexicon.events.indefinite
        elsewhere = place is not None and self._is_elsewhere(noun, place)
        if elsewhere and (apart or indefinite):
            return f"{noun.lemma} at {place}"
        return f"{min(apart)} {noun.lemma}" + (f" at {place}" if place else "") if apart else None

    def _is_new(self, noun: Token, sentence: Sentence) -> bool:
        """Whether the words set up an incident ("another strike") and do not come back to it ("the second strike")."""
        modifiers = {c.lower for c in sentence.children(noun, "amod", "det", "nummod")}
        lexicon = self.words.lexicon
        return bool(modifiers & lexicon.events.apart) and not modifiers & lexicon.counted.definite

    def _is_elsewhere(self, noun: Token, place: str) -> bool:
        """Whether an incident of the same kind has been told of, at another place."""
        registry = self.words.registry
        same = [i.place for i in self.told if i.noun.lemma == noun.lemma and i.label is None and i.place is not None]
        return bool(same) and not any(
            registry.within(place, p) or registry.within(p, place) or p == place for p in same
        )

    def _is_over(self, period: Period) -> bool:
        """Whether some days lie well before the page."""
        return self.anchor is not None and period.end < self.anchor.start - _OVER


def _looks_back(sentence: Sentence, words: Vocabulary) -> bool:
    """Whether a sentence goes on with what the last one told: "It also …", "That disaster …", a past perfect."""
    first = sentence.tokens[0].lower if sentence.tokens else ""
    return first in words.lexicon.events.backward or any(
        t.lower in words.lexicon.events.bygone for t in sentence.tokens
    )


def _nearest(claim: Claim, verbs: dict[str, int], named: Sequence[Incident], sentence: Sentence) -> Incident | None:
    """The incident whose noun is fewest links from the claim's verb."""
    start = verbs.get(claim.id)
    if start is None or not named:
        return None
    path = [start, *(a.index for a in sentence.ancestors(sentence.tokens[start]))]
    links = {incident.noun.index: _links(path, incident.noun, sentence) for incident in named}
    nearest = min(named, key=lambda incident: (links[incident.noun.index], abs(incident.noun.index - start)))
    return nearest if links[nearest.noun.index] <= _NEAR else None


def _links(path: Sequence[int], noun: Token, sentence: Sentence) -> int:
    """How many links lie between a noun and the first token of a path up the parse."""
    for steps, index in enumerate([noun.index, *(a.index for a in sentence.ancestors(noun))]):
        if index in path:
            return steps + path.index(index)
    return len(sentence.tokens)


def _of(claim: Claim, incident: Incident) -> Claim:
    """A claim of another incident, with that one's day and place where it has none of its own."""
    told = "as the incident it is of"
    evidence = dict(claim.evidence)
    if claim.time is None and incident.time is not None:
        evidence["time"] = told
    if claim.place is None and incident.place is not None:
        evidence["place"] = told
    return replace(
        claim,
        incident=incident.label,
        time=claim.time or incident.time,
        partial_time=claim.partial_time if claim.time or incident.time is None else None,
        place=claim.place or incident.place,
        evidence=evidence,
    )


def _numbered(label: str, before: Sequence[Incident]) -> str:
    """The label with its number, where others before were set up by the same words ("another strike (2)")."""
    same = sum(incident.label is not None and incident.label.split(" (")[0] == label for incident in before)
    return f"{label} ({same + 1})" if same else label


def _dated(period: Period) -> str:
    """An incident by its year, in which all pages that tell of it agree."""
    return str(period.start.year)
