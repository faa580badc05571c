"""Waits in real time for something to come."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Callable, List, Sequence, TypeVar

from seedance_mock.clock import MockClock

T = TypeVar("T")

DEFAULT_LIMIT = timedelta(seconds=10)
"""The limit of every wait that names none."""

_PAUSE_SECONDS = 0.01


def first(
    what: str,
    limit: timedelta,
    clock: MockClock,
    ask: Callable[[], Sequence[T]],
    wanted: Callable[[T], bool],
) -> T:
    """Returns the first that is wanted, as soon as it is there.

    :param what: the noun of the message, such as ``call``
    :param ask: returns what has come so far
    :raises AssertionError: when the limit is over; the message says what came instead
    """
    over = threading.Event()  # reads no clock: a test that replaces the time must not stop a wait
    timer = threading.Timer(limit.total_seconds(), over.set)
    timer.daemon = True
    timer.start()
    try:
        while True:
            is_last = over.is_set()
            come = ask()
            for one in come:
                if wanted(one):
                    return one
            if is_last:
                raise AssertionError(_message(what, limit, clock, come))
            over.wait(_PAUSE_SECONDS)
    finally:
        timer.cancel()


def _message(what: str, limit: timedelta, clock: MockClock, come: Sequence[object]) -> str:
    lines: List[str] = [f"no {what} within {limit.total_seconds():g} s of real time; "]
    lines[0] += "came instead:" if come else "nothing came"
    lines += [f"  {one}" for one in come]
    return "\n".join([*lines, clock.describe()])
