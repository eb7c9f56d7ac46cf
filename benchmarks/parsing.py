"""The packs: words a second, and what their mistakes cost the claims.

The second is an ablation: sentences of treebanks are read twice by the program's own rules, once over
the tree that people drew and once over a pack's, each sentence as a page of one paragraph. What the pack's claims
share with those of the drawn tree is what its mistakes leave; how good the rules are is measured elsewhere.
"""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast, get_args

from training.conllu import Sentence as Tree
from training.conllu import read_conllu
from training.convert import build_doc, surface_words

from benchmarks.ordinary import articles_of, ordinary_news
from benchmarks.scoring import Figures
from tallybook.extract import read_claims, survey
from tallybook.lexicon import load_lexicon
from tallybook.model import Block, BlockKind, Claim, Document, Sentence, Span
from tallybook.parse import load_pipeline, parse_sentences, split_sentences
from tallybook.quantity import has_quantity
from tallybook.registry import load_registry
from tallybook.settings import PackSize

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

PACKS: tuple[PackSize, ...] = get_args(PackSize)
FIELDS = ("event", "unit", "origin")
UNSEEN = {"*pud*.conllu*": "n", "en_ewt*test.conllu*": "", "en_gum*test.conllu*": ""}
"""Files, and how the names of the sentences taken from them begin."""
ARTICLES = 60
ROUNDS = 3
ROOT_BLOCK = "a sentence of a treebank"


def measure_parsing(shared: Path) -> Figures:
    """`parsing.<pack>.words_per_second` and `parsing.<pack>.*`; empty where the data is not there."""
    figures: Figures = {}
    texts = _news(shared)
    trees = list(_counting_trees(shared / "data" / "ud" / "en"))
    for pack in PACKS:
        pipeline = load_pipeline("en", pack)
        if texts:
            figures[f"parsing.{pack}.words_per_second"] = words_per_second(pipeline, texts)
        if trees:
            figures |= {f"parsing.{pack}.{name}": value for name, value in claims_kept(trees, pipeline).items()}
    return figures


def words_per_second(pipeline: Language, texts: Sequence[str]) -> float:
    """Words that a pipeline parses in a second of processor time, at the best of several rounds."""
    best = 0.0
    for _ in range(ROUNDS):
        started = time.process_time()
        words = sum(map(len, pipeline.pipe(texts, batch_size=64)))
        best = max(best, words / (time.process_time() - started))
    return best


def _news(shared: Path) -> list[str]:
    """The sentences of some articles of ordinary news."""
    lexicon = load_lexicon("en")
    articles = (article for pages in ordinary_news(shared).values() for article in articles_of(pages))
    return [s.text for article in islice(articles, ARTICLES) for s in split_sentences(article, lexicon)]


def _counting_trees(folder: Path) -> Iterator[Tree]:
    """The sentences that hold a quantity in what no pack has learnt from: half of PUD, the test parts."""
    for pattern, names in UNSEEN.items():
        for file in sorted(folder.glob(pattern)):
            for tree in read_conllu(file):
                if tree.name.startswith(names) and has_quantity(_text_of(tree)):
                    yield tree


def _text_of(tree: Tree) -> str:
    return "".join(word.form + " " * word.space_after for word in surface_words(tree)).rstrip()


def claims_kept(trees: Iterable[Tree], pipeline: Language) -> Figures:
    """F1 of the claims over predicted trees against those over drawn ones, and the share of each field that is kept.

    `claims_f1` asks for the same number with the same event, unit and origin; `numbers_f1` for the same number.
    """
    tally: Counter[str] = Counter()
    for tree in trees:
        drawn = build_doc(pipeline.vocab, [tree])
        document = _document(drawn.text)
        wanted = _claims(document, _Drawn(drawn))
        found = _claims(document, pipeline)
        tally["wanted"] += len(wanted)
        tally["found"] += len(found)
        for core in wanted.keys() & found.keys():
            same = {field: wanted[core][field] == found[core][field] for field in FIELDS}
            tally.update(field for field, kept in same.items() if kept)
            tally["both"] += 1
            tally["whole"] += all(same.values())
    return {
        "numbers_f1": _share(2 * tally["both"], tally["wanted"] + tally["found"]),
        "claims_f1": _share(2 * tally["whole"], tally["wanted"] + tally["found"]),
        **{field: _share(tally[field], tally["both"]) for field in FIELDS},
    }


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A stand-in for a pipeline that gives one tree, whatever it is asked."""

    doc: Doc

    @property
    def vocab(self) -> Vocab:
        return self.doc.vocab

    def pipe(self, texts: Iterable[str], batch_size: int) -> Iterator[Doc]:
        return (self.doc for _ in texts)


def _document(text: str) -> Document:
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    block = Block(span=Span(0, len(text)), kind=BlockKind.BODY, why=ROOT_BLOCK)
    return Document(id=digest[:12], text=text, content_hash=digest, blocks=(block,))


def _claims(document: Document, pipeline: Language | _Drawn) -> dict[Span, dict[str, Any]]:
    """The fields compared of every claim, by the numeral's place."""
    sentence = Sentence(span=Span(0, len(document.text)), text=document.text, block=document.blocks[0])
    surveyed = survey(document, [sentence], lexicon=load_lexicon("en"), registry=load_registry(None))
    parse = partial(parse_sentences, pipeline=cast("Language", pipeline))
    extraction = read_claims(surveyed, parse(surveyed.to_parse()), parse)
    return {claim.core: _fields(claim) for claim in extraction.claims}


def _fields(claim: Claim) -> dict[str, Any]:
    return {"event": claim.event, "unit": claim.quantity.unit, "origin": claim.attribution.origin}
