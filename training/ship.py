"""Copy a trained pipeline to where it ships: without the places of the machine that trained it, with its licence.

python -m training.ship build/big/model-best src/tallybook/packs/en/big
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

from spacy.util import load_config

LICENCE = "CC BY-SA 4.0"
SOURCES = (
    "Trained on UD English-EWT, the free part of UD English-GUM, half of UD English-PUD and claim sentences of our own"
)


def ship(trained: Path, pack: Path) -> None:
    """Write `pack` anew as a copy of `trained`."""
    shutil.rmtree(pack, ignore_errors=True)
    shutil.copytree(trained, pack)
    config = load_config(pack / "config.cfg", interpolate=False)
    config["paths"] = dict.fromkeys(config["paths"])
    for callback in ("before_init", "after_init"):
        config["initialize"][callback] = None
    config.to_disk(pack / "config.cfg")
    told = json.loads((pack / "meta.json").read_text(encoding="utf-8"))
    told |= {"license": LICENCE, "description": SOURCES}
    (pack / "meta.json").write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> None:
    """Ship one pack."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trained", type=Path, help="folder of a trained pipeline")
    parser.add_argument("pack", type=Path, help="folder to write; what stands there is removed")
    args = parser.parse_args()
    ship(args.trained, args.pack)


if __name__ == "__main__":
    main()
