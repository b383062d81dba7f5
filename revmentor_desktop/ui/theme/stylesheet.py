# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The one style sheet, built of tokens. Widgets are told apart by class and by dynamic properties.

Properties: ``card`` (surface, accent, sunken, quiet), ``tone`` of labels (any colour token), ``invalid`` of fields,
``held`` of fields that are only read, ``ground`` (bg, side, surface, sunken).
"""

from revmentor_desktop.ui.theme.tokens import RADIUS_CARD, RADIUS_DIALOG, RADIUS_FIELD, Tokens

_GROUNDS = ("bg", "side", "surface", "surface2", "sunken")

_RULES = """
QToolTip {{ background: {surface}; color: {text}; border: 1px solid {border2}; padding: 5px 8px; }}
QMenu {{ background: {surface}; border: 1px solid {border2}; border-radius: {r}px; padding: 5px; }}
QMenu::item {{ padding: 7px 18px 7px 10px; border-radius: 6px; color: {text}; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::item:selected {{ background: {accent_soft}; color: {text}; }}
QMenu::item:disabled {{ color: {disabled}; }}
QMenu::separator {{ height: 1px; background: {border}; margin: 5px 6px; }}

QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit {{
  background: {surface}; color: {text}; border: 1px solid {input}; border-radius: {r}px;
  padding: 1px 11px; selection-background-color: {accent}; selection-color: {on_accent};
}}
QLineEdit, QComboBox, QAbstractSpinBox {{ min-height: {field}px; max-height: {field}px; }}
QPlainTextEdit {{ padding: 5px 7px; }}
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus, QComboBox:on {{
  border: 2px solid {focus}; padding: 0 10px; }}
QPlainTextEdit:focus {{ padding: 4px 6px; }}
QLineEdit[invalid="true"], QComboBox[invalid="true"], QAbstractSpinBox[invalid="true"],
QPlainTextEdit[invalid="true"] {{
  border: 2px solid {danger}; padding: 0 10px; }}
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QPlainTextEdit:disabled,
QLineEdit:read-only {{
  background: {surface2}; color: {text3}; border: 1px solid {border}; }}
QLineEdit[held="true"], QComboBox[held="true"], QAbstractSpinBox[held="true"], QPlainTextEdit[held="true"] {{
  background: transparent; color: {text}; border: none; border-bottom: 2px solid transparent; border-radius: 0; padding: 0; }}
QLineEdit[held="true"], QComboBox[held="true"], QAbstractSpinBox[held="true"] {{ min-height: {held}px; max-height: {held}px; }}
QLineEdit[held="true"]:focus, QAbstractSpinBox[held="true"]:focus, QPlainTextEdit[held="true"]:focus {{
  border-bottom: 2px solid {focus}; padding: 0; }}
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus {{ border: none; background: transparent; padding: 0; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: none; background: transparent; padding: 0;
  min-height: 0; max-height: 16777215px; }}
QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: none; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox::drop-down, QDateEdit::drop-down {{
  width: {arrow}px; border: none; subcontrol-origin: padding; subcontrol-position: center right; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: none; width: 0; height: 0; }}
QComboBox QAbstractItemView {{
  background: {surface}; border: 1px solid {border2}; padding: 4px; outline: none; color: {text};
  selection-background-color: {accent_soft}; selection-color: {text}; }}
QComboBox QAbstractItemView::item {{ min-height: {item}px; padding: 0 8px; border-radius: 6px; }}
QComboBox QAbstractItemView::item:selected, QComboBox QAbstractItemView::item:hover {{ background: {accent_soft}; color: {text}; }}

QAbstractItemView {{ background: transparent; border: none; outline: none; color: {text};
  selection-background-color: {accent_soft}; selection-color: {text}; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{ background: transparent; color: {text2}; border: none; border-bottom: 1px solid {border2};
  padding: 0 10px; min-height: {head}px; }}
QTableCornerButton::section {{ background: transparent; border: none; }}

QScrollArea, QScrollArea > QWidget > QWidget[scrolled="true"] {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 2px; }}
QScrollBar::handle {{ background: {border2}; border-radius: 3px; }}
QScrollBar::handle:hover {{ background: {input}; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QFrame[card="surface"] {{ background: {surface}; border: 1px solid {border}; border-radius: {card}px; }}
QFrame[card="accent"] {{ background: {surface}; border: 1px solid {accent_line}; border-radius: {card}px; }}
QFrame[card="sunken"] {{ background: {sunken}; border: none; border-radius: {card}px; }}
QFrame[card="quiet"] {{ background: {surface2}; border: 1px solid {border}; border-radius: {card}px; }}
QFrame[card="soft"] {{ background: {accent_soft}; border: none; border-radius: {card}px; }}
QFrame[line="true"] {{ background: {border}; border: none; }}
QDialog {{ background: {bg}; }}
QDialog[plain="true"] {{ background: {surface}; }}
QProgressBar {{ background: {track}; border: none; border-radius: 3px; min-height: 6px; max-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QSlider::groove:horizontal {{ height: 5px; border-radius: 2px; background: {track}; }}
QSlider::sub-page:horizontal {{ background: {accent}; border-radius: 2px; }}
QSlider::handle:horizontal {{
  width: 14px; height: 14px; margin: -6px 0; border-radius: 8px; background: {surface}; border: 2px solid {accent}; }}
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus {{ background: {accent_soft}; }}
QSplitter::handle {{ background: transparent; }}
QCalendarWidget QWidget {{ background: {surface}; color: {text}; }}
QCalendarWidget QToolButton {{ border: none; background: transparent; padding: 4px 8px; border-radius: 6px; color: {text}; }}
QCalendarWidget QToolButton:hover {{ background: {sunken}; }}
QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
QCalendarWidget QAbstractItemView {{ selection-background-color: {accent}; selection-color: {on_accent}; }}
"""


def build(tokens: Tokens, scale: float) -> str:
    """Return the style sheet of the application for these colours and this size of text (1.0 = 100 %)."""
    lengths = {
        "r": RADIUS_FIELD,
        "card": RADIUS_CARD,
        "dialog": RADIUS_DIALOG,
        # 34 px in all: edge and padding take 4.
        "field": round(34 * scale) - 4,
        # Plain text in place of a field.
        "held": round(22 * scale),
        "head": round(34 * scale) - 1,
        "item": round(30 * scale),
        "arrow": round(32 * scale),
    }
    rules = _RULES.format(**tokens, **lengths)
    labels = "\n".join(f'QLabel[tone="{token}"] {{ color: {colour}; background: transparent; }}' for token, colour in tokens.items())
    grounds = "\n".join(f'QWidget[ground="{token}"] {{ background: {tokens[token]}; }}' for token in _GROUNDS)
    return "\n".join((rules, labels, grounds))
