"""The report in Debian's chromium, on books made large from the examples: how heavy, how soon ready, how quick.

Budgets: bundle 200 kB, page of a thousand claims 1 MB and ready in 500 ms, from choosing a claim to its evidence on
screen 50 ms at a thousand claims and 100 ms at twenty thousand.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from benchmarks.scoring import Figures
from benchmarks.timing import took
from tallybook.model import Document, Evidence, Picture, Series
from tallybook.pipeline import Extracted, extract_claims, gather, read_pages, reconcile_claims
from tallybook.report import render_report
from tallybook.settings import Settings

ROOT = Path(__file__).parent.parent
STATIC = ROOT / "src" / "tallybook" / "report" / "static"
CHROMIUM = Path("/usr/bin/chromium")
BUDGETS = {"bundle_kb": 200, "page_kb_1000": 1000, "ready_ms_1000": 500, "choose_ms_1000": 50, "choose_ms_20000": 100}
TRIES = 5
CHOOSE = """async () => {
    const before = performance.now();
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - before;
}"""
READY = "performance.getEntriesByName('ready')[0].startTime"


def measure_report_ui(shared: Path) -> Figures:
    """`report_ui.*`, kilobytes and milliseconds, and the share of the budgets that are kept; empty without chromium."""
    if not CHROMIUM.exists():
        return {}
    book = examples()
    claims = len(book[0].claims)
    figures = {"bundle_kb": sum((STATIC / name).stat().st_size for name in ("app.js", "app.css")) / 1000}
    for size in (1000, 20_000):
        html = render_report(*(repeated(*book, times=round(size / claims), crowd=size > 2000)))
        figures |= _timed(html, size)
        figures[f"page_kb_{size}"] = len(html.encode()) / 1000
    kept = sum(figures[name] <= budget for name, budget in BUDGETS.items()) / len(BUDGETS)
    return {f"report_ui.{name}": value for name, value in {**figures, "budgets_kept": kept}.items()}


def examples() -> tuple[Evidence, Picture]:
    """The pages of examples/, read and reconciled."""
    documents = tuple(page for page in read_pages([ROOT / "examples"]) if isinstance(page, Document))
    evidence = gather(Extracted(document, extract_claims(document)) for document in documents)
    return evidence, reconcile_claims(evidence, settings=Settings(compare=True))


def repeated(evidence: Evidence, picture: Picture, *, times: int, crowd: bool) -> tuple[Evidence, Picture]:
    """The same book again and again under other names; with `crowd` all its series of persons are made one, so that
    its chart has thousands of marks."""
    copies = [(_renamed(evidence, n), _renamed_picture(picture, n)) for n in range(times)]
    series = tuple(one for _, p in copies for one in p.series)
    joined = (_joined(series), *(s for s in series if s.unit != "person")) if crowd else series
    return (
        Evidence(
            documents=tuple(d for e, _ in copies for d in e.documents),
            claims=tuple(c for e, _ in copies for c in e.claims),
        ),
        replace(
            picture,
            series=joined,
            statements=tuple(s for _, p in copies for s in p.statements),
            estimates=tuple(s for _, p in copies for s in p.estimates),
            findings=tuple(s for _, p in copies for s in p.findings),
            forecasts=(),
            borrowed=(),
            links=(),
        ),
    )


def _joined(series: tuple[Series, ...]) -> Series:
    persons = [one for one in series if one.unit == "person"]
    return replace(persons[0], id="crowd", claims=tuple(claim for one in persons for claim in one.claims))


def _renamed(evidence: Evidence, n: int) -> Evidence:
    return Evidence(
        documents=tuple(replace(d, id=f"{n}-{d.id}") for d in evidence.documents),
        claims=tuple(replace(c, id=f"{n}-{c.id}", document_id=f"{n}-{c.document_id}") for c in evidence.claims),
    )


def _renamed_picture(picture: Picture, n: int) -> Picture:
    def ids(claims: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(f"{n}-{claim}" for claim in claims)

    return replace(
        picture,
        series=tuple(replace(s, id=f"{n}-{s.id}", claims=ids(s.claims)) for s in picture.series),
        statements=tuple(replace(s, id=f"{n}-{s.id}", claims=ids(s.claims)) for s in picture.statements),
        estimates=tuple(
            replace(e, series=f"{n}-{e.series}", claims=ids(e.claims), left_out=(), pivot=None)
            for e in picture.estimates
        ),
        findings=tuple(replace(f, id=f"{n}-{f.id}", claims=ids(f.claims), denials=()) for f in picture.findings),
    )


def _timed(html: str, size: int) -> Figures:
    """Medians of a few tries: until the page is ready, and from a key to the frame after it.

    As if alone on the machine: what others take of it is told before and behind each.
    """
    from playwright.sync_api import sync_playwright

    with _file(html) as path, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        ready, chosen = [], []
        for _ in range(3):
            page = browser.new_page(viewport={"width": 1280, "height": 900}, bypass_csp=True)
            with took() as loaded:
                page.goto(path.as_uri() + "#numbers")
                page.wait_for_selector("html[data-ready]", timeout=120_000)
            ready.append(page.evaluate(READY) * loaded.alone / loaded.clock)
            page.wait_for_timeout(500)
            with took() as tried:
                times = [page.evaluate(CHOOSE) for _ in range(TRIES)]
            chosen.append(statistics.median(times) * tried.alone / tried.clock)
            page.close()
        browser.close()
    return {f"ready_ms_{size}": statistics.median(ready), f"choose_ms_{size}": statistics.median(chosen)}


@contextmanager
def _file(html: str) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.html"
        path.write_text(html, encoding="utf-8")
        yield path
