"""The fate of a task."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Dict, Mapping, Optional

from seedance_mock.fault import Fault
from seedance_mock.json_object import iso_duration


class Scenario:
    """The fate of a task: how long it takes, how it ends, what goes wrong on the way.

    Immutable: each method returns another scenario. What is not said is as on the provider, and ends well. The server
    checks it when it is registered.
    """

    def __init__(self, json: Mapping[str, Any]) -> None:
        """Takes over a scenario in its JSON form, as it stands in docs/scenarios.md."""
        if not isinstance(json.get("name"), str):
            raise ValueError(f"expected a text 'name' in the scenario: {json!r}")
        self._json = dict(json)

    @classmethod
    def named(cls, name: str) -> Scenario:
        """Begins a scenario, which no request gets without asking for it.

        A request asks with the header ``X-Mock-Scenario``, or with ``[mock:NAME]`` in its prompt.

        :param name: 1 to 40 lower-case letters, digits and hyphens
        """
        return cls({"name": name})

    @property
    def name(self) -> str:
        """The name."""
        return str(self._json["name"])

    @property
    def json(self) -> Dict[str, Any]:
        """The JSON form."""
        return dict(self._json)

    def described_as(self, description: str) -> Scenario:
        """Adds a sentence for people, at most 500 characters."""
        return self._with(description=description)

    def always(self) -> Scenario:
        """Takes every request that no scenario before it takes."""
        return self._with(match={})

    def when_model(self, glob: str) -> Scenario:
        """Takes requests for a model, as long as everything else that was said about them fits too.

        :param glob: a pattern of the whole name, case ignored: ``*`` any text, ``?`` one character
        """
        return self._in("match", "model", glob)

    def when_prompt(self, glob: str) -> Scenario:
        """Takes requests with a prompt; see :meth:`when_model` for the pattern."""
        return self._in("match", "prompt", glob)

    def when_client_business_id(self, glob: str) -> Scenario:
        """Takes requests with a ``client_business_id``; see :meth:`when_model` for the pattern."""
        return self._in("match", "client_business_id", glob)

    def queues_for(self, duration: timedelta) -> Scenario:
        """Sets how long a task waits before it runs, up to 365 days."""
        return self._in("timeline", "queued", iso_duration(duration))

    def runs_for(self, duration: timedelta) -> Scenario:
        """Sets how long a task runs, up to 365 days."""
        return self._in("timeline", "running", iso_duration(duration))

    def completes(self) -> Scenario:
        """Ends well; the result can be downloaded as long as on the provider."""
        return self._with(outcome={"status": "completed"})

    def completes_with_result_for(self, lifetime: timedelta) -> Scenario:
        """Ends well; the result can be downloaded for a time, up to 365 days."""
        return self._with(outcome={"status": "completed", "result_lifetime": iso_duration(lifetime)})

    def fails(self, code: str, message: str) -> Scenario:
        """Ends without a video.

        :param code: for programs, such as ``generation_failed``
        :param message: for people
        """
        return self._with(outcome={"status": "failed", "error": {"code": code, "message": message}})

    def never_ends(self) -> Scenario:
        """Never ends: a task stays almost done."""
        return self._with(outcome={"status": "in_progress"})

    def on_submit(self, fault: Fault, *, nth: Optional[int] = None) -> Scenario:
        """Lets a fault happen on each submit, or on the nth of the sandbox to this scenario, from 1."""
        return self._on("submit", fault, nth)

    def on_poll(self, fault: Fault, *, nth: Optional[int] = None) -> Scenario:
        """Lets a fault happen on each poll, or on the nth of each task, from 1."""
        return self._on("poll", fault, nth)

    def on_unknown_poll(self, fault: Fault) -> Scenario:
        """Lets a fault happen on each poll of an id that the sandbox does not know."""
        return self._on("unknown_poll", fault, None)

    def on_webhook(self, fault: Fault, *, nth: Optional[int] = None) -> Scenario:
        """Lets a fault happen on each webhook attempt, or on the nth of the sandbox, from 1."""
        return self._on("webhook", fault, nth)

    def _on(self, point: str, fault: Fault, nth: Optional[int]) -> Scenario:
        rule = (fault if nth is None else fault.nth(nth)).rule
        return self._with(faults=[*self._json.get("faults", []), {"on": point, **rule}])

    def _in(self, part: str, member: str, value: str) -> Scenario:
        return self._with(**{part: {**self._json.get(part, {}), member: value}})

    def _with(self, **members: Any) -> Scenario:
        return Scenario({**self._json, **members})

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Scenario) and self._json == other._json

    def __repr__(self) -> str:
        return f"Scenario({self._json!r})"
