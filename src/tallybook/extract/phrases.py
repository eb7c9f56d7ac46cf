"""Noun phrases of a parsed sentence."""

from __future__ import annotations

from tallybook.model import Sentence, Span, Token

_NOMINAL = ("NOUN", "PROPN", "PRON")
_INNER = ("compound", "flat", "amod", "det", "nummod", "nmod", "appos", "goeswith", "fixed")
_DROPPED = (
    "acl",
    "advcl",
    "parataxis",
    "cop",
    "cc",
    "conj",
    "punct",
    "discourse",
    "ccomp",
    "advmod",
    "nsubj",
    "aux",
    "mark",
    "obl",
    "obj",
)
_KEPT_CASES = ("of", "for", "'s", "’s", "'", "’", "and", "&")


def head_from(sentence: Sentence, index: int) -> Token | None:
    """The head of the noun phrase that opens at a token index, or None where none opens there."""
    for token in sentence.tokens[index:]:
        if token.pos in _NOMINAL:
            return _climb(token, sentence, index)
        if token.pos not in ("DET", "ADJ", "NUM", "ADV", "VERB", "CCONJ") and token.text not in "-–'\"’“":
            return None
    return None


def _climb(token: Token, sentence: Sentence, floor: int) -> Token:
    head = sentence.head(token)
    while head is not None and token.dep in ("compound", "flat", "amod", "det", "nmod", "conj"):
        if head.pos not in (*_NOMINAL, "ADJ") or (token.dep == "conj" and head.pos != "ADJ"):
            break
        if head.index < floor or (token.dep == "nmod" and head.index < token.index):
            break
        if any(t.text in ",;:" for t in sentence.tokens[token.index : head.index]):
            break
        token, head = head, sentence.head(head)
    return token


def phrase_of(head: Token, sentence: Sentence) -> tuple[Token, ...]:
    """The words of a noun phrase: its head with modifiers, names and "of" phrases; no clauses, no appositions."""
    kept = {head.index}
    waiting = [head]
    while waiting:
        token = waiting.pop()
        for child in sentence.children(token):
            if _belongs(child, token, sentence):
                kept.add(child.index)
                waiting.append(child)
    left = right = head.index
    while left - 1 in kept or (left - 2 in kept and sentence.tokens[left - 1].text in "-–'’"):
        left -= 1
    while right + 1 in kept or (right + 2 in kept and sentence.tokens[right + 1].text in "-–'’"):
        right += 1
    return _with_name(sentence.tokens[left : right + 1], sentence)


def _belongs(child: Token, head: Token, sentence: Sentence) -> bool:
    if child.dep == "case":
        return child.lower in _KEPT_CASES and head.dep == "nmod"
    if child.dep == "nmod" and child.index > head.index and (sentence.children(head, "flat") or head.dep == "flat"):
        return False
    if child.dep in ("nmod", "appos"):
        cases = [c.lower for c in sentence.children(child, "case")]
        return child.index < head.index or (
            all(c in _KEPT_CASES for c in cases) and not _comma_between(head, child, sentence)
        )
    if child.dep in ("conj", "cc"):
        return _joins_names(child, head, sentence)
    return child.dep not in _DROPPED and not (child.dep == "nummod" and child.text[:1].isdigit())


def _joins_names(child: Token, head: Token, sentence: Sentence) -> bool:
    """Whether a conjunct is part of the modifier ("Ukrainian and American officials", "the Ministry of Health and Population")."""
    conjunct = child if child.dep == "conj" else sentence.head(child)
    return (
        conjunct is not None
        and head.dep in ("amod", "compound", "nmod", "conj")
        and not _comma_between(head, conjunct, sentence)
    )


def _comma_between(a: Token, b: Token, sentence: Sentence) -> bool:
    low, high = sorted((a.index, b.index))
    return any(t.text in ",;:()—–" for t in sentence.tokens[low:high])


def _with_name(tokens: tuple[Token, ...], sentence: Sentence) -> tuple[Token, ...]:
    """Extended over the capitalised name that directly follows a title ("spokesman Ali Hassan")."""
    end = tokens[-1].index + 1
    while (
        end < len(sentence.tokens)
        and sentence.tokens[end].pos == "PROPN"
        and sentence.tokens[end - 1].pos in ("PROPN", "NOUN")
    ):
        named = sentence.tokens[end - 1].text[:1].isupper()
        if not named and sentence.tokens[end].dep not in ("flat", "appos", "compound", "nmod"):
            break
        end += 1
    return sentence.tokens[tokens[0].index : end]


