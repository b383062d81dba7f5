# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The program's entry: a verb of the command line, or the window on a file."""

import os
import sys

from revmentor_desktop.exchange import sheet_reader


def main(arguments: list[str] | None = None) -> int:
    """Run the program; returns its exit status."""
    words = sys.argv[1:] if arguments is None else arguments
    if words[:1] == [sheet_reader.FLAG]:
        # In a bundle the program is its own interpreter: this call is the child that reads a spreadsheet within limits.
        return sheet_reader.main()
    from revmentor_desktop import cli, defects
    from revmentor_desktop.i18n import _

    sys.excepthook = defects.terminal_hook
    defects.keep_quiet()
    if cli.is_for(words):
        cli.keep_apart()
        return cli.run(words)
    if not screen_there():
        sys.stderr.write(_("There is no screen to open a window on. Use a verb of the command line: see --help.") + "\n")
        return cli.REFUSED
    from revmentor_desktop import app

    return app.run(words)


def screen_there() -> bool:
    """Whether a window can be shown: on Linux that takes a display, or a platform chosen by hand."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


if __name__ == "__main__":
    sys.exit(main())
