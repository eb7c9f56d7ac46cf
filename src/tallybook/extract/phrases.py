"""Noun phrases of a parsed sentence: where one opens, what belongs to it, how it is shown."""

from __future__ import annotations

from collections.abc import Sequence

from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Sentence, Span, Token

NOMINAL = ("NOUN", "PROPN", "PRON")
_BEFORE_A_NOUN = ("DET", "ADJ", "NUM", "ADV", "VERB", "CCONJ")
_RELATIONS_INSIDE = ("compound", "flat", "amod", "det", "nmod", "conj")
_CLAUSAL = frozenset({"acl", "advcl", "parataxis", "ccomp", "nsubj", "obj", "obl", "cop", "aux", "mark", "advmod"})
_NEVER_INSIDE = _CLAUSAL | {"cc", "conj", "punct", "discourse"}
_HYPHENS_AND_QUOTES = "-–'\"’“"
_TIES = "-–'’"
_COMMAS = ",;:"
_PARTING_MARKS = ",;:()—–"


def head_from(sentence: Sentence, index: int) -> Token | None:
    """The head of the noun phrase that opens at a token index, or None where none opens there."""
    for token in sentence.tokens[index:]:
        if token.pos in NOMINAL:
            return _climb(token, sentence, index)
        if token.pos not in _BEFORE_A_NOUN and token.text not in _HYPHENS_AND_QUOTES:
            return None
    return None


def _climb(token: Token, sentence: Sentence, floor: int) -> Token:
    head = sentence.head(token)
    while head is not None and token.dep in _RELATIONS_INSIDE and _is_inside(token, head, sentence, floor):
        token, head = head, sentence.head(head)
    return token


def _is_inside(token: Token, head: Token, sentence: Sentence, floor: int) -> bool:
    """Whether a noun's governor belongs to the same phrase, which opens at the floor."""
    if head.pos not in (*NOMINAL, "ADJ") or (token.dep == "conj" and head.pos != "ADJ"):
        return False
    if head.index < floor or (token.dep == "nmod" and head.index < token.index):
        return False
    return not any(t.text in _COMMAS for t in sentence.tokens[token.index : head.index])


def phrase_of(head: Token, sentence: Sentence, words: Vocabulary) -> tuple[Token, ...]:
    """The words of a noun phrase: its head with modifiers, names and "of" phrases; no clauses, no appositions."""
    kept = _indexes_of_phrase(head, sentence, words)
    left = right = head.index
    while left - 1 in kept or (left - 2 in kept and sentence.tokens[left - 1].text in _TIES):
        left -= 1
    while right + 1 in kept or (right + 2 in kept and sentence.tokens[right + 1].text in _TIES):
        right += 1
    return _with_name(sentence.tokens[left : right + 1], sentence)


def _indexes_of_phrase(head: Token, sentence: Sentence, words: Vocabulary) -> set[int]:
    kept = {head.index}
    waiting = [head]
    while waiting:
        token = waiting.pop()
        belonging = [child for child in sentence.children(token) if _belongs(child, token, sentence, words)]
        kept.update(child.index for child in belonging)
        waiting.extend(belonging)
    return kept


def _belongs(child: Token, head: Token, sentence: Sentence, words: Vocabulary) -> bool:
    if child.dep == "case":
        return child.lower in words.lexicon.text.phrase_links and head.dep == "nmod"
    if child.dep in ("nmod", "appos"):
        return _is_modifier(child, head, sentence, words)
    if child.dep in ("conj", "cc"):
        return _joins_names(child, head, sentence)
    counts = child.text[:1].isdigit() and (child.dep == "nummod" or (head.pos == "NOUN" and child.pos == "NUM"))
    return child.dep not in _NEVER_INSIDE and not (counts and "/" not in child.text)


