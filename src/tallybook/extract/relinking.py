"""Links that parsers of news get wrong, put right: a reduced relative clause taken for the main clause.

"Fourteen officers injured in the riot have returned to work": what stands right behind the noun only modifies it, where
a verb with an auxiliary but no subject of its own follows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Sentence, Token

_LOOSE = frozenset({"conj", "dep", "parataxis", "ccomp", "advcl", "xcomp", "appos"})
"""How a parser hangs the main verb on the participle that it takes for one."""
_BETWEEN = frozenset({"ADV", "PUNCT"})


def relinked(sentence: Sentence, words: Vocabulary) -> Sentence:
    """The sentence with the main verb in its place; the same sentence where nothing is wrong."""
    for verb in sentence.tokens:
        modifier = sentence.head(verb) if verb.dep in _LOOSE and verb.pos == "VERB" else None
        if modifier is not None and modifier.pos == "VERB" and modifier.index < verb.index:
            changed = _relinked_at(modifier, verb, sentence, words)
            if changed:
                tokens = tuple(changed.get(token.index, token) for token in sentence.tokens)
                return replace(sentence, tokens=tokens)
    return sentence


def _relinked_at(modifier: Token, verb: Token, sentence: Sentence, words: Vocabulary) -> dict[int, Token]:
    """The tokens that change where the first verb only modifies the subject of the second."""
    subject = next((c for c in sentence.children(modifier, "nsubj") if c.index < modifier.index), None)
    noun = _noun_before(modifier, sentence)
    if subject is None or noun is None or not _is_bare_participle(modifier, sentence, words):
        return {}
    objects = list(_objects_taken_for_subjects(modifier, verb, sentence))
    if not _lacks_subject(verb, sentence, taken=len(objects)):
        return {}
    if not words.is_progressive(modifier) and (objects or sentence.children(modifier, "obj")):
        return {}
    passive = subject.passive if not objects else objects[0].passive
    passive = passive or any(c.passive for c in sentence.children(verb, "aux"))
    root = modifier.head == modifier.index
    return {
        subject.index: replace(subject, head=verb.index, dep="nsubj", passive=passive),
        modifier.index: replace(modifier, head=noun.index, dep="acl"),
        verb.index: replace(verb, head=verb.index if root else modifier.head, dep=modifier.dep),
        **{o.index: replace(o, head=modifier.index, dep="obj", passive=False) for o in objects},
    }


def _noun_before(modifier: Token, sentence: Sentence) -> Token | None:
    """The noun that a participle follows, adverbs between."""
    for token in reversed(sentence.tokens[: modifier.index]):
        if token.pos in ("NOUN", "PROPN", "NUM"):
            return token
        if token.pos not in _BETWEEN:
            return None
    return None


def _is_bare_participle(verb: Token, sentence: Sentence, words: Vocabulary) -> bool:
    return words.is_participle(verb) and not sentence.children(verb, "aux", "cop")


def _objects_taken_for_subjects(modifier: Token, verb: Token, sentence: Sentence) -> Iterator[Token]:
    """ "helicopters carrying [supplies] were shot down": a noun between the two verbs."""
    for child in sentence.children(verb, "nsubj"):
        if modifier.index < child.index < verb.index:
            yield child


def _lacks_subject(verb: Token, sentence: Sentence, *, taken: int) -> bool:
    """Whether a finite verb has no subject of its own and nothing joins it to the verb before."""
    finite = any(c.index < verb.index for c in sentence.children(verb, "aux")) or verb.dep == "dep"
    joined = sentence.children(verb, "cc", "mark")
    return finite and not joined and len(sentence.children(verb, "nsubj")) == taken
