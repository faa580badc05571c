import assert from "node:assert/strict";
import { test } from "node:test";
import { connect, MockServerError, sharedMock } from "seedance-mock";
import { call, poll, submit } from "./client.js";

const server = await sharedMock();

test("each test has a sandbox of its own, with the same ids in every run", async () => {
  const clockStart = new Date("2026-01-01T00:00:00Z");
  const idOf = async (name?: string) => {
    await using mock = await server.freshSandbox(name);
    await mock.clock.freeze();
    await mock.clock.set(clockStart);
    return (await submit(mock, "A calm sea")).id;
  };
  const id = await idOf("one test");
  assert.equal(await idOf("one test"), id);
  assert.notEqual(await idOf("another test"), id);
  assert.notEqual((await server.freshSandbox()).apiKey, (await server.freshSandbox()).apiKey);
});

test("a sandbox that is closed is empty", async (t) => {
  const mock = await server.freshSandbox(t.name);
  await submit(mock, "A calm sea");
  assert.equal((await mock.tasks()).length, 1);
  await mock.close();
  assert.deepEqual(await mock.tasks(), []);
});

test("tasks tell their plans, and end when they are told to", async (t) => {
  const mock = await server.freshSandbox(t.name);
  await mock.clock.freeze();
  const first = await submit(mock, "A calm sea", { client_business_id: "order-1" });
  const second = await submit(mock, "A storm");
  assert.deepEqual(
    (await mock.tasks()).map(({ id }) => id),
    [first.id, second.id],
  );
  const task = await mock.task("order-1");
  assert.equal(task.clientBusinessId, "order-1");
  assert.equal(task.prompt, "A calm sea");
  assert.deepEqual(task.nextEventAt, task.startsAt);
  assert.deepEqual(task.videos, []);
  assert.match((await (await mock.tasks())[0]?.request()) ?? "", /"client_business_id":"order-1"/);

  const completed = await task.complete();
  assert.equal(completed.status, "completed");
  assert.match(completed.videos[0] ?? "", /\.mp4$/);
  assert.equal(completed.nextEventAt, undefined);
  await assert.rejects(completed.fail("x", "y"), (error: MockServerError) => error.status === 409);

  const failed = await (await mock.task(second.id)).fail("generation_failed", "No storms");
  assert.deepEqual(failed.error, { code: "generation_failed", message: "No storms" });
  assert.equal((await poll(mock, second.id)).status, "failed");
  await assert.rejects(mock.task(""), /the id of the task is '', expected one that is not empty/);
});

test("the journal has the calls, and a wait says what came instead", async (t) => {
  const mock = await server.freshSandbox(t.name);
  await mock.clock.freeze();
  void submit(mock, "A calm sea");
  const recorded = await mock.awaitCall("post", "/v1/videos/*");
  assert.equal(`${recorded}`, "POST /v1/videos/generations -> 200");
  assert.equal(recorded.number, 1);
  assert.match(recorded.body, /A calm sea/);
  assert.equal(recorded.header("Content-Type"), "application/json");
  assert.equal(recorded.header("Authorization")?.includes(mock.apiKey), false);
  assert.equal((await mock.awaitCall((one) => one.status === 200)).requestId, recorded.requestId);

  const wait = mock.awaitCall("GET", "/v1/videos/generations/x", { limit: { milliseconds: 30 } });
  await assert.rejects(wait, {
    name: "AssertionError",
    message:
      /^no call GET \/v1\/videos\/generations\/x within 0.03 s of real time; came instead:\n {2}POST \/v1\/videos\/generations -> 200\nThe sandbox's clock is frozen at .*, its next event is at /,
  });
  await assert.rejects(mock.awaitCall("GET", "v1"), /the path is 'v1', expected one such as \/v1/);
  await mock.forgetRequests();
  assert.deepEqual(await mock.requests(), []);
});

test("a sandbox can be saved and restored", async (t) => {
  const mock = await server.freshSandbox(t.name);
  const { id } = await submit(mock, "A calm sea");
  const snapshot = await mock.snapshot();
  await mock.reset();
  await assert.rejects(mock.task(id), (error: MockServerError) => error.status === 404);
  await mock.restore(snapshot);
  assert.equal((await mock.task(id)).id, id);
});

test("an account has a balance, which tasks use up", async (t) => {
  const mock = await server.freshSandbox(t.name);
  await mock.account.setRemaining(100);
  assert.equal(await mock.account.isUnlimited(), false);
  await submit(mock, "A calm sea");
  const spent = await mock.account.spent();
  assert.ok(spent > 0);
  assert.equal(await mock.account.remaining(), 100 - spent);
  await mock.account.setUnlimited();
  assert.equal(await mock.account.isUnlimited(), true);
});

test("requests are validated under the sandbox's revision, which can be changed", async (t) => {
  const mock = await server.freshSandbox(t.name);
  const violations = await mock.validate({ model: "seedance-2-mini", prompt: "A calm sea", duration: 7 });
  assert.deepEqual(
    violations.map(({ rule, severity, pointer }) => ({ rule, severity, pointer })),
    [{ rule: "duration.unsupported", severity: "error", pointer: "/duration" }],
  );
  assert.deepEqual(await mock.validate('{"model":"seedance-2","prompt":"A calm sea"}'), []);
  assert.ok((await mock.capabilities())["seedance-2"]?.durations.includes(5));
  assert.equal(await mock.revision(), "2026-06");
  await mock.useRevision("2026-08");
  assert.equal(await mock.revision(), "2026-08");
  await assert.rejects(mock.useRevision("1999-01"), /unknown contract revision '1999-01'; known: 2026-06/);
});

test("what has no method can be called", async (t) => {
  const mock = await server.freshSandbox(t.name);
  await call(mock, "GET", "/v1/videos/generations/nothing");
  assert.match(await mock.call("GET", "/requests?status=404"), /"status":404/);
  await assert.rejects(mock.call("GET", "requests"), /the path is 'requests', expected one such as/);
});

test("an address that no mock server has says so", async () => {
  assert.throws(() => connect("mock.test"), /the base URL is 'mock.test', expected an absolute URL such as http/);
  assert.throws(() => connect("http://127.0.0.1:8080", " "), /the API key is empty, expected printable ASCII/);
  assert.throws(() => connect("http://127.0.0.1:8080", "schlüssel"), /has a character that no header can carry/);
  await assert.rejects(connect("http://127.0.0.1:2").tasks(), (error: Error) => {
    assert.ok(error instanceof MockServerError);
    assert.match(error.message, /^no mock server answers at http:\/\/127.0.0.1:2\/_mock\/tasks\?limit=2147483647: /);
    return true;
  });
});
