"""The webhooks of one sandbox."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Tuple, Union

from seedance_mock import waiting
from seedance_mock.clock import MockClock
from seedance_mock.control_plane import ControlPlane, MockServerError, require_url, segment
from seedance_mock.json_object import instant, optional_instant
from seedance_mock.webhook_event import DEFAULT_TOLERANCE, WebhookEvent
from seedance_mock.webhook_receiver import WebhookReceiver

_PATH = "/webhooks"
_DEFAULT_SECRET = "whsec_seedance_mock"


@dataclass(frozen=True)
class Attempt:
    """One try to deliver an event."""

    number: int
    """1 for the first."""
    at: datetime
    """When it was made, in sandbox time."""
    planned: bool
    """True when the retry table made it, False when it was asked for."""
    headers: Mapping[str, str] = field(repr=False)
    status: Optional[int]
    """The HTTP status of the receiver's response; None when none came."""
    response: Optional[str]
    """The beginning of the response's body; None when none came."""
    error: Optional[str]
    """Why no response came; None when one did."""


@dataclass(frozen=True)
class Delivery:
    """An event on its way to a receiver, as it was when the server was asked."""

    id: str
    """The event's id, the same on every attempt."""
    type: str
    """The event's type, such as ``generation.completed``."""
    task_id: str
    """The id of the task that it tells of."""
    url: str
    """The receiver, the values of its query hidden."""
    body: str = field(repr=False)
    """The raw body, the same on every attempt."""
    status: str
    """``pending``: it will be tried; ``delivered``: a receiver took it; ``failed``: the last try failed."""
    next_attempt_at: Optional[datetime]
    """When it is tried next, in sandbox time; None when it is not."""
    attempts: Tuple[Attempt, ...]
    """The last attempts, at most 20, the oldest first."""

    @classmethod
    def of(cls, json: Mapping[str, Any]) -> Delivery:
        """Reads a delivery that the server sent."""
        return cls(
            id=json["id"],
            type=json["type"],
            task_id=json["task_id"],
            url=json["url"],
            body=json["body"],
            status=json["status"],
            next_attempt_at=optional_instant(json.get("next_attempt_at")),
            attempts=tuple(
                Attempt(
                    number=one["number"],
                    at=instant(one["at"]),
                    planned=one["planned"],
                    headers=one["headers"],
                    status=one.get("status"),
                    response=one.get("response"),
                    error=one.get("error"),
                )
                for one in json["attempts"]
            ),
        )

    def __str__(self) -> str:
        return f"{self.type} of {self.task_id}: {self.status}, attempts: {len(self.attempts)}"


class Webhooks:
    """The webhooks of one sandbox: settings, and what was sent. Each method asks the server."""

    def __init__(self, control: ControlPlane) -> None:
        self._control = control
        self._clock = MockClock(control)

    def receive(
        self,
        *,
        secrets: Optional[Sequence[str]] = None,
        tolerance: timedelta = DEFAULT_TOLERANCE,
        now: Optional[Callable[[], datetime]] = None,
        respond: Optional[Callable[[WebhookEvent], int]] = None,
    ) -> WebhookReceiver:
        """Starts a receiver in this process, on a free port of this machine, and returns it.

        The events of tasks that are submitted from now on are delivered to it, and verified.

        :param secrets: that may have signed; default: the sandbox's
        :param tolerance: how far the timestamp of an event may be from now
        :param now: the time of the receiver; default: this machine's
        :param respond: returns the HTTP status of the response to a genuine event; default: 204
        """
        known = [self.secret()] if secrets is None else secrets
        receiver = WebhookReceiver(self._clock, known, tolerance=tolerance, now=now, respond=respond)
        try:
            self.deliver_to(receiver.url)
        except BaseException:
            receiver.close()
            raise
        return receiver

    def secret(self) -> str:
        """Returns the secret that signs, while it is the server's own; another one is shown to nobody."""
        if not self._settings()["secret_is_default"]:
            raise MockServerError(
                "the secret was changed, and the server does not show it; keep what you set or rotated"
            )
        return _DEFAULT_SECRET

    def set_secret(self, secret: str) -> None:
        """Sets the secret that signs, 1 to 256 characters."""
        self._change(secret=secret)

    def rotate_secret(self, secret: Optional[str] = None) -> str:
        """Changes the secret to one that is given, or drawn, and returns it.

        For 24 h of sandbox time the old one signs as well.
        """
        body = {} if secret is None else {"secret": secret}
        return str(self._control.json("POST", _PATH + "/rotate-secret", body).get("secret", secret))

    @property
    def previous_secret_until(self) -> Optional[datetime]:
        """The end of the time in which the secret before a rotation signs as well; None when it does not."""
        return optional_instant(self._settings().get("previous_secret_until"))

    def deliver_to(self, url: str) -> None:
        """Names the receiver of the events of tasks that are submitted from now on without a ``callback_url``.

        Empty text stands for nowhere.
        """
        self._change(default_url=_receiver(url) if url else url)

    @property
    def delivers_to(self) -> Optional[str]:
        """The receiver that :meth:`deliver_to` named; None when there is none."""
        return self._settings().get("default_url")

    @property
    def enabled(self) -> bool:
        """True when webhooks are on, as they are at first; when they are off, a ``callback_url`` is refused."""
        return bool(self._settings()["enabled"])

    def set_enabled(self, enabled: bool) -> None:
        """Switches webhooks on or off."""
        self._change(enabled=enabled)

    def test(self, url: Optional[str] = None) -> Delivery:
        """Sends a trial event to a URL, or to the receiver, and returns it when it was attempted."""
        body = {} if url is None else {"url": _receiver(url)}
        return Delivery.of(self._control.json("POST", _PATH + "/test", body))

    def deliveries(self, task_id: Optional[str] = None) -> List[Delivery]:
        """Returns the deliveries that are kept, or those that tell of a task, the oldest first."""
        query = "" if task_id is None else "?task_id=" + segment("id of the task", task_id)
        log = self._control.json("GET", f"{_PATH}/deliveries{query}")
        return [Delivery.of(delivery) for delivery in log["deliveries"]]

    def redeliver(self, delivery: Delivery) -> Delivery:
        """Sends an event once more, beside the retry table; returns it when it was attempted."""
        path = f"{_PATH}/deliveries/{segment('id of the delivery', delivery.id)}/redeliver"
        return Delivery.of(self._control.json("POST", path))

    def await_delivery(
        self,
        wanted: Union[str, Callable[[Delivery], bool]],
        limit: timedelta = waiting.DEFAULT_LIMIT,
    ) -> Delivery:
        """Waits for a delivery that was attempted, by the event's type, or for one that passes a test.

        :raises AssertionError: when none comes in time; the message says what came instead
        """

        def fits(delivery: Delivery) -> bool:
            return delivery.type == wanted and len(delivery.attempts) > 0

        if isinstance(wanted, str):
            return waiting.first(f"webhook '{wanted}'", limit, self._clock, self.deliveries, fits)
        return waiting.first("webhook as wanted", limit, self._clock, self.deliveries, wanted)

    def _settings(self) -> Dict[str, Any]:
        return self._control.json("GET", _PATH)

    def _change(self, **members: Any) -> None:
        self._control.call("PUT", _PATH, members)


def _receiver(url: str) -> str:
    return require_url("receiver", url, "http://127.0.0.1:9000/webhooks")
