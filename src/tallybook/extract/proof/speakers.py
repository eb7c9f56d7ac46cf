"""Who says it and who passed it on, named again from the words kept as evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tallybook.extract.attribution import CARRIED
from tallybook.extract.discourse.bodies import forecaster_before
from tallybook.extract.discourse.transcripts import turn_at
from tallybook.extract.proof.forms import forms_of, noun_forms
from tallybook.extract.proof.page import Page
from tallybook.extract.proof.units import is_small
from tallybook.extract.reasons import FORECASTER, TURN, WHOLE, speaker_named
from tallybook.extract.vocabulary import Vocabulary
from tallybook.model import Claim, Span

_BACK = 700
"""Characters that "these figures" may point back over."""
_COUNTRY_REACH = 300
"""Characters before a body in which its country is named."""
_AHEAD = 80
_LEADING = 6
"""Words before a name that do not belong to it."""
_MARKS = ":–—-"
_COMMAS = ",;"
_ENDS = "'’.,;"
_BREAK = re.compile(r"[“”;]|\n\s*\n|\.\s*\n|^[^A-Z,]*,|, \d")
"""What no name has in it."""
_SENTENCE_END = re.compile(r"[.!?][\"”’]?\s")
_WORD = re.compile(r"\w+")
_GENITIVE = re.compile(r"(?:['’]s|['’])$")
_QUOTES = ("“", '"', "«", "„")
_CLOSING_QUOTES = ("”", '"')
_LONGEST_ROLE = 3
_OPENING = ("(", "[")


def why_not_origin(claim: Claim, page: Page) -> str | None:
    """Why the speaker is not whom the evidence names; None where it is, and where nobody is claimed or named."""
    origin, proof = claim.attribution.origin, claim.evidence.get("origin")
    if origin is None or proof is None:
        return None if origin is None and proof is None else "no words name that speaker"
    if isinstance(proof, str):
        return None if _is_inferred(claim, proof, page) else "it is inferred from nothing"
    if not _may_speak(claim, proof, page):
        return f"{page.shown(proof)} does not say it"
    naming = speaker_named(claim)[0]
    return None if names(naming, origin, page) else f"{page.shown([naming])} is somebody else"


def why_not_relays(claim: Claim, page: Page) -> str | None:
    """Why those who passed it on are not whom the evidence names; None where they are."""
    relays, proof = claim.attribution.relays, claim.evidence.get("relays", ())
    if isinstance(proof, str) or len(proof) != len(relays) or len(set(relays)) != len(relays):
        return "not every one is named by words"
    if claim.attribution.origin is None and relays:
        return "there is nobody to pass it on from"
    wrong = [
        span
        for span, relay in zip(proof, relays, strict=True)
        if not names(span, relay, page) or _is_repeated(span, claim, page)
    ]
    return f"{page.shown(wrong)} is somebody else" if wrong else None


def _is_repeated(span: Span, claim: Claim, page: Page) -> bool:
    """Whether words of another sentence stand in the claim's own as well."""
    return not span.touches(claim.sentence) and span.of(page.text) in claim.sentence.of(page.text)


def _is_inferred(claim: Claim, reason: str, page: Page) -> bool:
    """Whether the reason holds for the speaker."""
    origin = claim.attribution.origin or ""
    if reason == FORECASTER:
        return forecaster_before(claim.sentence.start, page.article) == origin
    if reason == WHOLE:
        return any(_is_whole_of(other, claim) for other in page.claims)
    naming = speaker_named(claim)
    if reason == TURN:
        turn = turn_at(claim.sentence.end, page.block(claim).span, page.article.turns)
        return turn is not None and naming == (turn.span,) and page.article.canonical(turn.name) == origin
    if reason != CARRIED or not naming or naming[0].start >= claim.sentence.start:
        return False
    opens = claim.sentence.of(page.text).lstrip()[:1] in _QUOTES
    return (opens or _is_quoted(claim.sentence.start, claim, page)) and names(naming[0], origin, page)


def _is_whole_of(other: Claim, part: Claim) -> bool:
    named = speaker_named(other) == speaker_named(part)
    return other.id == part.part_of and other.attribution == part.attribution and named


