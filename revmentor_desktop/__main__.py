# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The program's entry: a verb of the command line, or the window on a file."""

import sys

from revmentor_desktop.exchange import sheet_reader


def main(arguments: list[str] | None = None) -> int:
    """Run the program; returns its exit status."""
    words = sys.argv[1:] if arguments is None else arguments
    if words[:1] == [sheet_reader.FLAG]:
        # In a bundle the program is its own interpreter: this call is the child that reads a spreadsheet within limits.
        return sheet_reader.main()
    from revmentor_desktop import cli, defects

    sys.excepthook = defects.terminal_hook
    if cli.is_for(words):
        return cli.run(words)
    from revmentor_desktop import app

    return app.run(words)


if __name__ == "__main__":
    sys.exit(main())
