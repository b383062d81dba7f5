# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Preferencias*: language, colours, size of the text, and whether the files opened last are remembered."""

from dataclasses import replace

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from revmentor_desktop.i18n import _
from revmentor_desktop.programme.preferences import TEXT_SIZES, Preferences
from revmentor_desktop.ui.theme import Mode, Theme
from revmentor_desktop.ui.widgets.checks import CheckBox
from revmentor_desktop.ui.widgets.dialog import Dialog
from revmentor_desktop.ui.widgets.labels import PlainLabel
from revmentor_desktop.ui.widgets.segmented import SegmentedControl


class PreferencesDialog(Dialog):
    """Shows the preferences; `chosen` is what stands there now. Nothing changes before it is accepted."""

    def __init__(self, theme: Theme, parent: QWidget | None, preferences: Preferences) -> None:
        super().__init__(theme, parent, _("Preferences"), safe=_("Cancel"), act=_("Apply preferences"), width=480)
        self._before = preferences
        # Each language is named in itself, so that it is found by whoever needs it.
        self.language = SegmentedControl(theme, [("es", "Español"), ("en", "English")], _("Language"), preferences.language)
        modes = [(Mode.LIGHT.value, _("Light")), (Mode.DARK.value, _("Dark")), (Mode.SYSTEM.value, _("As the system"))]
        self.mode = SegmentedControl(theme, modes, _("Colours"), preferences.theme)
        sizes = [(str(size), f"{size}\u00a0%") for size in TEXT_SIZES]
        self.size_of_text = SegmentedControl(theme, sizes, _("Size of the text"), str(preferences.text_size))
        self.remember = CheckBox(theme, _("Remember the files opened last"))
        self.remember.setChecked(preferences.remember_files)
        for label, control in ((_("Language"), self.language), (_("Colours"), self.mode), (_("Size of the text"), self.size_of_text)):
            part = QVBoxLayout()
            part.setSpacing(5)
            caption = PlainLabel(theme, label, "label", "text2")
            caption.setBuddy(control)
            part.addWidget(caption)
            part.addWidget(control)
            self.body.addLayout(part)
        self.body.addWidget(self.remember)
        self.act.setDefault(True)
        self.language.setFocus()

    def chosen(self) -> Preferences:
        """Return the preferences as chosen; files are forgotten when they are not to be remembered."""
        return replace(
            self._before,
            language=self.language.current(),
            theme=self.mode.current(),
            text_size=int(self.size_of_text.current()),
            remember_files=self.remember.isChecked(),
            recent=self._before.recent if self.remember.isChecked() else (),
        )


def ask_preferences(theme: Theme, parent: QWidget | None, preferences: Preferences) -> Preferences | None:
    """Ask and wait. Returns what was chosen, ``None`` when the person left it as it was."""
    dialog = PreferencesDialog(theme, parent, preferences)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    answer = dialog.chosen() if accepted else None
    dialog.deleteLater()
    return answer
