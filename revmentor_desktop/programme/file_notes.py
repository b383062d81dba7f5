# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What this computer remembers about a programme file, outside it: where its second copies go, what was said or proposed already.

One small JSON object a file, in the person's data folder, under a name made from the file's mark: it follows the file when it moves, and
its copies share it. No name of a person is kept. What can't be read counts as not noted, and what can't be written is let be: none of it
is worth stopping work for.
"""

import hashlib
import json
from datetime import date, datetime
from pathlib import Path
from typing import cast

from revmentor_desktop.exchange.safe_files import write_safely
from revmentor_desktop.programme import preferences

Value = str | int | bool | None
SECOND_FOLDER, OUTSIDE_DAY, OUTSIDE_FOLDER, WORTH_SINCE = "second_folder", "outside_day", "outside_folder", "worth_since"
"""Where copies go besides the usual place; the day of the newest copy outside this computer and where it was put; since when there is
something worth copying."""
FAILING_SINCE, FAILING_WHY, SECOND_FAILING_SINCE, SECOND_FAILING_WHY = (
    "failing_since",
    "failing_why",
    "second_failing_since",
    "second_failing_why",
)
"""Since when copies fail, in the usual place and in the second one, and the code of the error."""
THINNED, THINNED_DAY = "thinned", "thinned_day"
"""How many copies went for lack of room the last time any did, and when."""
PASSWORD_PROPOSED, CLOUD_TOLD = "password_proposed", "cloud_told"
"""Whether a password was proposed once, and whether the person was told that the file lies in a cloud folder."""


def get(file_uuid: str, key: str) -> Value:
    """Return what is noted about a file under ``key``, ``None`` when nothing is."""
    return _read(file_uuid).get(key)


def put(file_uuid: str, key: str, value: Value) -> None:
    """Note something about a file; ``None`` forgets it."""
    put_all(file_uuid, {key: value})


def put_all(file_uuid: str, values: dict[str, Value]) -> None:
    """Note several things about a file at once; ``None`` forgets one."""
    noted = _read(file_uuid)
    wanted = {key: value for key, value in {**noted, **values}.items() if value is not None}
    if wanted == noted:
        return
    try:
        path = _path(file_uuid)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_safely(path, json.dumps(wanted, ensure_ascii=False, indent=1, sort_keys=True).encode())
    except OSError:
        return


def flag(file_uuid: str, key: str) -> bool:
    """Whether something was noted as done."""
    return get(file_uuid, key) is True


def folder(file_uuid: str, key: str) -> Path | None:
    """Return a noted folder."""
    text = get(file_uuid, key)
    return Path(text) if isinstance(text, str) and text else None


def day(file_uuid: str, key: str) -> date | None:
    """Return a noted day."""
    when = moment(file_uuid, key)
    return None if when is None else when.date()


def moment(file_uuid: str, key: str) -> datetime | None:
    """Return a noted moment, wall time; of a day its beginning."""
    text = get(file_uuid, key)
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None) if isinstance(text, str) else None
    except ValueError:
        return None


def _read(file_uuid: str) -> dict[str, Value]:
    try:
        found: object = json.loads(_path(file_uuid).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    pairs = cast("dict[str, object]", found).items()
    return {key: value for key, value in pairs if isinstance(value, str | int | bool)}


def _path(file_uuid: str) -> Path:
    # The mark is written in a file that anybody may have made: it becomes no path as it stands.
    name = hashlib.sha256(file_uuid.encode(errors="replace")).hexdigest()[:32]
    return preferences.data_folder() / "archivos" / f"{name}.json"