def _may_speak(claim: Claim, proof: tuple[Span, ...], page: Page) -> bool:
    """Whether a speaker stands with a cue in the sentence, right before its number, or behind in a later sentence."""
    speaker = proof[0]
    origin = claim.attribution.origin or ""
    if "origin_from" in claim.evidence and not (
        _points(speaker, page) or _is_part_of_name(claim, speaker, page) or names(speaker, origin, page)
    ):
        return False
    if len(proof) == 1:
        return _is_gapped(claim, speaker) or _speaks_later(claim, speaker, page)
    cue = proof[1]
    inside = len(proof) == 2 and claim.sentence.covers(speaker) and claim.sentence.covers(cue)
    return inside and (cue == speaker or not cue.touches(speaker)) and _is_cue(cue, speaker, claim, page)


def _is_part_of_name(claim: Claim, speaker: Span, page: Page) -> bool:
    """Whether the last word stands in the fuller name that it is short for."""
    naming = f"{claim.attribution.origin} {page.shown(speaker_named(claim))}".casefold()
    last = _WORD.findall(speaker.of(page.text).split()[-1].casefold())[:1]
    return bool(last) and not is_small(last[0], page.words) and last[0] in _WORD.findall(naming)


def _points(speaker: Span, page: Page) -> bool:
    """Whether words may stand for somebody named elsewhere: "he", "the agency", "the report"."""
    speech, told = page.words.lexicon.speech, _GENITIVE.sub("", speaker.of(page.text)).split()
    if (
        not told[-1].isalpha()
        or told[0].endswith(("'s", "’s"))
        or any(not word[-1:].isalnum() for word in told)
        or _is_cut(speaker, page)
    ):
        return False
    pronouns, bodies = (speech.pronouns, speech.possessives), (speech.firms, speech.bodies, speech.outlets)
    kinds = (*pronouns, *bodies, speech.roles, speech.reports, speech.sources, speech.kinds_of_source)
    listed = {word for kind in kinds for word in kind}
    forms = [*forms_of(told[-1], page.words), *noun_forms(told[-1], page.words)]
    return any(form in listed or form in page.words.persons for form in forms) or _is_described(told, page.words)


def _is_described(told: list[str], words: Vocabulary) -> bool:
    """Whether several words in small letters describe somebody: "the fire chief"."""
    return len(told) > 1 and not is_small(told[-1], words) and all(word.islower() for word in told[1:])


def _is_cut(speaker: Span, page: Page) -> bool:
    """Whether a bare noun's phrase goes on to the left: "reports" of "intelligence reports", "heads" of "their heads".

    A report stands without its article.
    """
    words, told, before = page.words, speaker.of(page.text).split(), page.before(speaker)
    if is_small(told[0], words) or not before.endswith(" "):
        return False
    last, speech = before.split()[-1].lower(), words.lexicon.speech
    if last in words.lexicon.text.articles | speech.possessives | speech.demonstratives:
        following = page.text[speaker.end : speaker.end + _AHEAD].split(None, 1)[:1]
        counts = [form for word in following for form in noun_forms(word.strip(_ENDS), words)]
        return speech.reckonings.isdisjoint(counts) and speech.reports.isdisjoint(noun_forms(told[-1], words))
    if last.endswith(words.lexicon.text.possessive_endings):
        return True
    if not speech.reports.isdisjoint(noun_forms(told[-1], words)):
        return last in speech.roles | speech.bodies | speech.firms
    return last.isalpha() and not is_small(last, words) and not _says(last, words)


def _is_gapped(claim: Claim, speaker: Span) -> bool:
    """ "The organisers 2,000"."""
    return claim.sentence.covers(speaker) and 0 <= claim.span.start - speaker.end <= 1


def _speaks_later(claim: Claim, speaker: Span, page: Page) -> bool:
    """Whether a later sentence without numbers tells who says it, or the end of the quotation that it stands in."""
    if speaker.start < claim.sentence.end:
        return False
    if _is_quoted(claim.span.start, claim, page):
        return True
    told_here = any(_says(word, page.words) for word in claim.sentence.of(page.text).split())
    counted = any(other.sentence.covers(speaker) for other in page.claims)
    return speaker.start - claim.span.start <= _BACK and not counted and not told_here


