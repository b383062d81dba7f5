# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What is noted of one session, by click and by key."""

from datetime import date, timedelta

from PySide6.QtCore import Qt

from revmentor_desktop.domain.sessions import Session, SessionState
from revmentor_desktop.programme import sessions
from revmentor_desktop.ui.calendar.acta_form import ActaForm
from revmentor_desktop.ui.calendar.move_form import MoveForm
from revmentor_desktop.ui.widgets.labels import PlainLabel
from tests.ui.calendar.conftest import NOW, TODAY, Calendar

CONTROL = Qt.KeyboardModifier.ControlModifier


def late(calendar: Calendar) -> Session:
    """A session of this month whose day has passed, and whose line is in sight."""
    return next(
        s
        for s in sorted(calendar.workspace.snapshot().sessions, key=lambda s: s.id)
        if s.start and date(2027, 4, 1) <= s.start.date() < TODAY and calendar.screen.card.month.point_of(s.id)
    )


def coming(calendar: Calendar) -> Session:
    """A session after today."""
    found = [s for s in calendar.workspace.snapshot().sessions if s.start and s.start.date() > TODAY]
    return min(found, key=lambda s: (s.start, s.id))


def acta(calendar: Calendar) -> ActaForm:
    page = calendar.screen.panel.page
    assert page is not None
    assert page.acta is not None
    return page.acta


def move_form(calendar: Calendar) -> MoveForm:
    page = calendar.screen.panel.page
    assert page is not None
    if page.move_form is None:
        calendar.click(page.choice.piece("move"))
    assert page.move_form is not None
    return page.move_form


def test_a_click_shows_who_what_when_and_where(calendar: Calendar) -> None:
    session = late(calendar)
    calendar.click_session(session.id)
    panel = calendar.screen.panel
    assert panel.page is not None
    facts = panel.page.facts
    assert (panel.title.text(), panel.subtitle.text()) == (facts.names, f"Sesión {session.number} de 10")
    assert facts.title == sessions.session_title(session.number, 10, "es")
    assert facts.hours.startswith("De ")
    assert facts.place.startswith(("Videollamada", "Presencial"))


def test_an_acta_takes_half_a_minute_of_keys(calendar: Calendar) -> None:
    session = late(calendar)
    calendar.click_session(session.id)
    calendar.screen.panel.focus_first()
    calendar.key(Qt.Key.Key_4, widget=calendar.screen.focusWidget())
    calendar.key(Qt.Key.Key_Return, CONTROL, widget=calendar.screen.focusWidget())
    noted = calendar.session(session.id)
    assert noted.state is SessionState.HELD
    assert noted.log is not None
    assert (noted.log.rating, noted.log.minutes, noted.log.needs_hr) == (4, 60, False)
    assert session.start
    assert noted.log.day == session.start.date()
    text, action = calendar.said[-1]
    assert text.startswith("Acta guardada: ")
    assert action is calendar.bridge.undo_action


def test_an_acta_keeps_length_topics_and_the_wish_to_talk(calendar: Calendar) -> None:
    session = late(calendar)
    calendar.click_session(session.id)
    form, panel = acta(calendar), calendar.screen.panel
    assert panel.page is not None
    topic_id = panel.page.facts.topics[0][0]
    calendar.click(form.length.piece("45"))
    calendar.click_at(form.rating.box(5).center().toPoint(), form.rating)
    form.topic(topic_id).click()
    form.needs_hr.piece("yes").click()
    calendar.click(panel.keep)
    log = calendar.session(session.id).log
    assert log is not None
    assert (log.minutes, log.rating, log.topic_ids, log.needs_hr) == (45, 5, (topic_id,), True)


def test_any_length_can_be_typed(calendar: Calendar) -> None:
    calendar.click_session(late(calendar).id)
    form = acta(calendar)
    form.minutes.setValue(52)
    assert form.length.current() == ""
    form.minutes.setValue(90)
    assert form.length.current() == "90"


