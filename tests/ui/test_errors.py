# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Every refusal has words: what happened and what to do, never a code."""

import pytest

from revmentor_desktop import i18n
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.people import checked_email
from revmentor_desktop.programme.errors import StoreError, TableError
from revmentor_desktop.ui import error_words
from revmentor_desktop.ui.errors import field_error, sentence


def test_an_address_without_ending_says_what_is_missing() -> None:
    with pytest.raises(DomainError) as refused:
        checked_email("lucia@ejemplo")
    assert field_error(refused.value) == "Falta el final del correo, como .com o .es."


def test_an_empty_field_is_named() -> None:
    assert sentence(DomainError("first_name", "empty")).what == "Falta el nombre."


def test_limits_are_said_with_their_numbers() -> None:
    assert "de 1 a 40" in sentence(DomainError("sessions", "range", low=1, high=40)).what


def test_a_full_disk_says_that_nothing_is_lost() -> None:
    told = sentence(StoreError("full"))
    assert told.text == "No se ha podido guardar: el disco está lleno. Libera espacio y vuelve a probar; lo que has escrito sigue aquí."


def test_a_file_in_use_names_who_has_it() -> None:
    told = sentence(StoreError("in_use", who="Pilar", computer="RRHH-1", since="2027-02-04T09:15:00+01:00"))
    assert told.what == "Este programa ya está abierto: Pilar, en RRHH-1, desde el 4 de febrero, 09:15."
    assert "otra ventana" in sentence(StoreError("in_use")).what


def test_columns_that_lack_are_listed() -> None:
    assert (
        sentence(TableError("missing_columns", columns=("nombre", "correo"))).what == "A la hoja le faltan estas columnas: nombre y correo."
    )


@pytest.mark.parametrize("error", [StoreError("io"), TableError("nothing_known"), DomainError("x", "nothing_known"), OSError("boom")])
def test_an_unknown_code_never_reaches_the_screen(error: Exception) -> None:
    told = sentence(error)
    assert told.what.endswith(".")
    assert "nothing_known" not in told.text
    assert "boom" not in told.text


def test_a_sentence_without_its_data_gives_way_to_a_general_one() -> None:
    assert sentence(TableError("missing_columns")).what == "No se han podido leer las respuestas."


def test_names_with_braces_are_shown_as_they_are() -> None:
    assert sentence(DomainError("email", "taken", name="{Ana}")).what == "{Ana} ya tiene ese correo."


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_sentence_ends_and_blames_nobody(language: str) -> None:
    i18n.use(language)
    for words in (error_words.of_files(), error_words.of_tables(), error_words.of_rules()):
        for what, todo in words.values():
            assert what.endswith("."), what
            assert "!" not in what + todo
            assert "rror" not in what + todo
