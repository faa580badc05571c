"""A mock server, seen with one API key."""

from __future__ import annotations

import hashlib
import json
import uuid
from dataclasses import dataclass
from datetime import timedelta
from types import TracebackType
from typing import Any, Callable, Dict, List, Mapping, Optional, Type, Union

from seedance_mock import waiting
from seedance_mock.account import Account
from seedance_mock.call import RecordedCall
from seedance_mock.clock import MockClock
from seedance_mock.control_plane import ControlPlane, segment
from seedance_mock.scenario import Scenario
from seedance_mock.task import MockTask
from seedance_mock.webhooks import Webhooks


@dataclass(frozen=True)
class Violation:
    """Something that the validator has against a request."""

    rule: str
    """The rule's id, such as ``duration.unsupported``."""
    severity: str
    """``error`` or ``warning``."""
    pointer: str
    """A JSON pointer to the member."""
    message: str
    accepted_since: Optional[str]
    """The oldest newer revision of the contract that reports nothing there; None when none is known."""


class MockServer:
    """A mock server, seen with one API key: where to call it, and what is in that key's sandbox.

    Each method asks the server. Thread-safe.
    """

    def __init__(self, control: ControlPlane, close: Callable[[MockServer], None] = lambda view: None) -> None:
        self._control = control
        self._close = close
        self.clock = MockClock(control)
        """The sandbox's time."""
        self.webhooks = Webhooks(control)
        """The sandbox's webhooks."""
        self.account = Account(control)
        """The sandbox's money."""

    @property
    def base_url(self) -> str:
        """The server's address, such as ``http://127.0.0.1:8080``, without a last slash."""
        return self._control.base_url

    @property
    def api_key(self) -> str:
        """The key to call with, as ``Authorization: Bearer <key>``."""
        return self._control.api_key

    def with_api_key(self, key: str) -> MockServer:
        """Returns a view of the same server with another key, and so of another sandbox."""
        return MockServer(self._control.with_api_key(key))

    def fresh_sandbox(self, test: Optional[str] = None) -> MockServer:
        """Returns a view of an empty sandbox, which :meth:`close` empties.

        :param test: the full name of the test: with it ids and durations are the same in every run. Default: a sandbox
            that nobody else has
        """
        id = uuid.uuid4().hex if test is None else hashlib.sha256(test.encode()).hexdigest()[:32]
        view = MockServer(self._control.with_api_key(f"test-{id}"), MockServer.reset)
        view.reset()
        return view

    @property
    def revision(self) -> str:
        """The revision of the contract that the sandbox's requests are held to."""
        return str(self._control.json("GET", "/revision")["revision"])

    def use_revision(self, revision: str) -> None:
        """Holds the sandbox's requests to another revision, such as ``2026-09`` or ``latest``, until it is reset."""
        self._control.call("PUT", "/revision", {"revision": revision})

    def capabilities(self) -> Dict[str, Mapping[str, Any]]:
        """Returns the values that each model takes under the sandbox's revision, by the model's name."""
        models: Dict[str, Mapping[str, Any]] = self._control.json("GET", "/capabilities")["models"]
        return models

    def register(self, *scenarios: Scenario) -> None:
        """Registers scenarios, which decide about tasks that are submitted from now on.

        One of the same name is replaced in its place.
        """
        for scenario in scenarios:
            self._control.call("POST", "/scenarios", scenario.json)

    def scenarios(self) -> List[Scenario]:
        """Returns the registered scenarios, every default filled in, in the order of their matching."""
        return [Scenario(json) for json in self._control.json("GET", "/scenarios")["scenarios"]]

    def unregister(self, name: str) -> None:
        """Forgets a registered scenario; tasks that have it keep it."""
        self._control.call("DELETE", "/scenarios/" + segment("name of the scenario", name))

    def unregister_all(self) -> None:
        """Forgets all registered scenarios, and every count of their faults."""
        self._control.call("DELETE", "/scenarios")

    def tasks(self) -> List[MockTask]:
        """Returns the sandbox's tasks, the oldest first."""
        return MockTask.all(self._control)

    def task(self, id: str) -> MockTask:
        """Returns a task, by its id or a ``client_business_id``."""
        return MockTask.find(self._control, id)

    def requests(self) -> List[RecordedCall]:
        """Returns the calls with this key that the journal keeps, the oldest first."""
        return [RecordedCall.of(json) for json in self._control.json("GET", "/requests")["requests"]]

    def forget_requests(self) -> None:
        """Forgets the calls with this key; their numbers go on."""
        self._control.call("DELETE", "/requests")

    def await_call(self, method: str, path: str, limit: timedelta = waiting.DEFAULT_LIMIT) -> RecordedCall:
        """Waits for a call that was answered, and returns it.

        :param method: such as ``POST``
        :param path: such as ``/v1/videos/generations``, or its beginning and ``*``
        :raises AssertionError: when none comes in time; the message says what came instead
        """
        if not path.startswith("/") and path != "*":
            raise ValueError(f"the path is '{path}', expected one such as /v1/videos/generations")

        def fits(call: RecordedCall) -> bool:
            same = call.path.startswith(path[:-1]) if path.endswith("*") else call.path == path
            return same and call.method == method.upper()

        return waiting.first(f"call {method.upper()} {path}", limit, self.clock, self.requests, fits)

    def await_call_that(
        self, wanted: Callable[[RecordedCall], bool], limit: timedelta = waiting.DEFAULT_LIMIT
    ) -> RecordedCall:
        """Waits for a call that was answered and passes a test, and returns it.

        :raises AssertionError: when none comes in time; the message says what came instead
        """
        return waiting.first("call as wanted", limit, self.clock, self.requests, wanted)

    def validate(self, request: Union[str, Mapping[str, Any]]) -> List[Violation]:
        """Returns what the server's validator has against a request, without submitting it; nothing when it is valid."""
        report = self._control.json("POST", "/validate", request)
        return [
            Violation(one["rule"], one["severity"], one["pointer"], one["message"], one.get("accepted_since"))
            for one in report["violations"]
        ]

    def snapshot(self) -> str:
        """Returns all of the sandbox as a JSON document, to be restored later. It may hold webhook secrets."""
        return self._control.call("GET", "/snapshot")

    def restore(self, snapshot: str) -> None:
        """Puts a snapshot in the place of the sandbox's state: all of it, or nothing."""
        self._control.call("PUT", "/snapshot", snapshot)

    def reset(self) -> None:
        """Forgets all that is in the sandbox: it is as if the key had never called."""
        self._control.call("POST", "/reset")

    def call(self, method: str, path: str, body: Any = None) -> Any:
        """Calls the control plane, for what has no method here.

        :param path: what stands behind ``/_mock``, such as ``/requests?status=429``
        :param body: a value for JSON, or text that is sent as it is
        :return: the response's JSON; None when it has no body
        """
        text = self._control.call(method, path, body)
        return json.loads(text) if text else None

    def close(self) -> None:
        """Stops the server when ``start_mock`` gave this view, empties the sandbox when ``fresh_sandbox`` did.

        Any other view leaves all as it is.
        """
        self._close(self)

    def __enter__(self) -> MockServer:
        return self

    def __exit__(
        self, kind: Optional[Type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"MockServer({self.base_url!r})"
