from datetime import datetime, timedelta, timezone

import pytest
from client import poll, submit

from seedance_mock import MockServer, MockServerError


def test_a_frozen_clock_moves_only_when_it_is_advanced(seedance_mock: MockServer) -> None:
    seedance_mock.clock.freeze()
    id = submit(seedance_mock, "[mock:slow] A calm sea")["id"]

    seedance_mock.clock.advance(timedelta(minutes=10))
    assert poll(seedance_mock, id)["status"] == "in_progress"
    seedance_mock.clock.advance(timedelta(minutes=10))
    assert poll(seedance_mock, id)["status"] == "completed"


def test_an_automatic_clock_moves_with_each_poll(seedance_mock: MockServer) -> None:
    assert seedance_mock.clock.mode == "auto"
    id = submit(seedance_mock, "A calm sea")["id"]
    before = seedance_mock.clock.now
    assert poll(seedance_mock, id)["status"] == "in_progress"
    assert seedance_mock.clock.now > before


def test_a_clock_advances_to_its_next_event_until_there_is_none(seedance_mock: MockServer) -> None:
    seedance_mock.clock.freeze()
    assert seedance_mock.clock.next_event is None
    id = submit(seedance_mock, "A calm sea")["id"]
    upcoming = seedance_mock.clock.next_event
    assert upcoming == seedance_mock.task(id).starts_at

    seedance_mock.clock.advance_to_next()
    assert seedance_mock.clock.now == upcoming
    assert seedance_mock.task(id).status == "in_progress"


def test_a_clock_can_be_set_and_scaled(seedance_mock: MockServer) -> None:
    seedance_mock.clock.freeze()
    moment = datetime(2030, 1, 2, 3, 4, 5, 678000, tzinfo=timezone.utc)
    seedance_mock.clock.set(moment.astimezone(timezone(timedelta(hours=8))))
    assert seedance_mock.clock.now == moment
    seedance_mock.clock.scale(60)
    assert seedance_mock.clock.mode == "scaled"
    seedance_mock.clock.set_mode("real")
    assert seedance_mock.clock.mode == "real"


def test_what_can_not_be_is_refused(seedance_mock: MockServer) -> None:
    with pytest.raises(ValueError, match="expected one with a time zone"):
        seedance_mock.clock.set(datetime(2030, 1, 1))
    with pytest.raises(MockServerError, match="clock/advance: HTTP 400, .*PT-5"):
        seedance_mock.clock.advance(timedelta(seconds=-5.5))
    with pytest.raises(MockServerError, match="PUT /_mock/clock: HTTP 400, ") as refusal:
        seedance_mock.clock.set_mode("fast")
    assert refusal.value.status == 400


@pytest.mark.parametrize(
    "duration",
    [timedelta(microseconds=1), timedelta(days=1, hours=2, minutes=3, seconds=4, milliseconds=5)],
)
def test_durations_are_exact(seedance_mock: MockServer, duration: timedelta) -> None:
    seedance_mock.clock.freeze()
    start = seedance_mock.clock.now
    seedance_mock.clock.advance(duration)
    assert seedance_mock.clock.now - start == duration
