import assert from "node:assert/strict";
import { test } from "node:test";
import {
  badSignature,
  connectionReset,
  cutBody,
  delay,
  duplicate,
  malformedBody,
  patchBody,
  replaceBody,
  respond,
  Scenario,
  sharedMock,
} from "seedance-mock";
import { call, poll, submit } from "./client.js";

const server = await sharedMock();

test("a scenario decides about the tasks that it matches", async (t) => {
  const mock = await server.freshSandbox(t.name);
  await mock.clock.freeze();
  await mock.register(
    Scenario.named("late")
      .describedAs("A storm that nobody sees")
      .whenPrompt("*storm*")
      .queuesFor({ seconds: 0 })
      .runsFor({ minutes: 3 })
      .onPoll(2, respond(503).retryAfter(3))
      .fails("generation_failed", "No storms"),
  );
  const { id } = await submit(mock, "A storm at sea");
  const task = await mock.task(id);
  assert.equal(task.scenario, "late");
  assert.equal(Number(task.endsAt) - Number(task.startsAt), 180_000);
  assert.equal(task.outcome, "failed");
  assert.deepEqual(task.error, { code: "generation_failed", message: "No storms" });

  assert.equal((await poll(mock, id)).id, id);
  const refused = await call(mock, "GET", `/v1/videos/generations/${id}`);
  assert.equal(refused.status, 503);
  assert.equal(refused.headers.get("Retry-After"), "3");
});

test("the server takes every fault, and returns what it took", async (t) => {
  const mock = await server.freshSandbox(t.name);
  const scenario = Scenario.named("all")
    .always()
    .completesWithResultFor({ days: 1 })
    .onSubmit(respond(429).code("busy").type("rate_limit_error").message("Later.").header("X-Why", "busy"))
    .onSubmit(1, respond(500).body({ error: null }))
    .onPoll(delay({ seconds: 1 }))
    .onPoll(malformedBody().nth(1, 2))
    .onPoll(cutBody().whileStatus("queued"))
    .onPoll(connectionReset().nth(4))
    .onPoll(patchBody({ status: null }).nth(5))
    .onPoll(6, replaceBody({ id: "$/id" }))
    .onUnknownPoll(respond(502))
    .onWebhook(duplicate().nth(1))
    .onWebhook(2, badSignature())
    .onWebhook(3, delay("PT2S"));
  await mock.register(scenario, Scenario.named("other").whenModel("*-mini").whenClientBusinessId("x*").neverEnds());

  const [all, other] = await mock.scenarios();
  assert.deepEqual(
    all?.json.faults?.map((rule) => rule["on"]),
    scenario.json.faults?.map((rule) => rule["on"]),
  );
  assert.equal(other?.json.outcome?.["status"], "in_progress");
  await mock.unregister("all");
  assert.deepEqual(
    (await mock.scenarios()).map(({ name }) => name),
    ["other"],
  );
  await mock.unregisterAll();
  assert.deepEqual(await mock.scenarios(), []);
});

test("a scenario is immutable, and its JSON form is the whole of it", () => {
  const base = Scenario.named("base").completes();
  const changed = base.whenPrompt("*");
  assert.equal(base.json.match, undefined);
  assert.deepEqual(Scenario.of(changed.json), changed);
  assert.equal(JSON.stringify(changed), '{"name":"base","outcome":{"status":"completed"},"match":{"prompt":"*"}}');
});

test("what can't be said is refused", async (t) => {
  const mock = await server.freshSandbox(t.name);
  assert.throws(() => respond(503).retryAfter(-1), /Retry-After is -1, expected whole seconds/);
  await assert.rejects(mock.register(Scenario.named("UPPER")), /POST \/_mock\/scenarios: HTTP 400, /);
  await assert.rejects(mock.unregister("none"), (error: { status?: number }) => error.status === 404);
  await assert.rejects(mock.unregister(""), /the name of the scenario is '', expected one that is not empty/);
});
