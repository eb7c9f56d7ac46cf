"""Mark-up as the text that it shows, a paragraph a line."""

from __future__ import annotations


def shown_text(markup: str) -> str:
    """The visible text of HTML or of a piece of it, nothing taken for furniture.

    >>> shown_text("<p>Four &amp; <b>two</b></p><p>hurt<br>badly</p>").split()
    ['Four', '&', 'two', 'hurt', 'badly']
    """
    from resiliparse.extract.html2text import extract_plain_text  # only where mark-up has to be made plain

    return str(extract_plain_text(markup, main_content=False, alt_texts=False, links=False, list_bullets=False)).strip()
