# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Setting, changing, removing and asking for a password, by keys and clicks."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.locking.dialogs import (
    AskPasswordDialog,
    ChangePasswordDialog,
    NewPassword,
    PasswordChange,
    PasswordDialog,
    PasswordFacts,
    RemovePasswordDialog,
    SetPasswordDialog,
    disk_hint,
)
from revmentor_desktop.ui.locking.new_password_form import NewPasswordForm
from revmentor_desktop.ui.theme import Theme
from tests.ui.locking.dump import said_by_all_windows

FACTS = PasswordFacts("Piloto 2027", "Talleres Albor, S. L.", 5)
GOOD = "el tren sale de Canfranc"
KEY = "0123456789abcdef" * 6


def shown(qtbot: QtBot, dialog: PasswordDialog) -> list[object]:
    """Show a question; returns the list in which its answers appear."""
    answers: list[object] = []
    dialog.submitted.connect(answers.append)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    return answers


def test_a_password_typed_twice_is_answered_and_the_copies_are_encrypted_unless_they_are_to_stay(qtbot: QtBot, theme: Theme) -> None:
    dialog = SetPasswordDialog(theme, None, FACTS)
    answers = shown(qtbot, dialog)
    qtbot.keyClicks(dialog.form.first, GOOD)
    qtbot.keyClick(dialog.form.first, Qt.Key.Key_Return)
    qtbot.keyClicks(dialog.form.again, GOOD)
    qtbot.keyClick(dialog.form.again, Qt.Key.Key_Return)
    qtbot.mouseClick(dialog.keep_copies, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    assert answers == [NewPassword(GOOD), NewPassword(GOOD, keep_copies=True)]
    assert dialog.isVisible()
    dialog.hide()


def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(qtbot: QtBot, theme: Theme) -> None:
    dialog = SetPasswordDialog(theme, None, FACTS)
    answers = shown(qtbot, dialog)
    qtbot.keyClicks(dialog.form.first, " once ")
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    assert dialog.form.first_field.error() == "Tiene que tener al menos 12 letras. Los espacios cuentan."
    qtbot.keyClicks(dialog.form.first, "letras")
    assert dialog.form.first_field.error() == ""
    qtbot.keyClicks(dialog.form.again, "once letras")
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    assert dialog.form.again_field.error() == "No es igual que la de arriba. Escríbela otra vez."
    assert dialog.form.first.text() == " once letras"
    assert answers == []
    dialog.hide()


def test_spaces_at_the_ends_belong_to_the_password(qtbot: QtBot, theme: Theme) -> None:
    dialog = SetPasswordDialog(theme, None, FACTS)
    answers = shown(qtbot, dialog)
    for field in (dialog.form.first, dialog.form.again):
        qtbot.keyClicks(field, f"  {GOOD} ")
    qtbot.keyClick(dialog.form.again, Qt.Key.Key_Return)
    assert answers == [NewPassword(f"  {GOOD} ")]
    dialog.hide()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Al menos 12 letras"),
        ("corta", "Faltan 7 letras."),
        ("once letras", "Falta 1 letra."),
        ("TalleresAlbor2027", "Débil"),
        ("gv2xk9qpzrwt", "Aceptable"),
        (GOOD, "Fuerte."),
    ],
)
def test_the_strength_is_said_in_words_while_it_is_typed(qtbot: QtBot, theme: Theme, typed: str, words: str) -> None:
    dialog = SetPasswordDialog(theme, None, FACTS)
    shown(qtbot, dialog)
    qtbot.keyClicks(dialog.form.first, typed)
    assert dialog.form.meter.words().startswith(words)
    assert dialog.form.meter.accessibleName() == dialog.form.meter.words()
    dialog.hide()


def test_the_eye_shows_both_and_hides_them_again(qtbot: QtBot, theme: Theme) -> None:
    dialog = SetPasswordDialog(theme, None, FACTS)
    shown(qtbot, dialog)
    qtbot.mouseClick(dialog.form.first.eye, Qt.MouseButton.LeftButton)
    assert dialog.form.first.is_shown()
    assert dialog.form.again.is_shown()
    assert dialog.form.first.eye.accessibleName() == "Ocultar la contraseña"
    qtbot.keyClick(dialog.form.first.eye, Qt.Key.Key_Space)
    assert not dialog.form.first.is_shown()
    assert not dialog.form.again.is_shown()
    dialog.hide()


