"""The time of one sandbox."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Dict, Optional

from seedance_mock.control_plane import ControlPlane
from seedance_mock.json_object import instant, iso_duration, iso_instant, optional_instant

_PATH = "/clock"


class MockClock:
    """The time of one sandbox. Each method asks the server.

    A method that changes the time returns when all that came due has happened, webhook attempts included.
    """

    def __init__(self, control: ControlPlane) -> None:
        self._control = control

    @property
    def now(self) -> datetime:
        """The sandbox's now."""
        return instant(self._get()["now"])

    @property
    def next_event(self) -> Optional[datetime]:
        """The instant at which something will happen next; None when nothing will."""
        return optional_instant(self._get().get("next_event_at"))

    @property
    def mode(self) -> str:
        """How time flows.

        ``real``; ``scaled``, a multiple of real time; ``frozen``, not at all until it is advanced or set; ``auto``,
        not at all but for polls, each of which advances it to the task's next event.
        """
        return str(self._get()["mode"])

    def set_mode(self, mode: str) -> None:
        """Sets how time flows, but for ``scaled``: see :meth:`scale`."""
        self._control.call("PUT", _PATH, {"mode": mode})

    def set(self, now: datetime) -> None:
        """Sets the time, from 1970 to 9000. A later one lets happen what lies between; an earlier one undoes nothing."""
        self._control.call("PUT", _PATH, {"now": iso_instant(now)})

    def scale(self, scale: float) -> None:
        """Lets time flow at a multiple of real time: over 0 and at most 100,000."""
        self._control.call("PUT", _PATH, {"mode": "scaled", "scale": scale})

    def freeze(self) -> None:
        """Stops time: only :meth:`advance`, :meth:`advance_to_next` and :meth:`set` change it."""
        self.set_mode("frozen")

    def advance(self, by: timedelta) -> None:
        """Advances time; by nothing, it waits for what is due already."""
        self._control.call("POST", _PATH + "/advance", {"by": iso_duration(by)})

    def advance_to_next(self) -> None:
        """Advances time to the next event; nothing changes when there is none."""
        self._control.call("POST", _PATH + "/advance-to-next")

    def describe(self) -> str:
        """Returns a sentence for messages of waits: a clock that stands still explains why nothing comes."""
        clock = self._get()
        upcoming = clock.get("next_event_at")
        return f"The sandbox's clock is {clock['mode']} at {clock['now']}" + (
            f", its next event is at {upcoming}" if upcoming else ""
        )

    def _get(self) -> Dict[str, Any]:
        return self._control.json("GET", _PATH)
