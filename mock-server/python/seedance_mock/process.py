"""A server in a process of its own."""

from __future__ import annotations

import atexit
import os
import re
import subprocess
import threading
from collections import deque
from datetime import timedelta
from typing import Callable, Deque, Sequence

from seedance_mock.program import no_java, start_error

_READY = re.compile(r"ready at (http\S+)")
_KEPT_LINES = 40
_STOP_LIMIT_SECONDS = 10


class ServerProcess:
    """A server in a process of its own, which ends with this one, however this one ends."""

    def __init__(self, command: Sequence[str], limit: timedelta, ended: Callable[[str], None]) -> None:
        """Starts a server and returns when it is ready.

        :param ended: is told why, when the server ends before it is stopped
        """
        self.base_url = ""
        self._ended = ended
        self._printed: Deque[str] = deque(maxlen=_KEPT_LINES)
        self._ready_or_over = threading.Event()
        self._process = _start(command)
        self._reader = threading.Thread(target=self._read, name="seedance-mock", daemon=True)
        self._reader.start()
        atexit.register(self.stop)
        in_time = self._ready_or_over.wait(limit.total_seconds())
        if not self.base_url:
            code = self.stop()
            over = f"the mock server has ended (exit code {code})"
            late = f"the mock server was not ready within {limit.total_seconds():g} s"
            raise start_error(command[0], over if in_time else late, "".join(self._printed))

    def stop(self) -> int:
        """Stops the server if it runs, and returns the exit code of its process when that has ended."""
        atexit.unregister(self.stop)
        self._process.terminate()
        try:
            code = self._process.wait(_STOP_LIMIT_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            code = self._process.wait()
        self._reader.join()
        return code

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as output:
            for line in output:
                self._printed.append(line)
                ready = _READY.search(line)
                if ready and not self.base_url:
                    self.base_url = ready.group(1)
                    self._ready_or_over.set()
        code = self._process.wait()
        self._ended(f"the mock server has ended (exit code {code}); it has printed:\n{''.join(self._printed)}")
        self._ready_or_over.set()


def _start(command: Sequence[str]) -> "subprocess.Popen[str]":
    # Options of the server in the environment are left out: a test is the same on every machine.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SEEDANCE_MOCK_")}
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            env=environment,
        )
    except OSError as error:
        raise no_java(command[0]) from error
