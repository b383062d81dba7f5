# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The edition as it would be with other settings, for looking at what they change."""

from dataclasses import replace

from revmentor_desktop.domain.editions import Weights
from revmentor_desktop.programme.snapshot import Snapshot


def with_weights(snapshot: Snapshot, weights: Weights) -> Snapshot:
    """Return the same programme under other weights."""
    return replace(snapshot, edition=replace(snapshot.edition, weights=weights))
