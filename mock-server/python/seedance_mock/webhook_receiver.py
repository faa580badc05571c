"""Receives webhooks in this process."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Callable, Dict, List, Optional, Sequence, Type, Union

from seedance_mock import waiting
from seedance_mock.clock import MockClock
from seedance_mock.webhook_event import WebhookEvent, WebhookRejection, verify_webhook

_MAX_BODY_BYTES = 1 << 20


@dataclass(frozen=True)
class _Came:
    """A request that came: its event if it is genuine, else the reason why not."""

    event: Optional[WebhookEvent]
    rejection: str = ""

    def __str__(self) -> str:
        return f"refused: {self.rejection}" if self.event is None else str(self.event)


class WebhookReceiver:
    """Receives webhooks in this process: verifies each, keeps those that are genuine, refuses the others with 401.

    Thread-safe. A ``with`` statement closes it.
    """

    def __init__(
        self,
        clock: MockClock,
        secrets: Sequence[str],
        *,
        tolerance: timedelta,
        now: Optional[Callable[[], datetime]],
        respond: Optional[Callable[[WebhookEvent], int]],
    ) -> None:
        self._clock = clock
        self._secrets = list(secrets)
        self._tolerance = tolerance
        self._now = now
        self._respond = respond or (lambda event: 204)
        self._lock = threading.Lock()
        self._events: Dict[str, WebhookEvent] = {}
        self._rejections: List[WebhookRejection] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), name="webhooks", daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """Where it listens, such as ``http://127.0.0.1:40123/webhooks``."""
        return f"http://127.0.0.1:{self._server.server_port}/webhooks"

    @property
    def events(self) -> List[WebhookEvent]:
        """The genuine events that came, each once, the first first."""
        with self._lock:
            return list(self._events.values())

    @property
    def rejections(self) -> List[WebhookRejection]:
        """Why requests were refused, the first first."""
        with self._lock:
            return list(self._rejections)

    def trust(self, secret: str) -> None:
        """Takes one more secret for genuine, as during a rotation."""
        with self._lock:
            self._secrets.append(secret)

    def await_event(
        self,
        wanted: Union[str, Callable[[WebhookEvent], bool]],
        limit: timedelta = waiting.DEFAULT_LIMIT,
    ) -> WebhookEvent:
        """Waits for a genuine event, by its type such as ``generation.completed``, or by a test of it.

        :raises AssertionError: when none comes in time; the message says what came instead
        """

        def fits(came: _Came) -> bool:
            event = came.event
            return event is not None and (event.type == wanted if isinstance(wanted, str) else wanted(event))

        what = f"genuine webhook '{wanted}'" if isinstance(wanted, str) else "genuine webhook as wanted"
        event = waiting.first(what, limit, self._clock, self._came, fits).event
        assert event is not None
        return event

    def close(self) -> None:
        """Stops listening."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> WebhookReceiver:
        return self

    def __exit__(
        self, kind: Optional[Type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        self.close()

    def _came(self) -> List[_Came]:
        return [_Came(event) for event in self.events] + [_Came(None, str(one)) for one in self.rejections]

    def _receive(self, headers: Dict[str, str], body: bytes) -> int:
        with self._lock:
            secrets = list(self._secrets)
        try:
            event = verify_webhook(headers, body, secrets, tolerance=self._tolerance, now=self._now)
        except WebhookRejection as rejection:
            with self._lock:
                self._rejections.append(rejection)
            return 401
        status = self._respond(event)
        with self._lock:
            self._events.setdefault(event.id, event)
        return status

    def _handler(receiver) -> Type[BaseHTTPRequestHandler]:
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers.get("Content-Length", 0))
                status = 413
                if length <= _MAX_BODY_BYTES:
                    status = receiver._receive(dict(self.headers.items()), self.rfile.read(length))
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, format: str, *args: Any) -> None:
                pass  # a test run has no use for a line of each request

        return Handler
