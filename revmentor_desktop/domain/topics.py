# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Areas and topics of reverse mentoring, and what a person wants or offers of them."""

from dataclasses import dataclass
from enum import IntEnum
from typing import NewType

from revmentor_desktop.domain.errors import DomainError

AreaId = NewType("AreaId", int)
TopicId = NewType("TopicId", int)


class Priority(IntEnum):
    """How much somebody wants to learn a topic."""

    A_LITTLE = 1
    QUITE = 2
    A_LOT = 3


class TopicLevel(IntEnum):
    """How well somebody knows a topic they offer."""

    BASIC = 1
    MEDIUM = 2
    EXPERT = 3


@dataclass(frozen=True, slots=True)
class Area:
    """A group of topics. ``name`` is the firm's wording in Spanish, ``name_en`` is used on English documents.

    ``offered`` says whether the current edition shows the area on its form; ``position`` orders the list.
    """

    id: AreaId
    name: str
    name_en: str = ""
    offered: bool = True
    position: int = 0


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing to learn. A topic of the firm's own may have no area; then it matches only itself."""

    id: TopicId
    name: str
    area_id: AreaId | None
    name_en: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Want:
    """A topic somebody wants to learn, with its priority 1–3."""

    topic_id: TopicId
    priority: int

    def __post_init__(self) -> None:
        if self.priority not in tuple(Priority):
            raise DomainError("wants", "priority", priority=self.priority)


@dataclass(frozen=True, slots=True)
class Offer:
    """A topic somebody can teach, with its level 1–3."""

    topic_id: TopicId
    level: int

    def __post_init__(self) -> None:
        if self.level not in tuple(TopicLevel):
            raise DomainError("offers", "level", level=self.level)
