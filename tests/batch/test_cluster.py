"""Scans on a Ray cluster give what one process gives, also when a node is killed under them."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from ray.cluster_utils import Cluster
from tests.batch.conftest import contents, reached

from tallybook.batch import Manifest, Scan, open_scan, run_here, run_on_cluster
from tallybook.settings import Settings

SETTINGS = Settings(pipeline="odd")
pytestmark = pytest.mark.torture


@pytest.fixture
def cluster(odd: dict[str, str], pages: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cluster]:
    """A head that does no work, and two nodes that do."""
    monkeypatch.setenv("PYTHONPATH", odd["PYTHONPATH"])
    monkeypatch.syspath_prepend(odd["PYTHONPATH"].split(os.pathsep)[0])
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    monkeypatch.chdir(pages.parent)
    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 0, "include_dashboard": False})
    made.add_node(num_cpus=1)
    made.add_node(num_cpus=1)
    yield made
    made.shutdown()


def done(scan: Scan, address: str | None) -> Manifest:
    tasks = scan.tasks()
    list(scan.follow(run_here(tasks, workers=1) if address is None else run_on_cluster(tasks, address=address)))
    return scan.finish()


def parent(process: int) -> int:
    """The process that started a process: for one that does a task, its node's."""
    return int(Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])


def test_a_killed_node_changes_nothing(waiting: Path, cluster: Cluster, tmp_path: Path) -> None:
    def kill() -> None:
        raylet = parent(reached(waiting))
        (node,) = (node for node in cluster.worker_nodes if node.all_processes["raylet"][0].process.pid == raylet)
        cluster.remove_node(node, allow_graceful=False)

    killer = threading.Thread(target=kill, daemon=True)
    killer.start()
    with open_scan([Path("pages")], tmp_path / "out", settings=SETTINGS) as scan:
        manifest = done(scan, cluster.address)
    killer.join()
    with open_scan([Path("pages")], tmp_path / "clean", settings=SETTINGS) as scan:
        clean = done(scan, None)
    assert manifest.counts == clean.counts
    assert manifest.counts.refused == 0
    assert contents(tmp_path / "out") == contents(tmp_path / "clean")


def test_a_page_that_kills_its_worker_costs_itself_alone(cluster: Cluster, pages: Path, tmp_path: Path) -> None:
    text = (pages / "1.txt").read_text(encoding="utf-8")
    (pages / "1-Exitville.txt").write_text(text.replace("Lublin", "Exitville"), encoding="utf-8")
    with open_scan([Path("pages")], tmp_path / "out", settings=SETTINGS) as scan:
        manifest = done(scan, cluster.address)
    assert (manifest.counts.documents, manifest.counts.refused, manifest.open_shards) == (6, 1, ())
