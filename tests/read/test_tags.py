"""Tags as the HTML standard finds them, with their places."""

from __future__ import annotations

import pytest

from tallybook.read.tags import tags_of


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("<p>a</p>", ["p", "/p"]),
        ("<P CLASS=x>a</P >", ["p", "/p"]),
        ("a < b and 3 <4 <b>", ["b"]),
        ('<a title="x > y">z</a>', ["a", "/a"]),
        ("<a title='it\"s'>z</a>", ["a", "/a"]),
        ("<img src='a.png''/><p>", ["img", "p"]),
        ('<a href="x>y<p>', ["a", "p"]),
        ("<!-- <p> --><p>", ["", "p"]),
        ("<!--><p>", ["", "p"]),
        ("<!doctype html><?php if (1) ?><p>", ["", "", "p"]),
        ("<script>if (a <b) '<p>'</script><p>", ["script", "p"]),
        ("<SCRIPT>x</Script ><p>", ["script", "p"]),
        ("<svg><title>x</title></svg><p>", ["svg", "p"]),
        ("<svg><p>never closed", ["svg", "p"]),
        ("<script><p>never closed", ["script"]),
        ("<p>cut <a hre", ["p", ""]),
        ("<my-part><p>", ["my-part", "p"]),
    ],
)
def test_tags(source: str, names: list[str]) -> None:
    assert [("/" if closing else "") + name for _, _, name, closing, _, _ in tags_of(source)] == names


def test_places_and_content() -> None:
    source = "x<p class=a>y<script>z</script>"
    assert [(source[start:end], attributes, content) for start, end, _, _, attributes, content in tags_of(source)] == [
        ("<p class=a>", " class=a", None),
        ("<script>z</script>", "", "z"),
    ]
