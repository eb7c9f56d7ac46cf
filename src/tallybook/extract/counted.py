"""What a number counts: the noun it quantifies, the unit, and the noun whose fate the counted share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Hedge, Measure, QuantityMention, Sentence, Token

Sort = Literal["person", "thing", "force", "money"]
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "PRON"})
_INSIDE = frozenset(
    {"nummod", "amod", "det", "compound", "advmod", "nmod", "appos", "flat", "obl", "dep", "case", "fixed"}
)


@dataclass(frozen=True, slots=True)
class Counted:
    """`noun` is what is counted (None in "more than 200 were injured"); `anchor` the token whose governor tells its fate.

    `toll` is the noun that carries the number ("death toll", "number"), where there is one.
    """

    anchor: Token
    noun: Token | None
    unit: str | None
    sort: Sort
    toll: Token | None = None


def read_counted(mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> Counted | None:
    """What the mention counts, or None where no token of the sentence carries the number."""
    top = _top(mention, sentence)
    if top is None:
        return None
    if mention.measure is Measure.MONEY:
        return Counted(_container(top, sentence, words), None, "money", "money")
    noun = _counted_noun(top, mention, sentence, words)
    if noun is not None and (
        _is_verb_or_state(noun, mention, sentence, words)
        or noun.lower in words.lexicon.counted.pronouns
        or any(noun.lower in nouns for nouns in words.lexicon.counted.periods.values())
    ):
        noun = None
    if noun is None or noun.lemma in words.lexicon.events.tolls:
        toll = _toll(noun or top, sentence, words)
        if toll is not None:
            return _of_toll(top, toll, sentence, words)
    if noun is None:
        return Counted(top, None, None, "person")
    anchor = _container(top if _is_partitive(top, noun, sentence) else noun, sentence, words)
    if _is_strength(mention, sentence, words):
        return Counted(anchor, noun, "person", "force" if sort_of(noun, words) == "force" else "person")
    unit = None if noun.pos == "PRON" else unit_of(noun, words)
    return Counted(anchor, noun, unit, "person" if unit is None else sort_of(noun, words))


def _is_partitive(top: Token, noun: Token, sentence: Sentence) -> bool:
    """ "thousands of refugees", "two of them": the numeral, not the noun, stands in the clause."""
    return noun.dep == "nmod" and noun.head == top.index


def unit_of(noun: Token, words: Vocabulary) -> str:
    """The contract's unit for a noun: its class, "person" for nouns of persons, otherwise the noun itself."""
    for form in (noun.lemma, noun.lower):
        if form in words.unit_of:
            return words.unit_of[form]
    if is_person(noun, words):
        return "person"
    return noun.lemma


def is_person(noun: Token, words: Vocabulary) -> bool:
    """Whether a noun names persons: a noun of persons, or of a people ("450,000 Afghans")."""
    if noun.text[:1].isupper() and not noun.text.isupper() and words.registry.country_of(noun.text):
        return True
    listed = words.unit_of.get(noun.lemma) or words.unit_of.get(noun.lower)
    if listed is not None:
        return listed == "person"
    return any(form in words.persons for form in (noun.lemma, noun.lower, _singular(noun.lower)))


def sort_of(noun: Token, words: Vocabulary) -> Sort:
    """Whether the frames should take the noun for armed people, for people, or for things."""
    if noun.lemma in words.lexicon.events.forces or noun.lower in words.lexicon.events.forces:
        return "force"
    personal = is_person(noun, words) or unit_of(noun, words) in _OF_PERSONS
    return "person" if personal else "thing"


_OF_PERSONS = frozenset({"household", "customer"})


def _singular(word: str) -> str:
    if word.endswith("men"):
        return word[:-3] + "man"
    return word[:-1] if word.endswith("s") else word


