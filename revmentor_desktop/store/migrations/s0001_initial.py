# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Schema 1: the tables of the first release. A dead file: never edited after a release, never naming today's tables.

Every constraint is named (a later rebuild needs names), every table is STRICT. Days are ``YYYY-MM-DD`` and moments ``YYYY-MM-DDTHH:MM``
in the wall time of the site; ``date(x) IS x`` refuses the 30th of February. ``length()`` stops at a NUL, hence the ``instr`` beside it.
"""

VERSION = 1000
"""Major · 1000 + minor (``user_version``)."""

STATEMENTS: tuple[str, ...] = (
    """
CREATE TABLE meta (
    key TEXT NOT NULL CONSTRAINT pk_meta PRIMARY KEY,
    value TEXT NOT NULL CONSTRAINT ck_meta_value CHECK (length(value) <= 400 AND instr(value, char(0)) = 0)
) STRICT""",
    """
CREATE TABLE counter (
    name TEXT NOT NULL CONSTRAINT pk_counter PRIMARY KEY,
    value INTEGER NOT NULL CONSTRAINT ck_counter_value CHECK (value BETWEEN 0 AND 1000000000)
) STRICT""",
    """
CREATE TABLE draft (
    key TEXT NOT NULL CONSTRAINT pk_draft PRIMARY KEY,
    text TEXT NOT NULL CONSTRAINT ck_draft_text CHECK (length(text) <= 1000000 AND instr(text, char(0)) = 0),
    CONSTRAINT ck_draft_key CHECK (length(key) <= 400 AND instr(key, char(0)) = 0)
) STRICT""",
    """
CREATE TABLE firm (
    id INTEGER NOT NULL CONSTRAINT pk_firm PRIMARY KEY CONSTRAINT ck_firm_id CHECK (id = 1),
    name TEXT NOT NULL DEFAULT '' CONSTRAINT ck_firm_name CHECK (length(name) <= 400 AND instr(name, char(0)) = 0),
    town TEXT NOT NULL DEFAULT '' CONSTRAINT ck_firm_town CHECK (length(town) <= 400 AND instr(town, char(0)) = 0),
    tax_number TEXT NOT NULL DEFAULT '' CONSTRAINT ck_firm_tax_number CHECK (length(tax_number) <= 400 AND instr(tax_number, char(0)) = 0),
    address TEXT NOT NULL DEFAULT '' CONSTRAINT ck_firm_address CHECK (length(address) <= 4000 AND instr(address, char(0)) = 0),
    privacy_contact TEXT NOT NULL DEFAULT ''
        CONSTRAINT ck_firm_privacy_contact CHECK (length(privacy_contact) <= 4000 AND instr(privacy_contact, char(0)) = 0),
    legal_basis TEXT NOT NULL
        CONSTRAINT ck_firm_legal_basis CHECK (legal_basis IN ('legitimate_interest', 'consent')) DEFAULT 'legitimate_interest',
    retention_months INTEGER NOT NULL CONSTRAINT ck_firm_retention_months CHECK (retention_months BETWEEN 0 AND 1200) DEFAULT 24,
    hr_name TEXT NOT NULL DEFAULT '' CONSTRAINT ck_firm_hr_name CHECK (length(hr_name) <= 400 AND instr(hr_name, char(0)) = 0),
    hr_position TEXT NOT NULL DEFAULT ''
        CONSTRAINT ck_firm_hr_position CHECK (length(hr_position) <= 400 AND instr(hr_position, char(0)) = 0),
    hr_email TEXT NOT NULL DEFAULT '' CONSTRAINT ck_firm_hr_email CHECK (length(hr_email) <= 400 AND instr(hr_email, char(0)) = 0),
    programme_name TEXT NOT NULL DEFAULT ''
        CONSTRAINT ck_firm_programme_name CHECK (length(programme_name) <= 400 AND instr(programme_name, char(0)) = 0),
    logo BLOB NOT NULL DEFAULT x'' CONSTRAINT ck_firm_logo CHECK (length(logo) <= 5242880)
) STRICT""",
    "INSERT INTO firm (id) VALUES (1)",
    """
