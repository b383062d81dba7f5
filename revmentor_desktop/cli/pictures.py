# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The verb that shows what a person would see: pictures of the screens, and every document."""

import argparse
from functools import partial
from pathlib import Path

from revmentor_desktop.cli.access import unlocked
from revmentor_desktop.cli.answers import DONE, Answer, listed
from revmentor_desktop.cli.verbs import Verbs, size
from revmentor_desktop.i18n import _


def add_tour(verbs: Verbs) -> None:
    """Add the verb that takes the pictures."""
    tour = verbs.add("tour", _("a picture of every screen, and every document"), _tour, _say_tour, file=False)
    tour.add_argument("file", type=Path, nargs="?", metavar="FILE", help=_("the programme file; without it, the example"))
    tour.add_argument("--out", type=Path, required=True, metavar="DIR", help=_("folder for the pictures"))
    tour.add_argument("--dark", action="store_true", help=_("dark theme"))
    tour.add_argument("--size", type=size, default=(1366, 690), metavar="WxH", help=_("size of the window"))


def _tour(arguments: argparse.Namespace) -> tuple[Answer, int]:
    from revmentor_desktop.ui.tour import stages

    shown = partial(stages.take, arguments.out, arguments.file, dark=arguments.dark, size=arguments.size, today=arguments.today)
    made = unlocked(shown)
    return {"pictures": list(made.pictures), "documents": list(made.documents)}, DONE


def _say_tour(answer: Answer) -> str:
    pictures, documents = len(listed(answer, "pictures")), len(listed(answer, "documents"))
    return _("{pictures} pictures and {documents} documents made.").format(pictures=pictures, documents=documents)
