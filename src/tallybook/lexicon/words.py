"""YAML as data files need it: `no`, `on` and `off` are words, only `true` and `false` are booleans."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import yaml


@cache
def word_safe_loader() -> type[Any]:
    """A safe YAML loader class with the YAML 1.2 notion of booleans."""
    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loader: type[Any] = type("WordSafeLoader", (base,), {})
    resolvers = {
        first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:bool"]
        for first, found in base.yaml_implicit_resolvers.items()
    }
    loader.yaml_implicit_resolvers = resolvers
    loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
    return loader
