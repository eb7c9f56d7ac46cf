"""Copy a trained pipeline to where it ships: without the places of the machine that made it, with licence and scores.

python -m training.ship build/big/model-best src/tallybook/packs/en/big --dev build/dev.spacy
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import Any

import spacy
from spacy.training import Corpus
from spacy.util import load_config

LICENCE = "CC BY-SA 4.0"
SOURCES = (
    "Trained on UD English-EWT, the free part of UD English-GUM, half of UD English-PUD and claim sentences of our own"
)


def ship(trained: Path, pack: Path, *, dev: Path | None = None) -> None:
    """Write `pack` anew as a copy of `trained`; its scores on `dev` are told where that is given."""
    shutil.rmtree(pack, ignore_errors=True)
    shutil.copytree(trained, pack)
    config = load_config(pack / "config.cfg", interpolate=False)
    config["paths"] = dict.fromkeys(config["paths"])
    for callback in ("before_init", "after_init"):
        config["initialize"][callback] = None
    config.to_disk(pack / "config.cfg")
    told = json.loads((pack / "meta.json").read_text(encoding="utf-8"))
    told |= {"license": LICENCE, "description": SOURCES}
    if dev:
        told["performance"] = _scores(pack, dev)
    (pack / "meta.json").write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _scores(pack: Path, dev: Path) -> dict[str, Any]:
    """What spaCy's scorer says, the speed left out since it is the machine's."""
    nlp = spacy.load(pack)
    return {name: score for name, score in nlp.evaluate(list(Corpus(dev)(nlp))).items() if name != "speed"}


def main() -> None:
    """Ship one pack."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trained", type=Path, help="folder of a trained pipeline")
    parser.add_argument("pack", type=Path, help="folder to write; what stands there is removed")
    parser.add_argument("--dev", type=Path, help="the .spacy file of the development parts, to be scored on")
    args = parser.parse_args()
    ship(args.trained, args.pack, dev=args.dev)


if __name__ == "__main__":
    main()
