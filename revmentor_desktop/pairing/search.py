# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A small 0/1 programme that is asked again and again with one more row (HiGHS, through SciPy)."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportMissingTypeStubs=false, reportArgumentType=false, reportIndexIssue=false
# SciPy comes without types; this module is the place where that is let pass.

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scipy.optimize import Bounds, LinearConstraint

    from revmentor_desktop.pairing.grid import Flags, Floats

_ROUNDING = 1e-6
_LOST = "the solver lost a solution that exists"


class Search:
    """Choose candidates, one 0/1 variable each: rows of coefficients with their limits."""

    def __init__(self, entries: Sequence[tuple[int, int, int]], size: int, low: Sequence[float], high: Sequence[float]) -> None:
        """Begin with ``entries`` (coefficient, row, variable) of ``size`` variables and the limits of each row."""
        import numpy as np
        from scipy.sparse import coo_array

        self.size = size
        data, rows, columns = np.array(entries).T
        self.matrix = coo_array((data.astype(np.float64), (rows, columns)), shape=(len(low), size)).tocsr()
        self.low, self.high = np.array(low, dtype=np.float64), np.array(high, dtype=np.float64)

    def keep(self, coefficients: Floats, low: float, high: float) -> None:
        """Add a row: ``low`` ≤ coefficients · x ≤ ``high``."""
        import numpy as np
        from scipy.sparse import csr_array, vstack

        self.matrix = vstack([self.matrix, csr_array(coefficients[None, :])], format="csr")
        self.low, self.high = np.append(self.low, low), np.append(self.high, high)

    def most(self, gains: Floats, least: Flags, limit: Flags) -> Flags:
        """Return the candidates that gain most, between ``least`` (must be in) and ``limit`` (may be in)."""
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint

        undecided = np.nonzero(limit & ~least)[0]
        chosen = least.copy()
        if len(undecided):
            taken = self.matrix @ least
            limits = LinearConstraint(self.matrix[:, undecided], self.low - taken, self.high - taken)
            chosen[undecided] = _solved(gains[undecided], Bounds(0, 1), limits) > 0.5
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
        return _answered(np.zeros(self.size), Bounds(0, 1), limits) is not None

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

        Those whose reduced cost in the linear relaxation is within what the relaxation gains more.
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
        )
        if answer.x is None:
            raise ArithmeticError(_LOST)
        gap = max(0.0, -float(answer.fun) - best)
        return answer.lower.marginals <= gap + tolerance


def _solved(gains: Floats, bounds: Bounds, limits: LinearConstraint) -> Floats:
    """Return 0/1 values that gain most."""
    values = _answered(gains, bounds, limits)
    if values is None:
        raise ArithmeticError(_LOST)
    return values


def _answered(gains: Floats, bounds: Bounds, limits: LinearConstraint) -> Floats | None:
    """Return 0/1 values that gain most, ``None`` if there are none. The linear relaxation comes first: its corners are nearly
    always whole.
    """
    import numpy as np
    from scipy.optimize import milp

    answer = milp(-gains, bounds=bounds, constraints=limits)
    if answer.x is not None and (np.abs(answer.x - np.rint(answer.x)) < _ROUNDING).all():
        return answer.x
    # Without presolve, for HiGHS writes a line of its own to standard output when it repairs a presolved solution.
    return milp(
        -gains, integrality=np.ones(len(gains)), bounds=bounds, constraints=limits, options={"mip_rel_gap": 0.0, "presolve": False}
    ).x
