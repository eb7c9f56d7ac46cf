"""Whether a number counts people one by one, so that it is a floor: nobody in it is invented, and many are missing.

Its words say so ("identified by name", "bodies recovered"), or whoever gives it keeps a list of names.
"""

from __future__ import annotations

from tallybook.model import Claim, ClaimKind, Document
from tallybook.reconcile.intervals import FIRM
from tallybook.reconcile.scope import PERSON
from tallybook.reconcile.world import World


def is_list(claim: Claim, document: Document | None, world: World) -> bool:
    """Whether a claim is the length of such a list. An estimate of a list's keeper is none."""
    if claim.quantity.unit != PERSON or claim.kind is not ClaimKind.TOTAL or claim.quantity.hedge not in FIRM:
        return False
    if not world.listed(claim.event):
        return False
    origin = claim.attribution.origin
    keeper = origin is not None and world.keeps_list(origin)
    if document is None or not document.text:
        return keeper
    return _told(claim, document, keeper=keeper)


def _told(claim: Claim, document: Document, *, keeper: bool) -> bool:
    # The lexicon takes longer to load than all the rest; only numbers of people killed or lost ask for it.
    from tallybook.lexicon import load_lexicon, supported_languages
    from tallybook.lexicon.listing import guessing_words, listing_words

    if document.language not in supported_languages():
        return keeper
    lexicon, sentence = load_lexicon(document.language), claim.sentence.of(document.text)
    if keeper:
        return guessing_words(sentence, lexicon) is None
    at = claim.span.start - claim.sentence.start, claim.span.end - claim.sentence.start
    return listing_words(sentence, *at, lexicon) is not None
