"""The committed script is that of the sources, and stays small. Needs node to build anew; else says so and skips."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
UI = ROOT / "ui"
STATIC = ROOT / "src" / "tallybook" / "report" / "static"
BUILT = ("app.js", "app.css", "desk.js", "desk.css", "app.licenses.txt", "outline.json")


def test_the_committed_bundle_is_that_of_the_sources(tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed: the bundle cannot be built anew")
    if not (UI / "node_modules").is_dir():
        pytest.skip("ui/node_modules is missing: run `make ui`")
    subprocess.run([node, "build.mjs", str(tmp_path)], cwd=UI, check=True, timeout=120)
    for name in BUILT:
        assert (tmp_path / name).read_bytes() == (STATIC / name).read_bytes(), f"{name} is old: run `make ui`"


SCRIPTS = pytest.mark.parametrize("name", ["app", "desk"])


@SCRIPTS
def test_the_bundle_is_small(name: str) -> None:
    assert len((STATIC / f"{name}.js").read_bytes()) + len((STATIC / f"{name}.css").read_bytes()) <= 200_000


@SCRIPTS
def test_the_bundle_cannot_end_its_element(name: str) -> None:
    script = (STATIC / f"{name}.js").read_text(encoding="utf-8").lower()
    assert "</script" not in script
    assert "<!--" not in script


@SCRIPTS
def test_the_bundle_evaluates_nothing(name: str) -> None:
    script = (STATIC / f"{name}.js").read_text(encoding="utf-8")
    assert not re.search(r"\beval\(|new Function\(", script)


def test_versions_are_exact_and_no_address_of_a_registry_is_locked() -> None:
    package = json.loads((UI / "package.json").read_text(encoding="utf-8"))
    for name, version in {**package["dependencies"], **package["devDependencies"]}.items():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version), name
    assert '"resolved"' not in (UI / "package-lock.json").read_text(encoding="utf-8")


def test_a_file_of_the_sources_is_one_idea() -> None:
    for path in (UI / "src").rglob("*.ts*"):
        assert len(path.read_text(encoding="utf-8").splitlines()) < 250, path.name