def test_a_day_to_come_is_refused_and_what_was_typed_stays(calendar: Calendar) -> None:
    session = late(calendar)
    calendar.click_session(session.id)
    form = acta(calendar)
    form.rating.choose(3)
    form.day.set_value(TODAY + timedelta(days=1))
    calendar.click(calendar.screen.panel.keep)
    assert "Elige hoy o un día anterior" in form.day_error()
    assert calendar.session(session.id).log is None
    assert form.rating.value() == 3


def test_a_session_to_come_cannot_be_noted_as_not_held(calendar: Calendar) -> None:
    session = coming(calendar)
    calendar.screen.open_session(session.id)
    panel = calendar.screen.panel
    assert panel.page is not None
    calendar.click(panel.page.choice.piece("missed"))
    assert not panel.keep.isEnabled()
    assert "Su día aún no ha llegado." in panel.keep.toolTip()
    calendar.screen.keep()
    assert calendar.session(session.id).state is SessionState.PLANNED


def test_an_acta_ahead_of_its_date_is_taken_with_a_word_of_warning(calendar: Calendar) -> None:
    session = coming(calendar)
    calendar.screen.open_session(session.id)
    panel = calendar.screen.panel
    assert panel.page is not None
    calendar.click(panel.page.choice.piece("held"))
    words = " ".join(label.text() for label in acta(calendar).findChildren(PlainLabel))
    assert "Guarda el acta solo si se ha adelantado." in words
    calendar.click(panel.keep)
    noted = calendar.session(session.id)
    assert noted.log is not None
    assert noted.log.day == TODAY


def keys_on_a_session(calendar: Calendar) -> Session:
    """Bring the keys to the first session of a coming day, without opening it."""
    start = coming(calendar).start
    assert start
    calendar.screen.show_day(start.date())
    month = calendar.screen.card.month
    month.setFocus(Qt.FocusReason.TabFocusReason)
    calendar.key(Qt.Key.Key_Tab)
    session_id = month.current_session()
    assert session_id is not None
    return calendar.session(session_id)


def test_keys_alone_move_a_session_to_the_next_slot_free_for_both(calendar: Calendar) -> None:
    session = keys_on_a_session(calendar)
    calendar.key(Qt.Key.Key_Right, CONTROL)
    calendar.key(Qt.Key.Key_Right, CONTROL)
    wanted = move_form(calendar).start()
    assert session.start
    assert wanted > session.start
    assert calendar.screen.card.month.current_day() == wanted.date()
    assert move_form(calendar).refusal() == ""
    assert calendar.session(session.id).start == session.start
    calendar.key(Qt.Key.Key_Return)
    assert calendar.session(session.id).start == wanted


def test_a_walk_through_the_slots_goes_back_and_is_left_by_escape(calendar: Calendar) -> None:
    session = keys_on_a_session(calendar)
    calendar.key(Qt.Key.Key_Right, CONTROL)
    first = move_form(calendar).start()
    calendar.key(Qt.Key.Key_Right, CONTROL)
    calendar.key(Qt.Key.Key_Left, CONTROL)
    assert move_form(calendar).start() == first
    calendar.key(Qt.Key.Key_Escape)
    assert session.start
    assert calendar.screen.card.month.current_day() == session.start.date()
    calendar.key(Qt.Key.Key_Return)
    assert calendar.session(session.id).start == session.start


def test_what_was_noted_can_be_taken_back(calendar: Calendar) -> None:
    session = late(calendar)
    calendar.click_session(session.id)
    page = calendar.screen.panel.page
    assert page is not None
    calendar.click(page.choice.piece("missed"))
    calendar.click(calendar.screen.panel.keep)
    assert calendar.session(session.id).state is SessionState.MISSED
    page = calendar.screen.panel.page
    assert page is not None
    calendar.click(page.reopen)
    assert calendar.session(session.id).state is SessionState.PLANNED
    assert calendar.said[-1][0].startswith("Se ha quitado lo anotado: ")


