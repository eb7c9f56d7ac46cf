"""Run the scorers that stand beside the gold data, and read their figures."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tallybook.model import Document
from tallybook.pipeline import extract_claims
from tallybook.settings import Settings
from tallybook.view import claim_json, json_line

Figures = dict[str, float]


def write_claims(documents: Iterable[Document], target: Path, settings: Settings) -> None:
    """The claims of documents as JSON Lines."""
    with target.open("w", encoding="utf-8") as out:
        for document in documents:
            claims = extract_claims(document, settings=settings).claims
            out.writelines(json_line(claim_json(claim, document)) + "\n" for claim in claims)


def score_claims(scorer: Path, gold: Path, found: Path, *extra: str) -> tuple[Figures, str]:
    """Detection F1, every field's share right, and full_f1; with the scorer's whole output."""
    output = _run([sys.executable, str(scorer), str(gold), str(found), *extra])
    figures = {name: float(value) for name, value in re.findall(r"^(full_f1) ([\d.]+)", output, re.MULTILINE)}
    detection = re.search(r"^detection precision ([\d.]+) recall ([\d.]+) f1 ([\d.]+)", output, re.MULTILINE)
    fields = re.search(r"^fields (.*)$", output, re.MULTILINE)
    if detection is None or fields is None:
        raise ValueError(f"the scorer printed no figures:\n{output}")
    figures["detection_f1"] = float(detection[3])
    parts = fields[1].split()
    figures.update({name: float(value) for name, value in zip(parts[::2], parts[1::2], strict=True)})
    return figures, output


def score_findings(scorer: Path, *files: Path) -> tuple[Figures, str]:
    """Required findings found, and false ones."""
    output = _run([sys.executable, str(scorer), *map(str, files)])
    match = re.search(r"required (\d+) found (\d+) optional found (\d+) false (\d+)", output)
    if match is None:
        raise ValueError(f"the scorer printed no figures:\n{output}")
    return {"findings_required_found": float(match[2]), "findings_true": -float(match[4])}, output


def _run(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
