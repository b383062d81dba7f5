# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Weights in whole numbers that always add up to 100."""

from collections.abc import Mapping, Sequence
from dataclasses import fields

from revmentor_desktop.domain.editions import Weights

CRITERIA = tuple(field.name for field in fields(Weights))
"""The six criteria in their order."""
WHOLE = 100

Shares = Mapping[str, float]
"""The exact share of each criterion, 0 to 100, 100 together: whole numbers would lose the proportions step by step."""


def shares_of(weights: Weights) -> dict[str, int]:
    """Return the weights as whole shares of 100 (see `whole`)."""
    return whole(weights.shares())


def whole(shares: Shares) -> dict[str, int]:
    """Return the shares as they are shown; what rounding leaves goes to the greatest remainders, earlier ones first."""
    return dict(zip(CRITERIA, _whole([shares[name] for name in CRITERIA], WHOLE), strict=True))


def moved(before: Shares, name: str, share: int) -> dict[str, float]:
    """Return the shares after ``name`` was set to ``share``: the others shrink or grow in proportion to what they had in ``before``.

    Others that had nothing at all take the rest in the proportion of the recommended values.
    """
    share = min(WHOLE, max(0, share))
    others = [other for other in CRITERIA if other != name]
    parts = [before[other] for other in others]
    if sum(parts) == 0:
        parts = [Weights().shares()[other] for other in others]
    spread = [part * (WHOLE - share) / sum(parts) for part in parts]
    return {**dict(zip(others, spread, strict=True)), name: float(share)}


def weights_of(shares: Shares) -> Weights:
    """Return the shares as the edition keeps them."""
    return Weights(**{name: shares[name] for name in CRITERIA})


def _whole(exact: Sequence[float], total: int) -> list[int]:
    floors = [int(value + 1e-9) for value in exact]
    places = sorted(range(len(exact)), key=lambda place: (-(round(exact[place] - floors[place], 9)), place))
    for place in places[: total - sum(floors)]:
        floors[place] += 1
    return floors
