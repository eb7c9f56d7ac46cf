"""Every link inside the repository leads somewhere, and no document names a machine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "src/tallybook/packs/README.md")
)
_LINK = re.compile(r"!?\[[^\]]*\]\(<?([^)>\s]+)>?\)")


def _links(page: str) -> Iterator[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    yield from _LINK.findall(re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL))


def _anchors(path: Path) -> set[str]:
    """The fragments of a page's headings, as GitHub and MyST make them."""
    prose = re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#+ (.+)$", prose, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES)
def test_links_resolve(page: str) -> None:
    broken = []
    for link in _links(page):
        if re.match(r"[a-z]+:", link):
            continue
        target, _, fragment = unquote(link).partition("#")
        path = (ROOT / page).parent / target if target else ROOT / page
        if not path.exists() or (fragment and fragment not in _anchors(path)):
            broken.append(link)
    assert not broken


@pytest.mark.parametrize("page", PAGES)
def test_links_stay_inside_the_repository(page: str) -> None:
    for link in _links(page):
        if not re.match(r"[a-z]+:", link):
            assert ((ROOT / page).parent / unquote(link).partition("#")[0]).resolve().is_relative_to(ROOT)


def test_every_document_can_be_reached_from_the_readme() -> None:
    seen: set[Path] = set()
    ahead = [ROOT / "README.md"]
    while ahead:
        page = ahead.pop().resolve()
        if page in seen or page.suffix != ".md" or not page.exists():
            continue
        seen.add(page)
        ahead += [
            page.parent / link.partition("#")[0]
            for link in _links(page.relative_to(ROOT).as_posix())
            if not re.match(r"[a-z]+:|#", link)
        ]
    assert {path.resolve() for path in (ROOT / "docs").rglob("*.md")} <= seen


@pytest.mark.parametrize("page", PAGES)
def test_no_document_names_a_machine(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert not re.search(r"(?<![\w.])/(?:work|home|root|tmp|Users)/", text)
