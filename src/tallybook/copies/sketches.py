"""The sketches of many documents as columns, the way Parquet keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tallybook.copies.sketch import Sketch
from tallybook.copies.words import Hashes

Places = NDArray[np.int64]
_UNKNOWN_DAY = 1 << 31


@dataclass(frozen=True, slots=True, eq=False)
class Lists:
    """Rows of hashes of any length: row `i` is `values[offsets[i]:offsets[i + 1]]`.

    Of a column `c` of lists in Arrow: `Lists(c.offsets.to_numpy(), c.values.to_numpy())`.
    """

    offsets: Places
    values: Hashes

    @classmethod
    def of(cls, rows: Sequence[Hashes]) -> Lists:
        """The given rows, one after the other."""
        offsets = np.zeros(len(rows) + 1, np.int64)
        np.cumsum([len(row) for row in rows], out=offsets[1:])
        return cls(offsets, np.concatenate([np.empty(0, np.uint64), *rows]))

    def lengths(self) -> Places:
        """How many hashes each row has."""
        return np.diff(self.offsets)

    def counted(self, chosen: NDArray[np.bool_]) -> Places:
        """How many of each row's values are chosen."""
        before = np.zeros(len(chosen) + 1, np.uint32)
        np.cumsum(chosen, dtype=np.uint32, out=before[1:])
        counts: Places = np.diff(before[self.offsets]).astype(np.int64)
        return counts

    def kept(self, keep: NDArray[np.bool_]) -> Lists:
        """The rows without the values that are not to be kept."""
        offsets = np.zeros(len(self.offsets), np.int64)
        np.cumsum(self.counted(keep), out=offsets[1:])
        return Lists(offsets, self.values[keep])

    def taken(self, rows: Places) -> tuple[Places, Hashes]:
        """The values of the given rows, and of which of them (by its place in `rows`) each is."""
        starts, lengths = self.offsets[rows], self.offsets[rows + 1] - self.offsets[rows]
        ends = np.cumsum(lengths)
        at = np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - ends + lengths, lengths)
        return np.repeat(np.arange(len(rows)), lengths), self.values[at]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Sketches:
    """The sketches of many documents, a column for each field of `Sketch`."""

    documents: Sequence[str]
    day: NDArray[np.int32]
    words: NDArray[np.int32]
    site: Hashes
    below: Hashes
    shingles: Lists
    numbers: Lists

    def __len__(self) -> int:
        return len(self.documents)

    @classmethod
    def of(cls, sketches: Iterable[Sketch]) -> Sketches:
        """The given sketches, in their order."""
        rows = list(sketches)
        return cls(
            documents=[row.document for row in rows],
            day=np.array([row.day for row in rows], np.int32),
            words=np.array([row.words for row in rows], np.int32),
            site=np.array([row.site for row in rows], np.uint64),
            below=np.array([row.below for row in rows], np.uint64),
            shingles=Lists.of([row.shingles for row in rows]),
            numbers=Lists.of([row.numbers for row in rows]),
        )

    def by_age(self) -> Places:
        """The places of the sketches, the likelier original first: earlier, else longer, the day unknown last."""
        days = np.where(self.day == 0, _UNKNOWN_DAY, self.day.astype(np.int64)).tolist()
        keys = list(zip(days, (-self.words.astype(np.int64)).tolist(), self.documents, strict=True))
        return np.array(sorted(range(len(self)), key=keys.__getitem__), np.int64)
