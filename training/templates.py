"""Claim sentences of our own, varied: sentences such as news has and treebanks lack.

    python -m training.templates --out claims.conllu --variants 12

`templates.conllu` holds sentences whose trees were corrected by hand. A variant redraws the numbers, puts in other
words of the same kind (`slots` in words.yaml) and, in three of five, an origin before the people: "Korean soldiers".
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from training.conllu import Sentence, Word, read_conllu, write_conllu
from training.words import read_words

SEED = 7
VARIANTS = 12
_HERE = Path(__file__).parent
_NUMBER = re.compile(r"[\d,]+|\d\.\d")
_DECIMAL = re.compile(r"\d\.\d")
_YEAR = re.compile(r"20\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """What may replace what: each list holds words of one kind and number; `lemmas` where they differ from the word."""

    kinds: tuple[tuple[str, ...], ...]
    people: tuple[str, ...]
    origins: tuple[str, ...]
    halves: dict[str, tuple[str, ...]]
    lemmas: dict[str, str]

    def kind_of(self, word: str) -> tuple[str, ...]:
        """The words of the same kind; none where the word is no slot."""
        return next((kind for kind in self.kinds if word in kind), ())


def read_slots() -> Slots:
    """The slots of words.yaml."""
    words = read_words()
    return Slots(
        kinds=tuple(tuple(kind.split()) for kind in words["slots"].values()),
        people=tuple(words["slots"]["people"].split()),
        origins=tuple(words["origins"].split()),
        halves={origin: tuple(halves.split()) for origin, halves in words["halves"].items()},
        lemmas=words["lemmas"],
    )


def read_templates() -> tuple[Sentence, ...]:
    """The sentences of templates.conllu."""
    return tuple(read_conllu(_HERE / "templates.conllu"))


def variants(
    templates: Sequence[Sentence], slots: Slots, *, count: int = VARIANTS, seed: int = SEED
) -> Iterator[Sentence]:
    """Each template `count` times. The first time only its numbers change."""
    dice = random.Random(seed)
    for variant in range(count):
        for place, template in enumerate(templates):
            words = [_filled(word, slots, dice, words_too=variant > 0) for word in template.words]
            if variant > 0:
                words = _with_origin(words, slots, dice)
            yield Sentence(name=f"t{variant}-{variant * len(templates) + place}", words=tuple(words))


def _filled(word: Word, slots: Slots, dice: random.Random, *, words_too: bool) -> Word:
    if word.upos == "NUM" and _NUMBER.fullmatch(word.form) and not _YEAR.fullmatch(word.form):
        number = _claim_number(word.form, dice)
        return replace(word, form=number, lemma=number)
    kind = slots.kind_of(word.form) if words_too else ()
    form = dice.choice(kind) if kind else word.form
    return word if form == word.form else replace(word, form=form, lemma=slots.lemmas.get(form, form))


def _claim_number(old: str, dice: random.Random) -> str:
    """A decimal stays one; of the others a third are below 1,000, most are round up to 999,000, a few uneven."""
    if _DECIMAL.fullmatch(old):
        return str(dice.randint(1, 99) / 10)
    share = dice.random()
    if share < 0.35:
        return str(dice.randint(2, 999))
    if share < 0.9:
        return f"{dice.randint(1, 999) * 10 ** dice.choice((1, 2, 3)):,}"
    return f"{dice.randint(1000, 99999):,}"


def _with_origin(words: list[Word], slots: Slots, dice: random.Random) -> list[Word]:
    """The words, at times with an origin before one mention of people: "foreign", "North Korean"."""
    if dice.random() >= 0.6:
        return words
    places = [i for i, word in enumerate(words) if word.form in slots.people]
    if not places:
        return words
    place = dice.choice(places)
    origin = dice.choice(slots.origins)
    words = _insert(words, place, origin, upos="ADJ", feats="Degree=Pos", relation="amod")
    if dice.random() < 0.3 and origin in slots.halves:
        half = dice.choice(slots.halves[origin])
        words = _insert(words, place, half, upos="PROPN", feats="Number=Sing", relation="compound")
    return words


def _insert(words: list[Word], place: int, form: str, *, upos: str, feats: str, relation: str) -> list[Word]:
    """The words with one more at a place, which hangs on the word that stood there; heads moved along."""
    moved = [replace(word, head=word.head + (word.head >= place)) for word in words]
    new = Word(form=form, lemma=form, upos=upos, feats=feats, head=place + 1, relation=relation)
    return [*moved[:place], new, *moved[place:]]


def main() -> None:
    """Write the variants as CoNLL-U, to be looked at."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True, type=Path, help="the CoNLL-U file to write")
    parser.add_argument("--variants", default=VARIANTS, type=int, help="how often each template is used")
    parser.add_argument("--seed", default=SEED, type=int)
    args = parser.parse_args()
    with args.out.open("w", encoding="utf-8") as out:
        write_conllu(variants(read_templates(), read_slots(), count=args.variants, seed=args.seed), out)


if __name__ == "__main__":
    main()
