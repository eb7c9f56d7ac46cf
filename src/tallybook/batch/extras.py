"""Libraries that only scans need, and what to do where one is missing."""

from __future__ import annotations

from importlib.util import find_spec

from tallybook.errors import TallybookError


def require(library: str, *, extra: str) -> None:
    """Raise TallybookError, with the command that installs it, where an optional library is not installed."""
    if find_spec(library) is None:
        raise TallybookError(
            "an optional library is missing",
            why=f"{library} is not installed",
            hint=f"pip install 'tallybook[{extra}]'",
        )
