"""Whether a verb is passive."""

from __future__ import annotations

from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Sentence, Token


def is_passive(verb: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether what befell the subject is told: "were killed", and the second verb of "were killed or wounded"."""
    if any(c.passive for c in sentence.children(verb, "nsubj", "aux", "csubj")):
        return True
    head = sentence.head(verb)
    gapped = verb.dep == "conj" and words.is_participle(verb) and not sentence.children(verb, "aux", "obj")
    return gapped and head is not None and head.pos == "VERB" and is_passive(head, sentence, words)
