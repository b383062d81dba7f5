# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Where in the window a change was: undo and redo go there, so that nobody has to look for what came back."""

from collections.abc import Callable, Mapping

from revmentor_desktop.programme.workspace import ActionName
from revmentor_desktop.ui.navigation import CALENDAR, DOCUMENTS, PAIRS, PEOPLE, PROGRAMME

Place = tuple[str, object]
"""Key of a screen (`navigation`) and what its ``show_target`` selects there."""
_Data = Mapping[str, object]

_SECTIONS_OF_ANSWERS = {
    "role": "data",
    "wants": "topics",
    "offers": "topics",
    "motivation": "topics",
    "expectation": "topics",
    "windows": "hours",
    "absences": "hours",
    "modality": "hours",
    "capacity": "hours",
    "notice": "privacy",
    "private_notes": "privacy",
}
"""Field of an enrolment → section of the form in which it stands."""
_CRITERIA = {"weights", "minimum"}
"""Fields of an edition that stand among the criteria."""
_OF_A_PAIR = (
    *("pair", "unpair", "lock", "unlock", "swap", "stop_consulting", "answer", "read_warnings"),
    *("pause", "resume", "complete_pair", "end_early"),
)
"""Actions that concern one pair."""


def place_of(action: ActionName) -> Place | None:
    """Return the screen and what to select there, ``None`` to stay: the change is everywhere (another edition), or its place is not known.

    What is named may be gone after the step: the screens take that (then they show where it was).
    """
    find = _finders().get(action.code)
    return None if find is None else find(action.data)


def _finders() -> dict[str, Callable[[_Data], Place]]:
    found: dict[str, Callable[[_Data], Place]] = {
        "save_person": _person_in("data"),
        "save_enrolment": _answers,
        "import": _people,
        "save_edition": _edition,
        "save_site": _site,
        "set_goals": _couple,
        "set_language": _agreement,
        "prepare_drafts": _first_agreement,
        "mark_printed": _first_agreement,
    }
    found |= dict.fromkeys(("enrol", "withdraw", "come_back"), _person_in("person"))
    found |= dict.fromkeys(("add_exclusion", "remove_exclusion"), _person_in("privacy"))
    found |= dict.fromkeys(_OF_A_PAIR, _couple)
    found |= dict.fromkeys(("complete", "consult", "accept_both", "note_answers", "use_scenario"), _first_pair)
    found |= dict.fromkeys(("save_scenario", "rename_scenario", "remove_scenario"), _scenario)
    found |= dict.fromkeys(("plan", "clear_plan"), _plan)
    found |= dict.fromkeys(("move_session", "postpone", "log_session", "mark_missed", "reopen_session"), _session)
    found |= dict.fromkeys(("add_closure", "remove_closure"), _section("days"))
    sections = {"save_firm": "firm", "add_topic": "topics", "add_site": "sites"}
    return found | {code: _section(section) for code, section in sections.items()}


def _person_in(spot: str) -> Callable[[_Data], Place]:
    def find(data: _Data) -> Place:
        return PEOPLE, (spot, data.get("person_id"))

    return find


def _answers(data: _Data) -> Place:
    sections = [_SECTIONS_OF_ANSWERS[str(field)] for field in _several(data, "fields") if field in _SECTIONS_OF_ANSWERS]
    return PEOPLE, (sections[0] if sections else "person", data.get("person_id"))


def _people(data: _Data) -> Place:
    return PEOPLE, ("people", _several(data, "person_ids"))


def _couple(data: _Data) -> Place:
    return PAIRS, ("couple", (data.get("pair_id"), data.get("mentor_id"), data.get("mentee_id")))


def _first_pair(data: _Data) -> Place:
    return PAIRS, ("pair", next(iter(_several(data, "pair_ids")), None))


def _scenario(data: _Data) -> Place:
    return PAIRS, ("scenario", data.get("scenario_id"))


def _plan(data: _Data) -> Place:
    return CALENDAR, ("plan", (_several(data, "pair_ids"), data.get("day")))


def _session(data: _Data) -> Place:
    return CALENDAR, ("session", data.get("session_id"))


def _agreement(data: _Data) -> Place:
    return DOCUMENTS, ("pair", data.get("pair_id"))


def _first_agreement(data: _Data) -> Place:
    return DOCUMENTS, ("pair", next(iter(_several(data, "pair_ids")), None))


def _edition(data: _Data) -> Place:
    changed = set(_several(data, "fields"))
    return PROGRAMME, "criteria" if changed and changed <= _CRITERIA else "edition"


def _site(data: _Data) -> Place:
    return PROGRAMME, "days" if _several(data, "fields") == ("local_days",) else "sites"


def _section(key: str) -> Callable[[_Data], Place]:
    def find(_data: _Data) -> Place:
        return PROGRAMME, key

    return find


def _several(data: _Data, key: str) -> tuple[object, ...]:
    value = data.get(key)
    return tuple(value) if isinstance(value, tuple) else ()  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
