"""The words of languages that the recipe needs, kept as data in words.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


def read_words() -> dict[str, Any]:
    """words.yaml as it stands; each part of the recipe picks its section."""
    words: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text(encoding="utf-8"))
    return words
