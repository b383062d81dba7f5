# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What the person did, as it follows «Deshacer:»."""

from collections.abc import Mapping

from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme.workspace import ActionName


def sentence(name: ActionName) -> str:
    """Return the words of an action, «emparejar a Lucía y Gonzalo»; without a capital, without a full stop."""
    data = name.data
    words = _plain().get(name.code)
    if words is not None:
        told = {key: data.get(key, "") for key in ("name", "other", "number")}
        return words.format(pair=_pair(data), names=_names(data), **told)
    counted = _counted(name.code, data)
    return counted if counted is not None else _("the last change")


def barrier(name: ActionName | None) -> str:
    """Say why nothing before an action can be taken back, empty when there is nothing to say."""
    if name is None:
        return ""
    return {"mark_printed": _("what was printed cannot be undone")}.get(name.code, "")


def _pair(data: Mapping[str, object]) -> str:
    names = [str(data[key]) for key in ("mentor", "mentee") if key in data]
    return formats.joined(names, current())


def _names(data: Mapping[str, object]) -> str:
    names = data.get("names", ())
    return formats.joined([str(name) for name in names] if isinstance(names, tuple) else [], current())  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]


def _plain() -> dict[str, str]:
    return {
        "save_firm": _("change the firm's data"),
        "save_edition": _("change the edition"),
        "save_site": _("change the site {name}"),
        "add_closure": _("close days: {name}"),
        "remove_closure": _("open closed days: {name}"),
        "enrol": _("add {name}"),
        "save_person": _("change the data of {name}"),
        "save_enrolment": _("change the answers of {name}"),
        "withdraw": _("take {name} out of the edition"),
        "come_back": _("take {name} into the edition again"),
        # An incompatibility is nobody's business who looks over a shoulder, least of all whose it is.
        "add_exclusion": _("note something private of {name}"),
        "remove_exclusion": _("remove something private of {name}"),
        "add_topic": _("add the topic {name}"),
        "add_site": _("add the site {name}"),
        "pair": _("pair {pair}"),
        "unpair": _("undo the pair of {pair}"),
        "lock": _("fix the pair of {pair}"),
        "unlock": _("release the pair of {pair}"),
        "stop_consulting": _("take back the consultation of {pair}"),
        "answer": _("note an answer of {pair}"),
        "read_warnings": _("mark the warnings of {pair} as read"),
        "swap": _("give {name} the place of {other}"),
        "end_early": _("end the pair of {pair}"),
        "complete_pair": _("complete the pair of {pair}"),
        "pause": _("pause the pair of {pair}"),
        "resume": _("resume the pair of {pair}"),
        "save_scenario": _("save the proposal {name}"),
        "rename_scenario": _("rename the proposal {name}"),
        "remove_scenario": _("delete the proposal {name}"),
        "use_scenario": _("use the saved proposal {name}"),
        "set_goals": _("change the goals of {pair}"),
        "move_session": _("move session {number} of {names}"),
        "postpone": _("postpone session {number} of {names}"),
        "log_session": _("note session {number} of {names}"),
        "mark_missed": _("note that session {number} of {names} was missed"),
        "reopen_session": _("take back the note of session {number} of {names}"),
        "set_language": _("change the language of agreement {number}"),
        "choose_edition": _("change to the edition {name}"),
    }


def _counted(code: str, data: Mapping[str, object]) -> str | None:
    number = next((value for value in data.values() if isinstance(value, int)), 0)
    words = {
        "import": plural("import {n} person", "import {n} people", number),
        "complete": plural("complete {n} pair", "complete {n} pairs", number),
        "consult": plural("consult {n} pair", "consult {n} pairs", number),
        "accept_both": plural("note that {n} pair accepts", "note that {n} pairs accept", number),
        "note_answers": plural("note {n} answer", "note {n} answers", number),
        "plan": plural("plan {n} session", "plan {n} sessions", number),
        "clear_plan": plural("clear the plan of {n} pair", "clear the plan of {n} pairs", number),
        "prepare_drafts": plural("prepare {n} agreement", "prepare {n} agreements", number),
        "mark_printed": plural("mark {n} agreement as printed", "mark {n} agreements as printed", number),
    }.get(code)
    return None if words is None else words.format(n=number)
