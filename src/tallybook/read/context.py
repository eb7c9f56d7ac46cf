"""What the elements around a text say of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from tallybook.model import BlockKind
from tallybook.read.elements import ASIDE, KINDS, ONCE, OPENING, STRONGER, UNSEEN, Marks


@dataclass(slots=True)
class Context:
    """What the open elements say of the text inside them; `path` and `place` tell kinds of containers apart."""

    tag: str = "html"
    kind: BlockKind | None = None
    why: str = ""
    aside: str | None = None
    off: str | None = None
    path: int = 0
    place: int = 0
    unseen: bool = False
    inner: dict[tuple[str, str], Context] = field(default_factory=dict)


def context_of(name: str, marks: Marks, outer: Context, *, block: bool) -> Context:
    """What an element adds to what the elements around it say."""
    inner = Context(
        tag=name if block and name not in ("div", "section") else outer.tag,
        kind=outer.kind,
        why=outer.why,
        aside=outer.aside or (f"<{name}>" if name in ASIDE else marks.aside),
        off=outer.off or (None if name in OPENING else marks.off),
        path=hash((outer.path, name, marks.names)) if block else outer.path,
        place=outer.path if block else outer.place,
        unseen=outer.unseen or ((marks.unseen or name in UNSEEN) and name not in ONCE),
    )
    kind = KINDS.get(name)
    if name in OPENING:
        inner.kind, inner.why = None, ""
    elif marks.kind is not None:
        inner.kind, inner.why = marks.kind, "marked so by class or property"
    elif kind is not None and not (kind is BlockKind.BODY and outer.kind in STRONGER):
        inner.kind, inner.why = kind, f"<{name}>"
    return inner
