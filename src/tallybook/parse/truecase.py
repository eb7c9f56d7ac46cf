"""Give texts in capitals the case that running text has, one character for one.

Wire copy and headlines in capitals hide which words are names. Small are words of the pack's vocabulary and what is
formed from them; large are names of the registry, words that other parts of the same text write large, titles before
names, months and days, and what no vocabulary knows. Acronyms stay as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from tallybook.model import Span
from tallybook.parse.sentences import after_dateline
from tallybook.parse.spellings import WORD, Form, Spellings

_FEWEST_LETTERS = 16
_CAPITALS = 0.9
"""Share of capital letters from which on a text is in capitals."""
_MAY_BE_IN_CAPITALS = re.compile(r"[^\W\d_a-z](?:[\W\d_]*[^\W\d_a-z]){5}")
"""Letters beyond a to z without one of those between them: of so many, 0.9 of which are capitals, some six stand so."""
_PART = re.compile(r"[^.!?\n]+[.!?\n]*\s*")
_BRACKETED = re.compile(r"[\[(]([A-ZÀ-Þ]{2,7})[\])]")
_TIES = frozenset({" ", "-", ". ", "’ ", "' ", "\n"})
_OPENS = re.compile(r"(?:^|[.!?…][\"'”’)\]]*\s+|:\s+(?=[\"“]))(?:\[[^\]\[]*\]\s*)*[\"'“‘(\[¿¡]*$")
"""What stands before a sentence: its predecessor's end or a dash, remarks in brackets, opening marks."""
_INITIAL = re.compile(r"(?:^|[\s.(\"“])[^\W\d_]\.\s+$")
_LOOK_BACK = 120
_LONGEST_CODE = 3
_CODE = re.compile(r"\d|-\d")


@dataclass(slots=True)
class _Word:
    """A word in capitals with the spelling chosen for it."""

    span: Span
    lower: str
    spelled: str | None = None
    name: bool = False
    known: bool = field(default=False)

    def spell(self, spelling: str, *, name: bool, known: bool = False) -> None:
        """Choose a spelling, if it has as many characters."""
        if len(spelling) == len(self.span):
            self.spelled, self.name, self.known = spelling, name, known


