# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Weights in whole numbers that always add up to 100."""

from collections.abc import Mapping, Sequence
from dataclasses import fields

from revmentor_desktop.domain.editions import Weights

CRITERIA = tuple(field.name for field in fields(Weights))
"""The six criteria in their order."""
WHOLE = 100

Shares = Mapping[str, int]
"""The share of each criterion, 0 to 100, 100 together."""


def shares_of(weights: Weights) -> dict[str, int]:
    """Return the weights as whole shares of 100; what rounding leaves goes to the greatest remainders, earlier ones first."""
    exact = weights.shares()
    return dict(zip(CRITERIA, _whole([exact[name] for name in CRITERIA], WHOLE), strict=True))


def moved(before: Shares, name: str, share: int) -> dict[str, int]:
    """Return the shares after ``name`` was set to ``share``: the others shrink or grow in proportion to what they had in ``before``.

    Others that had nothing at all take the rest in the proportion of the recommended values.
    """
    share = min(WHOLE, max(0, share))
    others = [other for other in CRITERIA if other != name]
    parts = [float(before[other]) for other in others]
    if sum(parts) == 0:
        parts = [Weights().shares()[other] for other in others]
    rest = WHOLE - share
    spread = _whole([part * rest / sum(parts) for part in parts], rest)
    return {**dict(zip(others, spread, strict=True)), name: share}


def weights_of(shares: Shares) -> Weights:
    """Return the shares as the edition keeps them."""
    return Weights(**{name: float(shares[name]) for name in CRITERIA})


def _whole(exact: Sequence[float], total: int) -> list[int]:
    floors = [int(value + 1e-9) for value in exact]
    places = sorted(range(len(exact)), key=lambda place: (-(round(exact[place] - floors[place], 9)), place))
    for place in places[: total - sum(floors)]:
        floors[place] += 1
    return floors
