"""Reconciling is light to import: heavy libraries come with the method that needs them."""

from __future__ import annotations

import subprocess
import sys


def test_importing_loads_no_heavy_library():
    program = "import sys, tallybook.reconcile; print(*sorted({'numpy', 'scipy', 'spacy', 'yaml'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout == "\n"
