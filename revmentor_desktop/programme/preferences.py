# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How this person likes the window, and which files they opened last; kept apart from any programme file."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TypeVar

import platformdirs

from revmentor_desktop.exchange.safe_files import write_safely

T = TypeVar("T")
RECENT_SHOWN = 5
LANGUAGES = ("es", "en")
THEMES = ("system", "light", "dark")
TEXT_SIZES = (100, 112, 125, 150, 200)


@dataclass(frozen=True, slots=True)
class Preferences:
    """Language of the window, its theme, the size of its text in per cent, and the newest files (paths only, newest first)."""

    language: str = "es"
    theme: str = "system"
    text_size: int = 100
    remember_files: bool = True
    recent: tuple[str, ...] = ()


def data_folder() -> Path:
    """Return the folder of this user for what the program keeps by itself; made when missing."""
    folder = Path(platformdirs.user_data_dir("RevMentor", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def documents_folder() -> Path:
    """Return where a new programme file is proposed."""
    return Path(platformdirs.user_documents_dir())


def load() -> Preferences:
    """Return the kept preferences; what can't be read or is out of range falls back to the default."""
    try:
        kept = json.loads(_path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Preferences()
    if not isinstance(kept, dict):
        return Preferences()
    values: dict[str, object] = {str(key): value for key, value in kept.items()}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    default = Preferences()
    recent = values.get("recent")
    return Preferences(
        language=_one_of(values.get("language"), LANGUAGES, default.language),
        theme=_one_of(values.get("theme"), THEMES, default.theme),
        text_size=_one_of(values.get("text_size"), TEXT_SIZES, default.text_size),
        remember_files=values.get("remember_files") is not False,
        recent=tuple(str(path) for path in recent)[:RECENT_SHOWN] if isinstance(recent, list) else (),  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    )


def save(preferences: Preferences) -> None:
    """Keep preferences; a folder that can't be written is no reason to stop working."""
    try:
        path = _path()
        path.parent.mkdir(parents=True, exist_ok=True)
        write_safely(path, json.dumps(asdict(preferences), ensure_ascii=False, indent=1).encode())
    except OSError:
        return


def with_recent(preferences: Preferences, path: Path) -> Preferences:
    """Return the preferences with ``path`` as the newest file."""
    if not preferences.remember_files:
        return replace(preferences, recent=())
    text = str(path)
    return replace(preferences, recent=(text, *(kept for kept in preferences.recent if kept != text))[:RECENT_SHOWN])


def _path() -> Path:
    return Path(platformdirs.user_config_dir("RevMentor", appauthor=False)) / "preferences.json"


def _one_of(value: object, allowed: tuple[T, ...], default: T) -> T:
    return next((choice for choice in allowed if choice == value), default)
