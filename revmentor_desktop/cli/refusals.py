# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What the command line itself refuses, beside what the rules and the world do."""


class RefusedError(Exception):
    """The world said no (exit status 3): ``sentence`` says what happened and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
