# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A small 0/1 programme that is asked again and again with one more row (HiGHS, through SciPy)."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportMissingTypeStubs=false, reportArgumentType=false, reportIndexIssue=false
# SciPy comes without types; this module is the place where that is let pass.

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from scipy.optimize import Bounds, LinearConstraint

    from revmentor_desktop.pairing.grid import Flags, Floats

_ROUNDING = 1e-6
_LOST = "the solver lost a solution that exists"
_STOPPED = 1
"""What HiGHS answers, through SciPy, when the time is over."""
_LEAST_SECONDS = 0.01

Left = Callable[[], float]
"""Says how many seconds are left."""


class OutOfTimeError(Exception):
    """The time was over before a solution was shown to be the best."""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A solution (``None``: none was found in time), and what the best one gains at most, which is as much as it if it is the best."""

    chosen: Flags | None
    most: float


class Search:
    """Choose candidates, one 0/1 variable each: rows of coefficients with their limits."""

    def __init__(
        self, entries: Sequence[tuple[int, int, int]], size: int, low: Sequence[float], high: Sequence[float], left: Left | None = None
    ) -> None:
        """Begin with ``entries`` (coefficient, row, variable) of ``size`` variables and the limits of each row.

        ``left`` says how much time is left for all that is asked (``None``: all that it takes).
        """
        import numpy as np
        from scipy.sparse import coo_array

        self.size = size
        self.left = left
        data, rows, columns = np.array(entries).T
        self.matrix = coo_array((data.astype(np.float64), (rows, columns)), shape=(len(low), size)).tocsr()
        self.low, self.high = np.array(low, dtype=np.float64), np.array(high, dtype=np.float64)

    def keep(self, coefficients: Floats, low: float, high: float) -> None:
        """Add a row: ``low`` ≤ coefficients · x ≤ ``high``; or several, if ``coefficients`` has several."""
        import numpy as np
        from scipy.sparse import csr_array, vstack

        added = np.atleast_2d(coefficients)
        self.matrix = vstack([self.matrix, csr_array(added)], format="csr")
        self.low, self.high = np.append(self.low, np.full(len(added), low)), np.append(self.high, np.full(len(added), high))

    def best(self, gains: Floats) -> Found:
        """Return the candidates that gain most, as far as there is time."""
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint

        answer, relaxed = _answer(gains, Bounds(0, 1), LinearConstraint(self.matrix, self.low, self.high), self.left)
        # What the relaxation comes to when it is stopped is no solution.
        chosen = None if answer.x is None or not self.holds(answer.x > 0.5) else answer.x > 0.5
        if answer.status != _STOPPED:
            if chosen is None:
                raise ArithmeticError(_LOST)
            return Found(chosen, float(gains @ chosen))
        bounds = [-float(bound) for bound in (answer.mip_dual_bound, relaxed) if bound is not None and np.isfinite(bound)]
        # No more can be gained than by everything together.
        return Found(chosen, min(bounds, default=float(np.maximum(gains, 0.0).sum())))

    def most(self, gains: Floats, least: Flags, limit: Flags) -> Flags:
        """Return the candidates that gain most, between ``least`` (must be in) and ``limit`` (may be in).

        Raises `OutOfTimeError`.
        """
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint

        undecided = np.nonzero(limit & ~least)[0]
        chosen = least.copy()
        if len(undecided):
            taken = self.matrix @ least
            limits = LinearConstraint(self.matrix[:, undecided], self.low - taken, self.high - taken)
            values = _answered(gains[undecided], Bounds(0, 1), limits, self.left)
            if values is None:
                raise ArithmeticError(_LOST)
            chosen[undecided] = values > 0.5
        return chosen

    def holds(self, chosen: Flags) -> bool:
        """Whether a solution really keeps every row, now that its variables are whole."""
        sums = self.matrix @ chosen
        return bool(((sums >= self.low - _ROUNDING) & (sums <= self.high + _ROUNDING)).all())

    def has_solution(self) -> bool:
        """Whether any choice keeps every row."""
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint

        limits = LinearConstraint(self.matrix, self.low, self.high)
        return _answered(np.zeros(self.size), Bounds(0, 1), limits, self.left) is not None

    def room(self, chosen: Flags) -> Flags:
        """Return the candidates that still have room beside ``chosen``."""
        import numpy as np

        left = self.high - self.matrix @ chosen
        entries = self.matrix.tocoo()
        room = np.ones(len(chosen), dtype=np.bool_)
        room[entries.col[entries.data > left[entries.row] + _ROUNDING]] = False
        return room

    def reachable(self, gains: Floats, best: float, tolerance: float) -> Flags:
        """Return the candidates that may be in a solution gaining ``best``.

        Those whose reduced cost in the linear relaxation is within what the relaxation gains more. Raises `OutOfTimeError`.
        """
        import numpy as np
        from scipy.optimize import linprog
        from scipy.sparse import vstack

        below, above = np.isfinite(self.high), np.isfinite(self.low)
        answer = linprog(
            -gains,
            A_ub=vstack([self.matrix[below], -self.matrix[above]], format="csr"),
            b_ub=np.concatenate([self.high[below], -self.low[above]]),
            bounds=(0, 1),
            method="highs",
            options=_within(self.left),
        )
        if answer.status == _STOPPED:
            raise OutOfTimeError
        if answer.x is None:
            raise ArithmeticError(_LOST)
        gap = max(0.0, -float(answer.fun) - best)
        return answer.lower.marginals <= gap + tolerance


class _Answer(Protocol):
    """What SciPy's `milp` gives back."""

    x: Floats | None
    fun: float | None
    status: int
    mip_dual_bound: float | None


def _answered(gains: Floats, bounds: Bounds, limits: LinearConstraint, left: Left | None) -> Floats | None:
    """Return 0/1 values that gain most, ``None`` if there are none."""
    answer, _ = _answer(gains, bounds, limits, left)
    if answer.status == _STOPPED:
        raise OutOfTimeError
    return answer.x


def _answer(gains: Floats, bounds: Bounds, limits: LinearConstraint, left: Left | None) -> tuple[_Answer, float | None]:
    """Ask for the 0/1 values that gain most, and say what the linear relaxation comes to (less than 0, as the solver has it).

    That comes first, for its corners are nearly always whole.
    """
    import numpy as np
    from scipy.optimize import milp

    answer = cast("_Answer", milp(-gains, bounds=bounds, constraints=limits, options=_within(left)))
    if answer.status == _STOPPED:
        return answer, None
    if answer.x is not None and (np.abs(answer.x - np.rint(answer.x)) < _ROUNDING).all():
        return answer, None
    # Without presolve, for HiGHS writes a line of its own to standard output when it repairs a presolved solution.
    options = {"mip_rel_gap": 0.0, "presolve": False, **_within(left)}
    whole = milp(-gains, integrality=np.ones(len(gains)), bounds=bounds, constraints=limits, options=options)
    return cast("_Answer", whole), answer.fun


def _within(left: Left | None) -> dict[str, float]:
    """Return the option of the solver that limits its time."""
    return {} if left is None else {"time_limit": max(_LEAST_SECONDS, left())}
