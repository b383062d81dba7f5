# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What is said of a completion whose search was ended before it was known to be the best."""

import pytest

from revmentor_desktop.programme.pairs import Gap
from revmentor_desktop.ui.words import pairing


@pytest.mark.parametrize(
    ("gap", "said"),
    [
        (Gap(1, 0.0), "quizá 1 más de ellas podría tener pareja."),
        (Gap(3, 12.5), "quizá hasta 3 más de ellas podrían tener pareja."),
        (Gap(0, 12.5), "sus parejas podrían sumar quizá 12,5 puntos más."),
        (Gap(0, 0.0), "puede haber otras soluciones igual de buenas."),
    ],
)
def test_how_far_from_the_best_a_completion_may_be_is_a_sentence(gap: Gap, said: str) -> None:
    sentence = pairing.not_proved(gap)
    assert sentence.startswith("Con tantas personas que pueden enseñar y aprender, la búsqueda se ha dejado al cabo de un rato: ")
    assert sentence.endswith(said)
