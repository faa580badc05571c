from datetime import datetime, timedelta

import pytest
from client import submit

from seedance_mock import MockServer, MockServerError, Scenario, bad_signature


def test_a_receiver_gets_genuine_events(seedance_mock: MockServer) -> None:
    with seedance_mock.webhooks.receive() as receiver:
        seedance_mock.clock.freeze()
        id = submit(seedance_mock, "A calm sea")["id"]
        seedance_mock.clock.advance(timedelta(hours=1))

        event = receiver.await_event("generation.completed")
        assert (event.data["task_id"], event.data["status"]) == (id, "SUCCESS")
        assert receiver.events == [event]
        assert receiver.rejections == []
        assert seedance_mock.webhooks.await_delivery("generation.completed").status == "delivered"
        assert seedance_mock.webhooks.delivers_to == receiver.url


def test_a_receiver_refuses_what_is_not_genuine_and_a_wait_for_it_says_so(seedance_mock: MockServer) -> None:
    with seedance_mock.webhooks.receive() as receiver:
        seedance_mock.clock.freeze()
        seedance_mock.register(Scenario.named("forged").always().on_webhook(bad_signature(), nth=1))
        id = submit(seedance_mock, "A calm sea")["id"]
        seedance_mock.task(id).complete()

        assert "no secret that is known here has made the signature" in str(receiver.rejections[0])
        with pytest.raises(AssertionError) as over:
            receiver.await_event("generation.completed", limit=timedelta(milliseconds=20))
        assert str(over.value).startswith(
            "no genuine webhook 'generation.completed' within 0.02 s of real time; came instead:\n  refused: no secret"
        )
        (delivery,) = seedance_mock.webhooks.deliveries(id)
        assert (delivery.status, delivery.attempts[0].status) == ("pending", 401)
        seedance_mock.clock.advance_to_next()
        assert receiver.await_event(lambda event: bool(event.data["task_id"] == id)).type == "generation.completed"


def test_a_receiver_can_fail_and_is_tried_again(seedance_mock: MockServer) -> None:
    statuses = [503, 204, 204]
    with seedance_mock.webhooks.receive(respond=lambda event: statuses.pop(0)) as receiver:
        seedance_mock.clock.freeze()
        id = submit(seedance_mock, "A calm sea")["id"]
        seedance_mock.clock.advance(timedelta(hours=1))
        delivery = seedance_mock.webhooks.await_delivery(lambda one: one.task_id == id and one.status == "delivered")
        assert [attempt.status for attempt in delivery.attempts] == [503, 204]
        assert len(receiver.events) == 1
        assert not seedance_mock.webhooks.redeliver(delivery).attempts[-1].planned


def test_during_a_rotation_both_secrets_sign(seedance_mock: MockServer) -> None:
    webhooks = seedance_mock.webhooks
    with webhooks.receive() as receiver:
        assert webhooks.previous_secret_until is None
        assert len(webhooks.rotate_secret()) > 10
        assert isinstance(webhooks.previous_secret_until, datetime)
        with pytest.raises(MockServerError, match="the secret was changed, and the server does not show it"):
            webhooks.secret()
        assert webhooks.test().status == "delivered"

        webhooks.set_secret("whsec_mine")
        assert webhooks.test().attempts[0].status == 401
        receiver.trust("whsec_mine")
        assert webhooks.test(receiver.url).status == "delivered"
        assert webhooks.rotate_secret("whsec_other") == "whsec_other"


def test_webhooks_can_be_switched_off_and_a_receiver_needs_an_address(seedance_mock: MockServer) -> None:
    seedance_mock.webhooks.set_enabled(False)
    assert not seedance_mock.webhooks.enabled
    with pytest.raises(ValueError, match="the receiver is 'here', expected an absolute URL"):
        seedance_mock.webhooks.deliver_to("here")
    with pytest.raises(MockServerError, match="POST /_mock/webhooks/test: HTTP 400, "):
        seedance_mock.webhooks.test()


def test_a_wait_for_a_webhook_says_what_came_instead(seedance_mock: MockServer) -> None:
    seedance_mock.clock.freeze()
    with pytest.raises(
        AssertionError, match="^no webhook 'generation.failed' within 0.02 s .*; nothing came\nThe sand"
    ):
        seedance_mock.webhooks.await_delivery("generation.failed", limit=timedelta(milliseconds=20))


def test_a_test_may_replace_the_time(seedance_mock: MockServer, monkeypatch: pytest.MonkeyPatch) -> None:
    with seedance_mock.webhooks.receive() as receiver:
        id = submit(seedance_mock, "A calm sea")["id"]
        for clock in ("time.time", "time.monotonic", "time.perf_counter"):
            monkeypatch.setattr(clock, lambda: 0.0)
        seedance_mock.task(id).complete()
        assert receiver.await_event("generation.completed").data["task_id"] == id
        with pytest.raises(AssertionError, match="came instead"):
            seedance_mock.webhooks.await_delivery("generation.failed", limit=timedelta(milliseconds=20))
        monkeypatch.undo()
