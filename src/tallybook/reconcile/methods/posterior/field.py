"""The posterior of one series on a grid of log scale whose cells follow the statements, so that it is exact there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tallybook.reconcile.methods.posterior.kernel import Kernel
from tallybook.reconcile.methods.posterior.shape import Shape

Array = NDArray[np.float64]
Sure = tuple[float, float, float]
_ABOUT = np.array([-12, -6, -3, -1.6, -0.9, -0.5, -0.2, 0, 0.2, 0.5, 0.9, 1.6, 3, 6, 12.0])
_SIDE = np.array([0, 0.3, 1, 3.0])
_REACH = 6.0


@dataclass(frozen=True, slots=True)
class Solved:
    """The `mass` of each cell; of each group the chance that it is `right`; of each statement that it only repeats one
    of its group."""

    mass: Array
    right: Array
    repeats: Array


class Field:
    """Statements of one series laid out for any trust in who makes them. `of` is the group of each statement: those
    that say exactly the same are one group. `bounds` are from, to and how sure, on log scale."""

    def __init__(
        self, kernels: Sequence[Kernel], shape: Shape, *, stale: Array | None = None, bounds: Sequence[Sure] = ()
    ) -> None:
        self.groups = sorted(set(kernels), key=lambda k: (k.at, k.low, k.high, k.down, k.up))
        index = {kernel: i for i, kernel in enumerate(self.groups)}
        self.of = np.array([index[kernel] for kernel in kernels])
        self.shape = shape
        low, high, down, up, at = np.array([(k.low, k.high, k.down, k.up, k.at) for k in self.groups]).T
        self.low, self.high = low, high
        edges = [
            (low[:, None] - down[:, None] * _SIDE).ravel(),
            (high[:, None] + up[:, None] * _SIDE).ravel(),
            (at[:, None] + shape.scale * _ABOUT).ravel(),
            [at.min() - _REACH, at.max() + _REACH],
            [end for low_end, high_end, _ in bounds for end in (low_end, low_end + _REACH, high_end) if end < math.inf],
        ]
        self.edges = np.unique(np.concatenate(edges))
        self.cells = np.diff(self.edges)
        self.middle: Array = (self.edges[1:] + self.edges[:-1]) / 2
        self.open = self.cells
        for low_end, high_end, sure in bounds:
            inside = (self.middle > low_end) & (self.middle < high_end)
            self.open = self.open * np.where(inside, 1.0, 1.0 - sure)
        below = np.maximum(low[:, None] - self.middle, 0)
        above = np.maximum(self.middle - high[:, None], 0)
        self.right = np.exp(-below / down[:, None] - above / up[:, None]) / (high - low + down + up)[:, None]
        if stale is not None and stale.any():
            each = np.ones((len(self.groups), 1))
            np.multiply.at(each[:, 0], self.of, stale)  # every statement of a group has to be
            self.right = (1 - each) * self.right + each * self._grown(below, above)
        self.wrong = self._wrong(at) + self._rounded()[:, None]

    def _grown(self, below: Array, above: Array) -> Array:
        """The statement was true before, and the total has grown since."""
        late = np.where(below > 0, 0.0, np.exp(-above / self.shape.growth))
        wide = self.high - self.low + self.shape.growth
        return np.asarray(late / wide[:, None])

    def _wrong(self, at: Array) -> Array:
        nu, scale = self.shape.freedom, self.shape.scale
        peak = math.gamma((nu + 1) / 2) / (math.gamma(nu / 2) * math.sqrt(nu * math.pi)) / scale
        off = (at[:, None] - self.middle) / scale
        near = peak * (1 + off * off / nu) ** (-(nu + 1) / 2)
        return np.asarray((1 - self.shape.junk) * near + self.shape.junk / self.shape.span)

    def _rounded(self) -> Array:
        """A wrong number that rounds another is as likely taken from it as one that repeats it."""
        width = np.array([kernel.width for kernel in self.groups])
        finer = 2 * width[None, :] < width[:, None]
        inside = np.array([[outer.allows(inner.at) for inner in self.groups] for outer in self.groups])
        return np.asarray(np.where((finer & inside).any(1), self.shape.copy / width, 0.0))

    def solve(self, trust: Array, copying: Array) -> Solved:
        """`trust` is the chance that a statement is right, `copying` that its maker only repeats what another says."""
        many = len(self.groups)
        others = np.bincount(self.of, minlength=many)[self.of] - 1
        seen = copying * others / max(len(self.of) - 1, 1)
        alone = np.where(others > 0, 1 - copying, 1.0)
        same = self.shape.copy ** (others / (others + 1))  # of those who give one wrong number, all but one repeat it
        yes = alone * trust + seen
        no = alone * (1 - trust) * same + seen
        right = np.exp(np.bincount(self.of, np.log(yes), many))[:, None] * self.right
        each = right + np.exp(np.bincount(self.of, np.log(no), many))[:, None] * self.wrong
        log = np.where(self.open > 0, np.log(each).sum(0), -np.inf)
        mass = np.exp(log - log.max()) * self.open
        mass /= mass.sum()
        given = (right / each) @ mass
        repeated = given[self.of] * seen / yes + (1 - given[self.of]) * seen / no
        return Solved(mass, given, repeated)

    def quantile(self, mass: Array, share: float) -> float:
        """Where on the log scale `share` of the mass lies below."""
        return float(np.interp(share, np.concatenate([[0.0], np.cumsum(mass)]), self.edges))

    def within(self, mass: Array, low: float, high: float) -> float:
        """The mass between two points of the log scale."""
        below = np.interp([low, high], self.edges, np.concatenate([[0.0], np.cumsum(mass)]))
        return float(below[1] - below[0])
