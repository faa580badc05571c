"""Stands for the code under test."""

from __future__ import annotations

import json
import urllib.request
from typing import Any, Dict
from urllib.error import HTTPError

from seedance_mock import MockServer

PATH = "/v1/videos/generations"


def submit(mock: MockServer, prompt: str, **more: object) -> Dict[str, Any]:
    """Submits a prompt and returns the task."""
    body: Dict[str, object] = {"model": "seedance-2", "prompt": prompt, **more}
    return call(mock, "POST", PATH, body)


def poll(mock: MockServer, id: str) -> Dict[str, Any]:
    """Asks for a task."""
    return call(mock, "GET", f"{PATH}/{id}")


def call(mock: MockServer, method: str, path: str, body: object = None) -> Dict[str, Any]:
    """Calls the API, and returns the body; of an error with its ``http_status`` and ``headers``."""
    request = urllib.request.Request(
        mock.base_url + path,
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": f"Bearer {mock.api_key}", "Content-Type": "application/json"},
    )
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(request, timeout=60) as response:
            result: Dict[str, Any] = json.load(response)
            return result
    except HTTPError as error:
        with error:
            return {**json.load(error), "http_status": error.code, "headers": dict(error.headers.items())}
