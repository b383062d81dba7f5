# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The program's entry: a verb of the command line, or the window on a file."""

import sys

from revmentor_desktop import cli, defects


def main(arguments: list[str] | None = None) -> int:
    """Run the program; returns its exit status."""
    words = sys.argv[1:] if arguments is None else arguments
    sys.excepthook = defects.terminal_hook
    if cli.is_for(words):
        return cli.run(words)
    from revmentor_desktop import app

    return app.run(words)


if __name__ == "__main__":
    sys.exit(main())
