"""The money of one sandbox."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Dict, Union

from seedance_mock.control_plane import ControlPlane

_PATH = "/balance"


class Account:
    """The money of one sandbox, in US dollars. Each method asks the server.

    A task costs its price when it is accepted, and a task that fails is paid back.
    """

    def __init__(self, control: ControlPlane) -> None:
        self._control = control

    @property
    def remaining(self) -> Decimal:
        """What is left; 0 when spending has no limit."""
        return Decimal(self._get()["remain_balance"])

    @property
    def spent(self) -> Decimal:
        """What was spent and not paid back."""
        return Decimal(self._get()["used_balance"])

    @property
    def is_unlimited(self) -> bool:
        """True when spending has no limit."""
        return bool(self._get()["unlimited_quota"])

    def set_remaining(self, dollars: Union[Decimal, float, str]) -> None:
        """Sets what is left, 0 to 1,000,000,000. What was spent before stays spent."""
        self._control.call("PUT", _PATH, f'{{"remaining": {Decimal(dollars)}}}')

    def set_unlimited(self) -> None:
        """Lifts the limit: everything can be paid from now on."""
        self._control.call("PUT", _PATH, {"remaining": None})

    def _get(self) -> Dict[str, Any]:
        return self._control.json("GET", _PATH)
