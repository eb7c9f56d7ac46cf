"""CoNLL-U → documents spaced as the text was."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc
from training.conllu import Sentence, read_conllu, write_conllu
from training.convert import build_corpus, build_doc, documents

from tallybook.errors import DataFileError

# what it shows, the rows, the text, then each word: form lemma head relation
ROWS = [
    (
        "SpaceAfter=No holds the full stop to the word",
        """
        1 Ferries ferry NOUN 2 nsubj
        2 sank    sink  VERB 0 root  SpaceAfter=No
        3 .       .     PUNCT 2 punct
        """,
        "Ferries sank. ",
        ["Ferries ferry 1 nsubj", "sank sink 1 ROOT", ". . 1 punct"],
    ),
    (
        "pieces that spell their token stay apart, without a space",
        """
        1   They  they PRON 4 nsubj
        2-3 don't _    _    _ _
        2   do    do   AUX  4 aux
        3   n't   not  PART 4 advmod
        4   swim  swim VERB 0 root
        """,
        "They don't swim ",
        ["They they 3 nsubj", "do do 3 aux", "n't not 3 advmod", "swim swim 3 ROOT"],
    ),
    (
        "in capitals the token's letters are kept",
        """
        1-2 CAN'T _   _    _ _
        1   ca    can AUX  3 aux
        2   n't   not PART 3 advmod
        3   STOP  stop VERB 0 root
        """,
        "CAN'T STOP ",
        ["CA can 2 aux", "N'T not 2 advmod", "STOP stop 2 ROOT"],
    ),
    (
        "a token's own space counts, not that of its last piece",
        """
        1-2 it's _  _    _ _    SpaceAfter=No
        1   it   it PRON 3 nsubj
        2   's   be AUX  3 cop
        3   !    !  PUNCT 0 root
        """,
        "it's! ",
        ["it it 2 nsubj", "'s be 2 cop", "! ! 2 ROOT"],
    ),
    (
        "two words fused into one: what hung on either hangs on it",
        """
        1   Toll   toll NOUN 0 root
        2-3 du     _    _    _ _
        2   de     de   ADP  4 case
        3   le     le   DET  4 det
        4   port   port NOUN 1 nmod
        5   vieux  vieux ADJ 4 amod
        """,
        "Toll du port vieux ",
        ["Toll toll 0 ROOT", "du de 2 case", "port port 0 nmod", "vieux vieux 2 amod"],
    ),
    (
        "a verb with pronouns fused: the verb stands for all",
        """
        1-3 dáselo _   _    _ _    SpaceAfter=No
        1   da     dar VERB 0 root
        2   se     él  PRON 1 iobj
        3   lo     él  PRON 1 obj
        4   hoy    hoy ADV  1 advmod
        5   .      .   PUNCT 3 punct
        """,
        "dáselohoy . ",
        ["dáselo dar 0 ROOT", "hoy hoy 0 advmod", ". . 0 punct"],
    ),
    (
        "a space within a word is a no-break space, an empty node is left out, no lemma is none",
        """
        1   10␣000 10000 NUM  2 nummod
        2   left   _     VERB 0 root
        2.1 left   leave VERB _ _
        """,
        "10\u00a0000 left ",
        ["10\u00a0000 10000 1 nummod", "left  1 ROOT"],
    ),
]


@pytest.mark.parametrize(("table", "text", "words"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_words(read: Callable[[str], list[Sentence]], table: str, text: str, words: list[str]) -> None:
    doc = build_doc(spacy.blank("xx").vocab, read(table))
    assert doc.text_with_ws == text
    assert [_shown(doc, i) for i in range(len(doc))] == words


def _shown(doc: Doc, place: int) -> str:
    token = doc[place]
    return f"{token.text} {token.lemma_} {token.head.i} {token.dep_}"


def _lines(place: int, *, opens_document: bool) -> str:
    opening = "# newdoc\n" if opens_document else ""
    return f"{opening}# sent_id = s{place}\n1\tw{place}\tw\tNOUN\tNN\tNumber=Sing\t0\troot\t_\t_\n"


TEXTS = "\n".join(_lines(place, opens_document=place in {0, 3}) for place in range(5))


@pytest.mark.parametrize(
    ("group", "expected"),
    [(8, ["s0 s1 s2", "s3 s4"]), (2, ["s0 s1", "s2", "s3 s4"]), (1, ["s0", "s1", "s2", "s3", "s4"])],
)
def test_documents_end_with_their_text(tmp_path: Path, group: int, expected: list[str]) -> None:
    path = tmp_path / "texts.conllu"
    path.write_text(TEXTS, encoding="utf-8")
    runs = documents(read_conllu(path), group=group)
    assert [" ".join(sentence.name for sentence in run) for run in runs] == expected


def test_corpus_survives_the_disk_and_parts_stay_apart(tmp_path: Path) -> None:
    path = tmp_path / "texts.conllu.gz"
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.write(TEXTS.replace("# newdoc\n", ""))
    corpus = build_corpus([read_conllu(path), read_conllu(path)], language="en")
    docs = list(corpus.get_docs(spacy.blank("en").vocab))
    assert [len(doc) for doc in docs] == [5, 5]
    first = docs[0][0]
    assert (first.pos_, first.tag_, str(first.morph)) == ("NOUN", "NN", "Number=Sing")
    assert [token.is_sent_start for token in docs[0]] == [True] * 5


def test_written_as_it_was_read(tmp_path: Path, read: Callable[[str], list[Sentence]]) -> None:
    sentences = read(ROWS[0][1])
    path = tmp_path / "again.conllu"
    with path.open("w", encoding="utf-8") as out:
        write_conllu(sentences, out)
    assert list(read_conllu(path)) == sentences


@pytest.mark.parametrize("line", ["1\tno\tcolumns", "1\ta\ta\tNOUN\t_\t_\tx\troot\t_\t_"])
def test_what_is_no_conllu_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "broken.conllu"
    path.write_text(f"{TEXTS}\n{line}\n", encoding="utf-8")
    with pytest.raises(DataFileError, match=r"broken\.conllu:\d+"):
        list(read_conllu(path))
