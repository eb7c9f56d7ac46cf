"""Let a lemmatizer loaded from disk go on learning.

spaCy 3.8 stores a trainable lemmatizer's rules but not which of its outputs each rule is, so that a loaded one takes
every lemma for its first rule while it trains. `spacy train --code training/lemma_rules.py` with

    [initialize.after_init]
    @callbacks = "training.number_lemma_rules.v1"

counts them again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import spacy
from spacy.language import Language


@spacy.registry.callbacks("training.number_lemma_rules.v1")
def number_lemma_rules() -> Callable[[Language], Language]:
    """A callback that numbers the rules of a pipeline's lemmatizer as its outputs are numbered."""

    def number(nlp: Language) -> Language:
        lemmatizer: Any = nlp.get_pipe("trainable_lemmatizer")
        lemmatizer.tree2label = {rule: output for output, rule in enumerate(lemmatizer.cfg["labels"])}
        return nlp

    return number
