# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Empresa y firma*: what the papers print of the firm, who signs for it, and how it handles the answers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.agreements import number_for
from revmentor_desktop.domain.editions import Firm, LegalBasis
from revmentor_desktop.domain.people import NAME_LIMIT
from revmentor_desktop.i18n import _, current, formats
from revmentor_desktop.programme import editions
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.programme import logo, words
from revmentor_desktop.ui.programme.forms import column, side_by_side
from revmentor_desktop.ui.programme.head_preview import Head, HeadPreview
from revmentor_desktop.ui.programme.notices import Notices
from revmentor_desktop.ui.programme.section_page import SectionPage
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import Action
from revmentor_desktop.ui.widgets.card import Card
from revmentor_desktop.ui.widgets.editors import ComboBox, LineEdit, NumberEdit
from revmentor_desktop.ui.widgets.field import Field
from revmentor_desktop.ui.widgets.labels import PlainLabel

LONG_LIMIT = 400
MOST_MONTHS = 1200


class FirmSection(SectionPage):
    """The form of the firm beside the head of its agreement."""

    def __init__(
        self,
        theme: Theme,
        notices: Notices,
        today: Callable[[], date],
        logo_actions: tuple[Action, Action],
        parent: QWidget | None = None,
    ) -> None:
        """``logo_actions`` choose and remove the logo."""
        self._notices, self._workspace, self._today = notices, notices.workspace, today
        self._remove_logo = logo_actions[1]
        self.name = self._line(theme, _("Name of the firm"), NAME_LIMIT)
        self.tax_number = self._line(theme, _("Tax number"), NAME_LIMIT)
        self.town = self._line(theme, _("Town"), NAME_LIMIT)
        self.address = self._line(theme, _("Address"), LONG_LIMIT)
        self.programme_name = self._line(theme, _("Name of the programme"), NAME_LIMIT, _("Reverse mentoring programme"))
        self.hr_name = self._line(theme, _("Name and surnames"), NAME_LIMIT)
        self.hr_position = self._line(theme, _("Post"), NAME_LIMIT)
        self.hr_email = self._line(theme, _("E-mail"), 254)
        self.privacy_contact = self._line(theme, _("Contact for data protection"), LONG_LIMIT)
        self.basis_edit = ComboBox(theme)
        for basis in LegalBasis:
            self.basis_edit.addItem(words.legal_basis(basis), basis.value)
        note = _("Consent of employees is rarely valid: the usual one is legitimate interest.")
        self.legal_basis = Field(theme, _("Legal basis"), self.basis_edit, help_text=note)
        self.retention = Field(theme, _("The answers are kept for"), NumberEdit(theme, 0, 0, MOST_MONTHS, unit=_("months")))
        self.logo_row = logo.LogoRow(theme, *logo_actions)
        self.logo = logo.LogoField(theme, self.logo_row)
        self.preview = HeadPreview(theme)
        super().__init__(theme, self._make_form(theme), self._make_meaning(theme), parent)
        self.keeper = notices.keeper(self._firm, _save_firm, self, "firm")
        self._bind()
        self.refresh()

    def refresh(self) -> None:
        """Show the present state."""
        firm, edition = self._firm(), self._workspace.snapshot().edition
        self.keeper.show_record()
        image, initials, today = logo.picture(firm.logo), editions.initials(firm.name), self._today()
        self.logo_row.view.show_logo(image, initials)
        self.logo_row.remove.setVisible(bool(firm.logo))
        self._remove_logo.setEnabled(bool(firm.logo))
        day = formats.long_date(today, current())
        self.preview.show_head(
            Head(
                firm=firm.name,
                line=" · ".join((firm.programme_name or _("Reverse mentoring programme"), edition.name)),
                number=number_for(today.year, 1),
                place=f"{firm.town}, {day}" if firm.town else day,
                signer=firm.hr_name,
                post=firm.hr_position,
                initials=initials,
            ),
            image,
        )

    def use_logo(self, path: Path) -> bool:
        """Keep the picture of a file as the logo. Returns whether it was one; what is wrong is said at the field."""
        try:
            data = logo.read_logo(path)
        except logo.LogoError as error:
            self.logo.set_error(error.sentence)
            self.reveal(self.logo)
            return False
        self.logo.set_error(None)
        return self._put_logo(data, _("Logo kept"))

    def remove_logo(self) -> None:
        """Print the initials again."""
        self.logo.set_error(None)
        self._put_logo(b"", _("Logo removed"))

    def _put_logo(self, data: bytes, told: str) -> bool:
        return self._notices.attempt(partial(editions.save_firm, self._workspace, replace(self._firm(), logo=data)), told)

    def _firm(self) -> Firm:
        return self._workspace.snapshot().firm

    @staticmethod
    def _line(theme: Theme, label: str, limit: int, placeholder: str = "") -> Field:
        return Field(theme, label, LineEdit(theme, placeholder=placeholder, limit=limit))

    def _make_form(self, theme: Theme) -> QWidget:
        firm = Card(theme, _("Firm"), padding=18)
        signs = Card(theme, _("Who signs for HR"), padding=18)
        privacy = Card(theme, _("Data protection"), padding=18)
        for card in (firm, signs, privacy):
            card.body.setSpacing(12)
        firm.body.addWidget(self.name)
        firm.body.addLayout(side_by_side(self.tax_number, self.town))
        firm.body.addWidget(self.address)
        firm.body.addWidget(self.programme_name)
        firm.body.addWidget(self.logo)
        signs.body.addLayout(side_by_side(self.hr_name, self.hr_position))
        signs.body.addWidget(self.hr_email)
        privacy.body.addWidget(self.privacy_contact)
        privacy.body.addLayout(side_by_side(self.legal_basis, self.retention))
        return column(signs, firm, privacy)

    def _make_meaning(self, theme: Theme) -> QWidget:
        card = Card(theme, _("How it prints"), padding=18)
        text = _("The head of the agreement and of every other document, and who signs for the firm.")
        card.body.addWidget(PlainLabel(theme, text, "caption", "text2", wrap=True))
        card.body.addWidget(self.preview)
        foot = _("What is printed or signed already stays as it was issued.")
        card.body.addWidget(PlainLabel(theme, foot, "caption", "text2", wrap=True))
        card.body.addStretch(1)
        return card

    def _bind(self) -> None:
        for name, field in (
            ("name", self.name),
            ("tax_number", self.tax_number),
            ("town", self.town),
            ("address", self.address),
            ("programme_name", self.programme_name),
            ("hr_name", self.hr_name),
            ("hr_position", self.hr_position),
            ("hr_email", self.hr_email),
            ("privacy_contact", self.privacy_contact),
            ("legal_basis", self.legal_basis),
            ("retention_months", self.retention),
        ):
            self.keeper.bind(name, field.label(), field.editor, field)


def _save_firm(workspace: Workspace, changed: Firm) -> None:
    # A combo box gives back the plain text of what was put in it.
    editions.save_firm(workspace, replace(changed, legal_basis=LegalBasis(changed.legal_basis)))