def _is_modifier(child: Token, head: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether a noun below a noun is part of its name: before it, or behind it with "of" and no comma."""
    if child.index < head.index:
        return True
    if child.dep == "nmod" and (sentence.children(head, "flat") or head.dep == "flat"):
        return False
    linked = all(c.lower in words.lexicon.text.phrase_links for c in sentence.children(child, "case"))
    return linked and not _are_parted(head, child, sentence)


def _joins_names(child: Token, head: Token, sentence: Sentence) -> bool:
    """Whether a conjunct is part of the modifier.

    "Ukrainian and American officials", "the Ministry of Health and Population".
    """
    conjunct = child if child.dep == "conj" else sentence.head(child)
    return (
        conjunct is not None
        and head.dep in ("amod", "compound", "nmod", "conj")
        and not _are_parted(head, conjunct, sentence)
    )


def _are_parted(a: Token, b: Token, sentence: Sentence) -> bool:
    low, high = sorted((a.index, b.index))
    return any(t.text in _PARTING_MARKS for t in sentence.tokens[low:high])


def _with_name(tokens: tuple[Token, ...], sentence: Sentence) -> tuple[Token, ...]:
    """Extended over the capitalised name that directly follows a title ("spokesman Ali Hassan")."""
    end = tokens[-1].index + 1
    while end < len(sentence.tokens) and _continues_name(sentence.tokens[end - 1], sentence.tokens[end]):
        end += 1
    return sentence.tokens[tokens[0].index : end]


def _continues_name(before: Token, token: Token) -> bool:
    if token.pos != "PROPN" or before.pos not in ("PROPN", "NOUN"):
        return False
    if token.head == before.index and token.dep in ("obj", "ccomp"):
        return True
    return before.text[:1].isupper() or token.dep in ("flat", "appos", "compound", "nmod")


def preceding(sentence: Sentence, index: int, *skipped: str) -> Token | None:
    """The last token before an index whose part of speech is none of those skipped, or None."""
    return next((t for t in reversed(sentence.tokens[:index]) if t.pos not in skipped), None)


def words_of(tokens: tuple[Token, ...], sentence: Sentence, words: Vocabulary) -> str:
    """The phrase as it stands, determiners and case words at its start and genitives at its end left out."""
    shown = list(tokens)
    while len(shown) > 1 and _only_leads(shown[0], words) and shown[1].lower not in words.lexicon.text.genitives:
        shown.pop(0)
    while len(shown) > 1 and _only_trails(shown[-1], words):
        shown.pop()
    span = Span(shown[0].span.start, shown[-1].span.end)
    text = " ".join(span.shifted(-sentence.span.start).of(sentence.text).split())
    return text[:1].lower() + text[1:] if _is_capital_of_sentence(shown, sentence, words) else text


def _is_capital_of_sentence(shown: Sequence[Token], sentence: Sentence, words: Vocabulary) -> bool:
    """Whether a phrase of plain nouns is capitalised for no other reason than that it opens the sentence."""
    first, *rest = shown
    opens = all(t.pos == "PUNCT" for t in sentence.tokens[: first.index]) and first.text.istitle()
    if not opens or any(t.text[:1].isupper() for t in rest) or words.registry.find_source(first.text):
        return False
    if not rest or first.pos == "PROPN":
        return is_plain_speaker(first.lower, words)
    return first.pos in ("NOUN", "ADJ", "VERB") and words.registry.group_named(first.text) is None


def is_plain_speaker(noun: str, words: Vocabulary) -> bool:
    """Whether a word in lower case, singular or plural, is a role, a person or a report."""
    speech = words.lexicon.speech
    plain = {noun, words.singular(noun)}
    return any(not plain.isdisjoint(listed) for listed in (speech.roles, speech.reports, words.persons))


def _only_leads(token: Token, words: Vocabulary) -> bool:
    return (
        token.pos in ("DET", "ADP", "PUNCT", "CCONJ", "NUM")
        or (token.pos == "PRON" and token.dep == "nmod")
        or token.lower in words.lexicon.text.articles
    )


def _only_trails(token: Token, words: Vocabulary) -> bool:
    return token.pos in ("ADP", "PUNCT", "CCONJ") or token.lower in words.lexicon.text.genitives
