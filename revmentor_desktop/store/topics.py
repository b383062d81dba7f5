# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Areas and topics. A topic that an answer or a log names cannot be removed (see `used_topics`)."""

from sqlalchemy import Connection, select, union

from revmentor_desktop.domain.topics import Area, AreaId, Topic, TopicId
from revmentor_desktop.store import rows, schema


def all_areas(cx: Connection) -> tuple[Area, ...]:
    """Return every area by its position."""
    query = select(schema.area).order_by(schema.area.c.position, schema.area.c.id)
    return tuple(Area(**row) for row in cx.execute(query).mappings())


def add_area(cx: Connection, area: Area) -> AreaId:
    """Add an area and return its id."""
    return AreaId(rows.add(cx, schema.area, rows.fields_in(schema.area, area)))


def update_area(cx: Connection, area: Area) -> None:
    """Write an area."""
    rows.change(cx, schema.area, area.id, rows.fields_in(schema.area, area))


def all_topics(cx: Connection) -> tuple[Topic, ...]:
    """Return every topic by its position."""
    query = select(schema.topic).order_by(schema.topic.c.position, schema.topic.c.id)
    return tuple(Topic(**row) for row in cx.execute(query).mappings())


def add_topic(cx: Connection, topic: Topic) -> TopicId:
    """Add a topic and return its id."""
    return TopicId(rows.add(cx, schema.topic, rows.fields_in(schema.topic, topic)))


def update_topic(cx: Connection, topic: Topic) -> None:
    """Write a topic."""
    rows.change(cx, schema.topic, topic.id, rows.fields_in(schema.topic, topic))


def remove_topic(cx: Connection, topic_id: TopicId) -> None:
    """Remove a topic that nothing names."""
    rows.remove(cx, schema.topic, topic_id)


def used_topics(cx: Connection) -> frozenset[TopicId]:
    """Return the topics that an answer of any edition or a session log names."""
    naming = (schema.enrolment_want, schema.enrolment_offer, schema.session_topic)
    found = cx.execute(union(*(select(table.c.topic_id) for table in naming))).scalars()
    return frozenset(TopicId(each) for each in found)
