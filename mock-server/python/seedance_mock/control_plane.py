"""Calls the control plane of a server with one API key."""

from __future__ import annotations

import http.client
import json
import re
from typing import Any, Dict, List, Optional
from urllib.parse import quote, urlsplit

from seedance_mock import json_object

# An advance waits for each webhook attempt, up to 10 s for one that hangs.
_CALL_LIMIT_SECONDS = 120


class MockServerError(Exception):
    """The server refused a call, has ended, or its response can't be read.

    ``status`` is the HTTP status of a refusal; None if no response came.
    """

    def __init__(self, message: str, status: Optional[int] = None) -> None:
        super().__init__(message)
        self.status = status


class ControlPlane:
    """Calls the control plane of a server with one API key. Thread-safe."""

    def __init__(self, base_url: str, api_key: str, ended: Optional[List[str]] = None) -> None:
        self.base_url = require_url("base URL", base_url, "http://127.0.0.1:8080").rstrip("/")
        self.api_key = _require_key(api_key)
        self._ended = [] if ended is None else ended

    def with_api_key(self, key: str) -> ControlPlane:
        return ControlPlane(self.base_url, key, self._ended)

    def call(self, method: str, path: str, body: Any = None) -> str:
        """Calls an operation and returns the body of the response.

        :param path: the path behind ``/_mock``
        :param body: a value for JSON, or text that is sent as it is
        """
        if self._ended:
            raise MockServerError(f"{self._ended[0]} ({method} {path})")
        if not path.startswith("/"):
            raise ValueError(f"the path is '{path}', expected one such as /requests?status=429")
        text = body if isinstance(body, str) else "" if body is None else json.dumps(body)
        status, response = self._send(method, "/_mock" + path, text)
        if status >= 400:
            raise MockServerError(f"{method} /_mock{path}: HTTP {status}, {_reason(response)}", status)
        return response

    def json(self, method: str, path: str, body: Any = None) -> Dict[str, Any]:
        """Calls an operation whose response is a JSON object."""
        text = self.call(method, path, body)
        try:
            return json_object.read(text)
        except ValueError as error:
            raise MockServerError(
                f"{method} /_mock{path} gave '{text[:200]}', expected JSON; is a mock server at {self.base_url}?"
            ) from error

    def _send(self, method: str, path: str, body: str) -> "tuple[int, str]":
        # Not by urllib: a proxy of the environment has no way to a server on this machine.
        url = urlsplit(self.base_url)
        kind = http.client.HTTPSConnection if url.scheme.lower() == "https" else http.client.HTTPConnection
        connection = kind(url.hostname or "", url.port, timeout=_CALL_LIMIT_SECONDS)
        headers = {"Authorization": f"Bearer {self.api_key}", "Content-Type": "application/json"}
        try:
            connection.request(method, url.path + path, body.encode(), headers)
            response = connection.getresponse()
            return response.status, response.read().decode()
        except (OSError, http.client.HTTPException) as error:
            raise MockServerError(f"no mock server answers at {self.base_url}{path}: {error!r}") from error
        finally:
            connection.close()


def segment(noun: str, value: str) -> str:
    """Returns a value for the end of a path; an empty one would name another operation."""
    if not value:
        raise ValueError(f"the {noun} is '', expected one that is not empty")
    return quote(value, safe="")


def require_url(noun: str, text: str, example: str) -> str:
    """Returns the URL, if HTTP can call it, without the blanks around it."""
    url = text.strip()
    if not re.match(r"(?i)https?://[^/]", url) or not _has_host(url):
        raise ValueError(f"the {noun} is '{text}', expected an absolute URL such as {example}")
    return url


def _has_host(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _require_key(api_key: str) -> str:
    """Returns the key, if a header can carry it. The message does not show it: it is secret."""
    key = api_key.strip()
    if not re.fullmatch("[ -~]+", key):
        fault = "has a character that no header can carry" if key else "is empty"
        raise ValueError(f"the API key {fault}, expected printable ASCII such as test-key-1")
    return key


def _reason(body: str) -> str:
    try:
        return str(json_object.read(body)["error"]["message"])
    except (ValueError, KeyError, TypeError):
        return body
