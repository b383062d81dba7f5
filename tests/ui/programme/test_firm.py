# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Empresa y firma*: who signs, and the logo."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.editions import LegalBasis
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.programme.firm_section import FirmSection
from revmentor_desktop.ui.programme.logo import LARGEST, printed_width
from revmentor_desktop.ui.programme.screen import ProgrammeScreen
from revmentor_desktop.ui.widgets.editors import LineEdit
from revmentor_desktop.ui.widgets.field import Field


@pytest.fixture
def firm(screen: ProgrammeScreen) -> FirmSection:
    screen.show_target("firm")
    section = screen.section("firm")
    assert isinstance(section, FirmSection)
    return section


def write(qtbot: QtBot, field: Field, text: str) -> None:
    assert isinstance(field.editor, LineEdit)
    field.editor.selectAll()
    qtbot.keyClicks(field.editor, text)
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)


def image(kind: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawn = QImage(40, 20, QImage.Format.Format_RGB32)
    drawn.fill(0x336699)
    assert QImageWriter(buffer, QByteArray(kind.encode())).write(drawn)
    return bytes(buffer.data().data())


def test_who_signs_is_kept_and_shown_as_it_prints(qtbot: QtBot, firm: FirmSection, example: Workspace) -> None:
    write(qtbot, firm.hr_name, "Marta Soler")
    write(qtbot, firm.hr_position, "Directora de personas")
    write(qtbot, firm.hr_email, "marta@albor.es")
    kept = example.snapshot().firm
    assert (kept.hr_name, kept.hr_position, kept.hr_email) == ("Marta Soler", "Directora de personas", "marta@albor.es")
    assert (firm.preview.head().signer, firm.preview.head().post) == ("Marta Soler", "Directora de personas")


def test_a_wrong_email_is_refused_at_its_field(qtbot: QtBot, firm: FirmSection, example: Workspace) -> None:
    write(qtbot, firm.hr_email, "marta@albor")
    assert "Falta el final" in firm.hr_email.error() or "final" in firm.hr_email.error()
    assert example.snapshot().firm.hr_email == "pcasanova@talleresalbor.example.com"


def test_the_legal_basis_stays_a_legal_basis(firm: FirmSection, example: Workspace) -> None:
    firm.basis_edit.setCurrentIndex(1)
    firm.basis_edit.activated.emit(1)
    assert example.snapshot().firm.legal_basis is LegalBasis.CONSENT
    assert firm.basis_edit.currentText() == "Consentimiento"


@pytest.mark.parametrize(("kind", "name"), [("PNG", "logo.png"), ("JPEG", "logo.jpg")])
def test_a_logo_is_kept_shown_and_removed(firm: FirmSection, example: Workspace, tmp_path: Path, kind: str, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(image(kind))
    assert firm.use_logo(path)
    assert example.snapshot().firm.logo == path.read_bytes()
    assert firm.logo_row.view.accessibleName() == "Logotipo"
    assert firm.logo_row.remove.isVisibleTo(firm)
    firm.logo_row.remove.click()
    assert example.snapshot().firm.logo == b""
    assert firm.logo_row.view.accessibleName() == "Sin logotipo: las iniciales TA"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"GIF89a" + b"x" * 40, "No es una imagen PNG o JPEG"),
        (b"\x89PNG\r\n\x1a\nnonsense", "dañada"),
        (b"\xff\xd8\xff" + b"\0" * LARGEST, "pasa de 5 MB"),
    ],
)
def test_a_file_that_is_no_logo_is_refused_in_a_sentence(
    firm: FirmSection, example: Workspace, tmp_path: Path, content: bytes, sentence: str
) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    assert not firm.use_logo(path)
    assert sentence in firm.logo.error()
    assert example.snapshot().firm.logo == b""


def test_what_is_wrong_with_a_logo_is_brought_into_sight(qtbot: QtBot, firm: FirmSection, tmp_path: Path) -> None:
    firm.window().resize(1100, 420)
    QApplication.processEvents()
    assert firm.logo.visibleRegion().isEmpty()
    firm.use_logo(tmp_path / "no.png")
    qtbot.waitUntil(partial(_wholly_seen, firm.logo))


def _wholly_seen(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect().height() >= widget.height() - 1


@pytest.mark.parametrize(("size", "width"), [((90, 90), 34), ((20, 90), 34), ((180, 90), 68), ((900, 90), 102)])
def test_a_wide_logo_is_shown_as_wide_as_it_prints(size: tuple[int, int], width: float) -> None:
    assert printed_width(QImage(*size, QImage.Format.Format_RGB32), 34) == width


def test_a_logo_that_is_gone_is_refused(firm: FirmSection, tmp_path: Path) -> None:
    assert not firm.use_logo(tmp_path / "no.png")
    assert "no se puede leer" in firm.logo.error()
