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
"""The share of each criterion, whole, 0 to 100, 100 together."""


def shares_of(weights: Weights) -> dict[str, int]:
    """Return weights as whole shares; what rounding leaves goes to the greatest remainders, earlier criteria first."""
    exact = weights.shares()
    floors = [int(exact[name] + 1e-9) for name in CRITERIA]
    remainders = [round(exact[name] - floor, 9) for name, floor in zip(CRITERIA, floors, strict=True)]
    return dict(zip(CRITERIA, _rounded(floors, remainders, WHOLE), strict=True))


def moved(began: Shares, name: str, share: int) -> dict[str, int]:
    """Return the shares when ``name`` is dragged to ``share`` (kept inside 0 to 100).

    The others share the rest in proportion to what they had when the drag ``began``, by largest remainder, so that back at its place
    everything is as it was. Others that had nothing at all share in the proportion of the recommended values.
    """
    share = min(WHOLE, max(0, share))
    others = [other for other in CRITERIA if other != name]
    parts = [began[other] for other in others]
    if not any(parts):
        recommended = shares_of(Weights())
        parts = [recommended[other] for other in others]
    spread = dict(zip(others, apportioned(parts, WHOLE - share), strict=True))
    return {each: share if each == name else spread[each] for each in CRITERIA}


def apportioned(parts: Sequence[int], total: int) -> list[int]:
    """Return ``total`` in whole numbers in proportion to ``parts`` (not all 0), by largest remainder, earlier ones first."""
    sum_of = sum(parts)
    floors = [part * total // sum_of for part in parts]
    return _rounded(floors, [part * total % sum_of for part in parts], total)


def weights_of(shares: Shares) -> Weights:
    """Return the shares as the edition keeps them. Raises `DomainError` when all are 0."""
    return Weights(**{name: float(shares[name]) for name in CRITERIA})


def _rounded(floors: Sequence[int], remainders: Sequence[float], total: int) -> list[int]:
    rounded = list(floors)
    places = sorted(range(len(rounded)), key=lambda place: (-remainders[place], place))
    for place in places[: total - sum(rounded)]:
        rounded[place] += 1
    return rounded