def test_a_session_moves_to_one_of_the_nearest_free_slots(calendar: Calendar) -> None:
    session = coming(calendar)
    calendar.screen.open_session(session.id)
    form = move_form(calendar)
    wanted = form.slots[1]
    calendar.click(form.slot_buttons[1])
    assert form.start() == wanted
    assert form.notes() == ()
    calendar.click(calendar.screen.panel.keep)
    moved = calendar.session(session.id)
    assert (moved.start, moved.baseline, moved.postponements) == (wanted, session.start, 1)
    assert calendar.screen.panel.page is not None
    assert calendar.screen.panel.page.facts.history.startswith("Prevista al principio para el ")


def test_a_move_that_the_firm_asked_for_does_not_count_as_postponed(calendar: Calendar) -> None:
    session = coming(calendar)
    calendar.screen.open_session(session.id)
    form = move_form(calendar)
    form.asked.piece("firm").click()
    calendar.click(calendar.screen.panel.keep)
    assert calendar.session(session.id).postponements == 0


def test_a_holiday_is_refused_by_its_name(calendar: Calendar) -> None:
    session = coming(calendar)
    calendar.screen.open_session(session.id)
    form, keep = move_form(calendar), calendar.screen.panel.keep
    form.set_start(NOW.replace(day=23, hour=9, minute=0))
    assert any("San Jorge" in note for note in form.notes())
    assert not keep.isEnabled()
    assert "San Jorge" in keep.toolTip()
    calendar.screen.keep()
    assert calendar.session(session.id).start == session.start


def test_a_postponed_session_waits_without_date_and_finds_one_there(calendar: Calendar) -> None:
    session = coming(calendar)
    calendar.screen.open_session(session.id)
    move_form(calendar)
    calendar.click(calendar.screen.panel.postpone)
    assert calendar.session(session.id).start is None
    calendar.screen.show_undated()
    panel = calendar.screen.panel
    assert panel.session_id() == session.id
    assert panel.page is not None
    assert panel.page.facts.date == "Sin fecha"
    calendar.click(panel.keep)
    assert calendar.session(session.id).state is SessionState.PLANNED
    assert calendar.session(session.id).start is not None


def test_half_an_acta_survives_changes_elsewhere(calendar: Calendar) -> None:
    first = late(calendar)
    calendar.click_session(first.id)
    acta(calendar).rating.choose(2)
    other = next(s for s in calendar.workspace.snapshot().sessions if s.pair_id != first.pair_id and s.start and s.start.date() > TODAY)
    sessions.postpone(calendar.workspace, other.id)
    assert acta(calendar).rating.value() == 2


def test_another_screen_sends_to_a_session_in_another_month(calendar: Calendar) -> None:
    session = max(calendar.workspace.snapshot().sessions, key=lambda s: s.start or NOW)
    calendar.screen.show_target(("session", session.id))
    assert calendar.screen.panel.session_id() == session.id
    assert calendar.screen.header.title.text() == "Julio de 2027"
    calendar.screen.show_target(("month", date(2027, 2, 10)))
    assert calendar.screen.header.title.text() == "Febrero de 2027"
    calendar.screen.show_target("nonsense")


def test_undo_brings_the_session_back_under_the_eyes(calendar: Calendar) -> None:
    session = late(calendar)
    calendar.click_session(session.id)
    calendar.click(calendar.screen.panel.keep)
    calendar.workspace.undo()
    page = calendar.screen.panel.page
    assert page is not None
    assert (page.facts.session.id, page.facts.session.state) == (session.id, SessionState.PLANNED)


def test_actas_are_written_one_after_the_other_from_their_list(calendar: Calendar) -> None:
    calendar.screen.show_target("logs")
    panel = calendar.screen.panel
    assert panel.listing is not None
    before = panel.listing.model().rowCount()
    calendar.key(Qt.Key.Key_Return, widget=panel.listing)
    assert calendar.screen.focusWidget() is not None
    calendar.key(Qt.Key.Key_5, widget=calendar.screen.focusWidget())
    calendar.key(Qt.Key.Key_Return, CONTROL, widget=calendar.screen.focusWidget())
    assert panel.listing is not None
    assert panel.listing.model().rowCount() == before - 1
    assert panel.listing.hasFocus()
