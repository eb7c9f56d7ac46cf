"""What joining the sketches of a day of the world's news takes: seconds of one processor, and memory.

    python -m benchmarks.copies_at_scale FOLDER

joins the sketches that were written to FOLDER, in a process of its own so that its memory is the join's, and prints
the figures as JSON.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from benchmarks.synthetic_sketches import Made, synthetic_sketches
from tallybook.copies import Lists, Sketches, join_sketches

COUNT = 500_000
ARRAYS = ("day", "words", "site", "below")
LISTS = ("shingles", "numbers")
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def measure_copies_at_scale(shared: Path) -> dict[str, float]:
    """Seconds and gigabytes for 500,000 sketches, and the share of made copies that are joined to their original."""
    with tempfile.TemporaryDirectory() as folder:
        _write(synthetic_sketches(COUNT), Path(folder))
        command = [sys.executable, "-m", "benchmarks.copies_at_scale", folder]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **ONE_THREAD})
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def join(folder: Path) -> dict[str, float]:
    """The figures for the sketches in a folder."""
    sketches = _read(folder)
    start = time.process_time()
    joined = join_sketches(sketches)
    seconds = time.process_time() - start
    gigabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    originals = np.load(folder / "originals.npy")
    copies = np.flatnonzero(originals != np.arange(len(originals)))
    found = np.zeros(len(originals), np.bool_)
    right = originals[joined.copy] == originals[joined.original]
    found[joined.copy[right]] = True
    return {
        "speed.copies_join_500000_sketches_s": seconds,
        "memory.copies_join_500000_sketches_gb": gigabytes,
        "copies.join.recall": float(found[copies].mean()),
        "copies.join.pairs_per_copy": len(joined.copy) / len(copies),
        "copies.join.false": float((~right).sum()),
    }


def _write(made: Made, folder: Path) -> None:
    for name in ARRAYS:
        np.save(folder / name, getattr(made.sketches, name))
    for name in LISTS:
        lists = getattr(made.sketches, name)
        np.save(folder / f"{name}.offsets", lists.offsets)
        np.save(folder / f"{name}.values", lists.values)
    np.save(folder / "documents", np.array(made.sketches.documents))
    np.save(folder / "originals", made.originals)


def _read(folder: Path) -> Sketches:
    day, words, site, below = (np.load(folder / f"{name}.npy") for name in ARRAYS)
    shingles, numbers = (
        Lists(np.load(folder / f"{name}.offsets.npy"), np.load(folder / f"{name}.values.npy")) for name in LISTS
    )
    return Sketches(
        documents=np.load(folder / "documents.npy").tolist(),
        day=day,
        words=words,
        site=site,
        below=below,
        shingles=shingles,
        numbers=numbers,
    )


if __name__ == "__main__":
    print(json.dumps(join(Path(sys.argv[1]))))
