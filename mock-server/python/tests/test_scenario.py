from datetime import timedelta

import pytest
from client import PATH, call, poll, submit

from seedance_mock import (
    MockServer,
    MockServerError,
    Scenario,
    bad_signature,
    connection_reset,
    cut_body,
    delay,
    duplicate,
    malformed_body,
    patch_body,
    replace_body,
    respond,
)


def test_a_scenario_decides_about_the_tasks_that_it_matches(seedance_mock: MockServer) -> None:
    seedance_mock.clock.freeze()
    seedance_mock.register(
        Scenario.named("late")
        .described_as("A storm that nobody sees")
        .when_prompt("*storm*")
        .queues_for(timedelta())
        .runs_for(timedelta(minutes=3))
        .on_poll(respond(503).retry_after(timedelta(seconds=3)), nth=2)
        .fails("generation_failed", "No storms")
    )
    id = submit(seedance_mock, "A storm at sea")["id"]
    task = seedance_mock.task(id)
    assert task.scenario == "late"
    assert task.ends_at - task.starts_at == timedelta(minutes=3)
    assert task.outcome == "failed"
    assert task.error == ("generation_failed", "No storms")

    assert poll(seedance_mock, id)["id"] == id
    refused = call(seedance_mock, "GET", f"{PATH}/{id}")
    assert (refused["http_status"], refused["headers"]["Retry-After"]) == (503, "3")


def test_the_server_takes_every_fault_and_returns_what_it_took(seedance_mock: MockServer) -> None:
    scenario = (
        Scenario.named("all")
        .always()
        .completes_with_result_for(timedelta(days=1))
        .on_submit(respond(429).code("busy").type("rate_limit_error").message("Later.").header("X-Why", "busy"))
        .on_submit(respond(500).body({"error": None}), nth=1)
        .on_poll(delay(timedelta(seconds=1)))
        .on_poll(malformed_body().nth(1, 2))
        .on_poll(cut_body().while_status("queued"))
        .on_poll(connection_reset().nth(4))
        .on_poll(patch_body({"status": None}).nth(5))
        .on_poll(replace_body({"id": "$/id"}), nth=6)
        .on_unknown_poll(respond(502))
        .on_webhook(duplicate().nth(1))
        .on_webhook(bad_signature(), nth=2)
        .on_webhook(delay(timedelta(seconds=2)), nth=3)
    )
    other = Scenario.named("other").when_model("*-mini").when_client_business_id("x*").never_ends()
    seedance_mock.register(scenario, other)

    taken = seedance_mock.scenarios()
    assert [one.name for one in taken] == ["all", "other"]
    assert [rule["on"] for rule in taken[0].json["faults"]] == [rule["on"] for rule in scenario.json["faults"]]
    assert taken[1].json["outcome"]["status"] == "in_progress"
    seedance_mock.unregister("all")
    assert [one.name for one in seedance_mock.scenarios()] == ["other"]
    seedance_mock.unregister_all()
    assert seedance_mock.scenarios() == []


def test_a_scenario_is_immutable_and_its_json_form_is_the_whole_of_it() -> None:
    base = Scenario.named("base").completes()
    changed = base.when_prompt("*")
    assert "match" not in base.json
    assert Scenario(changed.json) == changed != base
    assert respond(503).retry_after(timedelta(seconds=1)) == respond(503).header("Retry-After", "1")


def test_what_can_not_be_said_is_refused(seedance_mock: MockServer) -> None:
    with pytest.raises(ValueError, match="Retry-After is .*, expected 0 or longer"):
        respond(503).retry_after(timedelta(seconds=-1))
    with pytest.raises(ValueError, match="expected a text 'name' in the scenario"):
        Scenario({})
    with pytest.raises(MockServerError, match="POST /_mock/scenarios: HTTP 400, "):
        seedance_mock.register(Scenario.named("UPPER"))
    with pytest.raises(MockServerError) as missing:
        seedance_mock.unregister("none")
    assert missing.value.status == 404
    with pytest.raises(ValueError, match="the name of the scenario is '', expected one that is not empty"):
        seedance_mock.unregister("")
