# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The month: what a day says, how one moves about, and what does not fit."""

from datetime import date, datetime

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.sessions import SessionLog
from revmentor_desktop.programme import editions, sessions
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.calendar.delegate import line_words
from revmentor_desktop.ui.calendar.entries import Entry, Kind
from revmentor_desktop.ui.theme import Theme
from tests.ui.calendar.conftest import NOW, TODAY, Calendar, Opener

TEXT = Qt.ItemDataRole.AccessibleTextRole


def sentence(calendar: Calendar, day: date) -> str:
    return str(calendar.screen.card.month.days.index_of(day).data(TEXT))


def test_it_opens_on_the_month_of_today_while_the_edition_runs(calendar: Calendar) -> None:
    assert calendar.screen.header.title.text() == "Abril de 2027"
    assert calendar.screen.card.month.current_day() == TODAY


def test_before_the_edition_it_opens_on_its_first_month(planned: Workspace, open_calendar: Opener) -> None:
    early = open_calendar(planned, datetime(2026, 11, 3, 9, 0))  # noqa: DTZ001 - wall time
    assert early.screen.header.title.text() == "Enero de 2027"


def test_a_day_is_read_with_its_sessions(calendar: Calendar) -> None:
    text = sentence(calendar, TODAY)
    count = len(calendar.on(TODAY))
    assert text.startswith(f"Martes 20 de abril, hoy, {count} sesiones: 09:00 ")
    assert text.count("prevista") == count


def test_a_holiday_is_named_and_a_free_day_says_so(calendar: Calendar) -> None:
    assert "San Jorge" in sentence(calendar, date(2027, 4, 23))
    assert sentence(calendar, date(2027, 4, 8)) == "Jueves 8 de abril, sin sesiones"


def test_the_head_counts_the_month(calendar: Calendar) -> None:
    april = [s for s in calendar.workspace.snapshot().sessions if s.start and s.start.month == 4]
    late = [s for s in april if s.start and s.start.date() < TODAY]
    assert calendar.screen.header.state() == f"{len(april)} sesiones · {len(late)} sin acta"


