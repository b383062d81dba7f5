# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The first command on a fresh computer; needs only Python's own library.

python3 installer/bootstrap.py run  [ARGUMENT …]   make ready, then open the program on a fresh copy of the example
python3 installer/bootstrap.py test [ARGUMENT …]   make ready, then run every check; arguments go to pytest

Without a screen, ``run`` does the main job into ``demo/``. With arguments, ``run`` hands them to the program.
Exit status: that of what was run; 2 for a wrong call; 3 when the computer said no, with a sentence that says what to do.

This file and ``words`` are read by whatever Python 3 the computer has, so they use no newer syntax, and nothing else
of ours is imported before the version has been looked at.
"""

import os
import sys

from words import ROOT, _

MINIMUM = (3, 11)
"""Oldest Python that the program runs on, the same as in pyproject.toml."""


def too_old(version: "tuple[int, ...]") -> bool:
    """Tell whether a Python of this version can't run the program."""
    return tuple(version[:2]) < MINIMUM


def run(arguments: "list[str]") -> int:
    """Make ready and open the program; without a screen, do the main job into ``demo/``. Returns the exit status."""
    import demo
    import environment
    import screen
    from terminal import say

    python = environment.prepare("run")
    surroundings = screen.surroundings(os.environ)
    if arguments:
        return environment.call([python, "-m", "revmentor_desktop", *arguments], surroundings)
    if screen.usable(python, surroundings):
        say(_("Opening RevMentor on a fresh copy of the example."))
        return environment.call([python, "-m", "revmentor_desktop", "--example"], surroundings)
    say(_("There is no screen here, so the example goes the whole way without a window."))
    return demo.make(python, screen.without(surroundings), ROOT / "demo")


def test(arguments: "list[str]") -> int:
    """Make ready and run lint, format, types and tests. Returns 0 only when all four pass."""
    import checks
    import environment
    import screen

    python = environment.prepare("test")
    return checks.run(python, screen.without(screen.surroundings(os.environ)), arguments)


def main(arguments: "list[str]") -> int:
    """Carry out one call and return the exit status."""
    if too_old(sys.version_info[:3]):
        found = ".".join(str(part) for part in sys.version_info[:3])
        sentence = _("RevMentor needs Python {minimum} or newer, and this is {found}: install a newer one and repeat the command with it.")
        sys.stderr.write(sentence.format(minimum="3.11", found=found) + "\n")
        return 3
    from terminal import StopError, complain, say, set_up

    set_up()
    verbs = {"run": run, "test": test}
    if arguments[:1] in (["-h"], ["--help"]):
        say(__doc__ or "")
        return 0
    if not arguments or arguments[0] not in verbs:
        complain(_("Write «run» to open the program or «test» to check it: python3 installer/bootstrap.py run"))
        return 2
    try:
        return verbs[arguments[0]](arguments[1:])
    except StopError as stop:
        complain(str(stop))
        return 3
    except KeyboardInterrupt:
        complain(_("Interrupted: repeat the same command to finish."))
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
