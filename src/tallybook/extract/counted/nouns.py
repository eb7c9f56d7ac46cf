"""The noun that a numeral quantifies, by the parse and by the order of words."""

from __future__ import annotations

from tallybook.extract.counted.sorts import is_person
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Hedge, Measure, QuantityMention, Sentence, Token

_NOUNS = ("NOUN", "PROPN")
_PARTING_MARKS = ",;:–—"
_HYPHENS = "-–‑"


def counted_noun(top: Token, mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> Token | None:
    """The noun that the numeral counts, None where it stands alone."""
    follower = _follower(mention, sentence, words)
    if is_strength(mention, sentence, words):
        return follower
    head = sentence.head(top)
    quantified = head if head is not None and _quantifies(top, head, mention, sentence) else None
    if mention.measure is Measure.SHARE:
        return _noun_behind_of(top, mention, sentence, words) or quantified
    if quantified is None:
        apposed = _noun_before_apposition(mention, sentence, words)
        behind = _noun_behind_of(top, mention, sentence, words) or follower
        return apposed or behind or _noun_of_opening(mention, sentence, words)
    if quantified.lower in words.lexicon.counted.measures:
        return _noun_behind_of(quantified, mention, sentence, words) or quantified
    if follower is not None and _is_nearer_person(follower, quantified, words):
        return follower
    return last_of_compound(_beyond_modifiers(quantified, sentence), sentence)


def is_strength(mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> bool:
    """ "a 3,000-strong reinforcement", "a 12-member team": persons, whatever the noun."""
    behind = [t.lower for t in sentence.tokens if t.span.start >= mention.span.end][:2]
    return any(word in words.lexicon.counted.suffixes for word in behind)


def _quantifies(top: Token, head: Token, mention: QuantityMention, sentence: Sentence) -> bool:
    """Whether a numeral modifies the noun above it, with no mark between."""
    if top.dep not in ("nummod", "amod", "det", "compound") or head.pos not in (*_NOUNS, "ADJ", "SYM"):
        return False
    between = sentence.tokens[top.index : head.index]
    if any(t.pos == "VERB" and t.dep not in ("amod", "compound") for t in between):
        return False
    return head.span.start >= mention.core.end and not any(_parts(t, sentence) for t in between)


def _parts(mark: Token, sentence: Sentence) -> bool:
    """A comma or dash, or a hyphen with a space behind it."""
    loose = mark.text == "-" and mark.span.end < sentence.tokens[mark.index + 1].span.start
    return mark.text in _PARTING_MARKS or loose


def _is_nearer_person(follower: Token, quantified: Token, words: Vocabulary) -> bool:
    """Whether persons stand between the number and a thing that the parse links it to."""
    return follower.index < quantified.index and is_person(follower, words) and not is_person(quantified, words)


def _beyond_modifiers(noun: Token, sentence: Sentence) -> Token:
    """The noun that a modifier belongs to: "63,000 Russian and North Korean [troops]"."""
    above = sentence.head(noun)
    while above is not None and noun.dep in ("compound", "amod") and above.index > noun.index and above.pos in _NOUNS:
        if any(_parts(t, sentence) for t in sentence.tokens[noun.index : above.index]):
            break  # "30 dead: rights group"
        noun, above = above, sentence.head(above)
    return noun


def _follower(mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> Token | None:
    """The noun that directly follows the number, adjectives and "more" between, where the parse does not link them."""
    for token in sentence.tokens:
        if token.span.start < mention.span.end or token.lower in words.lexicon.counted.suffixes:
            continue
        if token.pos in _NOUNS:
            return last_of_compound(token, sentence)
        if token.pos != "ADJ" and not (token.pos == "PUNCT" and token.text in _HYPHENS):
            return None
    return None


def last_of_compound(token: Token, sentence: Sentence) -> Token:
    """The noun that a run of nouns ends with."""
    while token.dep in ("compound", "flat", "amod", "nmod"):
        following = sentence.tokens[token.index + 1 : token.index + 2]
        if not following or following[0].pos not in _NOUNS or _begins_clause(token, following[0]):
            break
        token = following[0]
    return token


def _begins_clause(noun: Token, name: Token) -> bool:
    """Whether a name behind a noun is another phrase: "of the 87 drones [Russia launched]"."""
    return noun.dep == "nmod" and noun.head < noun.index and name.pos == "PROPN"


def _noun_behind_of(top: Token, mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> Token | None:
    """The noun of "thousands of refugees", "a third of the army", "two of the prisoners"."""
    end = max(mention.span.end, top.span.end)
    link = next((t for t in sentence.tokens if t.span.start >= end), None)
    if link is None or link.lower not in words.lexicon.text.partitives:
        return None
    inner = _inner_noun(top, link, sentence)
    loose = mention.measure is Measure.SHARE or mention.quantity.hedge is Hedge.VAGUE
    plural = words.lexicon.counted.collectives
    several = inner is not None and (inner.lower != inner.lemma or inner.pos == "PRON" or inner.lower in plural)
    return inner if loose or several else None


def _noun_before_apposition(mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> Token | None:
    """ "Villagers — some 200 of them — dug", "pensioners, 2,000 in all,": the noun before the mark."""
    behind = sentence.text[mention.span.end - sentence.span.start :].lower().lstrip()
    before = [t for t in sentence.tokens if t.span.end <= mention.span.start][-2:]
    phrase = next((p for p in words.lexicon.counted.apposed if behind.startswith(p)), None)
    if phrase is None or len(before) < len("n,") or behind[len(phrase) :].lstrip()[:1] not in _PARTING_MARKS:
        return None
    noun, mark = before
    return noun if mark.text in _PARTING_MARKS and noun.pos in _NOUNS and noun.lower != noun.lemma else None


def _noun_of_opening(mention: QuantityMention, sentence: Sentence, words: Vocabulary) -> Token | None:
    """The noun of a sentence's first words, which the number is a part of: "Of the marines sent, 900 have …"."""
    opener, *rest = sentence.tokens
    if opener.lower not in words.lexicon.parts.wholes_first:
        return None
    comma = next((t for t in rest if t.text == ","), None)
    if comma is None or comma.index + 1 >= len(sentence.tokens):
        return None
    follows = sentence.tokens[comma.index + 1].span.start == mention.span.start
    named = [t for t in rest[: comma.index - 1] if t.pos in _NOUNS and t.dep in ("obl", "nmod", "root")]
    return named[0] if follows and named and not any(t.pos == "NUM" for t in rest[: comma.index - 1]) else None


def _inner_noun(top: Token, link: Token, sentence: Sentence) -> Token | None:
    for child in sentence.children(top, "nmod", "obl"):
        if child.span.start > link.span.start:
            return child
    for token in sentence.tokens[link.index + 1 :]:
        if token.pos in (*_NOUNS, "PRON"):
            return last_of_compound(token, sentence)
        if token.pos not in ("DET", "ADJ", "NUM", "ADV", "PUNCT"):
            return None
    return None
