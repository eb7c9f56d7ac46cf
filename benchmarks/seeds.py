"""The five seed pages: claims and findings against their gold."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.scoring import Figures, score_claims, score_findings, write_claims
from tallybook.model import Document
from tallybook.pipeline import Extracted, extract_claims, gather, read_pages, reconcile_claims
from tallybook.settings import Settings
from tallybook.view import finding_json, json_line


def measure_seeds(shared: Path) -> Figures:
    """Figures named `seeds.*`; empty where the data is not there."""
    gold = shared / "gold"
    if not (gold / "score.py").is_file():
        return {}
    documents = [page for page in read_pages([shared / "seeds"]) if isinstance(page, Document)]
    with tempfile.TemporaryDirectory() as folder:
        claims, findings = Path(folder) / "claims.jsonl", Path(folder) / "findings.jsonl"
        write_claims(documents, claims, Settings())
        figures, _ = score_claims(gold / "score.py", gold / "seeds.jsonl", claims)
        picture = reconcile_claims(gather(Extracted(d, extract_claims(d)) for d in documents))
        lines = (json_line(finding_json(finding)) + "\n" for finding in picture.findings)
        findings.write_text("".join(lines), encoding="utf-8")
        found, _ = score_findings(
            gold / "score_findings.py", gold / "seeds.jsonl", claims, gold / "seeds-findings.jsonl", findings
        )
    return {f"seeds.{name}": value for name, value in {**figures, **found}.items()}