def _is_verb_or_state(noun: Token, mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> bool:
    """Headlines: "Thousands flee", "200,000 march", "70 hurt", which a parser takes for nouns."""
    if mention.quantity.low == 1 or noun.lower in words.unit_of:
        return False
    if noun.lower in words.adjective_event:
        return True
    adjacent = not any(
        t.pos in ("ADJ", "NOUN", "PROPN", "ADP")
        for t in sentence.tokens
        if mention.span.end <= t.span.start < noun.span.start
    )
    return (
        adjacent and noun.lower == noun.lemma and any(f.side != "object" for f in words.frames_of.get(noun.lower, ()))
    )


def _top(mention: QuantityMention, sentence: Sentence) -> Token | None:
    """The token of the numeral that the rest of the mention hangs on."""
    inside = sentence.within(mention.core)
    if not inside:
        return None
    indexes = {t.index for t in sentence.within(mention.span)}
    for token in inside:
        if token.head not in indexes or token.head == token.index:
            return token
    return inside[-1]


def _counted_noun(top: Token, mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> Token | None:
    follower = _follower(mention, sentence, words)
    if _is_strength(mention, sentence, words):
        return follower
    head = sentence.head(top)
    if mention.measure is Measure.SHARE:
        return _of_noun(top, mention, sentence) or (head if _quantifies(top, head, mention, sentence) else None)
    if head is not None and _quantifies(top, head, mention, sentence):
        if (
            follower is not None
            and follower.index < head.index
            and is_person(follower, words)
            and not is_person(head, words)
        ):
            return follower
        return _last_of_compound(_beyond_modifiers(head, sentence), sentence)
    return _of_noun(top, mention, sentence) or follower


def _beyond_modifiers(noun: Token, sentence: Sentence) -> Token:
    """The noun that a modifier belongs to: "63,000 Russian and North Korean [troops]"."""
    above = sentence.head(noun)
    while (
        above is not None
        and noun.dep in ("compound", "amod")
        and above.index > noun.index
        and above.pos in ("NOUN", "PROPN")
    ):
        noun, above = above, sentence.head(above)
    return noun


def _is_strength(mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> bool:
    """ "a 3,000-strong reinforcement", "a 12-member team": persons, whatever the noun."""
    after = [t.lower for t in sentence.tokens if t.span.start >= mention.span.end][:2]
    return any(t in words.lexicon.counted.suffixes for t in after)


def _quantifies(top: Token, head: Token | None, mention: QuantityMention, sentence: Sentence) -> bool:
    return (
        head is not None
        and top.dep in ("nummod", "amod", "det", "compound")
        and head.pos in ("NOUN", "PROPN", "ADJ", "SYM")
        and head.span.start >= mention.core.end
        and not any(
            t.text in ",;:–—" or (t.text == "-" and t.span.end < sentence.tokens[t.index + 1].span.start)
            for t in sentence.tokens[top.index : head.index]
        )
    )


def _follower(mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> Token | None:
    """The noun that directly follows the number, adjectives and "more" between, where the parse does not link them."""
    end = mention.span.end
    for token in sentence.tokens:
        if token.span.start < end or token.lower in words.lexicon.counted.suffixes:
            continue
        if token.pos in ("NOUN", "PROPN"):
            return _last_of_compound(token, sentence)
        if token.pos not in ("ADJ", "PUNCT") or (token.text not in "-–‑" and token.pos == "PUNCT"):
            return None
    return None


def _last_of_compound(token: Token, sentence: Sentence) -> Token:
    while token.dep in ("compound", "flat", "amod", "nmod"):
        following = sentence.tokens[token.index + 1 : token.index + 2]
        if not following or following[0].pos not in ("NOUN", "PROPN"):
            break
        token = following[0]
    return token


def _of_noun(top: Token, mention: QuantityMention, sentence: Sentence) -> Token | None:
    """The noun of "thousands of refugees", "a third of the army", "two of the prisoners"."""
    after = [t for t in sentence.tokens if t.span.start >= mention.span.end][:1]
    if not after or after[0].lower != "of":
        return None
    inner = _behind_of(top, after[0], sentence)
    loose = mention.measure is Measure.SHARE or mention.quantity.hedge is Hedge.VAGUE
    several = inner is not None and (inner.lower != inner.lemma or inner.pos == "PRON")
    return inner if loose or several else None


def _behind_of(top: Token, of: Token, sentence: Sentence) -> Token | None:
    for child in sentence.children(top, "nmod", "obl"):
        if child.span.start > of.span.start:
            return child
    for token in sentence.tokens[of.index + 1 :]:
        if token.pos in ("NOUN", "PROPN", "PRON"):
            return _last_of_compound(token, sentence)
        if token.pos not in ("DET", "ADJ", "NUM", "ADV", "PUNCT"):
            return None
    return None


def _toll(start: Token, sentence: Sentence, words: Vocabulary) -> Token | None:
    """The noun that carries the number: "a death toll of 62", "the toll rose to 62", "put the number at 62"."""
    tolls, events = words.lexicon.events.tolls, words.noun_event

    def carries(token: Token) -> bool:
        return token.lemma in tolls or token.lemma in events or token.lower in words.adjective_event

    if start.lemma in tolls:
        return start
    for subject in sentence.children(start, "nsubj"):
        if carries(subject) or any(carries(c) for c in sentence.children(subject, "compound")):
            return subject
    head = sentence.head(start)
    if head is None:
        return _toll_before(start, sentence, words)
    if start.dep == "nmod" and head.span.start < start.span.start and carries(head):
        return head
    verb = _toll_verb(start, head, sentence, words)
    if verb is None:
        return _toll_before(start, sentence, words)
    for argument in sentence.children(verb, "nsubj", "obj"):
        if carries(argument) and argument.index != start.index and not _same_branch(argument, start, sentence):
            return argument
    return _toll_before(start, sentence, words)


def _toll_before(start: Token, sentence: Sentence, words: Vocabulary) -> Token | None:
    """Where the parse does not link them: the toll noun of the clause before the number, a toll verb between."""
    verb_seen = False
    for token in reversed(sentence.tokens[: start.index]):
        if token.text in ";:“" or token.pos == "NUM" or token.lemma in words.lexicon.speech.cite:
            return None
        verb_seen = verb_seen or token.lemma in words.lexicon.events.toll_verbs
        put = any(
            t.lemma in words.lexicon.events.toll_verbs for t in sentence.tokens[max(0, token.index - 3) : token.index]
        )
        if (
            (verb_seen or put)
            and token.pos in ("NOUN", "PROPN")
            and (token.lemma in words.lexicon.events.tolls or token.lemma in words.noun_event)
        ):
            return token
    return None


def _toll_verb(start: Token, head: Token, sentence: Sentence, words: Vocabulary) -> Token | None:
    """The verb that gives a toll its value: right before the number, or above it in the parse."""
    listed = words.lexicon.events.toll_verbs
    for token in reversed(sentence.tokens[max(0, start.index - 5) : start.index]):
        if token.lemma in listed and token.pos in ("VERB", "AUX"):
            return token
        if token.pos not in ("ADP", "ADV", "ADJ", "NUM", "DET") and token.lower not in ("as",):
            break
    for candidate in (head, sentence.head(head)):
        if candidate is not None and candidate.lemma in listed:
            return candidate
    return None


def _same_branch(above: Token, below: Token, sentence: Sentence) -> bool:
    return any(a.index == above.index for a in sentence.ancestors(below))


def _of_toll(top: Token, toll: Token, sentence: Sentence, words: Vocabulary) -> Counted:
    """Of what the toll is: "the number of displaced people", otherwise persons."""
    for child in sentence.children(toll, "nmod"):
        if child.index != top.index and child.pos in _NOMINAL:
            if any(c.lower == "of" for c in sentence.children(child, "case")):
                child = _last_of_compound(child, sentence)
                if _tells_of_persons(toll, sentence, words) and not is_person(child, words):
                    break
                return Counted(top, child, unit_of(child, words), sort_of(child, words), toll)
    return Counted(top, None, "person", "person", toll)


def _tells_of_persons(toll: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """ "death toll", "the toll": whatever it is a toll of, persons are counted."""
    named = [toll, *sentence.children(toll, "compound", "amod")]
    events = {words.noun_event.get(t.lemma) or words.lexicon.events.tolls.get(t.lemma) for t in named}
    return bool(events & {"killed", "wounded", "infected", "killed or wounded"})


def _container(noun: Token, sentence: Sentence, words: Vocabulary) -> Token:
    """The noun that stands for the counted in its clause: "a contingent" of "a contingent of 12,000 soldiers"."""
    containers, holders = words.lexicon.counted.containers, words.lexicon.counted.holders
    head = sentence.head(noun)
    while head is not None and head.span.start < noun.span.start:
        outer = sentence.head(head)
        if noun.dep in ("nmod", "appos") and head.lemma in containers:
            noun, head = head, outer
        elif head.lemma in holders and head.dep == "acl" and outer is not None and outer.lemma in containers:
            noun, head = outer, sentence.head(outer)
        else:
            break
    return noun