def _is_quoted(offset: int, claim: Claim, page: Page) -> bool:
    """Whether a quotation of the claim's paragraph is open at an offset."""
    before = page.text[page.block(claim).span.start : offset]
    return before.count("“") > before.count("”") or ("“" not in before and before.count('"') % 2 == 1)


def _is_cue(cue: Span, speaker: Span, claim: Claim, page: Page) -> bool:
    """Whether words make somebody a speaker: a verb of saying, "according to", a colon, the speaker's own brackets."""
    told, low, high = cue.of(page.text), *sorted((cue, speaker))
    between = page.text[low.end : high.start]
    if cue == speaker:
        return page.before(speaker).rstrip()[-1:] in _OPENING
    if told in _MARKS:
        return told == ":" or not between.strip()
    if high == speaker and _is_fixed(cue, speaker, claim, page):
        return True
    nearest = [word.strip(_COMMAS) for word in between.split()][-1:] if high == cue else []
    if nearest and _parts(nearest[0], page.words):
        return False
    if high == speaker and _cites(between, page.words):
        return False
    if _is_own_statement(cue, speaker, page):
        return True
    return any(_is_word_of_speech(part, cue, page) for part in told.split()) or _tells_openly(cue, speaker, page)


def _is_own_statement(cue: Span, speaker: Span, page: Page) -> bool:
    """Whether a report or message is its speaker's: "its announcement", "the agency has deleted a message"."""
    words, between = page.words, page.text[speaker.end : cue.start].lower().split()
    speech, told = words.lexicon.speech, words.lexicon.corrections
    if (speech.reports | frozenset(told.phrases["message"])).isdisjoint(noun_forms(cue.of(page.text), words)):
        return False
    if not between:
        return speaker.of(page.text).lower() in speech.possessives
    taking = {phrase.split()[0] for name in told.of_speakers for phrase in told.verbs[name]}
    return any(form in taking for word in between for form in forms_of(word, words))


def _parts(word: str, words: Vocabulary) -> bool:
    """Whether the word before a cue is another's pronoun or cue; "records" of "hospital records show" is none."""
    speech = words.lexicon.speech
    if word.lower() in speech.pronouns:
        return True
    return speech.reports.isdisjoint(noun_forms(word, words)) and _says(word, words)


def _is_fixed(cue: Span, speaker: Span, claim: Claim, page: Page) -> bool:
    """Whether a fixed phrase opens: "according to", "with reference to", "by" before whose count it is."""
    speech, following = page.words.lexicon.speech, page.text[speaker.end : claim.sentence.end].split()[:2]
    beside = (*following, *page.text[cue.end : speaker.end].split())
    nouns = speech.reckonings | speech.reports
    counted = any(form in nouns for word in beside for form in forms_of(word.strip(_ENDS), page.words))
    phrases = (*speech.according, *speech.refer, *(speech.reckoned if counted else ()))
    behind = " ".join(page.text[cue.start : claim.sentence.end].lower().split())
    return any(behind.startswith(f"{' '.join(phrase)} ") for phrase in phrases)


def _tells_openly(cue: Span, speaker: Span, page: Page) -> bool:
    """Whether an unlisted word tells: "that" follows, or it is a verb right beside the speaker."""
    told, text = cue.of(page.text), page.words.lexicon.text
    following = page.text[cue.end : cue.end + _AHEAD].split(None, 1)[:1]
    nouns = page.words.lexicon.speech.reckonings | page.words.lexicon.speech.reports
    if is_small(told, page.words) or not told.isalpha() or not told.islower() or nouns & {*forms_of(told, page.words)}:
        return False
    if following and following[0].lower() in page.words.lexicon.speech.content_openers:
        return True
    low, high = sorted((cue, speaker))
    between = page.text[low.end : high.start].split()
    role = low == cue and len(between) <= _LONGEST_ROLE and all(form.isalpha() and form.islower() for form in between)
    quoted = role and page.before(cue).rstrip()[-1:] in _CLOSING_QUOTES
    return (high.start - low.end <= 1 or quoted) and told.endswith((*text.past, *text.third_person))