CREATE TABLE edition (
    id INTEGER NOT NULL CONSTRAINT pk_edition PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CONSTRAINT ck_edition_name CHECK (length(name) <= 400 AND instr(name, char(0)) = 0),
    start TEXT NOT NULL CONSTRAINT ck_edition_start CHECK (date(start) IS start AND start >= '0001'),
    "end" TEXT NOT NULL CONSTRAINT ck_edition_end CHECK (date("end") IS "end" AND "end" >= '0001'),
    is_pilot INTEGER NOT NULL CONSTRAINT ck_edition_is_pilot CHECK (is_pilot BETWEEN 0 AND 1),
    sessions INTEGER NOT NULL CONSTRAINT ck_edition_sessions CHECK (sessions BETWEEN 1 AND 40),
    minutes INTEGER NOT NULL CONSTRAINT ck_edition_minutes CHECK (minutes BETWEEN 15 AND 240),
    region TEXT NOT NULL CONSTRAINT ck_edition_region CHECK (length(region) <= 16 AND instr(region, char(0)) = 0),
    weight_learn REAL NOT NULL CONSTRAINT ck_edition_weight_learn CHECK (weight_learn BETWEEN 0 AND 1.7976931348623157e308),
    weight_give_back REAL NOT NULL CONSTRAINT ck_edition_weight_give_back CHECK (weight_give_back BETWEEN 0 AND 1.7976931348623157e308),
    weight_hours REAL NOT NULL CONSTRAINT ck_edition_weight_hours CHECK (weight_hours BETWEEN 0 AND 1.7976931348623157e308),
    weight_hierarchy REAL NOT NULL CONSTRAINT ck_edition_weight_hierarchy CHECK (weight_hierarchy BETWEEN 0 AND 1.7976931348623157e308),
    weight_department REAL NOT NULL CONSTRAINT ck_edition_weight_department CHECK (weight_department BETWEEN 0 AND 1.7976931348623157e308),
    weight_ease REAL NOT NULL CONSTRAINT ck_edition_weight_ease CHECK (weight_ease BETWEEN 0 AND 1.7976931348623157e308),
    minimum REAL NOT NULL CONSTRAINT ck_edition_minimum CHECK (minimum BETWEEN 0 AND 100),
    per_pair_week INTEGER NOT NULL CONSTRAINT ck_edition_per_pair_week CHECK (per_pair_week BETWEEN 1 AND 7),
    per_person_week INTEGER NOT NULL CONSTRAINT ck_edition_per_person_week CHECK (per_person_week BETWEEN 1 AND 14),
    enrolment_closes TEXT
        CONSTRAINT ck_edition_enrolment_closes CHECK (date(enrolment_closes) IS enrolment_closes AND enrolment_closes >= '0001'),
    CONSTRAINT ck_edition_named CHECK (trim(name) <> ''),
    CONSTRAINT ck_edition_weights
        CHECK (weight_learn + weight_give_back + weight_hours + weight_hierarchy + weight_department + weight_ease > 0),
    CONSTRAINT ck_edition_span CHECK (start < "end" AND julianday("end") - julianday(start) <= 1098)
) STRICT""",
    """
CREATE TABLE current_edition (
    id INTEGER NOT NULL CONSTRAINT pk_current_edition PRIMARY KEY CONSTRAINT ck_current_edition_id CHECK (id = 1),
    edition_id INTEGER NOT NULL CONSTRAINT fk_current_edition_edition_id REFERENCES edition (id) ON DELETE CASCADE
) STRICT""",
    "CREATE INDEX ix_current_edition_edition_id ON current_edition (edition_id)",
    """