def is_all_capitals(text: str) -> bool:
    """Whether a text is wire copy or a headline in capitals: at least four words, nearly no small letter."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= _FEWEST_LETTERS and sum(c.isupper() for c in letters) > _CAPITALS * len(letters)


def truecased(text: str, blocks: Sequence[Span], load_spellings: Callable[[], Spellings]) -> str:
    """The text with its passages in capitals as running text writes them; the same text where there are none.

    A block is taken as a whole where it is in capitals, else sentence by sentence. No character is added or
    lost. The spellings are loaded only where something is in capitals.
    """
    passages = [passage for block in blocks for passage in _passages(text, block)]
    if not passages:
        return text
    spellings, evidence = load_spellings(), _evidence(text, passages)
    kept = frozenset(match[1].lower() for match in _BRACKETED.finditer(text)) - spellings.small
    pieces, at = [], 0
    for passage in passages:
        pieces += [text[at : passage.start], _Caser(text, passage, spellings, evidence, kept).cased()]
        at = passage.end
    return "".join((*pieces, text[at:]))


def _passages(text: str, block: Span) -> Iterator[Span]:
    """The parts of a block that are in capitals, without a dateline."""
    if not _MAY_BE_IN_CAPITALS.search(text, block.start, block.end):
        return
    if is_all_capitals(block.of(text)):
        yield Span(after_dateline(text, block), block.end)
        return
    for part in _PART.finditer(text, block.start, block.end):
        if is_all_capitals(part.group()):
            yield Span(*part.span())


def _evidence(text: str, passages: Sequence[Span]) -> dict[str, str]:
    """How the parts that are not in capitals write their words, sentence openings left out."""
    counts: dict[str, Counter[str]] = {}
    at = 0
    for start, end in (*((p.start, p.end) for p in passages), (len(text), len(text))):
        for match in WORD.finditer(text, at, start):
            word = match.group()
            if word.islower() or not _opens(text, match.start(), at):
                counts.setdefault(word.lower(), Counter())[word] += 1
        at = end
    return {lower: count.most_common(1)[0][0] for lower, count in counts.items()}


def _opens(text: str, position: int, start: int) -> bool:
    """Whether a sentence opens at a position."""
    before = text[max(start, position - _LOOK_BACK) : position]
    return bool(_OPENS.search(before)) and (position - start < _LOOK_BACK or not _OPENS.fullmatch(before))


class _Caser:
    """Spells one passage."""

    def __init__(
        self, text: str, passage: Span, spellings: Spellings, evidence: dict[str, str], kept: frozenset[str]
    ) -> None:
        self.text = text
        self.passage = passage
        self.spellings = spellings
        self.casing = spellings.lexicon.casing
        self.evidence = evidence
        self.kept = kept
        found = WORD.finditer(text, passage.start, passage.end)
        self.words = [_Word(Span(*m.span()), m.group().lower()) for m in found]

    def cased(self) -> str:
        """The passage as running text writes it."""
        self._spell_registered()
        for place, word in enumerate(self.words):
            if word.spelled is None:
                self._spell(place, word)
        for place, word in enumerate(self.words):
            self._spell_beside_names(place, word)
        self._spell_bodies()
        return self._joined()

    # Names the registry knows.

    def _spell_registered(self) -> None:
        at = 0
        while at < len(self.words):
            form = next((f for f in self.spellings.forms.get(self.words[at].lower, ()) if self._fits(f, at)), None)
            for word, spelling in zip(self.words[at:], form or (), strict=False):
                # Known names keep their forms; those of plain words are settled by what stands around them.
                word.spell(spelling + word.lower[len(spelling) :], name=spelling[0].isupper(), known=True)
            at += len(form) if form else 1

    def _fits(self, form: Form, at: int) -> bool:
        run = self.words[at : at + len(form)]
        if len(run) < len(form) or any(self._gap(at + i) not in _TIES for i in range(len(form) - 1)):
            return False
        return all(self._agree(part.lower(), w.lower) for part, w in zip(form, run, strict=True))

    def _agree(self, part: str, word: str) -> bool:
        return word in (part, part + "'s", part + "’s")

    def _gap(self, place: int) -> str:
        """The characters between a word and the next one; a full stop stands for the end."""
        if place + 1 >= len(self.words):
            return "."
        return self.text[self.words[place].span.end : self.words[place + 1].span.start]

    # Words by themselves.

    def _spell(self, place: int, word: _Word) -> None:
        bare, apostrophe, ending = word.lower.partition("'" if "'" in word.lower else "’")
        if apostrophe and bare in self.casing.elided and len(ending) > 1:
            return word.spell(_title(bare) + apostrophe + _title(ending), name=True)
        stem = self._stem(place, word, bare)
        if stem != bare or not apostrophe:
            return word.spell(stem + apostrophe + ending, name=stem != bare)
        return word.spell(bare + apostrophe + ending, name=False)

    def _stem(self, place: int, word: _Word, bare: str) -> str:
        """The spelling of a word without what follows its apostrophe."""
        if self._is_code(word):
            return bare.upper()
        if len(bare) == 1 and (bare != "a" or self._is_initial(word)):
            return bare.upper()
        if self.text[word.span.start - 1 : word.span.start].isdigit() and len(bare) <= _LONGEST_CODE:
            return bare
        if bare in self.kept or bare in self.casing.acronyms:
            return bare.upper()
        if bare in self.spellings.calendar:
            return _title(bare) if self._is_calendar(place, word, bare) else bare
        if bare in self.evidence:
            return self.evidence[bare]
        if bare in self.spellings.names:
            return self.spellings.names[bare]
        if self.spellings.is_small(bare) or self._behaves_small(place, bare):
            return bare
        return bare.upper() if self.spellings.is_acronym(bare) else _title(bare)

    def _is_initial(self, word: _Word) -> bool:
        return self.text[word.span.end : word.span.end + 1] == "." and word.span.end + 1 < self.passage.end

    def _behaves_small(self, place: int, bare: str) -> bool:
        """Whether an unknown word has the ending of a verb, or stands where names seldom do: behind "was" or "40"."""
        if any(bare.endswith(ending) and len(bare) >= least for ending, least in self.casing.verbal_endings.items()):
            return True
        if self._gap(place - 1) != " " if place else True:
            return False
        before, behind = self.words[place - 1], self._neighbour(place, 1)
        followed = behind is not None and behind.name
        counted = bare.endswith("s") and before.lower in self.spellings.numbers
        return not followed and (counted or before.lower in self.casing.small_after)

    def _is_code(self, word: _Word) -> bool:
        """ "M-16", "AK-47", "G3-A3": few letters tied to digits behind them."""
        behind = self.text[word.span.end : word.span.end + 2]
        return len(word.span) <= _LONGEST_CODE and bool(_CODE.match(behind))

    def _is_calendar(self, place: int, word: _Word, bare: str) -> bool:
        """Whether a word that names a month or a day does so here: "5 MAY", "in MARCH", not "MAY have"."""
        dates = self.spellings.lexicon.dates
        doubtful = bare in self.spellings.small or bare in dates.doubtful_months
        around = self.text[max(self.passage.start, word.span.start - 3) : word.span.end + 3]
        lead = self.words[place - 1].lower if place else ""
        return not doubtful or any(c.isdigit() for c in around) or lead in dates.leads

    # Words that take part in names.

    def _spell_beside_names(self, place: int, word: _Word) -> None:
        if word.name or word.known:
            return
        before, behind = self._neighbour(place, -1), self._neighbour(place, 1)
        if word.lower in self.casing.particles:
            if behind is not None and (behind.name or behind.lower in self.casing.particles):
                inside = before is not None and (before.name or before.lower in self.casing.particles)
                leads = word.lower in self.casing.leading and not (inside and before and before.name)
                word.spell(_title(word.lower) if leads else word.lower, name=leads or inside)
        elif word.lower in self.spellings.titles and behind is not None and behind.name and not behind.known:
            word.spell(_title(word.lower), name=False)
        elif before is not None and self._may_name(word):
            titled = before.lower in self.casing.titles
            if titled or (before.name and not before.known and self._speaks(place)):
                word.spell(_title(word.lower), name=True)

    def _may_name(self, word: _Word) -> bool:
        """Whether a plain word can be a surname too: no function word, title, verb or plural."""
        lexicon = self.spellings.lexicon
        listed = lexicon.quantity.names.function_words
        plain = word.lower in listed or word.lower in self.spellings.titles or word.lower in lexicon.speech.roles
        return not plain and not word.lower.endswith("s") and not self.spellings.is_verb(word.lower)

    def _speaks(self, place: int) -> bool:
        """Whether a verb of speech stands right behind a word."""
        behind = self._neighbour(place, 1)
        return behind is not None and self.spellings.is_verb(behind.lower)

    def _neighbour(self, place: int, step: int) -> _Word | None:
        """The next word on one side where only a blank, or the stop of an abbreviation, stands between."""
        other = place + step
        if not 0 <= other < len(self.words):
            return None
        return self.words[other] if self._gap(min(place, other)) in _TIES else None

    def _spell_bodies(self) -> None:
        """Names of bodies, from their first name on: "KORDOFAN LAWYERS' NETWORK"; or whole, set off."""
        for place, word in enumerate(self.words):
            if word.lower in self.casing.bodies:
                run = list(self._run_before(place))
                whole = self._is_set_off(run[-1], word)
                first = next((at for at in reversed(range(len(run))) if run[at].name or whole), 0)
                for part in run[:first] if not whole else run:
                    if part.spelled and part.spelled.islower() and part.lower not in self.casing.inner:
                        part.spell(_title(part.lower), name=True)

    def _run_before(self, place: int) -> Iterator[_Word]:
        """A word and those before it that may belong to its name, from the last to the first."""
        listed = self.spellings.lexicon.quantity.names.function_words
        yield self.words[place]
        for other in range(place - 1, max(-1, place - 7), -1):
            word = self.words[other]
            tied = self._gap(other) in _TIES
            ends = (word.name and word.lower.endswith(("'s", "’s"))) or self.spellings.is_verb(word.lower)
            if not tied or ends or (word.lower in listed and word.lower not in self.casing.inner):
                return
            yield word

    def _is_set_off(self, first: _Word, last: _Word) -> bool:
        """Whether a run stands in square brackets, or an acronym in brackets follows it."""
        opened = self.text[max(0, first.span.start - 1) : first.span.start] == "["
        return opened or bool(_BRACKETED.match(self.text, last.span.end + 1))

    def _opens(self, word: _Word) -> bool:
        """Whether a sentence opens with a word; behind the stop of initials only where few others could stand there."""
        if not _opens(self.text, word.span.start, self.passage.start):
            return False
        lexicon = self.spellings.lexicon
        mid = word.lower in lexicon.text.conjunctions or word.lower in lexicon.places.prepositions
        initials = _INITIAL.search(self.text, max(0, word.span.start - _LOOK_BACK), word.span.start)
        return not initials or (not mid and word.lower.capitalize() in lexicon.text.openers)

    def _joined(self) -> str:
        pieces, at = [], self.passage.start
        for word in self.words:
            spelled = word.spelled if word.spelled is not None else word.lower
            if len(spelled) != len(word.span):
                spelled = word.span.of(self.text)
            if spelled[:1].islower() and self._opens(word):
                spelled = spelled[:1].upper() + spelled[1:] if len(spelled[:1].upper()) == 1 else spelled
            pieces += [self.text[at : word.span.start], spelled]
            at = word.span.end
        return "".join((*pieces, self.text[at : self.passage.end]))


def _title(word: str) -> str:
    return word[:1].upper() + word[1:]
