from datetime import datetime, timedelta, timezone
from decimal import Decimal
from threading import Thread
from typing import Optional

import pytest
from client import PATH, call, poll, submit

from seedance_mock import MockServer, MockServerError, connect


def test_each_test_has_a_sandbox_of_its_own_with_the_same_ids_in_every_run(seedance_server: MockServer) -> None:
    def id_of(name: Optional[str]) -> str:
        with seedance_server.fresh_sandbox(name) as mock:
            mock.clock.freeze()
            mock.clock.set(datetime(2026, 1, 1, tzinfo=timezone.utc))
            return str(submit(mock, "A calm sea")["id"])

    id = id_of("one test")
    assert id_of("one test") == id
    assert id_of("another test") != id
    assert seedance_server.fresh_sandbox().api_key != seedance_server.fresh_sandbox().api_key


def test_a_sandbox_that_is_closed_is_empty(seedance_server: MockServer) -> None:
    mock = seedance_server.fresh_sandbox()
    submit(mock, "A calm sea")
    assert len(mock.tasks()) == 1
    mock.close()
    assert mock.tasks() == []


def test_tasks_tell_their_plans_and_end_when_they_are_told_to(seedance_mock: MockServer) -> None:
    seedance_mock.clock.freeze()
    first = submit(seedance_mock, "A calm sea", client_business_id="order-1")["id"]
    second = submit(seedance_mock, "A storm")["id"]
    assert [task.id for task in seedance_mock.tasks()] == [first, second]
    task = seedance_mock.task("order-1")
    assert (task.client_business_id, task.prompt, task.videos) == ("order-1", "A calm sea", [])
    assert task.next_event_at == task.starts_at
    assert '"client_business_id": "order-1"' in seedance_mock.tasks()[0].request()

    completed = task.complete()
    assert (completed.status, completed.progress, completed.next_event_at) == ("completed", 100, None)
    assert completed.videos[0].endswith(".mp4")
    with pytest.raises(MockServerError) as too_late:
        completed.fail("x", "y")
    assert too_late.value.status == 409

    assert seedance_mock.task(second).fail("generation_failed", "No storms").error == ("generation_failed", "No storms")
    assert poll(seedance_mock, second)["status"] == "failed"
    with pytest.raises(ValueError, match="the id of the task is '', expected one that is not empty"):
        seedance_mock.task("")


def test_the_journal_has_the_calls_and_a_wait_says_what_came_instead(seedance_mock: MockServer) -> None:
    seedance_mock.clock.freeze()
    background = Thread(target=submit, args=(seedance_mock, "A calm sea"))
    background.start()
    recorded = seedance_mock.await_call("post", "/v1/videos/*")
    background.join()
    assert str(recorded) == "POST /v1/videos/generations -> 200"
    assert recorded.number == 1
    assert "A calm sea" in recorded.body
    assert recorded.header("Content-Type") == "application/json"
    assert seedance_mock.api_key not in str(recorded.header("Authorization"))
    assert seedance_mock.await_call_that(lambda one: one.status == 200) == recorded

    with pytest.raises(AssertionError) as over:
        seedance_mock.await_call("GET", f"{PATH}/x", limit=timedelta(milliseconds=30))
    assert str(over.value).startswith(
        "no call GET /v1/videos/generations/x within 0.03 s of real time; came instead:\n"
        "  POST /v1/videos/generations -> 200\nThe sandbox's clock is frozen at "
    )
    assert ", its next event is at " in str(over.value)
    with pytest.raises(ValueError, match="the path is 'v1', expected one such as /v1"):
        seedance_mock.await_call("GET", "v1")
    seedance_mock.forget_requests()
    assert seedance_mock.requests() == []


def test_a_sandbox_can_be_saved_and_restored(seedance_mock: MockServer) -> None:
    id = submit(seedance_mock, "A calm sea")["id"]
    snapshot = seedance_mock.snapshot()
    seedance_mock.reset()
    with pytest.raises(MockServerError):
        seedance_mock.task(id)
    seedance_mock.restore(snapshot)
    assert seedance_mock.task(id).id == id


def test_an_account_has_a_balance_which_tasks_use_up(seedance_mock: MockServer) -> None:
    seedance_mock.account.set_remaining(Decimal("12.5"))
    assert not seedance_mock.account.is_unlimited
    submit(seedance_mock, "A calm sea")
    assert seedance_mock.account.spent > 0
    assert seedance_mock.account.remaining + seedance_mock.account.spent == Decimal("12.5")
    seedance_mock.account.set_unlimited()
    assert seedance_mock.account.is_unlimited


def test_requests_are_validated_under_the_revision_of_the_sandbox(seedance_mock: MockServer) -> None:
    wrong = seedance_mock.validate({"model": "seedance-2-mini", "prompt": "A calm sea", "duration": 7})
    assert [(one.rule, one.severity, one.pointer) for one in wrong] == [("duration.unsupported", "error", "/duration")]
    assert seedance_mock.validate('{"model":"seedance-2","prompt":"A calm sea"}') == []
    assert 5 in seedance_mock.capabilities()["seedance-2"]["durations"]
    assert seedance_mock.revision == "2026-06"
    seedance_mock.use_revision("2026-08")
    assert seedance_mock.revision == "2026-08"
    with pytest.raises(MockServerError, match="unknown contract revision '1999-01'; known: 2026-06"):
        seedance_mock.use_revision("1999-01")


def test_what_has_no_method_can_be_called(seedance_mock: MockServer) -> None:
    call(seedance_mock, "GET", f"{PATH}/nothing")
    assert [one["status"] for one in seedance_mock.call("GET", "/requests?status=404")["requests"]] == [404]
    assert seedance_mock.call("DELETE", "/requests") is None
    with pytest.raises(ValueError, match="the path is 'requests', expected one such as"):
        seedance_mock.call("GET", "requests")


def test_an_address_that_no_mock_server_has_says_so() -> None:
    with pytest.raises(ValueError, match="the base URL is 'mock.test', expected an absolute URL such as http"):
        connect("mock.test")
    with pytest.raises(ValueError, match="the API key is empty, expected printable ASCII"):
        connect("http://127.0.0.1:8080", " ")
    with pytest.raises(ValueError, match="has a character that no header can carry"):
        connect("http://127.0.0.1:8080", "schlüssel")
    with pytest.raises(MockServerError, match=r"^no mock server answers at http://127\.0\.0\.1:1/_mock/reset: "):
        connect("http://127.0.0.1:1").reset()


def test_a_proxy_of_the_environment_is_left_alone(seedance_mock: MockServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    assert seedance_mock.tasks() == []
