# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A few of the firms that `compare_completion` and `compare_unlocks` try by the hundred."""

from collections import Counter

import pytest

from revmentor_desktop.pairing.solve import Objective
from tests.pairing import compare_completion, compare_unlocks


@pytest.mark.parametrize("seed", range(2000, 2025))
def test_the_completion_is_the_one_of_another_exact_model(seed: int) -> None:
    situation = compare_completion.firm(seed, largest=40)
    assert [compare_completion.difference(situation, objective) for objective in Objective] == [None, None]


@pytest.mark.parametrize("seed", range(2000, 2008))
def test_a_change_unlocks_and_smaller_ones_do_not_says_another_exact_model(seed: int) -> None:
    assert list(compare_unlocks.differences(seed, Counter(), largest=16)) == []