def _cites(between: str, words: Vocabulary) -> bool:
    """Whether a nearer cue stands between a cue and the speaker behind it."""
    speech, told = words.lexicon.speech, between.lower().split()
    fixed = (" ".join(phrase) for phrase in (*speech.according, *speech.refer))
    return any(f" {phrase} " in f" {' '.join(told)} " for phrase in fixed) or any(
        form in speech.cite for word in told for form in forms_of(word, words)
    )


def _is_word_of_speech(word: str, cue: Span, page: Page) -> bool:
    """Whether a word of a cue tells: a verb of saying, or a noun of reckoning that no such verb follows."""
    speech, words = page.words.lexicon.speech, page.words
    if _says(word, words):
        return True
    if any(word.lower() in phrase for phrase in speech.refer):
        return False
    nouns = speech.briefings | speech.reckonings | speech.telling | speech.report_verbs
    following = [after.strip(_ENDS) for after in page.text[cue.end : cue.end + _AHEAD].split(None, 1)[:1]]
    verb = bool(following) and any(form in words.lexicon.speech.verbs for form in forms_of(following[0], words))
    return not verb and any(form in nouns for form in forms_of(word, words))


def _says(word: str, words: Vocabulary) -> bool:
    speech = words.lexicon.speech
    return word.lower() not in speech.reports and any(
        form in speech.verbs | speech.cite for form in forms_of(word, words)
    )


def names(span: Span, name: str, page: Page) -> bool:
    """Whether words of the text stand for a canonical name, those before it that are no part of it left out."""
    shown = tuple(_shown(span.of(page.text), page.words))
    return any(page.canonical(one) == name for one in shown) or _is_of_country(shown, span, name, page)


def _is_of_country(shown: tuple[str, ...], span: Span, name: str, page: Page) -> bool:
    """Whether a body is that of the first country which its sentence names before it: "its defence ministry"."""
    first = span.of(page.text).split()[0].lower()
    if first not in page.words.lexicon.speech.possessives:
        return False
    before = _SENTENCE_END.split(page.article.before(span.start, _COUNTRY_REACH))[-1]
    named = page.words.registry.countries_in(before)
    return bool(named) and any(page.article.canonical(one, country=named[0].country) == name for one in shown)


def _shown(told: str, words: Vocabulary) -> Iterator[str]:
    parts = told.split()
    linked = any(part in words.lexicon.speech.names.person_tails for part in parts[1:-1])
    edges = parts[:1] if linked else (parts[0], parts[-1])
    if not parts or _BREAK.search(told) or any(_ends_beside(part, words) for part in edges):
        return
    if is_small(parts[-1], words):
        return
    for start in range(min(_LEADING, len(parts))):
        shown = " ".join(parts[start:])
        yield from _without_ending(shown, words)
        yield shown[:1].lower() + shown[1:]
        if not _may_lead(parts[start], words):
            return


def _ends_beside(part: str, words: Vocabulary) -> bool:
    """Whether the first or the last word is the verb that stands by a name: "told", "revealed"; not "press reports"."""
    if words.singular(part) in words.lexicon.speech.reports:
        return False
    return part == part.lower() and any(form in words.lexicon.speech.verbs for form in forms_of(part, words)[1:])


def _may_lead(part: str, words: Vocabulary) -> bool:
    """Whether a word before a name need not belong to it: "the", "Our", "Two", "by"."""
    lower = part.lower()
    listed = lower in words.lexicon.quantity.numerals.units or lower in words.lexicon.speech.indefinites
    return part == lower or is_small(part, words) or listed


def _without_ending(name: str, words: Vocabulary) -> Iterator[str]:
    """A name as it stands, without marks behind it, without a genitive."""
    yield name
    yield name.rstrip(_ENDS)
    yield from (name.removesuffix(ending) for ending in words.lexicon.text.possessive_endings if name.endswith(ending))
