"""Measure reconciliation apart from extraction: gold claims in, findings out.

    gold_claims.py GOLD_CLAIMS [--pages FOLDER] [--findings GOLD_FINDINGS] [--scorer SCRIPT] [--out FOLDER] [--details]

Gold rows (one JSON claim a line) become the model's Claims, the pages they were read from its Documents. Denials have
no gold rows: each gold finding of kind "denial" stands for one denial in the document of its claims. Writes
`claims.jsonl` and `findings.jsonl` into the output folder, and runs the scorer over them where one is given.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from tallybook.model import (
    Attribution,
    Claim,
    ClaimKind,
    Denial,
    DenialKind,
    Document,
    Evidence,
    Finding,
    Hedge,
    Modality,
    Period,
    Picture,
    Product,
    Quantity,
    Span,
)
from tallybook.read import read_page
from tallybook.reconcile import reconcile_claims
from tallybook.registry import load_registry
from tallybook.settings import Settings

Row = Mapping[str, Any]


def main() -> int:
    """Command line of the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--findings", type=Path)
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--details", action="store_true")
    args = parser.parse_args()
    rows = read_rows(args.gold)
    evidence = evidence_of(rows, read_rows(args.findings) if args.findings else [], args.pages)
    registry = load_registry()
    started = time.perf_counter()
    picture = reconcile_claims(evidence, policy="range", registry=registry)
    elapsed = 1000 * (time.perf_counter() - started)
    out = args.out or Path(tempfile.mkdtemp(prefix="gold-claims-"))
    out.mkdir(parents=True, exist_ok=True)
    write_rows(out / "claims.jsonl", (claim_row(row) for row in rows))
    write_rows(out / "findings.jsonl", (finding_row(finding) for finding in picture.findings))
    if args.details:
        show(picture, evidence)
    print(f"series {len(picture.series)} statements {len(picture.statements)} claims {len(rows)} in {elapsed:.0f} ms")
    return score(args, out) if args.scorer and args.findings else 0


def score(args: argparse.Namespace, out: Path) -> int:
    """Run the findings scorer over what was written."""
    found = [str(out / "claims.jsonl"), str(args.findings), str(out / "findings.jsonl")]
    flags = ["--details"] if args.details else []
    return subprocess.run([sys.executable, str(args.scorer), str(args.gold), *found, *flags], check=False).returncode


def read_rows(path: Path) -> list[Row]:
    """One JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    """One JSON object a line."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def evidence_of(rows: Iterable[Row], findings: Iterable[Row], pages: Path | None) -> Evidence:
    """Gold rows as the model's evidence."""
    claims = tuple(claim_of(row) for row in rows)
    documents = tuple(document_of(name, pages) for name in dict.fromkeys(claim.document_id for claim in claims))
    return Evidence(documents=documents, claims=claims, denials=tuple(denials_of(findings, claims)))


def claim_of(row: Row) -> Claim:
    """A gold row as a claim. Its spans are those of the number expression, as gold marks no others."""
    span = Span(row["start"], row["end"])
    product = "total_low" in row or "total_high" in row
    return Claim(
        id=row["id"],
        document_id=row["doc"],
        span=span,
        core=span,
        sentence=span,
        quantity=Quantity(
            low=row["low"], high=row["high"], hedge=Hedge(row["hedge"]), unit=row["unit"], per=row.get("per")
        ),
        event=row["event"],
        kind=ClaimKind(row["kind"]),
        modality=Modality(row["modality"]),
        attribution=Attribution(origin=row.get("origin"), relays=tuple(row.get("relays") or ())),
        group=row.get("group"),
        time=Period(*map(dt.date.fromisoformat, row["time"])) if row.get("time") else None,
        place=row.get("place"),
        part_of=row.get("part_of"),
        each_of=row.get("each_of"),
        total=Product(low=row.get("total_low"), high=row.get("total_high")) if product else None,
    )


def document_of(name: str, pages: Path | None) -> Document:
    """The page as the program reads it, under the gold's name; an empty one where there is no page."""
    path = next(pages.glob(f"{name}.*"), None) if pages else None
    if path is None:
        return Document(id=name, text="", content_hash=hashlib.sha256(b"").hexdigest(), blocks=())
    return replace(read_page(path.read_bytes(), path=str(path), settings=Settings()), id=name)


def denials_of(findings: Iterable[Row], claims: Iterable[Claim]) -> Iterator[Denial]:
    """One denial for each gold finding of that kind. Gold says neither who denies nor what."""
    homes = {claim.id: claim for claim in claims}
    for row in findings:
        if row["kind"] == "denial":
            claim = homes[row["claims"][0]]
            span = Span(claim.span.end, claim.span.end)
            yield Denial(
                id=f"denial {row['id']}", document_id=claim.document_id, span=span, sentence=span,
                kind=DenialKind.DENIAL, speaker=None,
            )  # fmt: skip


def claim_row(row: Row) -> Row:
    """A claim as the scorer reads it."""
    quantity = {key: row.get(key) for key in ("low", "high", "hedge", "unit", "per")}
    return {"id": row["id"], "document": {"id": row["doc"]}, "span": [row["start"], row["end"]], "quantity": quantity}


def finding_row(finding: Finding) -> Row:
    """A finding as the scorer reads it."""
    return {
        "id": finding.id,
        "kind": finding.kind,
        "claims": finding.claims,
        "text": finding.text,
        "arithmetic": finding.arithmetic,
        "denials": finding.denials,
    }


def show(picture: Picture, evidence: Evidence) -> None:
    """Series with their last estimate, and the findings."""
    for series in picture.series:
        last = [estimate for estimate in picture.estimates if estimate.series == series.id][-1]
        print(f"{series.title} [{series.kind}] {', '.join(series.claims)}: {last.low} to {last.high} at {last.at}")
    for finding in picture.findings:
        print(f"{finding.kind}: {finding.text} | {finding.arithmetic} | {', '.join(finding.claims)}")
    print(f"documents {len(evidence.documents)} denials {len(evidence.denials)}")


if __name__ == "__main__":
    sys.exit(main())
