"""Events of webhooks, and the check that they are genuine."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Callable, Mapping, Optional, Sequence

DEFAULT_TOLERANCE = timedelta(seconds=300)
"""How far the timestamp of an event may be from now, if nothing else is said."""


@dataclass(frozen=True)
class WebhookEvent:
    """An event whose signature was verified."""

    id: str
    """The same on every attempt."""
    type: str
    """Such as ``generation.completed``."""
    data: Mapping[str, Any]
    """What it tells of the task, as the contract has it."""
    body: bytes = field(repr=False)
    """The raw body."""

    def __str__(self) -> str:
        return f"{self.type} of {self.data.get('task_id')}"


class WebhookRejection(Exception):
    """An event is not genuine, stale, or not readable; the message says why."""


def verify_webhook(
    headers: Mapping[str, str],
    body: bytes,
    secrets: Sequence[str],
    *,
    tolerance: timedelta = DEFAULT_TOLERANCE,
    now: Optional[Callable[[], datetime]] = None,
) -> WebhookEvent:
    """Returns the event of a request, if one of the secrets has signed its raw body.

    :param headers: the request's headers, their names in any case
    :param secrets: of which one must have signed; several during a rotation
    :param tolerance: how far the timestamp may be from now
    :param now: the verifier's time; default: this machine's
    :raises WebhookRejection: when not; the message says why
    """
    lower = {name.lower(): value for name, value in headers.items()}
    id = _header(lower, "x-toapis-webhook-id")
    timestamp = _header(lower, "x-toapis-webhook-timestamp")
    given = _header(lower, "x-toapis-webhook-signature")
    _require_fresh(timestamp, tolerance, now().timestamp() if now else _machine_now())
    _require_signed(f"{id}.{timestamp}.".encode("latin-1") + body, given, secrets)
    event = _parse(body)
    if event.id != id:
        raise WebhookRejection(f"the header names the event {id}, but the body has {event.id}")
    return event


def _machine_now(clock: Callable[[], float] = time.time) -> float:
    """Returns this machine's time by a clock that a test which replaces the time does not reach."""
    return clock()


def _header(headers: Mapping[str, str], name: str) -> str:
    value = headers.get(name)
    if not value:
        raise WebhookRejection(f"there is no header {name}, expected one of the sender's")
    return value


def _require_fresh(timestamp: str, tolerance: timedelta, now: float) -> None:
    if not re.fullmatch("[0-9]{1,12}", timestamp):
        raise WebhookRejection(f"the timestamp is '{timestamp}', expected seconds since 1970")
    off = abs(now - int(timestamp))
    if off > tolerance.total_seconds():
        raise WebhookRejection(
            f"the timestamp {timestamp} is {off:.0f} s from now, expected at most {tolerance.total_seconds():.0f} s"
            " (a mock that was started with a clock_start signs with sandbox time: set now or tolerance)"
        )


def _require_signed(signed: bytes, given: str, secrets: Sequence[str]) -> None:
    expected = [b"v1=" + hmac.new(key.encode(), signed, hashlib.sha256).hexdigest().encode() for key in secrets]
    candidates = [one.strip().encode("latin-1") for one in given.split(",")]
    if not any(hmac.compare_digest(one, other) for one in candidates for other in expected):
        raise WebhookRejection("no secret that is known here has made the signature")


def _parse(body: bytes) -> WebhookEvent:
    try:
        event = json.loads(body)
    except ValueError:
        event = None
    if isinstance(event, dict) and isinstance(event.get("data"), dict):
        id, type = event.get("id"), event.get("type")
        if isinstance(id, str) and isinstance(type, str):
            return WebhookEvent(id, type, event["data"], body)
    raise WebhookRejection(f"the body is {body[:200]!r}, expected JSON with id, type and data")
