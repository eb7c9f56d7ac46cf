"""The elements that are open at a place of a page, as the tree construction of the HTML standard (13.2.6) opens them.

Of its rules those are kept that decide in which container a text stands: a paragraph is closed by the next block, an
item by the next item, a cell by the next cell, and an end tag without its start tag is none.
"""

from __future__ import annotations

from collections.abc import Container

from tallybook.read.context import Context, context_of
from tallybook.read.elements import BLOCKS, ONCE, PLAIN, Marks, marks_of

_DEEPEST = 512
"""Elements deeper than this open no context of their own; browsers stop nesting there too."""
_LISTED = {"li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd")}
_LISTS = BLOCKS - {"div", "p", "address", "li", "dt", "dd"}
_CELLS = frozenset(("td", "th"))
_PARTS = frozenset(("tr", "thead", "tbody", "tfoot", "td", "th", "caption"))
_GROUPS = frozenset(("thead", "tbody", "tfoot", "caption"))
_SCOPES = frozenset(("td", "th", "caption", "table"))
_TABLE = frozenset(("table",))
_ROWS = frozenset(("tr", "table"))
_CLOSES_NO_PARAGRAPH = frozenset(("html", "body", "tr", "thead", "tbody", "tfoot", "caption", "legend"))


class Nesting:
    """The open elements; `context` is what they say, `box` the number of the innermost container.

    Of each container `around` has the one it stands in, `elements` its element; they are numbered as they open.
    """

    def __init__(self) -> None:
        self.context = Context()
        self.box = 0
        self.around = [0]
        self.elements = ["html"]
        self._stack: list[tuple[str, Context, int]] = []
        self._open: dict[str, int] = {}
        self._marks: dict[str, Marks] = {"": PLAIN}

    def open_block(self, name: str, attributes: str) -> None:
        """Opens a container, and closes what its start tag closes."""
        if name in ONCE and self._open.get(name):
            return
        if self._open.get("p") and name not in _CLOSES_NO_PARAGRAPH:
            self._pop_within(("p",), _SCOPES)
        if name in _LISTED and any(map(self._open.get, _LISTED[name])):
            self._pop_within(_LISTED[name], _LISTS)
        elif name in _PARTS:
            self._close_rows(name)
        if len(self._stack) < _DEEPEST:
            self._push(name, attributes, block=True)
            self.around.append(self.box)
            self.elements.append(name)
            self.box = len(self.around) - 1

    def open_cell(self, name: str, attributes: str) -> None:
        """Opens a cell of a table."""
        self._close_rows(name)
        self.open_inline(name, attributes)

    def open_inline(self, name: str, attributes: str) -> None:
        """Opens an element within a line."""
        if len(self._stack) < _DEEPEST:
            self._push(name, attributes, block=False)

    def holds(self, name: str) -> bool:
        """Whether an element of this name is open."""
        return bool(self._open.get(name))

    def marks_of(self, attributes: str) -> Marks:
        """The marks in the attributes of a tag; those of equal tags are read once."""
        marks = self._marks.get(attributes)
        if marks is None:
            marks = self._marks[attributes] = marks_of(attributes)
        return marks

    def close(self, name: str) -> None:
        """Closes an element with those inside it, where it is open."""
        if self._stack and self._stack[-1][0] == name:
            self._pop(-1)
        elif self._open.get(name) and name not in ONCE:
            if name in BLOCKS:
                self._pop_within((name,), _TABLE if name in _PARTS else () if name == "table" else _SCOPES)
            else:
                self._pop_within((name,), _TABLE if name in _CELLS else BLOCKS)

    def _push(self, name: str, attributes: str, *, block: bool) -> None:
        outer = self.context
        self._stack.append((name, outer, self.box))
        self._open[name] = self._open.get(name, 0) + 1
        if (outer.aside or outer.off) and "hidden" not in attributes and "none" not in attributes:
            attributes = ""
        inner = outer.inner.get((name, attributes))
        if inner is None:
            inner = outer.inner[name, attributes] = context_of(name, self.marks_of(attributes), outer, block=block)
        self.context = inner

    def _close_rows(self, name: str) -> None:
        if name == "tr":
            self._pop_within(("tr",), _TABLE)
        elif name in _CELLS:
            self._pop_within(_CELLS, _ROWS)
        else:
            self._pop_within(_GROUPS, _TABLE)

    def _pop_within(self, names: Container[str], scope: Container[str]) -> None:
        """Closes the innermost open element of these names, unless the border of its scope comes first."""
        for index in range(len(self._stack) - 1, -1, -1):
            name = self._stack[index][0]
            if name in names:
                self._pop(index)
                return
            if name in scope:
                return

    def _pop(self, index: int) -> None:
        for name, _, _ in self._stack[index:]:
            self._open[name] -= 1
        _, self.context, self.box = self._stack[index]
        del self._stack[index:]
