# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How the parts of the board stand: three columns, or tabs over two panes when the window is narrow."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _, context
from revmentor_desktop.ui.pairs.board import Side
from revmentor_desktop.ui.pairs.column import Column
from revmentor_desktop.ui.pairs.pair_list import PairList
from revmentor_desktop.ui.pairs.preview import Preview
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import IconButton
from revmentor_desktop.ui.widgets.card import Scroll
from revmentor_desktop.ui.widgets.labels import PlainLabel
from revmentor_desktop.ui.widgets.segmented import SegmentedControl

NARROW_UNDER, SLIM_UNDER, LOW_UNDER = 880, 1060, 720
"""Widths of the screen under which it shows tabs, and slimmer columns; height of the window under which the preview is short."""
_UNBOUND = 16_777_215
PAIRS_TAB = "pairs"


class BoardLayout(QWidget):
    """Holds the columns, the preview and the list, and arranges them for the room there is. ``tab_changed`` in narrow windows;
    ``narrowed(bool)`` when they become narrow, and wide again.
    """

    tab_changed = Signal(str)
    narrowed = Signal(bool)

    def __init__(self, theme: Theme, preview: Preview, foot: QWidget, link: QWidget, parent: QWidget | None = None) -> None:
        """``foot``: the buttons that stand below the suggestions in narrow windows; ``link`` stands below who learns in wide ones."""
        super().__init__(parent)
        self._theme = theme
        self.preview, self._foot, self._link = preview, foot, link
        self.columns = {side: Column(theme, side) for side in Side}
        self.list = PairList(theme)
        self.tabs = SegmentedControl(theme, _tabs(), _("Part of the board"), Side.TEACH, fill=True)
        self.why_close = IconButton(theme, "x", _("Close the preview"), small=True)
        self._centre, self._why = QWidget(), QWidget()
        self._scroll = Scroll()
        self._narrow: bool | None = None
        self._why_open = self._foot_wanted = False
        self._suggests: Side = Side.LEARN
        self._build()
        self.tabs.changed.connect(self._change_tab)
        self.why_close.clicked.connect(self.close_why)

    @property
    def narrow(self) -> bool:
        """Whether the window is too narrow for three columns."""
        return bool(self._narrow)

    def set_suggesting(self, side: Side) -> None:
        """Say which column shows the suggestions now; in narrow windows the buttons stand below it."""
        self._suggests = side
        if self.narrow:
            self._place_foot()

    def open_why(self) -> None:
        """Show the preview in a narrow window; in a wide one it is always in sight."""
        if self.narrow:
            self._why_open = True
            self._show_parts()
            self.why_close.setFocus()

    def close_why(self) -> None:
        """Hide the preview in a narrow window, and go back to what it was about."""
        self._why_open = False
        self._show_parts()
        back = self.list.view if self.tabs.current() == PAIRS_TAB else self.columns[self._suggests].view
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_foot_shown(self, shown: bool) -> None:
        """Show the buttons below the suggestions of a narrow window only when they can do something."""
        self._foot_wanted = shown
        self._foot.setVisible(shown and self.narrow)

    def show_tab(self, key: str) -> None:
        """Show one of the tabs, when there are tabs."""
        if self.narrow and self.tabs.current() != key:
            self.tabs.set_current(key)
            self._why_open = False
            self._show_parts()

    def _change_tab(self, key: str) -> None:
        self._why_open = False
        self._show_parts()
        self.tabs.setFocus()
        self.tab_changed.emit(key)

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 0, 24, 20)
        self._row.setSpacing(12)
        self._middle = QVBoxLayout(self._centre)
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(12)
        # By its own height, which grows as its sentences wrap.
        self._middle.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
        self._middle.addWidget(self.list, 1)
        self.columns[Side.LEARN].foot.addWidget(self._link)
        self._foot.setParent(self)
        self._foot.hide()
        # Less than three columns need: otherwise the window could never become narrow enough for tabs.
        self.setMinimumSize(320, 200)
        why = QVBoxLayout(self._why)
        why.setContentsMargins(0, 0, 0, 0)
        why.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self._theme, _("Why"), "h3"), 1)
        head.addWidget(self.why_close)
        why.addLayout(head)
        why.addWidget(self._scroll, 1)
        self._scroll.body.addStretch(1)
        self._row.addWidget(self.columns[Side.TEACH])
        self._row.addWidget(self._centre, 1)
        self._row.addWidget(self.columns[Side.LEARN])
        self._row.addWidget(self._why, 1)

    def _arrange(self) -> None:
        if self.narrow:
            self._scroll.body.insertWidget(0, self.preview, 0, Qt.AlignmentFlag.AlignTop)
            # Whoever was chosen before the window became narrow stays in sight.
            self.tabs.set_current(self._suggests.opposite)
        else:
            self._middle.insertWidget(0, self.preview, 0, Qt.AlignmentFlag.AlignTop)
            self._row.insertWidget(0, self.columns[Side.TEACH])
            self._row.insertWidget(2, self.columns[Side.LEARN])
        self.preview.show()
        self._show_parts()

    def _show_parts(self) -> None:
        if not self.narrow:
            self._show_all()
            return
        tab = self.tabs.current()
        main = next((self.columns[side] for side in Side if side == tab), None)
        if main is not None:
            self._row.insertWidget(0, main)
            main.top.addWidget(self.tabs)
        else:
            self.list.top.addWidget(self.tabs)
        for column in self.columns.values():
            column.setVisible(main is not None and (column is main or not self._why_open))
            column.set_head_shown(column is not main)
            column.setMinimumWidth(0)
            column.setMaximumWidth(_UNBOUND)
            self._row.setStretchFactor(column, 1)
        self.list.set_title_shown(False)
        self._link.hide()
        # Beside the rows there is no room for it.
        self._centre.setVisible(main is None and not self._why_open)
        self._why.setVisible(self._why_open)
        self.tabs.show()
        self._place_foot()

    def _show_all(self) -> None:
        slim = self.width() < self._theme.px(SLIM_UNDER)
        for side, width in ((Side.TEACH, 218 if slim else 232), (Side.LEARN, 222 if slim else 262)):
            self.columns[side].setFixedWidth(self._theme.px(width))
            self.columns[side].set_head_shown(True)
            self.columns[side].show()
            self._row.setStretchFactor(self.columns[side], 0)
        self.list.set_title_shown(True)
        self._link.show()
        self._centre.show()
        self._why.hide()
        self.tabs.hide()
        self._foot.hide()

    def _place_foot(self) -> None:
        self.columns[self._suggests].foot.addWidget(self._foot)
        self._foot.setVisible(self._foot_wanted)

    def _fit(self) -> None:
        narrow = self.width() < self._theme.px(NARROW_UNDER)
        self.preview.set_compact(narrow or self.window().height() < self._theme.px(LOW_UNDER))
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()
            self.narrowed.emit(narrow)
        elif not narrow:
            self._show_all()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _tabs() -> list[tuple[str, str]]:
    return [(Side.TEACH, context("tab", "Teach")), (Side.LEARN, context("tab", "Learn")), (PAIRS_TAB, _("Pairs"))]