CREATE TABLE site (
    id INTEGER NOT NULL CONSTRAINT pk_site PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CONSTRAINT ck_site_name CHECK (length(name) <= 400 AND instr(name, char(0)) = 0),
    region TEXT NOT NULL CONSTRAINT ck_site_region CHECK (length(region) <= 16 AND instr(region, char(0)) = 0),
    time_zone TEXT NOT NULL CONSTRAINT ck_site_time_zone CHECK (length(time_zone) <= 64 AND instr(time_zone, char(0)) = 0),
    summer_start TEXT CONSTRAINT ck_site_summer_start CHECK (date(summer_start) IS summer_start AND summer_start >= '0001'),
    summer_end TEXT CONSTRAINT ck_site_summer_end CHECK (date(summer_end) IS summer_end AND summer_end >= '0001'),
    summer_until INTEGER CONSTRAINT ck_site_summer_until CHECK (summer_until BETWEEN -1000000 AND 1000000),
    rooms INTEGER CONSTRAINT ck_site_rooms CHECK (rooms BETWEEN 0 AND 1000000),
    CONSTRAINT ck_site_summer CHECK ((summer_start IS NULL) = (summer_until IS NULL) AND (summer_end IS NULL) = (summer_until IS NULL))
) STRICT""",
    """
CREATE TABLE site_local_day (
    site_id INTEGER NOT NULL CONSTRAINT fk_site_local_day_site_id REFERENCES site (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CONSTRAINT ck_site_local_day_position CHECK (position BETWEEN 0 AND 1000000),
    day TEXT NOT NULL CONSTRAINT ck_site_local_day_day CHECK (date(day) IS day AND day >= '0001'),
    name TEXT NOT NULL CONSTRAINT ck_site_local_day_name CHECK (length(name) <= 400 AND instr(name, char(0)) = 0),
    CONSTRAINT pk_site_local_day PRIMARY KEY (site_id, position)
) STRICT""",
    """
CREATE TABLE closure (
    id INTEGER NOT NULL CONSTRAINT pk_closure PRIMARY KEY AUTOINCREMENT,
    start TEXT NOT NULL CONSTRAINT ck_closure_start CHECK (date(start) IS start AND start >= '0001'),
    "end" TEXT NOT NULL CONSTRAINT ck_closure_end CHECK (date("end") IS "end" AND "end" >= '0001'),
    name TEXT NOT NULL CONSTRAINT ck_closure_name CHECK (length(name) <= 400 AND instr(name, char(0)) = 0),
    CONSTRAINT ck_closure_span CHECK (start <= "end")
) STRICT""",
    """
CREATE TABLE area (
    id INTEGER NOT NULL CONSTRAINT pk_area PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CONSTRAINT ck_area_name CHECK (length(name) <= 400 AND instr(name, char(0)) = 0),
    name_en TEXT NOT NULL CONSTRAINT ck_area_name_en CHECK (length(name_en) <= 400 AND instr(name_en, char(0)) = 0),
    offered INTEGER NOT NULL CONSTRAINT ck_area_offered CHECK (offered BETWEEN 0 AND 1),
    position INTEGER NOT NULL CONSTRAINT ck_area_position CHECK (position BETWEEN -1000000000 AND 1000000000)
) STRICT""",
    """
CREATE TABLE topic (
    id INTEGER NOT NULL CONSTRAINT pk_topic PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CONSTRAINT ck_topic_name CHECK (length(name) <= 400 AND instr(name, char(0)) = 0),
    area_id INTEGER CONSTRAINT fk_topic_area_id REFERENCES area (id) ON DELETE RESTRICT,
    name_en TEXT NOT NULL CONSTRAINT ck_topic_name_en CHECK (length(name_en) <= 400 AND instr(name_en, char(0)) = 0),
    position INTEGER NOT NULL CONSTRAINT ck_topic_position CHECK (position BETWEEN -1000000000 AND 1000000000)
) STRICT""",
    "CREATE INDEX ix_topic_area_id ON topic (area_id)",
    """
CREATE TABLE person (
    id INTEGER NOT NULL CONSTRAINT pk_person PRIMARY KEY AUTOINCREMENT,
    code INTEGER NOT NULL CONSTRAINT ck_person_code CHECK (code BETWEEN 1 AND 1000000000),
    first_name TEXT NOT NULL CONSTRAINT ck_person_first_name CHECK (length(first_name) <= 120 AND instr(first_name, char(0)) = 0),
    last_name TEXT NOT NULL CONSTRAINT ck_person_last_name CHECK (length(last_name) <= 120 AND instr(last_name, char(0)) = 0),
    email TEXT CONSTRAINT ck_person_email CHECK (length(email) <= 254 AND instr(email, char(0)) = 0),
    uses_email INTEGER NOT NULL CONSTRAINT ck_person_uses_email CHECK (uses_email BETWEEN 0 AND 1),
    department TEXT NOT NULL CONSTRAINT ck_person_department CHECK (length(department) <= 120 AND instr(department, char(0)) = 0),
    position TEXT NOT NULL CONSTRAINT ck_person_position CHECK (length(position) <= 120 AND instr(position, char(0)) = 0),
    level INTEGER CONSTRAINT ck_person_level CHECK (level BETWEEN 1 AND 5),
    boss_id INTEGER CONSTRAINT fk_person_boss_id REFERENCES person (id) ON DELETE SET NULL,
    site_id INTEGER CONSTRAINT fk_person_site_id REFERENCES site (id) ON DELETE SET NULL,
    band TEXT CONSTRAINT ck_person_band CHECK (band IN ('up_to_28', '29_to_43', '44_to_59', '60_or_more')),
    CONSTRAINT uq_person_code UNIQUE (code),
    CONSTRAINT uq_person_email UNIQUE (email)
) STRICT""",
    "CREATE INDEX ix_person_boss_id ON person (boss_id)",
    "CREATE INDEX ix_person_site_id ON person (site_id)",
    """
CREATE TABLE person_language (
    person_id INTEGER NOT NULL CONSTRAINT fk_person_language_person_id REFERENCES person (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CONSTRAINT ck_person_language_position CHECK (position BETWEEN 0 AND 1000000),
    name TEXT NOT NULL CONSTRAINT ck_person_language_name CHECK (length(name) <= 120 AND instr(name, char(0)) = 0),
    CONSTRAINT pk_person_language PRIMARY KEY (person_id, position)
) STRICT""",
    """
CREATE TABLE exclusion (
    id INTEGER NOT NULL CONSTRAINT pk_exclusion PRIMARY KEY AUTOINCREMENT,
    by_id INTEGER NOT NULL CONSTRAINT fk_exclusion_by_id REFERENCES person (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL CONSTRAINT fk_exclusion_other_id REFERENCES person (id) ON DELETE CASCADE,
    reason TEXT NOT NULL CONSTRAINT ck_exclusion_reason CHECK (length(reason) <= 4000 AND instr(reason, char(0)) = 0)
) STRICT""",
    "CREATE INDEX ix_exclusion_by_id ON exclusion (by_id)",
    "CREATE INDEX ix_exclusion_other_id ON exclusion (other_id)",
    """
CREATE TABLE enrolment (
    id INTEGER NOT NULL CONSTRAINT pk_enrolment PRIMARY KEY AUTOINCREMENT,
    edition_id INTEGER NOT NULL CONSTRAINT fk_enrolment_edition_id REFERENCES edition (id) ON DELETE RESTRICT,
    person_id INTEGER NOT NULL CONSTRAINT fk_enrolment_person_id REFERENCES person (id) ON DELETE CASCADE,
    role TEXT CONSTRAINT ck_enrolment_role CHECK (role IN ('mentor', 'mentee', 'either')),
    motivation TEXT NOT NULL CONSTRAINT ck_enrolment_motivation CHECK (length(motivation) <= 4000 AND instr(motivation, char(0)) = 0),
    expectation TEXT NOT NULL CONSTRAINT ck_enrolment_expectation CHECK (length(expectation) <= 4000 AND instr(expectation, char(0)) = 0),
    modality TEXT NOT NULL CONSTRAINT ck_enrolment_modality CHECK (modality IN ('in_person', 'virtual', 'mixed')),
    capacity INTEGER NOT NULL CONSTRAINT ck_enrolment_capacity CHECK (capacity BETWEEN 1 AND 3),
    private_notes TEXT NOT NULL
        CONSTRAINT ck_enrolment_private_notes CHECK (length(private_notes) <= 4000 AND instr(private_notes, char(0)) = 0),
    notice_day TEXT CONSTRAINT ck_enrolment_notice_day CHECK (date(notice_day) IS notice_day AND notice_day >= '0001'),
    notice_way TEXT CONSTRAINT ck_enrolment_notice_way CHECK (notice_way IN ('paper', 'screen', 'pdf')),
    withdrawn_on TEXT CONSTRAINT ck_enrolment_withdrawn_on CHECK (date(withdrawn_on) IS withdrawn_on AND withdrawn_on >= '0001'),
    CONSTRAINT ck_enrolment_notice CHECK ((notice_day IS NULL) = (notice_way IS NULL)),
    CONSTRAINT uq_enrolment_person UNIQUE (edition_id, person_id)
) STRICT""",
    "CREATE INDEX ix_enrolment_person_id ON enrolment (person_id)",
    """
CREATE TABLE enrolment_want (
    enrolment_id INTEGER NOT NULL CONSTRAINT fk_enrolment_want_enrolment_id REFERENCES enrolment (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CONSTRAINT ck_enrolment_want_position CHECK (position BETWEEN 0 AND 1000000),
    topic_id INTEGER NOT NULL CONSTRAINT fk_enrolment_want_topic_id REFERENCES topic (id) ON DELETE RESTRICT,
    priority INTEGER NOT NULL CONSTRAINT ck_enrolment_want_priority CHECK (priority BETWEEN 1 AND 3),
    CONSTRAINT pk_enrolment_want PRIMARY KEY (enrolment_id, position)
) STRICT""",
    "CREATE INDEX ix_enrolment_want_topic_id ON enrolment_want (topic_id)",
    """
CREATE TABLE enrolment_offer (
    enrolment_id INTEGER NOT NULL CONSTRAINT fk_enrolment_offer_enrolment_id REFERENCES enrolment (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CONSTRAINT ck_enrolment_offer_position CHECK (position BETWEEN 0 AND 1000000),
    topic_id INTEGER NOT NULL CONSTRAINT fk_enrolment_offer_topic_id REFERENCES topic (id) ON DELETE RESTRICT,
    level INTEGER NOT NULL CONSTRAINT ck_enrolment_offer_level CHECK (level BETWEEN 1 AND 3),
    CONSTRAINT pk_enrolment_offer PRIMARY KEY (enrolment_id, position)
) STRICT""",
    "CREATE INDEX ix_enrolment_offer_topic_id ON enrolment_offer (topic_id)",
    """
CREATE TABLE enrolment_window (
    enrolment_id INTEGER NOT NULL CONSTRAINT fk_enrolment_window_enrolment_id REFERENCES enrolment (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CONSTRAINT ck_enrolment_window_position CHECK (position BETWEEN 0 AND 1000000),
    weekday INTEGER NOT NULL CONSTRAINT ck_enrolment_window_weekday CHECK (weekday BETWEEN 0 AND 6),
    start INTEGER NOT NULL CONSTRAINT ck_enrolment_window_start CHECK (start BETWEEN 0 AND 1439),
    "end" INTEGER NOT NULL CONSTRAINT ck_enrolment_window_end CHECK ("end" BETWEEN 1 AND 1440),
    CONSTRAINT pk_enrolment_window PRIMARY KEY (enrolment_id, position),
    CONSTRAINT ck_enrolment_window_stretch CHECK (start < "end")
) STRICT""",
    """
CREATE TABLE enrolment_absence (
    enrolment_id INTEGER NOT NULL CONSTRAINT fk_enrolment_absence_enrolment_id REFERENCES enrolment (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CONSTRAINT ck_enrolment_absence_position CHECK (position BETWEEN 0 AND 1000000),
    start TEXT NOT NULL CONSTRAINT ck_enrolment_absence_start CHECK (date(start) IS start AND start >= '0001'),
    "end" TEXT NOT NULL CONSTRAINT ck_enrolment_absence_end CHECK (date("end") IS "end" AND "end" >= '0001'),
    CONSTRAINT pk_enrolment_absence PRIMARY KEY (enrolment_id, position),
    CONSTRAINT ck_enrolment_absence_span CHECK (start <= "end")
) STRICT""",
    """
CREATE TABLE pair (
    id INTEGER NOT NULL CONSTRAINT pk_pair PRIMARY KEY AUTOINCREMENT,
    edition_id INTEGER NOT NULL CONSTRAINT fk_pair_edition_id REFERENCES edition (id) ON DELETE RESTRICT,
    mentor_id INTEGER NOT NULL CONSTRAINT fk_pair_mentor_id REFERENCES person (id) ON DELETE RESTRICT,
    mentee_id INTEGER NOT NULL CONSTRAINT fk_pair_mentee_id REFERENCES person (id) ON DELETE RESTRICT,
    state TEXT NOT NULL
        CONSTRAINT ck_pair_state
        CHECK (state IN ('proposed', 'consulting', 'accepted', 'active', 'paused', 'completed', 'ended_early', 'declined')),
    locked INTEGER NOT NULL CONSTRAINT ck_pair_locked CHECK (locked BETWEEN 0 AND 1),
    mentor_answer TEXT NOT NULL CONSTRAINT ck_pair_mentor_answer CHECK (mentor_answer IN ('not_yet', 'yes', 'other')),
    mentor_answer_on TEXT
        CONSTRAINT ck_pair_mentor_answer_on CHECK (date(mentor_answer_on) IS mentor_answer_on AND mentor_answer_on >= '0001'),
    mentee_answer TEXT NOT NULL CONSTRAINT ck_pair_mentee_answer CHECK (mentee_answer IN ('not_yet', 'yes', 'other')),
    mentee_answer_on TEXT
        CONSTRAINT ck_pair_mentee_answer_on CHECK (date(mentee_answer_on) IS mentee_answer_on AND mentee_answer_on >= '0001'),
    accepted_on TEXT CONSTRAINT ck_pair_accepted_on CHECK (date(accepted_on) IS accepted_on AND accepted_on >= '0001'),
    accepted_score REAL CONSTRAINT ck_pair_accepted_score CHECK (accepted_score BETWEEN 0 AND 100.001),
    forced_blocks TEXT CONSTRAINT ck_pair_forced_blocks CHECK (length(forced_blocks) <= 100 AND instr(forced_blocks, char(0)) = 0),
    forced_reason TEXT CONSTRAINT ck_pair_forced_reason CHECK (length(forced_reason) <= 4000 AND instr(forced_reason, char(0)) = 0),
    mentor_goal TEXT NOT NULL CONSTRAINT ck_pair_mentor_goal CHECK (length(mentor_goal) <= 4000 AND instr(mentor_goal, char(0)) = 0),
    mentee_goal TEXT NOT NULL CONSTRAINT ck_pair_mentee_goal CHECK (length(mentee_goal) <= 4000 AND instr(mentee_goal, char(0)) = 0),
    in_person INTEGER CONSTRAINT ck_pair_in_person CHECK (in_person BETWEEN 0 AND 1),
    CONSTRAINT ck_pair_two CHECK (mentor_id <> mentee_id),
    CONSTRAINT ck_pair_forced CHECK ((forced_blocks IS NULL) = (forced_reason IS NULL))
) STRICT""",
    "CREATE INDEX ix_pair_edition_id ON pair (edition_id)",
    "CREATE INDEX ix_pair_mentor_id ON pair (mentor_id)",
    "CREATE INDEX ix_pair_mentee_id ON pair (mentee_id)",
    """
CREATE TABLE session (
    id INTEGER NOT NULL CONSTRAINT pk_session PRIMARY KEY AUTOINCREMENT,
    pair_id INTEGER NOT NULL CONSTRAINT fk_session_pair_id REFERENCES pair (id) ON DELETE RESTRICT,
    number INTEGER NOT NULL CONSTRAINT ck_session_number CHECK (number BETWEEN 1 AND 9999),
    start TEXT CONSTRAINT ck_session_start CHECK (strftime('%Y-%m-%dT%H:%M', start) IS start AND start >= '0001'),
    minutes INTEGER NOT NULL CONSTRAINT ck_session_minutes CHECK (minutes BETWEEN 1 AND 1440),
    state TEXT NOT NULL CONSTRAINT ck_session_state CHECK (state IN ('planned', 'held', 'postponed', 'cancelled', 'missed')),
    baseline TEXT CONSTRAINT ck_session_baseline CHECK (strftime('%Y-%m-%dT%H:%M', baseline) IS baseline AND baseline >= '0001'),
    postponements INTEGER NOT NULL CONSTRAINT ck_session_postponements CHECK (postponements BETWEEN 0 AND 9999),
    in_person INTEGER NOT NULL CONSTRAINT ck_session_in_person CHECK (in_person BETWEEN 0 AND 1),
    unplaced TEXT
        CONSTRAINT ck_session_unplaced CHECK (unplaced IN ('no_shared_hours', 'no_room_left', 'person_limit', 'rooms', 'span_over')),
    log_day TEXT CONSTRAINT ck_session_log_day CHECK (date(log_day) IS log_day AND log_day >= '0001'),
    log_minutes INTEGER CONSTRAINT ck_session_log_minutes CHECK (log_minutes BETWEEN 1 AND 600),
    log_rating INTEGER CONSTRAINT ck_session_log_rating CHECK (log_rating BETWEEN 1 AND 5),
    log_needs_hr INTEGER CONSTRAINT ck_session_log_needs_hr CHECK (log_needs_hr BETWEEN 0 AND 1),
    CONSTRAINT ck_session_log
        CHECK ((log_day IS NULL) = (log_minutes IS NULL) AND (log_day IS NULL) = (log_needs_hr IS NULL)
            AND (log_rating IS NULL OR log_day IS NOT NULL))
) STRICT""",
    "CREATE INDEX ix_session_pair_id ON session (pair_id)",
    """
CREATE TABLE session_topic (
    session_id INTEGER NOT NULL CONSTRAINT fk_session_topic_session_id REFERENCES session (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CONSTRAINT ck_session_topic_position CHECK (position BETWEEN 0 AND 1000000),
    topic_id INTEGER NOT NULL CONSTRAINT fk_session_topic_topic_id REFERENCES topic (id) ON DELETE RESTRICT,
    CONSTRAINT pk_session_topic PRIMARY KEY (session_id, position)
) STRICT""",
    "CREATE INDEX ix_session_topic_topic_id ON session_topic (topic_id)",
    """
CREATE TABLE agreement (
    id INTEGER NOT NULL CONSTRAINT pk_agreement PRIMARY KEY AUTOINCREMENT,
    pair_id INTEGER NOT NULL CONSTRAINT fk_agreement_pair_id REFERENCES pair (id) ON DELETE RESTRICT,
    number TEXT NOT NULL CONSTRAINT ck_agreement_number CHECK (length(number) <= 32 AND instr(number, char(0)) = 0),
    version INTEGER NOT NULL CONSTRAINT ck_agreement_version CHECK (version BETWEEN 1 AND 9999),
    created_on TEXT NOT NULL CONSTRAINT ck_agreement_created_on CHECK (date(created_on) IS created_on AND created_on >= '0001'),
    language TEXT NOT NULL CONSTRAINT ck_agreement_language CHECK (language IN ('es', 'en')),
    state TEXT NOT NULL CONSTRAINT ck_agreement_state CHECK (state IN ('draft', 'printed', 'signed', 'superseded')),
    printed_on TEXT CONSTRAINT ck_agreement_printed_on CHECK (date(printed_on) IS printed_on AND printed_on >= '0001'),
    pdf BLOB NOT NULL DEFAULT x'' CONSTRAINT ck_agreement_pdf CHECK (length(pdf) <= 20971520),
    CONSTRAINT ck_agreement_form
        CHECK (number GLOB '[0-9][0-9][0-9][0-9]-P-[0-9][0-9]*' AND substr(number, 8) NOT GLOB '*[^0-9]*'),
    CONSTRAINT uq_agreement_version UNIQUE (number, version)
) STRICT""",
    "CREATE INDEX ix_agreement_pair_id ON agreement (pair_id)",
)
