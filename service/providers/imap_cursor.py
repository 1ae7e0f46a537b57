"""How far each folder has been read. Pure.

A cursor is JSON: folder → [UIDVALIDITY, last UID, horizon, since]. Everything up to the last UID is done. Up to the
horizon (what was in the folder when reading began) only mails that arrived at or after `since` count; beyond it, all.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Position:
    """How far one folder has been read; see the module."""

    validity: int
    last: int = 0
    horizon: int = 0
    since: float = 0.0

    @property
    def is_catching_up(self) -> bool:
        """Whether mails from before the reading began are still to come."""
        return self.last < self.horizon

    def wants(self, uid: int, arrived_at: datetime) -> bool:
        """Whether a mail is to be fetched: the horizon keeps out what was there before `since`."""
        return uid > self.last and (uid > self.horizon or arrived_at.timestamp() >= self.since)

    def since_time(self) -> datetime:
        """Return `since` as a time."""
        return datetime.fromtimestamp(self.since, UTC)


def read_cursor(cursor: str | None) -> dict[str, Position]:
    """Return the positions in a cursor; none for one that this code did not write."""
    try:
        value: Any = json.loads(cursor or "{}")
    except (ValueError, RecursionError):
        return {}
    if not isinstance(value, dict):
        return {}
    return {folder: Position(*state) for folder, state in value.items() if _is_position(state)}


def write_cursor(positions: Mapping[str, Position]) -> str:
    """Return the cursor that stands for these positions."""
    state = {folder: [p.validity, p.last, p.horizon, p.since] for folder, p in positions.items()}
    return json.dumps(state, ensure_ascii=False, separators=(",", ":"))


def read_locator(locator: str) -> tuple[str, int, int] | None:
    """Return folder, UIDVALIDITY and UID; None for a locator that this code did not write."""
    try:
        value: Any = json.loads(locator)
    except (ValueError, RecursionError):
        return None
    match value:
        case [str(folder), int(validity), int(uid)] if uid > 0:
            return folder, validity, uid
    return None


def write_locator(folder: str, validity: int, uid: int) -> str:
    """Return the locator of a mail."""
    return json.dumps([folder, validity, uid], ensure_ascii=False)


def _is_position(state: object) -> bool:
    match state:
        case [int(), int(last), int(horizon), int(since) | float(since)]:
            return last >= 0 and horizon >= 0 and 0 <= since < float("inf")
    return False
