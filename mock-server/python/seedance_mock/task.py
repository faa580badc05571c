"""Tasks and their plans."""

from __future__ import annotations

from datetime import datetime
from typing import Any, List, Mapping, NamedTuple, Optional

from seedance_mock.control_plane import ControlPlane, segment
from seedance_mock.json_object import instant, optional_instant

_ALL = 2**31 - 1


class TaskError(NamedTuple):
    """Why a task fails: a code for programs, a message for people."""

    code: str
    message: str


class MockTask:
    """A task as it was when the server was asked, and what will become of it.

    :meth:`refresh` asks again; asking advances no clock. Instants are in sandbox time.
    """

    def __init__(self, control: ControlPlane, json: Mapping[str, Any]) -> None:
        task, plan = json["task"], json["plan"]
        error = plan.get("error")
        self._control = control
        self._json = json
        self.id: str = task["id"]
        self.client_business_id: Optional[str] = task.get("client_business_id")
        """The caller's own id; None when none was sent."""
        self.model: str = task["model"]
        self.status: str = task["status"]
        """``queued``, ``in_progress``, ``completed`` or ``failed``."""
        self.progress: int = task["progress"]
        """How far it is, 0 to 100."""
        self.videos: List[str] = [video["url"] for video in (task.get("result") or {}).get("data", [])]
        """The URLs of the files of a completed task, in order; none of any other."""
        self.scenario: str = json["scenario"]
        """The name of the scenario that decides about the task."""
        self.submitted_at: datetime = instant(plan["submitted_at"])
        self.starts_at: datetime = instant(plan["starts_at"])
        self.ends_at: datetime = instant(plan["ends_at"])
        self.next_event_at: Optional[datetime] = optional_instant(plan.get("next_event_at"))
        """When something happens to it next; None when it is final."""
        self.outcome: str = plan["outcome"]
        """The status that it ends in; ``in_progress`` when it never ends."""
        self.error: Optional[TaskError] = TaskError(error["code"], error["message"]) if error else None
        """The error that it ends in; None when it does not fail."""
        self.prompt: Optional[str] = json.get("prompt")
        """The beginning of the prompt; None when there was none."""
        self.callback_url: Optional[str] = json.get("callback_url")
        self.trace_id: Optional[str] = json.get("trace_id")

    @classmethod
    def all(cls, control: ControlPlane) -> List[MockTask]:
        """Returns the tasks of a sandbox, the oldest first."""
        newest_first = control.json("GET", f"/tasks?limit={_ALL}")["tasks"]
        return [cls(control, task) for task in reversed(newest_first)]

    @classmethod
    def find(cls, control: ControlPlane, id: str) -> MockTask:
        """Returns a task by its id, or by a ``client_business_id``."""
        return cls(control, control.json("GET", "/tasks/" + segment("id of the task", id)))

    def request(self) -> str:
        """Returns the request as it was sent, its first 16 KiB; asks the server when the task came in a list."""
        request = self._json.get("request")
        return str(request["body"]) if request else self.refresh().request()

    def refresh(self) -> MockTask:
        """Returns the task as it is now."""
        return MockTask.find(self._control, self.id)

    def complete(self) -> MockTask:
        """Completes the task now, and returns it when its webhook was attempted."""
        return self._end({"status": "completed"})

    def fail(self, code: str, message: str) -> MockTask:
        """Fails the task now, and returns it when its webhook was attempted."""
        return self._end({"status": "failed", "error": {"code": code, "message": message}})

    def _end(self, outcome: Mapping[str, Any]) -> MockTask:
        path = f"/tasks/{segment('id of the task', self.id)}/outcome"
        return MockTask(self._control, self._control.json("POST", path, outcome))

    def __repr__(self) -> str:
        return f"<MockTask {self.id}: {self.status}, {self.progress} %>"
