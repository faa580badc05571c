"""Starts servers, and finds those that run."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import List, Optional, Sequence

from seedance_mock.control_plane import ControlPlane
from seedance_mock.json_object import iso_instant
from seedance_mock.process import ServerProcess
from seedance_mock.program import JAVA_OPTIONS, command
from seedance_mock.server import MockServer

SHARED_MOCK = "SEEDANCE_SHARED_MOCK"
"""The variable in which ``seedance-mock -- COMMAND`` tells the command where its server is."""

_DEFAULT_KEY = "mock-key"
_START_LIMIT = timedelta(seconds=60)


def start_mock(
    *options: str,
    clock: Optional[str] = None,
    clock_start: Optional[datetime] = None,
    scenario: Optional[str] = None,
    revision: Optional[str] = None,
    seed: Optional[int] = None,
    rate_limits: bool = False,
    java: Optional[str] = None,
    java_options: Sequence[str] = JAVA_OPTIONS,
    start_limit: timedelta = _START_LIMIT,
) -> MockServer:
    """Starts a server on a free port, in a process that ends with this one, and returns when it is ready.

    It needs Java, 17 or newer. A ``with`` statement stops it.

    :param options: more options as on the command line, such as ``"--max-tasks", "5"``
    :param clock: how time flows: ``auto``, each poll advances to the task's next event (default), ``real``, ``frozen``,
        or ``x60``
    :param clock_start: the first instant of every sandbox; default: now
    :param scenario: the built-in scenario of tasks that ask for none; default: the server's
    :param revision: the contract revision that requests are held to; default: the server's
    :param seed: the seed of ids, durations and chance; default: 0
    :param rate_limits: holds each sandbox to the provider's rate limits
    :param java: the Java to run; default: that of JAVA_HOME, else ``java`` on the PATH
    :param java_options: options of the JVM; default: for a small server that starts fast
    :param start_limit: how long the start may take, in real time
    :raises ServerStartError: when the server does not start; the message says why
    """
    line: List[str] = []

    def add(name: str, value: object) -> None:
        if value is not None:
            line.extend([name, str(value)])

    def is_given(name: str) -> bool:
        return any(one == name or one.startswith(name + "=") for one in options)

    add("--port", None if is_given("--port") else 0)
    add("--clock", clock if clock or is_given("--clock") else "auto")
    add("--clock-start", None if clock_start is None else iso_instant(clock_start))
    add("--scenario", scenario)
    add("--revision", revision)
    add("--seed", seed)
    line.extend(["--rate-limits"] if rate_limits else [])

    ended: List[str] = []
    process = ServerProcess(command(java, java_options, [*line, *options]), start_limit, ended.append)

    def close(view: MockServer) -> None:
        ended.insert(0, "this mock server is closed; start another one, or close it later")
        process.stop()

    return MockServer(ControlPlane(process.base_url, _DEFAULT_KEY, ended), close)


def connect(base_url: str, api_key: str = _DEFAULT_KEY) -> MockServer:
    """Returns a view of a server that runs already, in another process or on another machine.

    Nothing is called yet, and closing the view does nothing.

    :param base_url: such as ``http://127.0.0.1:8080``
    :param api_key: names the sandbox
    """
    return MockServer(ControlPlane(base_url, api_key))