def test_page_keys_turn_the_months_and_control_home_comes_back(calendar: Calendar) -> None:
    title = calendar.screen.header.title
    calendar.key(Qt.Key.Key_PageDown)
    assert title.text() == "Mayo de 2027"
    calendar.key(Qt.Key.Key_PageUp)
    calendar.key(Qt.Key.Key_PageUp)
    assert title.text() == "Marzo de 2027"
    calendar.key(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert (title.text(), calendar.screen.card.month.current_day()) == ("Abril de 2027", TODAY)


def test_arrows_move_the_day_and_go_on_into_the_next_month(calendar: Calendar) -> None:
    month = calendar.screen.card.month
    calendar.key(Qt.Key.Key_Right)
    assert month.current_day() == date(2027, 4, 21)
    calendar.key(Qt.Key.Key_Down)
    calendar.key(Qt.Key.Key_Down)
    assert month.current_day() == date(2027, 5, 5)
    assert calendar.screen.header.title.text() == "Mayo de 2027"
    calendar.key(Qt.Key.Key_Left)
    assert month.current_day() == date(2027, 5, 4)


def test_tab_goes_into_the_sessions_of_the_day_and_enter_opens_one(calendar: Calendar) -> None:
    month = calendar.screen.card.month
    month.setFocus(Qt.FocusReason.TabFocusReason)
    calendar.key(Qt.Key.Key_Tab)
    calendar.key(Qt.Key.Key_Down)
    second = calendar.on(TODAY)[1]
    assert month.accessibleDescription().startswith("09:00 ")
    calendar.key(Qt.Key.Key_Return)
    assert calendar.screen.panel.session_id() == second.id
    assert calendar.screen.panel.isAncestorOf(calendar.screen.focusWidget())


def test_escape_closes_the_panel_and_the_keys_are_back_on_the_month(calendar: Calendar) -> None:
    calendar.click_session(calendar.on(TODAY)[0].id)
    calendar.screen.panel.focus_first()
    calendar.key(Qt.Key.Key_Escape, widget=calendar.screen.focusWidget())
    assert not calendar.screen.panel.isVisible()
    assert calendar.screen.card.month.hasFocus()


def test_what_does_not_fit_opens_the_day_in_the_panel(calendar: Calendar, qtbot: QtBot) -> None:
    month, panel = calendar.screen.card.month, calendar.screen.panel
    more = month.places_of(TODAY)[-1]
    assert (more.entry, more.hidden) == (None, len(calendar.on(TODAY)) - len(month.places_of(TODAY)) + 1)
    calendar.click_at(more.rect.center().toPoint(), month.viewport())
    assert panel.title.text() == "Martes 20 de abril"
    assert panel.listing is not None
    rows = panel.listing.model()
    assert rows.rowCount() == len(calendar.on(TODAY))
    qtbot.keyClick(panel.listing, Qt.Key.Key_Down)
    qtbot.keyClick(panel.listing, Qt.Key.Key_Return)
    assert panel.session_id() == calendar.on(TODAY)[1].id
    calendar.click(panel.back)
    assert panel.title.text() == "Martes 20 de abril"


def test_low_rows_show_fewer_sessions_and_every_row_stays_readable(calendar: Calendar) -> None:
    calendar.screen.resize(608, 380)
    calendar.screen.grab()
    places = calendar.screen.card.month.places_of(TODAY)
    assert [(place.entry, place.hidden) for place in places] == [(None, len(calendar.on(TODAY)))]


def test_the_filter_shows_one_pair_and_the_counts_follow(calendar: Calendar) -> None:
    first = calendar.on(TODAY)[0]
    box = calendar.screen.filter_box
    box.setCurrentIndex(box.findData(f"pair:{first.pair_id}"))
    box.activated.emit(box.currentIndex())
    assert len(calendar.screen.card.month.places_of(TODAY)) == 1
    own = [s for s in calendar.workspace.snapshot().sessions_of(first.pair_id) if s.start and s.start.month == 4]
    assert calendar.screen.header.state().startswith(f"{len(own)} sesi")


def test_a_closure_makes_clashes_with_their_cause_and_a_way_to_them(calendar: Calendar) -> None:
    day = next(s.start.date() for s in calendar.workspace.snapshot().sessions if s.start and s.start.date() > TODAY)
    editions.add_closure(calendar.workspace, day, day, "Inventario")
    calendar.screen.show_target("clashes")
    clashing = calendar.on(day)
    panel = calendar.screen.panel
    if len(clashing) > 1:
        assert panel.title.text() == f"{len(clashing)} choques"
        calendar.screen.open_session(clashing[0].id)
    assert panel.session_id() == clashing[0].id
    assert "choque (cierre)" in sentence(calendar, day)
    assert panel.page is not None
    assert "Inventario" in panel.page.facts.entry.reason


def test_a_narrow_line_keeps_both_names_as_far_as_they_fit(calendar: Calendar, theme: Theme) -> None:
    entry = Entry(calendar.on(TODAY)[0], Kind.PLANNED, NOW, "Marcos y Teresa", (1, 2), first_names=("Marcos", "Teresa"))  # type: ignore[arg-type]
    assert entry.narrow_names == ("Marcos y Teresa", "Marcos y T.", "M. y T.")
    widths = [theme.metrics("caption").horizontalAdvance(words) + 2 for words in entry.narrow_names]
    assert [line_words(entry, width, theme) for width in (*widths, 5)] == [*entry.narrow_names, "M. y T."]


def test_a_narrow_clash_says_its_cause_before_the_names(calendar: Calendar, theme: Theme) -> None:
    entry = Entry(calendar.on(TODAY)[0], Kind.CLASH, NOW, "Wei y Amparo", (1, 2), "festivo", first_names=("Wei", "Amparo"))  # type: ignore[arg-type]
    room = theme.metrics("caption").horizontalAdvance("festivo: Wei y A.") + 2
    assert line_words(entry, room, theme) == "festivo: Wei y A."
    assert line_words(entry, 30, theme) == "festivo"


def test_held_sessions_are_read_as_held(calendar: Calendar) -> None:
    late = next(s for s in calendar.workspace.snapshot().sessions if s.start and date(2027, 4, 1) <= s.start.date() < TODAY)
    assert late.start
    sessions.log_session(calendar.workspace, late.id, SessionLog(late.start.date(), 60), TODAY)
    assert "celebrada" in sentence(calendar, late.start.date())


def test_the_first_plan_of_a_moved_session_leaves_a_mark(calendar: Calendar) -> None:
    session = min((s for s in calendar.workspace.snapshot().sessions if s.start and s.start.date() > TODAY), key=lambda s: (s.start, s.id))
    assert session.start
    for slot in sessions.nearest_slots(calendar.workspace.snapshot(), session, session.start, TODAY, 3):
        if slot.date() != session.start.date():
            sessions.move_session(calendar.workspace, session.id, slot, TODAY)
            break
    calendar.screen.show_day(session.start.date())
    assert "Al principio aquí, ahora otro día: " in sentence(calendar, session.start.date())


def test_another_screen_can_ask_for_the_sessions_of_one_pair(calendar: Calendar) -> None:
    pair_id = calendar.on(TODAY)[0].pair_id
    calendar.screen.show_target(("pair", pair_id))
    assert calendar.screen.filter_box.filter().pair_id == pair_id
    assert len(calendar.screen.card.month.places_of(TODAY)) == 1
