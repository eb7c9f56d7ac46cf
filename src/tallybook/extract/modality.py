"""How a number stands to what has happened: reported, planned, expected, projected, inferred, denied."""

from __future__ import annotations

from tallybook.extract.counted import Counted
from tallybook.extract.events import Befallen
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Modality, Sentence, Token

_WILLED = frozenset(
    {
        "deployed",
        "supplied",
        "recruited",
        "withdrawn",
        "exchanged",
        "launched",
        "returned",
        "evacuated",
        "in training",
        "other",
    }
)


def read_modality(counted: Counted, befallen: Befallen, sentence: Sentence, words: Vocabulary) -> Modality:
    """The modality of the verb that tells the event, or of the verbs that govern it."""
    verb = befallen.verb or next((t for t in sentence.ancestors(counted.anchor) if t.pos == "VERB"), None)
    if verb is None:
        return Modality.REPORTED
    direct = sentence.head(counted.anchor)
    if direct is not None and counted.anchor.dep == "obj" and direct.lemma in words.lexicon.modality.direct:
        verb = direct
    chain = _chain(verb, sentence, words)
    if _is_inferred(counted, sentence, words):
        return Modality.INFERRED
    if _is_headline_infinitive(verb, sentence):
        return Modality.PLANNED
    if _is_arranged(verb, sentence):
        return Modality.PLANNED
    for link in chain:
        found = _auxiliary(link, befallen.event, sentence, words) or _governing(link, link is verb, sentence, words)
        if found is not None:
            return found
    return Modality.REPORTED


def _is_arranged(verb: Token, sentence: Sentence) -> bool:
    """ "is to be withdrawn", "are to arrive"."""
    before = [t.lower for t in sentence.tokens[max(0, verb.index - 3) : verb.index]]
    if before[-1:] == ["be"]:
        before = before[:-1]
    return before[-1:] == ["to"] and len(before) > 1 and before[-2] in ("is", "are")


def _is_inferred(counted: Counted, sentence: Sentence, words: Vocabulary) -> bool:
    """ "…, suggesting a total of 20,000", "placing the number at 20,000": the writer's own sum."""
    near = [counted.anchor, *list(sentence.ancestors(counted.anchor))[:4]]
    return any(t.lemma in words.lexicon.modality.inferred and t.lower.endswith("ing") for t in near)


def _is_headline_infinitive(verb: Token, sentence: Sentence) -> bool:
    """ "Aerolux to axe 1,700 jobs": an infinitive where a headline's main verb would stand."""
    if sentence.block.kind not in ("title", "heading") and not sentence.text.isupper():
        return False
    marked = any(c.pos == "PART" and c.index == verb.index - 1 for c in sentence.children(verb, "mark"))
    finite = [t for t in sentence.tokens[: verb.index] if t.pos in ("VERB", "AUX") and t.dep in ("root", "ccomp")]
    return marked and not finite


def _chain(verb: Token, sentence: Sentence, words: Vocabulary) -> list[Token]:
    """The verb, and the verbs it is the complement or the clause of, up to the nearest speech."""
    chain = [verb]
    for above in sentence.ancestors(verb):
        below = chain[-1]
        if below.dep not in ("xcomp", "ccomp", "advcl", "acl", "csubj", "conj", "nsubj", "obj", "obl", "nmod"):
            break
        if above.lemma in words.lexicon.speech.verbs - words.lexicon.speech.weak_verbs:
            break
        if below.dep == "conj" and above.lemma != below.lemma and sentence.children(below, "nsubj"):
            break
        if below.dep in ("advcl",) and above.pos == "VERB" and below.lemma != above.lemma:
            break
        chain.append(above)
        if len(chain) > 4:
            break
    return chain


def _auxiliary(verb: Token, event: str, sentence: Sentence, words: Vocabulary) -> Modality | None:
    modality = words.lexicon.modality
    auxiliaries = {c.lower for c in sentence.children(verb, "aux")}
    perfect = any(c.lemma == "have" and c.lower == "have" for c in sentence.children(verb, "aux"))
    if auxiliaries & modality.future:
        return Modality.PLANNED if event in _WILLED else Modality.EXPECTED
    if perfect:
        return None
    if auxiliaries & modality.projected:
        return Modality.PROJECTED
    if auxiliaries & modality.expected:
        return Modality.EXPECTED
    return None


def _governing(verb: Token, itself: bool, sentence: Sentence, words: Vocabulary) -> Modality | None:
    """The modality that a governing verb or noun lends ("plans to send", "is expected to")."""
    modality = words.lexicon.modality
    complement = bool(sentence.children(verb, "xcomp", "ccomp")) or not itself or verb.lemma in modality.direct
    for kind in (Modality.PLANNED, Modality.EXPECTED, Modality.PROJECTED, Modality.DENIED):
        listed: frozenset[str] = getattr(modality, kind.value)
        if verb.lemma in listed and complement and not (verb.lemma == "fear" and "dead" in sentence.text):
            return kind
    return None
