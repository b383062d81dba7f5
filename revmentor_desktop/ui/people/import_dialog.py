# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Importar respuestas*: from a spreadsheet to enrolments, in three steps, with a copy of the file made before anything is written."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _, plural
from revmentor_desktop.programme import imports, preferences
from revmentor_desktop.programme.errors import StoreError, TableError
from revmentor_desktop.programme.imports import ImportPlan, Table
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.background import Progress
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.people.import_pages import ColumnsPage, NamesakesPage, SummaryPage
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.banner import Banner
from revmentor_desktop.ui.widgets.button import Button
from revmentor_desktop.ui.widgets.dialog import Dialog
from revmentor_desktop.ui.widgets.labels import PlainLabel
from revmentor_desktop.ui.widgets.progress import ProgressStrip
from revmentor_desktop.ui.words import errors

_QUIET_MILLISECONDS = 300
"""Reading that takes less shows no progress."""


class ImportDialog(Dialog):
    """``imported(number of people)`` after it was done. Esc imports nothing."""

    imported = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None, bridge: Bridge, path: Path, clock: Callable[[], datetime]) -> None:
        super().__init__(theme, parent, _("Import answers"), safe=_("Import nothing"), act=_("Go on"), width=620)
        self._bridge, self._clock = bridge, clock
        self._table: Table | None = None
        self._plan: ImportPlan | None = None
        self._snapshot: Snapshot = bridge.workspace.snapshot()
        self.step = PlainLabel(theme, "", "caption", "text2")
        self.waiting = ProgressStrip(theme, "")
        self.trouble = Banner(theme, "danger", "", action=_("Choose another file…"))
        self.columns = ColumnsPage(theme)
        self.namesakes = NamesakesPage(theme)
        self.summary = SummaryPage(theme)
        self.back = Button(theme, _("Back"))
        self.pages = QStackedWidget()
        self._assemble()
        self._slow = QTimer(self, singleShot=True, interval=_QUIET_MILLISECONDS)
        self._slow.timeout.connect(self.waiting.show)
        self.read(path)

    def read(self, path: Path) -> None:
        """Read another spreadsheet from the start."""
        self._path = path
        self._show(self._reading)
        self.waiting.restart(_("Reading {name}").format(name=path.name))
        self.waiting.hide()
        self._slow.start()
        self._bridge.run(self, partial(_read, path), self._take_table, self._take_failure)

    # The pages

    def _assemble(self) -> None:
        self._reading = QWidget()
        column = QVBoxLayout(self._reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.trouble)
        column.addWidget(self.waiting)
        column.addStretch(1)
        for page in (self._reading, self.columns, self.namesakes, self.summary):
            self.pages.addWidget(page)
        self.body.addWidget(self.step)
        self.body.addWidget(self.pages, 1)
        self.foot.insertWidget(1, self.back)
        self.act.clicked.disconnect(self.accept)
        self.act.clicked.connect(self._go_on)
        self.back.clicked.connect(self._go_back)
        self.trouble.acted.connect(self._choose_another)
        self.waiting.cancelled.connect(self.reject)
        self.resize(self.theme.px(760), self.theme.px(600))
        parent = self.parentWidget()
        if parent is not None:
            room = parent.window().size()
            self.resize(min(self.width(), room.width() - 16), min(self.height(), room.height() - 16))

    def _show(self, page: QWidget) -> None:
        self.trouble.hide()
        self.pages.setCurrentWidget(page)
        names = {self.columns: _("Columns"), self.namesakes: _("Same name"), self.summary: _("Summary")}
        name = names.get(page, "")
        self.step.setText(f"{self._path.name} · {name}" if name else self._path.name)
        self.back.setVisible(page in (self.namesakes, self.summary))
        self.act.setVisible(page is not self._reading)
        self.act.setEnabled(True)
        self.act.set_label(_("Go on"))

    def _go_on(self) -> None:
        page = self.pages.currentWidget()
        if page is self.columns and self._table is not None:
            self.act.setEnabled(False)
            work = partial(_plan, self._snapshot, self._table, self.columns.columns())
            self._bridge.run(self, work, self._take_plan, self._take_failure)
        elif page is self.namesakes:
            self._show_summary()
        elif page is self.summary:
            self._import()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A choice of one keeps no Enter for itself, and there is nothing else to press here.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.pages.currentWidget() is self.namesakes:
            self._go_on()
            return
        super().keyPressEvent(event)

    def _go_back(self) -> None:
        several = self.pages.currentWidget() is self.summary and self.namesakes.cards()
        self._show(self.namesakes if several else self.columns)

    def _choose_another(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, _("Import answers"), str(self._path.parent), _("Spreadsheets") + " (*.csv *.xlsx *.ods *.xls)"
        )
        if name:
            self.read(Path(name))

    # What comes back from the background

    def _take_table(self, found: object) -> None:
        self._slow.stop()
        self.waiting.hide()
        if isinstance(found, _Found):
            self._table = found.table
            self.columns.show_table(found.table, found.columns)
            self._show(self.columns)
            self.act.setFocus(Qt.FocusReason.TabFocusReason)

    def _take_plan(self, plan: object) -> None:
        if not isinstance(plan, ImportPlan):
            return
        self._plan = plan
        if self.namesakes.show_namesakes(self._snapshot, plan):
            self._show(self.namesakes)
        else:
            self._show_summary()

    def _take_failure(self, error: Exception) -> None:
        self._slow.stop()
        self.waiting.hide()
        if not isinstance(error, TableError):
            raise error
        happened, todo = errors.sentence(error)
        if self.pages.currentWidget() is self.columns:
            self.columns.say_trouble(happened, todo)
            self.act.setEnabled(True)
            return
        self._show(self._reading)
        self.trouble.say("danger", happened, todo, action=_("Choose another file…"))
        self.trouble.show()
        self.trouble.button.setFocus(Qt.FocusReason.TabFocusReason)

    # The end

    def _show_summary(self) -> None:
        if self._plan is None:
            return
        report = imports.preview(self._snapshot, self._plan, self.namesakes.same())
        self.summary.show_report(report, self._copy_path().name)
        self._show(self.summary)
        number = report.added + report.updated
        self.act.set_label(plural("Import {n} person", "Import {n} people", number).format(n=number))
        self.act.setVisible(bool(number))
        (self.act if number else self.safe).setFocus(Qt.FocusReason.TabFocusReason)

    def _import(self) -> None:
        if self._plan is None:
            return
        try:
            self._bridge.workspace.copy_to(self._copy_path())
            report = imports.apply(self._bridge.workspace, self._plan, self.namesakes.same())
        except StoreError as error:
            self.summary.trouble.say("danger", *errors.sentence(error))
            self.summary.trouble.show()
            return
        self.accept()
        self.imported.emit(report.added + report.updated)

    def _copy_path(self) -> Path:
        """A name by the moment, with a number when there is such a copy already."""
        folder = preferences.data_folder()
        name = _("before importing {moment}").format(moment=f"{self._clock():%Y-%m-%d %H.%M}")
        path, number = folder / f"{name}.revmentor", 1
        while path.exists():
            number += 1
            path = folder / f"{name} ({number}).revmentor"
        return path


class _Found:
    def __init__(self, table: Table, columns: Mapping[str, int]) -> None:
        self.table, self.columns = table, columns


def _read(path: Path, progress: Progress) -> _Found:
    table = imports.read_table(path)
    progress.check()
    return _Found(table, imports.recognise(table.headings))


def _plan(snapshot: Snapshot, table: Table, columns: Mapping[str, int], progress: Progress) -> ImportPlan:
    progress.check()
    return imports.plan_import(snapshot, table, columns)
