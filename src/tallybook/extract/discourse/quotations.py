"""Where a block's quotations are open."""

from __future__ import annotations

from tallybook.model import Sentence


def quotation_start(sentence: Sentence, text: str) -> int | None:
    """Where the quotation opened that a sentence begins inside, None where it begins outside one."""
    return open_quotation(sentence.span.start, sentence, text)


def open_quotation(offset: int, sentence: Sentence, text: str) -> int | None:
    """Where the quotation opened that is still open at an offset of the sentence's block, None where none is."""
    first = sentence.block.span.start
    before = text[first:offset]
    if before.count("“") > before.count("”"):
        return first + before.rindex("“")
    if "“" not in before and before.count('"') % 2 == 1:
        return first + before.rindex('"')
    return None
