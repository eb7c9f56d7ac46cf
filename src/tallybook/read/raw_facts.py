"""The facts of a page as its mark-up writes them, before they are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tallybook.read.elements import attributes_of

STATING = frozenset(("meta", "link", "time", "script", "title"))
"""Elements that state facts, wherever they stand."""

_LONGEST_CONTENT = 5000
_LONGEST_TIME = 300


@dataclass(slots=True)
class RawFacts:
    """What the elements that state facts say, gathered while a page is walked.

    `metas` are by name, `json` the texts of JSON-LD, `times` the moment and the inner mark-up of each <time>, `window`
    the title of the window.
    """

    metas: dict[str, str] = field(default_factory=dict)
    json: list[str] = field(default_factory=list)
    times: list[tuple[str, str]] = field(default_factory=list)
    window: str | None = None
    canonical: str | None = None
    language: str | None = None

    def root(self, name: str, attributes: str) -> None:
        """Takes in the attributes of <html> or <body>."""
        if name == "html" and self.language is None:
            given = attributes_of(attributes)
            self.language = given.get("lang") or given.get("xml:lang")

    def take(self, name: str, attributes: str, content: str) -> None:
        """Takes in an element that states facts, but <time>."""
        if name == "script":
            if "ld+json" in attributes:
                self.json.append(content)
        elif name == "title":
            self.window = content if self.window is None else self.window
        elif name == "meta":
            self._meta(attributes_of(attributes))
        elif name == "link" and self.canonical is None and "canonical" in attributes.lower():
            given = attributes_of(attributes)
            if given.get("rel", "").lower() == "canonical" and given.get("href", "").startswith("http"):
                self.canonical = given["href"]

    def time(self, attributes: str, source: str, start: int) -> None:
        """Takes in a <time> whose content starts at an offset."""
        inside = source[start : start + _LONGEST_TIME]
        self.times.append((attributes_of(attributes).get("datetime", ""), inside.partition("</time")[0]))

    def _meta(self, given: Mapping[str, str]) -> None:
        name = given.get("property") or given.get("name") or given.get("itemprop")
        content = given.get("content")
        if name and content and content.strip() and len(content) < _LONGEST_CONTENT:
            self.metas.setdefault(name.strip().lower(), " ".join(content.split()))
