# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The bands on top of the window: why nothing can be changed, and what went wrong with the file."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.main_window import MainWindow
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.words import viewing

HOLDER = {"who": "Marta", "computer": "PORTATIL", "since": "2027-04-20T09:12"}


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> Iterator[MainWindow]:
    window = MainWindow(theme, with_history=True)
    qtbot.addWidget(window)
    window.set_names("Piloto 2027", "Talleres Albor, S. L.")
    window.set_saved("Guardado a las 10:42")
    window.set_history("emparejar a Ana y Eva", "")
    window.resize(1366, 690)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.hide()


def test_without_a_reason_there_is_no_band(window: MainWindow) -> None:
    assert not any(band.isVisible() for band in (window.bands().viewing, window.bands().trouble, window.bands().example))
    assert window.undo_action.isEnabled()


@pytest.mark.parametrize(
    ("why", "words", "button"),
    [
        ("asked", "nada de lo que hagas aquí se guarda", "Abrir para trabajar"),
        ("newer", "versión más nueva", ""),
        ("damaged", "está dañado", "Recuperar…"),
        ("medium", "no se puede escribir", "Guardar en otro sitio…"),
    ],
)
def test_the_band_says_why_and_offers_a_way_on(window: MainWindow, why: str, words: str, button: str) -> None:
    window.show_viewing_band(*viewing.band(why), why=why)
    band = window.bands().viewing
    assert band.isVisible()
    assert words in band.text()
    assert band.button.isVisible() is bool(button)
    assert band.button.label == button


def test_the_band_names_who_has_the_file(window: MainWindow) -> None:
    window.show_viewing_band(*viewing.band("asked", HOLDER))
    text = window.bands().viewing.text()
    assert text.startswith("Abierto solo para consulta.")
    assert "Marta" in text and "PORTATIL" in text and "9:12" in text


@pytest.mark.parametrize(("why", "asked"), [("asked", "work_asked"), ("damaged", "recover_asked"), ("medium", "elsewhere_asked")])
def test_the_button_of_the_band_asks_for_what_helps(qtbot: QtBot, window: MainWindow, why: str, asked: str) -> None:
    window.show_viewing_band(*viewing.band(why), why=why)
    with qtbot.waitSignal(getattr(window, asked)):
        qtbot.mouseClick(window.bands().viewing.button, Qt.MouseButton.LeftButton)


def test_the_whole_window_says_that_it_only_reads(window: MainWindow) -> None:
    window.show_viewing_band(*viewing.band("asked"))
    assert window.windowTitle() == "Piloto 2027 – Talleres Albor, S. L. – RevMentor (solo lectura)"
    assert window.sidebar.save_state.text() == "Solo consulta"
    assert not window.undo_action.isEnabled()


def test_nothing_said_later_takes_that_back(window: MainWindow) -> None:
    window.show_viewing_band(*viewing.band("asked"))
    window.set_names("Otra", "Talleres Albor, S. L.")
    window.set_saved("Guardado a las 10:43")
    window.set_history("algo", "algo")
    assert window.windowTitle() == "Otra – Talleres Albor, S. L. – RevMentor (solo lectura)"
    assert window.sidebar.save_state.text() == "Solo consulta"
    assert not window.undo_action.isEnabled() and not window.redo_action.isEnabled()


def test_trouble_stays_until_it_is_over(qtbot: QtBot, window: MainWindow) -> None:
    window.show_trouble("No se puede guardar: el archivo se ha movido.", "Guardar en otro sitio…")
    band = window.bands().trouble
    assert band.isVisible()
    with qtbot.waitSignal(window.elsewhere_asked):
        qtbot.mouseClick(band.button, Qt.MouseButton.LeftButton)
    assert band.isVisible()
    window.hide_trouble()
    assert not band.isVisible()


def test_the_button_of_a_band_is_reached_by_key(qtbot: QtBot, window: MainWindow) -> None:
    window.show_viewing_band(*viewing.band("asked"))
    button = window.bands().viewing.button
    button.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(window.work_asked):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_a_long_sentence_wraps_in_a_small_window(window: MainWindow) -> None:
    window.resize(660, 380)
    window.show_viewing_band(*viewing.band("newer"), why="newer")
    window.show_trouble(
        "No se puede guardar: el archivo se ha movido o se ha sustituido mientras estaba abierto.", "Guardar en otro sitio…"
    )
    assert window.width() == 660
    assert window.bands().viewing.height() >= window.bands().viewing.minimumHeight()


def test_nothing_claims_that_all_is_saved_while_nothing_can_be(window: MainWindow) -> None:
    window.set_saved("Todo guardado")
    window.show_trouble("No se puede guardar: el archivo se ha movido.", "Guardar en otro sitio…")
    window.set_saved("Todo guardado")
    assert window.sidebar.save_state.text() == "Ahora no se puede guardar"
    window.hide_trouble()
    assert window.sidebar.save_state.text() == "Todo guardado"
