# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What can be done on *Parejas*, as data."""

from revmentor_desktop.i18n import _, context
from revmentor_desktop.ui.widgets.actions import ActionSpec


def specs() -> tuple[ActionSpec, ...]:
    """Return the actions of the screen, in the order of the help."""
    return (*_board_specs(), *_pair_specs(), *_life_specs())


def _board_specs() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            "complete",
            _("Complete automatically"),
            "wand-sparkles",
            "Ctrl+Shift+A",
            _("Propose the best pairs around those that are fixed"),
            "complete",
            writes=True,
        ),
        ActionSpec(
            "compare",
            _("Compare proposals"),
            "columns-3",
            "",
            _("Lay complete proposals side by side, those of today and those saved"),
            "compare",
        ),
        ActionSpec(
            "consult_all", _("Consult all proposals"), "", "", _("Start asking both people of every proposal"), "consult_all", writes=True
        ),
        ActionSpec(
            "answers",
            _("Note answers"),
            "check-check",
            "",
            _("Note what everybody asked has said, in one list"),
            "note_answers",
            writes=True,
        ),
        ActionSpec(
            "print", _("Print pairing sheet"), "printer", "Ctrl+P", _("Which pairs and why, for management; confidential"), "print_sheet"
        ),
        ActionSpec("pair", _("Pair up"), "link-2", "Ctrl+Return", _("Form the pair that is shown"), "pair_up", writes=True),
        ActionSpec(
            "force",
            _("Force…"),
            "shield-alert",
            "",
            _("Form the pair although a rule speaks against it, with a reason"),
            "force",
            writes=True,
        ),
        ActionSpec("hours", _("See hours"), "clock", "", _("Lay both weeks over each other"), "show_hours"),
        ActionSpec("reason", _("See the reason noted"), "eye", "", _("Show the private reason of the incompatibility"), "show_exclusion"),
        ActionSpec(
            "spot", _("Go to what would help"), "arrow-right", "", _("Go where the change is made that would give a pair"), "go_to_spot"
        ),
        ActionSpec(
            "coverage",
            _("Topics not covered"),
            "tags",
            "",
            _("See what is asked for that nobody offers, and whom to invite"),
            "open_coverage",
        ),
        ActionSpec("form", _("Open their enrolment"), "user-pen", "", _("Go to the form of the person"), "open_form"),
        ActionSpec("next_free", _("New pair"), "user-plus", "Ctrl+N", _("Go to the next person without a pair"), "go_to_free"),
        ActionSpec("filter", _("Filter pairs"), "list-filter", "Ctrl+F", _("Go to the filter of the pairs"), "focus_filter"),
        ActionSpec("clear", _("Show everybody again"), "x", "Esc", _("Select nobody"), "clear_selection"),
    )


def _pair_specs() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("consult", _("Consult"), "messages-square", "", _("Start asking both people"), "consult_selected", writes=True),
        ActionSpec(
            "accept",
            _("Note that both accept"),
            "check-check",
            "",
            _("Note the yes of both people at once"),
            "accept_selected",
            writes=True,
        ),
        ActionSpec("letters", _("Prepare messages"), "mail", "", _("Write to both people of the pairs in consultation"), "write_letters"),
        ActionSpec(
            "lock",
            context("pair", "Fix"),
            "lock",
            "Ctrl+L",
            _("Fix the pair, or release it, for completing automatically"),
            "toggle_lock",
            writes=True,
        ),
        ActionSpec(
            "swap_mentor",
            _("Change who teaches…"),
            "repeat",
            "Ctrl+Shift+Left",
            _("Put somebody else in the place of who teaches in the proposal"),
            writes=True,
        ),
        ActionSpec(
            "swap_mentee",
            _("Change who learns…"),
            "repeat",
            "Ctrl+Shift+Right",
            _("Put somebody else in the place of who learns in the proposal"),
            writes=True,
        ),
        ActionSpec("why", _("See why"), "eye", "", _("Show the pair in the preview"), "show_why"),
        ActionSpec(
            "goals", _("Goals of the pair…"), "target", "", _("Write what each one wants to achieve, for the agreement"), "edit_goals"
        ),
        ActionSpec("agreement", _("Prepare agreement"), "file-text", "", _("Go to the agreement of the pair"), "open_agreement"),
    )


def _life_specs() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            "withdraw",
            _("Take the consultation back"),
            "undo-2",
            "",
            _("The pair is a proposal again, without answers"),
            "withdraw_consultation",
            writes=True,
        ),
        ActionSpec(
            "unpair", _("Undo pair"), "unlink", "Del", _("Undo the proposal; both people are free again"), "unpair_selected", writes=True
        ),
        ActionSpec(
            "pause", _("Pause"), "hourglass", "", _("Let the pair rest; its sessions stay where they are"), "pause_selected", writes=True
        ),
        ActionSpec("resume", _("Resume"), "play", "", _("Go on with the paused pair"), "resume_selected", writes=True),
        ActionSpec(
            "completed",
            _("Call it completed"),
            "circle-check",
            "",
            _("The pair has done what it wanted; sessions left are cancelled"),
            "complete_selected",
            writes=True,
        ),
        ActionSpec("again", _("Pair anew"), "user-plus", "", _("Look for another partner, with what is left of the plan"), "pair_anew"),
        ActionSpec("end_early", _("End early…"), "log-out", "", _("End an accepted pair without blame"), "end_selected_early", writes=True),
    )