SHIFT, PLAIN = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize(
    ("letter", "modifiers", "locked"),
    [("a", PLAIN, False), ("A", SHIFT, False), ("A", PLAIN, True), ("a", SHIFT, True), ("Ñ", PLAIN, True), ("3", SHIFT, False)],
)
def test_locked_capitals_are_noticed_by_the_letters(
    qtbot: QtBot, theme: Theme, letter: str, modifiers: Qt.KeyboardModifier, locked: bool
) -> None:
    dialog = AskPasswordDialog(theme, None, "Piloto 2027")
    shown(qtbot, dialog)
    QApplication.sendEvent(dialog.present.password, QKeyEvent(QEvent.Type.KeyPress, 0, modifiers, letter))
    assert dialog.present.password_field.note() == ("Las mayúsculas están activadas." if locked else "")
    qtbot.keyClick(dialog.present.password, Qt.Key.Key_CapsLock)
    assert dialog.present.password_field.note() == ""
    dialog.hide()


def test_a_file_without_plain_copies_does_not_ask_about_them(qtbot: QtBot, theme: Theme) -> None:
    dialog = SetPasswordDialog(theme, None, PasswordFacts("Piloto 2027"))
    shown(qtbot, dialog)
    assert not dialog.copies.isVisible()
    assert "Sin ella nadie puede abrir el archivo, tampoco quien hizo el programa." in said_by_all_windows()
    dialog.hide()


@pytest.mark.parametrize(("platform", "word"), [("win32", "BitLocker"), ("darwin", "FileVault"), ("linux", "el disco entero")])
def test_each_system_is_told_what_encrypts_its_disk(platform: str, word: str) -> None:
    assert word in disk_hint(platform)


