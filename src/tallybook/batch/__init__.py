"""Scans: many pages → Parquet, in shards, by workers or a cluster, stopped and resumed at any point; and into a book.

Nothing here knows a rule of the domain: pages are read and worked through by `pipeline`.
"""

from tallybook.batch.bring import Brought, bring_into
from tallybook.batch.cluster import run_on_cluster
from tallybook.batch.extras import require
from tallybook.batch.manifest import Counts, Manifest, Shard, load_manifest
from tallybook.batch.scan import Scan, Told, open_scan
from tallybook.batch.workers import run_here

__all__ = [
    "Brought",
    "Counts",
    "Manifest",
    "Scan",
    "Shard",
    "Told",
    "bring_into",
    "load_manifest",
    "open_scan",
    "require",
    "run_here",
    "run_on_cluster",
]
