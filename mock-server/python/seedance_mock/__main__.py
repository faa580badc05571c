"""Runs the mock server.

``seedance-mock [OPTION...]`` runs it until it is interrupted; ``seedance-mock [OPTION...] -- COMMAND...`` runs it as
long as a command, which finds its address in SEEDANCE_SHARED_MOCK.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import Dict, List, Optional, Sequence

from seedance_mock.program import JAVA_OPTIONS, ServerStartError, command, no_java
from seedance_mock.start import SHARED_MOCK, start_mock


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Runs the command line and returns its exit code."""
    line = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if "--" not in line:
            return _serve(line)
        end = line.index("--")
        return _serve_during(line[:end], line[end + 1 :])
    except ServerStartError as error:
        print(f"seedance-mock: {error}", file=sys.stderr)
        return 2


def _serve(options: List[str]) -> int:
    program = command(None, JAVA_OPTIONS, options)
    try:
        return _run(program, {})
    except OSError as error:
        raise no_java(program[0]) from error


def _serve_during(options: List[str], program: List[str]) -> int:
    if not program:
        raise ServerStartError("there is no command after '--', expected one such as: seedance-mock -- pytest -n 4")
    with start_mock(*options) as mock:
        try:
            return _run(program, {SHARED_MOCK: mock.base_url})
        except OSError as error:
            raise ServerStartError(f"'{program[0]}' can't be run: {error}") from error


def _run(program: Sequence[str], environment: Dict[str, str]) -> int:
    """Runs a program in this terminal, hands signals on, and returns its exit code."""
    process = subprocess.Popen(program, env={**os.environ, **environment})
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda signum, frame: process.send_signal(signum))
    code = process.wait()
    return code if code >= 0 else 128 - code


if __name__ == "__main__":
    sys.exit(main())
