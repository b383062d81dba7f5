# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The language of the whole program: our words, Qt's own (file dialogs, menus of text fields) and how it writes numbers."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from revmentor_desktop import i18n

_NAME = "words of Qt"


def speak(application: QApplication, language: str) -> None:
    """Use a language from now on; windows that are there already keep their words until they are built anew."""
    i18n.use(language)
    QLocale.setDefault(QLocale(language))
    for old in application.findChildren(QTranslator, _NAME):
        application.removeTranslator(old)
        old.deleteLater()
    translator = QTranslator(application)
    translator.setObjectName(_NAME)
    if translator.load(QLocale(language), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
