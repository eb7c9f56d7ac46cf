"""Write how the packs' treebanks spell their words, for the truecasing of texts in capitals.

    python -m training.spellings --data FOLDER [--out src/tallybook/packs/en/spellings.txt]

One word a line, as it is usually written inside a sentence: small ("river"), large ("Danube") or in capitals ("NATO").
Openings of sentences prove nothing, nor do titles, nor words marked as typing errors. A word stays out as a name that
was written large only once.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.conllu import Sentence, Word, read_conllu

FILES = ("en_ewt-*", "en_gum*", "*pud*wiki*")
OPENERS = frozenset(".!?:;\"'“”‘’()[]-–—…*")
"""Behind these a capital letter proves nothing."""
SMALL = 0.25
"""Share of small occurrences from which on a word is no name: "street", "ministry" and "party" end many names."""
LONGEST_ACRONYM = 4
"""Longer words in capitals are shouted names more often than acronyms; the registry knows the long acronyms."""
TITLE = 0.5
"""Share of capitalised words from which on a sentence is a title."""


def main() -> int:
    """Write the list; 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("src/tallybook/packs/en/spellings.txt"))
    options = parser.parse_args()
    found = sorted({path for pattern in FILES for path in options.data.glob(f"{pattern}.conllu*")})
    words = usual_spellings(sentence for path in found for sentence in read_conllu(path))
    options.out.write_text("".join(f"{word}\n" for word in words), encoding="utf-8")
    return 0


def usual_spellings(sentences: Iterable[Sentence]) -> list[str]:
    """Every word in its usual spelling, in order."""
    counts: dict[str, Counter[str]] = {}
    for sentence in sentences:
        for word in _telling(sentence):
            counts.setdefault(word.form.lower(), Counter())[word.form] += 1
            if word.form.islower() and word.lemma.isalpha() and word.lemma.islower():
                counts.setdefault(word.lemma, Counter())[word.lemma] += 1
    usual = (_usual(word, count) for word, count in counts.items())
    return sorted(word for word in usual if word is not None)


def _usual(word: str, count: Counter[str]) -> str | None:
    if count[word] >= SMALL * count.total():
        return word
    form = count.most_common(1)[0][0]
    return form if count.total() > 1 and not (form.isupper() and len(form) > LONGEST_ACRONYM) else None


def _telling(sentence: Sentence) -> Iterator[Word]:
    """The words whose case proves something."""
    spelled = [word.form for word in sentence.words if word.form.isalpha()]
    if sum(form[0].isupper() for form in spelled) > TITLE * len(spelled):
        return
    before = "."
    for word in sentence.words:
        opens = before in OPENERS and not word.form.islower()
        if word.form.isalpha() and len(word.form) > 1 and not opens and "Typo=Yes" not in word.feats:
            yield word
        before = word.form[-1:]


if __name__ == "__main__":
    sys.exit(main())
