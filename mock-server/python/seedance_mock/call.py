"""Calls of the API in the journal."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Mapping, Optional, Sequence

from seedance_mock.json_object import instant


@dataclass(frozen=True)
class RecordedCall:
    """A call of the API that the server has answered; secrets are redacted."""

    number: int
    """1 for the first call of the sandbox."""
    at: datetime
    """When it was answered, in sandbox time."""
    method: str
    """The HTTP method, such as ``POST``."""
    path: str
    """The path as it was sent, percent-encoded."""
    query: str
    """The query as it was sent; empty when there was none."""
    headers: Mapping[str, Sequence[str]] = field(repr=False)
    """The request's headers by lower-case name."""
    body: str = field(repr=False)
    """The request's body, its first 4 KiB; empty for an upload."""
    body_bytes: int
    """The length of the request's body; -1 when the caller did not say."""
    status: int
    """The HTTP status of the response."""
    request_id: str
    """The response's ``X-Request-Id``."""

    @classmethod
    def of(cls, json: Mapping[str, Any]) -> RecordedCall:
        """Reads a call that the server sent."""
        return cls(
            number=json["number"],
            at=instant(json["at"]),
            method=json["method"],
            path=json["path"],
            query=json["query"],
            headers=json["headers"],
            body=json["body"],
            body_bytes=json["body_bytes"],
            status=json["status"],
            request_id=json["request_id"],
        )

    def header(self, name: str) -> Optional[str]:
        """Returns the first value of a header, by its name in any case; None when there was none."""
        values = self.headers.get(name.lower(), [])
        return values[0] if values else None

    def __str__(self) -> str:
        query = f"?{self.query}" if self.query else ""
        return f"{self.method} {self.path}{query} -> {self.status}"
