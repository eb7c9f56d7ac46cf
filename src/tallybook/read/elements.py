"""What HTML elements and the usual class names say about the text inside them."""

from __future__ import annotations

import re

from lxml import etree

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
ASIDE = frozenset(("nav", "footer", "aside", "form", "dialog", "menu", "button", "label", "fieldset", "search"))
ROLES = frozenset(
    {
        *("navigation", "banner", "complementary", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar"),
        *("toolbar", "tablist"),
    }
)
HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
LONGEST_BYLINE = 120
_LONGEST_MARKS = 500
_MARKS = (
    (BlockKind.BYLINE, re.compile(r"(?<![a-z])(?:byline|author|dateline|pubdate|timestamp)(?![a-z])", re.IGNORECASE)),
    (
        BlockKind.STANDFIRST,
        re.compile(r"(?<![a-z])(?:standfirst|dek|subtitle|sub-?headline|subheading|lede)(?![a-z])", re.IGNORECASE),
    ),
    (
        BlockKind.CAPTION,
        re.compile(r"(?<![a-z])(?:caption|credit|photo-?credit|image-?credit|copyright)(?![a-z])", re.IGNORECASE),
    ),
)


def marked_kind(element: etree._Element) -> BlockKind | None:
    """The kind that an element's class, property or relation names, in the words most outlets use for it."""
    marks = " ".join(element.get(name, "") for name in ("class", "itemprop", "rel", "data-testid"))
    if not 4 <= len(marks) <= _LONGEST_MARKS:
        return None
    return next((kind for kind, pattern in _MARKS if pattern.search(marks)), None)