def subject_phrase(verb: Token, sentence: Sentence) -> tuple[Token, ...]:
    """The words right before a verb back to a comma, a quotation mark, a conjunction or the start, if they form a noun phrase.

    Independent of the links of the parse: "…, a railways official [said]", "Armed Forces Commander-in-Chief X [said]".
    """
    end = verb.index
    while end > 0 and (sentence.tokens[end - 1].pos in ("ADV", "AUX") or sentence.tokens[end - 1].dep == "expl"):
        end -= 1
    start = end
    while start > 0 and _inside_phrase(sentence.tokens[start - 1], sentence):
        start -= 1
    tokens = sentence.tokens[start:end]
    edge = sentence.tokens[start - 1] if start else None
    if edge is not None and edge.pos not in ("PUNCT", "SCONJ", "CCONJ") and edge.lower not in ("that", "as"):
        return ()
    while tokens and tokens[0].pos in ("CCONJ", "PUNCT"):
        tokens = tokens[1:]
    if tokens and tokens[0].pos == "ADP":
        return ()
    named = any(t.pos in _NOMINAL or t.text[:1].isupper() for t in tokens)
    return tokens if named and len(tokens) <= _LONGEST_SUBJECT else ()


_LONGEST_SUBJECT = 14


def _inside_phrase(token: Token, sentence: Sentence) -> bool:
    if token.pos in ("DET", "ADJ", "NOUN", "PROPN", "PART", "X"):
        return True
    if token.pos == "NUM":
        return token.lower.isalpha()
    if token.pos == "VERB":
        return token.dep == "amod"
    if token.pos == "PRON" and token.text.isupper() and len(token.text) > 2:
        return True  # "WHO", not "who"
    if token.pos == "PRON":
        return token.dep in ("nmod", "det") or token.lower not in ("who", "which", "that", "what")
    if token.pos in ("ADP", "CCONJ"):
        return token.index > 0 and sentence.tokens[token.index - 1].pos in ("NOUN", "PROPN", "ADJ", "PUNCT")
    return token.text in "-‑'’." and token.pos in ("PUNCT", "SYM")


def core_head(tokens: tuple[Token, ...]) -> Token:
    """The head of a subject phrase: the last noun before its first preposition."""
    core = tokens
    for index, token in enumerate(tokens):
        if token.pos == "ADP" and index and not _hyphenated(token, tokens[index - 1]):
            core = tokens[:index]
            break
    nominal = [t for t in core if t.pos in _NOMINAL]
    return nominal[-1] if nominal else core[-1]


def without_whereabouts(tokens: tuple[Token, ...], dropped: frozenset[str]) -> tuple[Token, ...]:
    """A subject phrase without "in Kabul", "from the scene" at its end."""
    for index, token in enumerate(tokens):
        if index and token.pos == "ADP" and token.lower in dropped and not _hyphenated(token, tokens[index - 1]):
            return tokens[:index]
    return tokens


def _hyphenated(token: Token, before: Token) -> bool:
    """ "in" of "Commander-in-Chief"."""
    return before.text in "-‑–" and before.span.end == token.span.start


def words_of(tokens: tuple[Token, ...], text: str, offset: int) -> str:
    """The phrase as it stands, determiners and case words at its start left out."""
    shown = list(tokens)
    while len(shown) > 1 and (
        shown[0].pos in ("DET", "ADP", "PUNCT", "CCONJ", "NUM")
        or (shown[0].pos == "PRON" and shown[0].dep == "nmod")
        or shown[0].lower in ("the", "a", "an")
    ):
        shown.pop(0)
    while len(shown) > 1 and (shown[-1].pos in ("ADP", "PUNCT", "CCONJ") or shown[-1].lower in ("'s", "’s", "'", "’")):
        shown.pop()
    span = Span(shown[0].span.start - offset, shown[-1].span.end - offset)
    return " ".join(span.of(text).split())
