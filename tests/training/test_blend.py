"""The mean of two pipelines' weights."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language
from training.blend import blend

PACK = Path(str(files("tallybook"))) / "packs" / "en" / "base"


def _weights(nlp: Language) -> Iterator[np.ndarray]:
    for name in nlp.pipe_names:
        for layer in nlp.get_pipe(name).model.walk():
            yield from (layer.get_param(param).copy() for param in layer.param_names if layer.has_param(param))


@pytest.mark.parametrize(("share", "factor"), [(0.0, 1.0), (0.5, 1.5), (1.0, 2.0)])
def test_every_weight_moves_by_the_share(share: float, factor: float) -> None:
    first, second = spacy.load(PACK), spacy.load(PACK)
    before = list(_weights(first))
    for name in second.pipe_names:
        for layer in second.get_pipe(name).model.walk():
            for param in layer.param_names:
                if layer.has_param(param):
                    layer.set_param(param, 2 * layer.get_param(param))
    for old, new in zip(before, _weights(blend(first, second, share=share)), strict=True):
        assert np.allclose(new, factor * old)
