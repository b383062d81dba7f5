# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""One action is one transaction: whole or not at all, and it says what it wrote."""

import threading
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event, exc

from revmentor_desktop.domain.editions import EditionId
from revmentor_desktop.domain.sites import Closure, ClosureId
from revmentor_desktop.store import agreements, drafts, editions, enrolments, pairs, people, sessions, sites, topics
from revmentor_desktop.store.errors import StoreError
from revmentor_desktop.store.file import ProgrammeFile
from tests.store import samples


def test_what_was_committed_is_there_after_opening_again(path: Path) -> None:
    with ProgrammeFile.open(path) as file, file.transaction() as work:
        drafts.put(work.connection, "alta", "Ana")
    with ProgrammeFile.open(path) as file, file.reading() as cx:
        assert drafts.all(cx) == {"alta": "Ana"}


def test_an_exception_rolls_all_back(file: ProgrammeFile) -> None:
    before = file.dump()
    with pytest.raises(KeyError), file.transaction() as work:
        drafts.put(work.connection, "alta", "Ana")
        raise KeyError
    assert file.dump() == before


def test_a_broken_constraint_is_a_defect_and_rolls_back(file: ProgrammeFile) -> None:
    before = file.dump()
    with pytest.raises(exc.IntegrityError) as caught, file.transaction() as work:
        drafts.put(work.connection, "alta", "Ana")
        people.add(work.connection, samples.person(1))
    assert file.dump() == before
    assert "Núñez" not in str(caught.value)


def test_a_transaction_inside_another_raises(file: ProgrammeFile) -> None:
    for outer in (file.transaction, file.reading):
        for inner in (file.transaction, file.reading):
            with outer(), pytest.raises(RuntimeError), inner():
                pass
    with file.transaction() as work:
        drafts.put(work.connection, "after", "all is well")


def test_reading_does_not_write(file: ProgrammeFile) -> None:
    with file.reading() as cx, pytest.raises(RuntimeError):
        drafts.put(cx, "a", "b")
    assert not [row for table, row in file.dump() if table == "draft"]


def test_a_transaction_names_the_tables_it_wrote(file: ProgrammeFile) -> None:
    with file.transaction() as work:
        assert work.changed == frozenset()
        sites.add_closure(work.connection, Closure(ClosureId(0), date(2027, 8, 2), date(2027, 8, 20), "Agosto"))
        people.all(work.connection)
    assert work.changed == {"closure"}
    with file.transaction() as work:
        people.remove(work.connection, people.all(work.connection)[-1].id)
    children = {"person_language", "enrolment_want", "enrolment_offer", "enrolment_window", "enrolment_absence", "scenario_pair"}
    assert work.changed == {"person", "exclusion", "enrolment"} | children


def test_removing_a_person_takes_the_answers_along_but_never_a_pair(file: ProgrammeFile) -> None:
    with file.transaction() as work:
        run = editions.current(work.connection)
        assert run is not None
        last = people.all(work.connection)[-1]
        people.remove(work.connection, last.id)
        assert enrolments.get(work.connection, run, last.id) is None
        mentor = pairs.of_edition(work.connection, run)[0].mentor_id
    with pytest.raises(exc.IntegrityError), file.transaction() as work:
        people.remove(work.connection, mentor)


def test_numbers_and_ids_are_never_given_twice(file: ProgrammeFile) -> None:
    with file.transaction() as work:
        cx = work.connection
        code = people.next_code(cx)
        first = people.add(cx, samples.person(code))
        people.remove(cx, first)
        assert people.next_code(cx) == code + 1
        assert people.add(cx, samples.person(code + 1)) > first
        assert [agreements.next_running(cx, 2027) for _ in range(3)] == [2, 3, 4]
        assert agreements.next_running(cx, 2028) == 1


def test_a_topic_in_use_is_known_and_stays(file: ProgrammeFile) -> None:
    with file.reading() as cx:
        used = topics.used_topics(cx)
        assert used == {topic.id for topic in topics.all_topics(cx)}
    with pytest.raises(exc.IntegrityError), file.transaction() as work:
        topics.remove_topic(work.connection, next(iter(used)))


def test_a_full_disk_fails_whole_and_reading_goes_on(file: ProgrammeFile) -> None:
    before = file.dump()
    with pytest.raises(StoreError, match="full"), file.transaction() as work:
        work.connection.exec_driver_sql("PRAGMA max_page_count = 1")
        for place in range(1000):
            drafts.put(work.connection, f"draft {place}", "x" * 100_000)
    assert file.dump() == before
    with file.transaction() as work:
        work.connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
        drafts.put(work.connection, "alta", "Ana")


def test_another_thread_waits_for_its_turn(file: ProgrammeFile) -> None:
    seen: list[dict[str, str]] = []

    def read() -> None:
        with file.reading() as cx:
            seen.append(drafts.all(cx))

    reader = threading.Thread(target=read)
    with file.transaction() as work:
        reader.start()
        drafts.put(work.connection, "alta", "Ana")
    reader.join(30)
    assert seen == [{"alta": "Ana"}]


def test_a_closed_file_answers_nothing(path: Path) -> None:
    file = ProgrammeFile.open(path)
    file.close()
    file.close()
    with pytest.raises(RuntimeError), file.reading():
        pass


def test_an_error_of_the_callers_own_stays_its_own(file: ProgrammeFile) -> None:
    with pytest.raises(FileNotFoundError), file.transaction():
        raise FileNotFoundError


def test_an_edition_is_read_in_few_queries(file: ProgrammeFile) -> None:
    asked: list[str] = []

    def count(_cx: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    with file.reading() as cx:
        event.listen(cx, "before_cursor_execute", count)
        enrolments.of_edition(cx, EditionId(1))
        sessions.of_edition(cx, EditionId(1))
        people.all(cx)
    assert len(asked) <= 10
