# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Datos*: who the person is in the firm, and as what they take part."""

from functools import partial

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.people import GenerationBand, Level, PersonId, folded
from revmentor_desktop.i18n import _
from revmentor_desktop.programme import people
from revmentor_desktop.ui.people import languages
from revmentor_desktop.ui.people.binder import Binder, RefusedError
from revmentor_desktop.ui.people.choice_edit import ChoiceEdit
from revmentor_desktop.ui.people.choices import PeopleChoices
from revmentor_desktop.ui.people.section import Section, choice_of, side_by_side
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.checks import CheckBox
from revmentor_desktop.ui.widgets.editors import ComboBox, LineEdit
from revmentor_desktop.ui.widgets.field import Field
from revmentor_desktop.ui.widgets.looks import role_look
from revmentor_desktop.ui.words import labels


class DataSection(Section):
    """Name, e-mail, post, department, level, role, boss, site, languages and age band."""

    def __init__(self, theme: Theme, binder: Binder) -> None:
        super().__init__(theme, binder, "data")
        self._kept_emails: dict[PersonId | None, str] = {}
        self._make_fields()
        self._lay_out()
        self._connect()

    def show_answers(self, *, anew: bool) -> None:
        """Show what is kept, with the present people, departments and sites to choose from."""
        snapshot, person = self.keeper.snapshot, self.keeper.person
        everybody = snapshot.people.values()
        self.boss_edit.set_choices(PeopleChoices(snapshot, self.keeper.person_id).texts())
        self.department_edit.set_choices(sorted({p.department for p in everybody if p.department}, key=folded))
        self.site_edit.set_choices(sorted((site.name for site in snapshot.sites.values()), key=folded))
        if anew:
            # Not before a form is opened: the names of languages take time to load.
            self.languages_edit.set_choices(languages.all_names())
        super().show_answers(anew=anew)
        self.no_email.setChecked(not person.uses_email)
        self.email.editor.setEnabled(person.uses_email)
        self.level_box.select(person.level)
        self.band_box.select(person.band)
        self.role_choice.set_current(self.keeper.enrolment.role or "")

    def _make_fields(self) -> None:
        theme = self.theme
        self.first_name = self._field("first_name", _("First name"), LineEdit(theme), required=True)
        self.last_name = self._field("last_name", _("Surnames"), LineEdit(theme), required=True)
        self.email = Field(theme, _("E-mail"), LineEdit(theme), required=True)
        self.add_text("email", self.email, self._shown_email, self._change_email)
        self.no_email = CheckBox(theme, _("Uses no e-mail at work"))
        self.position = self._field("position", _("Post"), LineEdit(theme), required=True)
        self.department_edit = ChoiceEdit(theme)
        self.department = self._field("department", _("Department"), self.department_edit, required=True)
        self.level_box = ComboBox(theme)
        self.level_box.setPlaceholderText(_("Choose"))
        for level in Level:
            self.level_box.addItem(f"{level.value} · {labels.level(level)}", level)
        self.level = Field(theme, _("Level"), self.level_box, required=True)
        roles = [(role.value, role_look(role).text) for role in Role]
        self.role_choice = choice_of(theme, roles, _("Role"))
        self.role = Field(theme, _("Role"), self.role_choice, required=True)
        self.boss_edit = ChoiceEdit(theme, placeholder=_("Nobody"))
        self.boss = Field(theme, _("Direct boss"), self.boss_edit)
        self.add_text("boss_id", self.boss, self._shown_boss, self._change_boss)
        self.site_edit = ChoiceEdit(theme)
        self.site = Field(theme, _("Site"), self.site_edit)
        self.add_text("site_id", self.site, self._shown_site, self._change_site)
        self.languages_edit = ChoiceEdit(theme, last_part=True)
        self.languages = Field(theme, _("Languages"), self.languages_edit)
        self.add_text("languages", self.languages, self._shown_languages, self._change_languages)
        self.band_box = ComboBox(theme)
        for band in (None, *GenerationBand):
            self.band_box.addItem(labels.band(band), band)
        self.band = Field(theme, _("Age band (optional)"), self.band_box, help_text=_("Only for figures of groups; never with a name."))
        self.required |= {"email": self.email, "level": self.level, "role": self.role}

    def _field(self, key: str, label: str, editor: LineEdit, *, required: bool) -> Field:
        field = Field(self.theme, label, editor, required=required)
        self.required[key] = field
        return self.add_text(key, field, partial(self._shown, key), partial(self._change, key))

    def _lay_out(self) -> None:
        self.put(side_by_side(self.first_name, self.last_name))
        self.put(self.email)
        self.column.addSpacing(-8)
        self.put(self.no_email, ringed=True)
        self.put(self.position)
        self.put(side_by_side(self.department, self.level))
        self.put(self.role)
        self.put(self.boss)
        self.put(side_by_side(self.site, self.languages))
        self.put(self.band)

    def _connect(self) -> None:
        self.no_email.clicked.connect(self._toggle_email)
        self.level_box.activated.connect(self._choose_level)
        self.band_box.activated.connect(self._choose_band)
        self.role_choice.changed.connect(self._choose_role)

    # Answers of text

    def _shown(self, key: str) -> str:
        return str(getattr(self.keeper.person, key))

    def _change(self, key: str, text: str) -> None:
        self.keeper.change_person(**{key: text})

    def _shown_email(self) -> str:
        return self.keeper.person.email or ""

    def _change_email(self, text: str) -> None:
        self.keeper.change_person(email=text.strip() or None)

    def _shown_boss(self) -> str:
        return PeopleChoices(self.keeper.snapshot, self.keeper.person_id).text_of(self.keeper.person.boss_id)

    def _change_boss(self, text: str) -> None:
        boss_id = PeopleChoices(self.keeper.snapshot, self.keeper.person_id).find(text)
        if boss_id is None and text.strip():
            raise RefusedError(_("Nobody of the file is called so. Choose somebody of the list, or leave it empty."))
        self.keeper.change_person(boss_id=boss_id)

    def _shown_site(self) -> str:
        site_id = self.keeper.person.site_id
        site = self.keeper.snapshot.sites.get(site_id) if site_id is not None else None
        return site.name if site is not None else ""

    def _change_site(self, text: str) -> None:
        site_id = people.site_named(self.keeper.workspace, text) if text.strip() else None
        self.keeper.change_person(site_id=site_id)

    def _shown_languages(self) -> str:
        return languages.written(self.keeper.person.languages)

    def _change_languages(self, text: str) -> None:
        codes, unknown = languages.read(text)
        if unknown:
            raise RefusedError(_("“{word}” is no language that is known here. Part them with commas.").format(word=unknown[0]))
        self.keeper.change_person(languages=codes)

    # Answers to choose

    def _toggle_email(self, unused: bool) -> None:
        if unused:
            # Ticked by mistake, the address comes back.
            self._kept_emails[self.keeper.person_id] = self.email.editor.text()  # type: ignore[attr-defined]
            self.keeper.hold("email", None)
            self.binder.attempt("uses_email", self.change_person(uses_email=False, email=None))
            self.texts["email"].show_answer(anew=True)
            return
        self.email.editor.setEnabled(True)
        before = self._kept_emails.get(self.keeper.person_id, "")
        self.binder.attempt("uses_email", self.change_person(uses_email=True))
        if before:
            self.binder.attempt("email", partial(self._change_email, before), self.email, before)
            self.texts["email"].show_answer(anew=True)

    def _choose_level(self) -> None:
        self.binder.attempt("level", self.change_person(level=self.level_box.currentData()), self.level)

    def _choose_band(self) -> None:
        self.binder.attempt("band", self.change_person(band=self.band_box.currentData()), self.band)

    def _choose_role(self, key: str) -> None:
        self.binder.attempt("role", self.change_answers(role=Role(key)), self.role)
