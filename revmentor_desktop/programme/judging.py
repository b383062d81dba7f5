# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""One state of the edition, asked about many couples: what they all have in common is worked out once."""

from revmentor_desktop.domain.pairs import Block, Pair
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.pairing import blocks, criteria, explain
from revmentor_desktop.programme import pairs
from revmentor_desktop.programme.pairs import Assessment, Partner
from revmentor_desktop.programme.snapshot import Snapshot


class Judge:
    """Answers as `pairs.partners`, `pairs.assess` and `pairs.block_of` do, for one snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._situation = pairs.situation(snapshot)

    def partners(self, person_id: PersonId) -> tuple[Partner, ...]:
        """Rank who could be paired with somebody, best first, blocked ones last with what blocks."""
        return explain.partners(self._situation, person_id)

    def assess(self, mentor_id: PersonId, mentee_id: PersonId) -> Assessment:
        """Return score, criteria with their reasons, and warnings of two people."""
        return criteria.assess(self._situation, mentor_id, mentee_id)

    def block_of(self, pair: Pair) -> Block | None:
        """Return what stands against a pair that exists already, ``None`` when nothing does."""
        return blocks.first_block(self._situation, pair.mentor_id, pair.mentee_id, ignoring=pair.id)
