"""What goes wrong in a scenario."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Dict, Mapping

from seedance_mock.json_object import iso_duration


class Fault:
    """One thing that goes wrong in a scenario. Immutable: each method returns another fault."""

    def __init__(self, rule: Mapping[str, Any]) -> None:
        self._rule = rule

    @property
    def rule(self) -> Dict[str, Any]:
        """The fault's rule as JSON, as it will stand in a scenario."""
        return dict(self._rule)

    def code(self, code: str) -> Fault:
        """Sets the error's code, which goes with :func:`respond`."""
        return self._with(code=code)

    def type(self, type: str) -> Fault:
        """Sets the error's type, which goes with :func:`respond`."""
        return self._with(type=type)

    def message(self, message: str) -> Fault:
        """Sets the error's message, which goes with :func:`respond`."""
        return self._with(message=message)

    def body(self, body: Mapping[str, Any]) -> Fault:
        """Sets the whole body of the error, in place of code, type and message; goes with :func:`respond`."""
        return self._with(body=dict(body))

    def header(self, name: str, value: str) -> Fault:
        """Adds a header to the response, at most 10; goes with :func:`respond`."""
        return self._with(headers={**self._rule["fault"].get("headers", {}), name: value})

    def retry_after(self, duration: timedelta) -> Fault:
        """Adds ``Retry-After`` in whole seconds; goes with :func:`respond`."""
        if duration < timedelta():
            raise ValueError(f"Retry-After is {duration}, expected 0 or longer")
        return self.header("Retry-After", str(duration // timedelta(seconds=1)))

    def nth(self, *nth: int) -> Fault:
        """Happens only on these submits, polls or attempts, counted from 1. Default: on each."""
        return Fault({**self._rule, "nth": list(nth)})

    def while_status(self, status: str) -> Fault:
        """Happens only while the polled task has a status, such as ``completed``."""
        return Fault({**self._rule, "while_status": status})

    def _with(self, **members: Any) -> Fault:
        return Fault({**self._rule, "fault": {**self._rule["fault"], **members}})

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Fault) and self._rule == other._rule

    def __repr__(self) -> str:
        return f"Fault({self._rule!r})"


def _fault(kind: str, **members: Any) -> Fault:
    return Fault({"fault": {"kind": kind, **members}})


def respond(status: int) -> Fault:
    """Responds with an error, 400 to 599. A submit that gets it makes no task."""
    return _fault("refuse", status=status)


def delay(by: timedelta) -> Fault:
    """Responds, or sends the webhook, later: by up to 24 h of sandbox time."""
    return _fault("delay", by=iso_duration(by))


def malformed_body() -> Fault:
    """Responds with half a JSON document."""
    return _fault("malformed_body")


def cut_body() -> Fault:
    """Ends the connection in the middle of the body."""
    return _fault("cut_body")


def connection_reset() -> Fault:
    """Resets the TCP connection. A submit has made its task."""
    return _fault("connection_reset")


def patch_body(patch: Mapping[str, Any]) -> Fault:
    """Changes the body by a JSON merge patch (RFC 7396): None takes a member away."""
    return _fault("patch_body", patch=dict(patch))


def replace_body(body: Mapping[str, Any]) -> Fault:
    """Replaces the body. A text such as ``$/id`` stands for the value at this JSON pointer in the replaced body."""
    return _fault("replace_body", body=dict(body))


def duplicate() -> Fault:
    """Sends the webhook attempt twice."""
    return _fault("duplicate")


def bad_signature() -> Fault:
    """Signs the webhook attempt wrongly."""
    return _fault("bad_signature")
