# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Everybody who could be somebody's partner: how well they fit, what blocks them, and what the pair would cost the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.pairing.cost import Baseline, Cost, costs
from revmentor_desktop.pairing.explain import Partner, partners


@dataclass(frozen=True, slots=True)
class Explained:
    """A partner in one direction with what the pair would cost; ``cost`` is ``None`` if the pair is blocked."""

    partner: Partner
    cost: Cost | None


def _no_check() -> None:
    return


def explained(base: Baseline, person_id: PersonId, check: Callable[[], None] = _no_check) -> tuple[Explained, ...]:
    """Return everybody of the edition in each direction that the roles allow, best first, blocked ones last.

    The order and what blocks are those of `partners`: a place taken by an unlocked proposal blocks, too. ``check`` is
    called for every pair and may raise to give up.
    """
    found = costs(base, person_id, check)
    return tuple(
        Explained(partner, None if partner.block is not None else found[_couple(person_id, partner)])
        for partner in partners(base.situation, person_id)
    )


def _couple(person_id: PersonId, partner: Partner) -> tuple[PersonId, PersonId]:
    return (partner.person_id, person_id) if partner.as_mentor else (person_id, partner.person_id)
