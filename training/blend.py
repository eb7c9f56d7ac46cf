"""The mean of the weights of pipelines that come from one another, which attaches better than either.

    python -m training.blend build/big-hyphens build/big/model-best --share 0.5 --out build/big-blend

Wortsman and others, "Robust fine-tuning of zero-shot models" (https://arxiv.org/abs/2109.01903).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import spacy
from spacy.language import Language


def blend(first: Language, second: Language, *, share: float) -> Language:
    """`first`, each weight moved towards that of `second` by a share; both have the same layers and labels.

    Raises `ValueError` where they have not.
    """
    for name in first.pipe_names:
        layers = [list(nlp.get_pipe(name).model.walk()) for nlp in (first, second)]
        for one, other in zip(*layers, strict=True):
            for param in one.param_names:
                if one.has_param(param):
                    mean = (1 - share) * one.get_param(param) + share * other.get_param(param)
                    one.set_param(param, mean)
    return first


def main() -> None:
    """Blend two pipelines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", type=Path, help="folder of the pipeline that was trained on")
    parser.add_argument("second", type=Path, help="folder of what came of it")
    parser.add_argument("--share", type=float, default=0.5, help="how much of the second: 0 to 1")
    parser.add_argument("--out", required=True, type=Path, help="folder to write")
    args = parser.parse_args()
    blend(spacy.load(args.first), spacy.load(args.second), share=args.share).to_disk(args.out)


if __name__ == "__main__":
    main()
