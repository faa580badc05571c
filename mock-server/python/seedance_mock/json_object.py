"""Reads members of JSON objects that the server sends."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, Dict, Mapping, Optional

JsonObject = Mapping[str, Any]


def read(text: str) -> Dict[str, Any]:
    """Reads a JSON object; numbers with a fraction become decimals.

    :raises ValueError: when the text is none
    """
    value = json.loads(text, parse_float=Decimal)
    if not isinstance(value, dict):
        raise ValueError(f"expected a JSON object: {text[:200]}")
    return value


def instant(text: str) -> datetime:
    """Reads an ISO 8601 instant in UTC, such as ``2026-01-01T00:00:00.5Z``; microseconds are the finest."""
    seconds, _, fraction = text.rstrip("Z").partition(".")
    moment = datetime.strptime(seconds, "%Y-%m-%dT%H:%M:%S").replace(tzinfo=timezone.utc)
    return moment + timedelta(microseconds=int(fraction[:6].ljust(6, "0")))


def optional_instant(text: Optional[str]) -> Optional[datetime]:
    """Reads an instant, or nothing."""
    return None if text is None else instant(text)


def iso_instant(moment: datetime) -> str:
    """Writes an instant in UTC.

    :raises ValueError: when the moment says no time zone
    """
    if moment.tzinfo is None:
        raise ValueError(f"the time is {moment!r}, expected one with a time zone, such as datetime.now(timezone.utc)")
    return moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def iso_duration(duration: timedelta) -> str:
    """Writes a length of time in ISO 8601."""
    microseconds = duration // timedelta(microseconds=1)
    sign = "-" if microseconds < 0 else ""
    seconds, fraction = divmod(abs(microseconds), 1_000_000)
    return f"PT{sign}{seconds}.{fraction:06d}S"
