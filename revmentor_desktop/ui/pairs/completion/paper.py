# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The comparison on paper: for management, before anybody is asked. Nothing of it says why a pair is not possible."""

from collections import Counter
from collections.abc import Sequence

from revmentor_desktop.programme.pairing_papers import ShownProposal
from revmentor_desktop.ui.pairs.completion.offers import Offer, Part


def shown_of(offers: Sequence[Offer]) -> tuple[ShownProposal, ...]:
    """Return the proposals side by side as the paper takes them; pairs that no longer hold are left out."""
    times = Counter(couple for offer in offers for couple in offer.couples)
    return tuple(
        ShownProposal(
            title=offer.name,
            pairs=tuple(
                (*one.couple, one.score, len(offers) > 1 and times[one.couple] == 1)
                for one in offer.of(Part.NEW, Part.STAYS)
                if one.score is not None
            ),
            mentees=offer.figures.pairs,
            either=offer.figures.either,
            total=offer.figures.points,
            worst=offer.figures.lowest,
            left_out=offer.left_out,
        )
        for offer in offers
    )