def test_escape_leaves_everything_and_the_fields_are_emptied(qtbot: QtBot, theme: Theme) -> None:
    dialog = SetPasswordDialog(theme, None, FACTS)
    answers = shown(qtbot, dialog)
    qtbot.keyClicks(dialog.form.first, GOOD)
    qtbot.keyClick(dialog.form.first, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert answers == []
    assert GOOD not in said_by_all_windows()
    assert dialog.form.first.text() == ""


def test_a_wrong_present_password_is_said_at_its_field_with_the_seconds_counted_down(qtbot: QtBot, theme: Theme) -> None:
    dialog = AskPasswordDialog(theme, None, "Piloto 2027")
    answers = shown(qtbot, dialog)
    qtbot.keyClicks(dialog.present.password, "no es esta")
    qtbot.keyClick(dialog.present.password, Qt.Key.Key_Return)
    dialog.set_busy(busy=True)
    assert not dialog.act.isEnabled()
    dialog.show_wrong(1.2)
    said = dialog.present.password_field.error()
    assert said == "La contraseña no es esa. Puedes volver a probar en 2\u00a0s."
    assert not dialog.act.isEnabled()
    qtbot.keyClick(dialog.present.password, Qt.Key.Key_Return)
    assert answers == ["no es esta"]
    qtbot.waitUntil(lambda: dialog.present.password_field.error().endswith("1\u00a0s."), timeout=2_000)
    qtbot.waitUntil(dialog.act.isEnabled, timeout=3_000)
    assert dialog.present.password_field.error() == "La contraseña no es esa. Vuelve a probar."
    qtbot.keyClicks(dialog.present.password, "quizá"[:4])
    assert dialog.present.password_field.error() == ""
    qtbot.keyClick(dialog.present.password, Qt.Key.Key_Return)
    assert answers == ["no es esta", "quiz"]
    dialog.hide()


def test_nothing_typed_is_no_attempt(qtbot: QtBot, theme: Theme) -> None:
    dialog = AskPasswordDialog(theme, None, "Piloto 2027")
    answers = shown(qtbot, dialog)
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    assert dialog.present.password_field.error() == "Escribe la contraseña."
    assert answers == []
    dialog.hide()


def test_the_recovery_key_is_taken_as_it_stands_on_the_sheet(qtbot: QtBot, theme: Theme) -> None:
    dialog = AskPasswordDialog(theme, None, "Piloto 2027")
    answers = shown(qtbot, dialog)
    qtbot.mouseClick(dialog.present.switch, Qt.MouseButton.LeftButton)
    assert dialog.focusWidget() is dialog.present.key
    qtbot.keyClicks(dialog.present.key, "01234567 89AB-CDEF o")
    assert "un cero" in dialog.present.key_field.error()
    qtbot.keyClick(dialog.present.key, Qt.Key.Key_Backspace)
    assert dialog.present.key_field.error() == ""
    assert dialog.present.key_field.note() == "Faltan 80 letras."
    qtbot.keyClick(dialog.present.key, Qt.Key.Key_Return)
    assert dialog.present.key_field.error() == "Faltan 80 letras."
    qtbot.keyClicks(dialog.present.key, "0123456789abcdef " * 5)
    qtbot.keyClick(dialog.present.key, Qt.Key.Key_Return)
    assert answers == [KEY]
    dialog.show_wrong(1)
    assert dialog.present.key_field.error().startswith("La clave de recuperación de este archivo no es esa.")
    dialog.hide()


def test_changing_asks_for_the_present_one_and_for_the_new_one_twice(qtbot: QtBot, theme: Theme) -> None:
    dialog = ChangePasswordDialog(theme, None, FACTS)
    answers = shown(qtbot, dialog)
    qtbot.keyClicks(dialog.form.first, GOOD)
    qtbot.keyClicks(dialog.form.again, GOOD)
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    assert dialog.present.password_field.error() == "Escribe la contraseña."
    qtbot.keyClicks(dialog.present.password, "la de antes")
    qtbot.keyClick(dialog.present.password, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.form.first
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    assert answers == [PasswordChange("la de antes", GOOD)]
    assert GOOD not in repr(answers)
    dialog.hide()


def test_removing_warns_and_wants_the_present_one(qtbot: QtBot, theme: Theme) -> None:
    dialog = RemovePasswordDialog(theme, None, FACTS)
    answers = shown(qtbot, dialog)
    assert "brecha de seguridad" in said_by_all_windows()
    qtbot.keyClicks(dialog.present.password, "la de antes")
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    assert answers == ["la de antes"]
    dialog.show_refusal("El disco está lleno.", "Libera espacio.")
    assert dialog.trouble.isVisible()
    assert dialog.present.password.text() == "la de antes"
    dialog.hide()


@pytest.mark.parametrize("size", [100, 150, 200])
def test_every_question_fits_a_small_screen(qtbot: QtBot, theme: Theme, size: int) -> None:
    theme.set_text_size(size)
    for kind in (SetPasswordDialog, ChangePasswordDialog, RemovePasswordDialog):
        dialog = kind(theme, None, FACTS)
        shown(qtbot, dialog)
        qtbot.waitUntil(lambda dialog=dialog: dialog.height() <= 690, timeout=1_000)
        assert dialog.act.isVisible()
        assert dialog.rect().contains(dialog.act.geometry())
        dialog.hide()


def test_tab_goes_from_the_new_password_to_the_same_again_and_then_to_the_eye(theme: Theme, qtbot: QtBot) -> None:
    form = NewPasswordForm(theme, ("", ""))
    qtbot.addWidget(form)
    assert form.first.nextInFocusChain() is form.again
    assert form.again.nextInFocusChain() is form.first.eye


def test_the_present_password_is_no_new_one(theme: Theme, qtbot: QtBot) -> None:
    dialog = ChangePasswordDialog(theme, None, PasswordFacts("Piloto"))
    qtbot.addWidget(dialog)
    for edit in (dialog.present.password, dialog.form.first, dialog.form.again):
        edit.setText("una frase larga y mía")
    assert dialog.answer() is None
    dialog.form.first.setText("otra frase larga y mía")
    dialog.form.again.setText("otra frase larga y mía")
    assert dialog.answer() is not None


def test_one_copy_is_spoken_of_as_one(theme: Theme, qtbot: QtBot) -> None:
    dialog = SetPasswordDialog(theme, None, PasswordFacts("Piloto", plain_copies=1))
    qtbot.addWidget(dialog)
    assert dialog.encrypt_copies.text() == "Cifrarla también"
