"""Read and write treebanks in the CoNLL-U format (https://universaldependencies.org/format.html)."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from tallybook.errors import DataFileError


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One syntactic word. `head` counts from 0 within the sentence; the root is its own head. Empty is "", not "_"."""

    form: str
    lemma: str
    upos: str
    xpos: str = ""
    feats: str = ""
    head: int
    relation: str
    space_after: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiword:
    """Words `first` to `last` (counted from 0, both inclusive) which the text writes as one: "du" for "de le"."""

    first: int
    last: int
    form: str
    space_after: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a treebank; `opens_document` where another text begins with it."""

    name: str
    words: tuple[Word, ...]
    multiwords: tuple[Multiword, ...] = ()
    opens_document: bool = False


def read_conllu(path: Path) -> Iterator[Sentence]:
    """The sentences of a file, gzipped where its name ends in .gz; enhanced dependencies and empty nodes are dropped.

    Raises `DataFileError` for a block of lines that is not CoNLL-U.
    """
    with _open(path) as lines:
        for first_line, block in _blocks(lines):
            try:
                sentence = _sentence(block)
            except ValueError as error:
                raise DataFileError("not CoNLL-U", where=f"{path}:{first_line}", why=str(error)) from error
            if sentence.words:
                yield sentence


def _blocks(lines: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines between empty ones, each with the number of its first line."""
    block: list[str] = []
    first = 1
    for number, line in enumerate(lines, start=1):
        text = line.rstrip("\n")
        if text:
            block.append(text)
            continue
        yield first, block
        block, first = [], number + 1
    yield first, block


def _open(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def _sentence(block: list[str]) -> Sentence:
    """The sentence of a block of lines; without words where it holds only comments."""
    comments = [line for line in block if line.startswith("#")]
    rows = [line.split("\t") for line in block if not line.startswith("#")]
    names = [line.split("=", 1)[1].strip() for line in comments if line.startswith("# sent_id")]
    return Sentence(
        name=names[0] if names else "",
        words=tuple(_word(row) for row in rows if "-" not in row[0] and "." not in row[0]),
        multiwords=tuple(_multiword(row) for row in rows if "-" in row[0]),
        opens_document=any(line.startswith("# newdoc") for line in comments),
    )


def _word(row: list[str]) -> Word:
    place, form, lemma, upos, xpos, feats, head, relation, _, misc = row
    return Word(
        form=form,
        lemma="" if lemma == "_" and form != "_" else lemma,
        upos=upos,
        xpos=_filled(xpos),
        feats=_filled(feats),
        head=int(place if head == "0" else head) - 1,
        relation=relation,
        space_after=_has_space(misc),
    )


def _multiword(row: list[str]) -> Multiword:
    places, form, *_, misc = row
    first, last = places.split("-")
    return Multiword(first=int(first) - 1, last=int(last) - 1, form=form, space_after=_has_space(misc))


def _filled(cell: str) -> str:
    return "" if cell == "_" else cell


def _has_space(misc: str) -> bool:
    return "SpaceAfter=No" not in misc


def write_conllu(sentences: Iterable[Sentence], out: TextIO) -> None:
    """Sentences without multiword tokens as CoNLL-U; the space after a sentence's last word is never marked."""
    for sentence in sentences:
        out.write(f"# sent_id = {sentence.name}\n")
        for place, word in enumerate(sentence.words):
            out.write("\t".join(_cells(word, place, is_last=place == len(sentence.words) - 1)) + "\n")
        out.write("\n")


def _cells(word: Word, place: int, *, is_last: bool) -> list[str]:
    is_root = word.head == place
    return [
        str(place + 1),
        word.form,
        word.lemma or "_",
        word.upos,
        word.xpos or "_",
        word.feats or "_",
        "0" if is_root else str(word.head + 1),
        "root" if is_root else word.relation,
        "_",
        "_" if word.space_after or is_last else "SpaceAfter=No",
    ]
