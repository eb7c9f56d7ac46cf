"""Measurements of tallybook on data that is not part of it; figures only.

One thread, so that figures do not hang on the number of cores: set here, before a numerical library is loaded.
"""

import os

for _library in ("OMP", "OPENBLAS", "MKL"):
    os.environ.setdefault(f"{_library}_NUM_THREADS", "1")
