"""What HTML elements and the usual class names say about the text inside them."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import NamedTuple

from tallybook.model import BlockKind

UNSEEN = frozenset(
    {
        *(
            "script",
            "style",
            "template",
            "noscript",
            "head",
            "title",
            "svg",
            "math",
            "object",
            "iframe",
            "audio",
            "video",
        ),
        *("canvas", "select", "option", "datalist", "textarea", "map", "applet", "embed", "noframes", "noembed", "xmp"),
    }
)
BLOCKS = frozenset(
    {
        *("html", "body", "main", "article", "section", "div", "header", "hgroup", "footer", "nav", "aside", "form"),
        *("dialog", "search", "h1", "h2", "h3", "h4", "h5", "h6", "p", "pre", "blockquote", "hr", "center", "address"),
        *("details", "summary", "fieldset", "ul", "ol", "li", "dl", "dt", "dd", "dir", "menu", "figure", "figcaption"),
        *("caption", "legend", "table", "thead", "tbody", "tfoot", "tr"),
    }
)
KINDS = {
    "h1": BlockKind.TITLE,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    **dict.fromkeys(("p", "blockquote", "pre"), BlockKind.BODY),
    **dict.fromkeys(("li", "dd"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("figcaption", "figure", "caption"), BlockKind.CAPTION),
    "address": BlockKind.BYLINE,
}
STRONGER = frozenset({BlockKind.LIST_ITEM, BlockKind.CAPTION, BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.BYLINE})
"""Kinds that a <p> inside does not change."""
OPENING = frozenset(("html", "body", "main", "article"))
"""Elements that make nothing of what their own surroundings say."""
ONCE = frozenset(("html", "body"))
"""Elements that a page has one of, whatever its tags say."""
ASIDE = frozenset(("nav", "footer", "aside", "form", "dialog", "menu", "button", "label", "fieldset", "search"))
WRAPPERS = frozenset(("<form>", "<fieldset>", "<label>"))
"""Those among them that on some sites are put around the whole page."""
ROLES = frozenset(
    {
        *("navigation", "banner", "complementary", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar"),
        *("toolbar", "tablist"),
    }
)
HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
LONGEST_BYLINE = 120
_LONGEST_NAMES = 500
_KIND_NAMES = re.compile(
    r"(?<![a-z])(?:(?P<byline>byline|author|dateline|pubdate|timestamp)"
    r"|(?P<standfirst>standfirst|dek|subtitle|sub-?headline|subheading|lede)"
    r"|(?P<caption>caption|credit|photo-?credit|image-?credit|copyright))(?![a-z])"
)
_KIND_OF = {"byline": BlockKind.BYLINE, "standfirst": BlockKind.STANDFIRST, "caption": BlockKind.CAPTION}
_OFF_NAMES = re.compile(
    r"(?<![a-z])(?:related|recommend|recirc|newsletter|subscri|promo|shar(?:e|ing)|comment|disqus|side-?bar|teaser"
    r"|widget|advert|sponsor|taboola|outbrain|breadcrumb|cookie|consent|pop-?up|modal|overlay|menu|navbar|navigation|nav"
    r"|footer|tags?|topics?|bio|author-?(?:box|info)|most-?(?:read|popular|viewed)|popular|trending|read-?(?:more|next|also)"
    r"|more-?(?:from|on|stories|news|in)|also-?read|pagination|pager|toolbar|rating|poll|login|sign-?up|register|banner"
    r"|masthead|skip|sr-only|visually-?hidden|screen-reader|toplist|ticker|carousel|slider|latest)(?![a-z]{3})"
)
_BODY_NAMES = re.compile(
    r"(?:article|story|entry|post|news|content|text)[-_]{0,2}(?:body|content|text|copy|main)"
    r"|(?:body|main)[-_]{0,2}(?:content|text|copy)"
)
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_LONGEST_ATTRIBUTES = 20_000
_SPEAKING = re.compile(
    r"(?<![^\s\"'/])(class|hidden|style|role|itemprop|rel|id|data-testid)(?![^\s=/\"'])"
    r"(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?",
    re.IGNORECASE,
)
_NESTED = re.compile(r"<|&(?:quot|#34|#39)")


class Marks(NamedTuple):
    """What the attributes of an element say of the text inside it.

    `names` are its classes, `kind` is what they say it is, `aside` the role that takes it out of the article, `off`
    the name that usually does. A tuple, since a page has hundreds.
    """

    names: str = ""
    kind: BlockKind | None = None
    aside: str | None = None
    off: str | None = None
    unseen: bool = False

    @property
    def speak(self) -> bool:
        """Whether the text inside is to be seen otherwise than the text around it."""
        return self.unseen or not (self.kind is self.aside is self.off is None)


PLAIN = Marks()


def attributes_of(attributes: str) -> dict[str, str]:
    """The attributes of a tag by name, the first of a name; character references resolved."""
    found = _ATTRIBUTE.findall(attributes[:_LONGEST_ATTRIBUTES])
    given = {name.lower(): double or single or bare for name, double, single, bare in reversed(found)}
    return {name: html.unescape(value) for name, value in given.items()} if "&" in attributes else given


def marks_of(attributes: str) -> Marks:
    """The marks in the attributes of a tag."""
    get = _speaking(attributes).get
    classes, identity, style, role, schema = get("class", ""), get("id"), get("style"), get("role"), get("itemprop")
    kind, off, body = _said_by(classes)
    if identity:
        _, off_too, body_too = _said_by(identity)
        off, body = off or off_too, body or body_too
    for other in filter(None, (schema, get("rel"), get("data-testid"))):
        kind = kind or _said_by(other)[0]
    return Marks(
        names=classes,
        kind=kind,
        aside=f'role="{role}"' if role in ROLES else None,
        off=None if body or schema == "articleBody" else off,
        unseen=get("hidden") is not None or (style is not None and HIDING.search(style) is not None),
    )


def _speaking(attributes: str) -> dict[str, str]:
    """The attributes that say something of the text; all are read only where mark-up may stand inside a value."""
    if _NESTED.search(attributes):
        return attributes_of(attributes)
    found = _SPEAKING.findall(attributes[:_LONGEST_ATTRIBUTES])
    return {name.lower(): double or single or bare for name, double, single, bare in reversed(found)}


@lru_cache(maxsize=1 << 15)
def _said_by(names: str) -> tuple[BlockKind | None, str | None, bool]:
    """What classes or an id say: the kind of text, that it is beside the article, that it is the article.

    Outlets use the words of their trade, and every page of an outlet has the same names.
    """
    lowered = names[:_LONGEST_NAMES].lower()
    kind, off = _KIND_NAMES.search(lowered), _OFF_NAMES.search(lowered)
    return (
        _KIND_OF[kind.lastgroup] if kind and kind.lastgroup else None,
        off[0] if off else None,
        _BODY_NAMES.search(lowered) is not None,
    )
