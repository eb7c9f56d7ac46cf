"""How a number stands to what has happened: reported, planned, expected, projected, inferred, denied."""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.extract.counted import Number
from tallybook.extract.events import OTHER, Befallen, is_whole
from tallybook.extract.events.befallen import verb_above
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import BlockKind, Modality, Sentence, Token

_MOVES = frozenset({"deployed", "supplied", "withdrawn", "exchanged", "launched", "returned", "evacuated"})
_WILLED = _MOVES | {"recruited", "in training", OTHER}
"""Events that somebody plans: "will" before them tells a plan, before others an expectation."""
_STOPS = (".", "!", "?", '"', "”", ")", ":", ";")
_CLAUSE_ENDS = frozenset({":", ";"})
AHEAD = frozenset({Modality.PLANNED, Modality.EXPECTED, Modality.PROJECTED})
"""What is not yet so."""
_HEADLINES = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_GOVERNED = frozenset({"xcomp", "ccomp", "advcl", "acl", "csubj", "conj", "nsubj", "obj", "obl", "nmod"})
_LONGEST_CHAIN = 5
_OF_A_NOUN = 2
_INFERENCE_REACH = 4
"""Governors above a number among which the writer's own sum is told."""
_ARRANGED_REACH = 3


def read_modality(number: Number, befallen: Befallen) -> Modality:
    """The modality of the verb that tells the event, or of the verbs that govern it."""
    verb = _telling_verb(number, befallen)
    if is_whole(number) or _is_compared(number):
        return Modality.REPORTED
    foretold = _foretold(number, verb)
    if verb is None or foretold is not None:
        return foretold or Modality.REPORTED
    if _is_inferred(number):
        return Modality.INFERRED
    if _is_denied(number, verb):
        return Modality.DENIED
    sentence, words = number.sentence, number.words
    if _is_headline_infinitive(verb, sentence) or _is_arranged(verb, sentence, words):
        return Modality.PLANNED
    for link in _chain(verb, sentence, words):
        looked_into = verb.pos == "NOUN" and link.lemma not in words.lexicon.events.light_verbs
        found = None if looked_into else _auxiliary(link, befallen.event, sentence, words)
        found = found or _governing(link, verb, sentence, words)
        if found is not None:
            return found
    return Modality.REPORTED


def _is_compared(number: Number) -> bool:
    """ "up from 118,000 in 2024": what a plan is compared with has happened."""
    before = number.sentence.text[: number.mention.span.start - number.sentence.span.start].lower().rstrip()
    return before.endswith(number.words.lexicon.modality.comparisons)


def _telling_verb(number: Number, befallen: Befallen) -> Token | None:
    """The verb of the event, or one right above the number that needs no second verb: "pledged 300 tonnes"."""
    anchor, sentence = number.counted.anchor, number.sentence
    verb = befallen.verb or verb_above(anchor, sentence)
    above = sentence.head(anchor)
    direct = number.words.lexicon.modality.direct
    return above if verb and above and anchor.dep == "obj" and above.lemma in direct else verb


def _foretold(number: Number, verb: Token | None) -> Modality | None:
    """What a noun says that the number is the content of: "a forecast of 900 deaths", "its plan to evacuate 900".

    A value that such a noun is given or had counts too: "raised its forecast from 700 to 900 deaths".
    """
    anchor, sentence, words = number.counted.anchor, number.sentence, number.words
    nouns = words.lexicon.modality.nouns
    above = sentence.head(anchor)
    cases = {c.lower for c in sentence.children(anchor, "case")}
    found = _before_infinitive(verb, sentence, words) if verb is not None else None
    if above is not None and anchor.dep == "nmod" and cases & words.lexicon.modality.contents:
        found = found or above
    if above is not None and anchor.dep in ("obl", "nmod") and cases & words.lexicon.modality.values:
        found = found or next(iter(sentence.children(above, "obj", "nsubj:pass")), above)
    return Modality(nouns[found.lemma]) if found is not None and found.lemma in nouns else None


def _before_infinitive(verb: Token, sentence: Sentence, words: Vocabulary) -> Token | None:
    """The noun that an infinitive hangs on: "plan to evacuate"."""
    before = sentence.tokens[max(0, verb.index - 2) : verb.index]
    led = len(before) > 1 and before[1].lower in words.lexicon.modality.infinitives
    return before[0] if led and before[0].pos == "NOUN" else None


def _is_inferred(number: Number) -> bool:
    """ "…, suggesting a total of 20,000", "placing the number at 20,000": the writer's own sum.

    Not what others have said: "far exceeding the 14,000 reported by Kyiv".
    """
    anchor, words = number.counted.anchor, number.words
    near = [anchor, *list(number.sentence.ancestors(anchor))[:_INFERENCE_REACH]]
    if any(c.lemma in words.lexicon.speech.verbs for c in number.sentence.children(anchor, "acl", "amod")):
        return False
    return any(t.lemma in words.lexicon.modality.inferred and words.is_progressive(t) for t in near)


