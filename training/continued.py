"""Let a pipeline loaded from disk go on learning.

    python -m spacy train training/big-2.cfg --code training/continued.py …

spaCy 3.8 stores a trainable lemmatizer's rules but not which of its outputs each rule is, so that a loaded one takes
every lemma for its first rule while it trains: they are numbered again. Matrices are multiplied by NumPy, as tallybook
does, which halves the time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import spacy
from spacy.language import Language

from tallybook.parse.matrices import use_matmul


@spacy.registry.callbacks("training.continue.v1")
def continue_training() -> Callable[[Language], Language]:
    """A callback for `[initialize.after_init]` that readies a pipeline whose parts come from disk."""

    def ready(nlp: Language) -> Language:
        number_lemma_rules(nlp)
        use_matmul(nlp)
        return nlp

    return ready


def number_lemma_rules(nlp: Language) -> None:
    """Number the rules of a pipeline's lemmatizer as its outputs are numbered."""
    lemmatizer: Any = nlp.get_pipe("trainable_lemmatizer")
    lemmatizer.tree2label = {rule: output for output, rule in enumerate(lemmatizer.cfg["labels"])}
