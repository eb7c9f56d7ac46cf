"""The section that `reconcile` reads: classes of persons that news counts beside all persons."""

from __future__ import annotations

from tallybook.lexicon.section import Section


class PersonClass(Section, frozen=True):
    """One class, by the `nouns` that name its members ("aid worker") and the words that say so before a neutral noun
    ("civilian deaths", "medical staff").

    Of a `force` a class may be the whole: all whom an army deploys are soldiers. `ranks` are parts of such a class.
    """

    nouns: frozenset[str]
    before: frozenset[str] = frozenset()
    force: bool = False
    rank: bool = False


class PersonWords(Section, frozen=True):
    """Classes by their name in the singular, and the `neutral` nouns that count any persons; a class may stand
    behind them after a word of `among`. Lemmas, lower case.

    A noun that stands nowhere here names whoever its event befell: the protesters at a march are all who marched.
    """

    classes: dict[str, PersonClass]
    neutral: frozenset[str]
    among: frozenset[str]