def _is_denied(number: Number, verb: Token) -> bool:
    """ "denied claims that 40 had been killed", "dismissed reports of 40 dead": the content of what is denied."""
    sentence, words = number.sentence, number.words
    speech = words.lexicon.speech
    for told, links in ((verb, speech.content_openers), (number.counted.anchor, speech.reckoned_of)):
        report = sentence.head(told)
        linked = any(c.lower in links for c in sentence.children(told, "mark", "case"))
        if report is None or not linked or report.dep != "obj":
            continue
        if report.lemma not in speech.reports | speech.reckonings:
            continue
        denying = sentence.head(report)
        if denying is not None and denying.lemma in words.lexicon.modality.denied:
            return True
    return False


def _is_headline_infinitive(verb: Token, sentence: Sentence) -> bool:
    """ "Aerolux to axe 1,700 jobs": an infinitive where a headline's main verb would stand.

    What has no full stop in running text is read as a headline too.
    """
    if sentence.block.kind not in _HEADLINES and sentence.text.endswith(_STOPS):
        return False
    marked = any(c.pos == "PART" and c.index == verb.index - 1 for c in sentence.children(verb, "mark"))
    before = sentence.tokens[: verb.index]
    return marked and not any(t.pos in ("VERB", "AUX") and t.dep in ("root", "ccomp") for t in before)


def _is_arranged(verb: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """ "is to be withdrawn", "are to arrive"."""
    modality = words.lexicon.modality
    before = [t.lower for t in sentence.tokens[max(0, verb.index - _ARRANGED_REACH) : verb.index]]
    if before and before[-1] in modality.passive_infinitives:
        before.pop()
    return len(before) > 1 and before[-1] in modality.infinitives and before[-2] in modality.arranged


def _chain(verb: Token, sentence: Sentence, words: Vocabulary) -> Iterator[Token]:
    """The verb, and the verbs it is the complement or the clause of, up to the nearest speech.

    A deed told by a noun has happened, whoever promises to look into it; only its own verb can say otherwise.
    """
    yield verb
    below = verb
    longest = _LONGEST_CHAIN if verb.pos != "NOUN" else _OF_A_NOUN
    for length, above in enumerate(sentence.ancestors(verb), start=2):
        if length > longest or not _governs(above, below, sentence, words):
            return
        yield above
        below = above


def _governs(above: Token, below: Token, sentence: Sentence, words: Vocabulary) -> bool:
    speech = words.lexicon.speech
    if _clause_ends_between(above, below, sentence):
        return False
    if below.dep == "acl" and any(c.lower in words.lexicon.text.relatives for c in sentence.children(below, "nsubj")):
        return False  # "will punish those who murdered six nuns"
    if below.dep not in _GOVERNED or above.lemma in speech.verbs - speech.weak_verbs:
        return False
    if _is_clause_beside(above, below, sentence, words):
        return False
    return above.lemma == below.lemma or not (below.dep == "advcl" and above.pos == "VERB")


def _is_clause_beside(above: Token, below: Token, sentence: Sentence, words: Vocabulary) -> bool:
    """Whether a clause has a subject of its own and stands beside another: "The US will send 100, Chile sent 80".

    A parse may make it the content of the other's deed, which has none; verbs of plans and fears have one.
    """
    subjects = sentence.children(below, "nsubj")
    if not subjects or below.dep in ("conj", "advcl"):
        return bool(subjects)
    modality = words.lexicon.modality
    contentful = modality.planned | modality.expected | modality.projected | modality.denied | modality.fears
    comma = any(t.text == "," for t in sentence.tokens[above.index : subjects[0].index])
    return below.dep == "ccomp" and comma and above.lemma not in contentful | words.lexicon.speech.verbs


def _clause_ends_between(a: Token, b: Token, sentence: Sentence) -> bool:
    """ "It could: its forces count 1.2 million"."""
    first, last = sorted((a.index, b.index))
    return any(token.text in _CLAUSE_ENDS for token in sentence.tokens[first:last])


def _auxiliary(verb: Token, event: str, sentence: Sentence, words: Vocabulary) -> Modality | None:
    """What "will", "could" or "may" says; "could have" and "may have" tell of something done."""
    modality = words.lexicon.modality
    auxiliaries = {c.lower for c in sentence.children(verb, "aux") if not _clause_ends_between(c, verb, sentence)}
    if auxiliaries & modality.future:
        return Modality.PLANNED if event in _WILLED else Modality.EXPECTED
    if auxiliaries & modality.perfect:
        return None
    if auxiliaries & modality.projected:
        return Modality.PROJECTED
    return Modality.EXPECTED if auxiliaries & modality.expected else None


def _governing(link: Token, verb: Token, sentence: Sentence, words: Vocabulary) -> Modality | None:
    """The modality that a governing verb or noun lends ("plans to send", "is expected to")."""
    modality = words.lexicon.modality
    complemented = bool(sentence.children(link, "xcomp", "ccomp"))
    if not complemented and link is verb and link.lemma not in modality.direct:
        return None
    if link.lemma in modality.fears and any(state in sentence.text for state in modality.feared_states):
        return None
    listed = {
        Modality.PLANNED: modality.planned,
        Modality.EXPECTED: modality.expected,
        Modality.PROJECTED: modality.projected,
        Modality.DENIED: modality.denied,
    }
    return next((kind for kind, lemmas in listed.items() if link.lemma in lemmas), None)
