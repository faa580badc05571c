import assert from "node:assert/strict";
import { test } from "node:test";
import { badSignature, Scenario, sharedMock } from "seedance-mock";
import { submit } from "./client.js";

const server = await sharedMock();

test("a receiver gets genuine events", async (t) => {
  const mock = await server.freshSandbox(t.name);
  await using receiver = await mock.webhooks.receive();
  await mock.clock.freeze();
  const { id } = await submit(mock, "A calm sea");
  await mock.clock.advance({ hours: 1 });

  const event = await receiver.await("generation.completed");
  assert.equal(event.data.task_id, id);
  assert.equal(event.data.status, "SUCCESS");
  assert.deepEqual(receiver.events, [event]);
  assert.deepEqual(receiver.rejections, []);
  assert.equal((await mock.webhooks.await("generation.completed")).status, "delivered");
  assert.equal(await mock.webhooks.deliversTo(), receiver.url);
});

test("a receiver refuses what is not genuine, and a wait for it says so", async (t) => {
  const mock = await server.freshSandbox(t.name);
  await using receiver = await mock.webhooks.receive();
  await mock.clock.freeze();
  await mock.register(Scenario.named("forged").always().onWebhook(1, badSignature()));
  const { id } = await submit(mock, "A calm sea");
  await (await mock.task(id)).complete();

  assert.match(String(receiver.rejections[0]), /no secret that is known here has made the signature/);
  await assert.rejects(receiver.await("generation.completed", { limit: { milliseconds: 20 } }), {
    name: "AssertionError",
    message:
      /^no genuine webhook 'generation.completed' within 0.02 s of real time; came instead:\n {2}refused: no secret/,
  });
  const [delivery] = await mock.webhooks.deliveries(id);
  assert.equal(delivery?.status, "pending");
  assert.equal(delivery?.attempts[0]?.status, 401);
  await mock.clock.advanceToNext();
  assert.equal((await receiver.await((event) => event.data.task_id === id)).type, "generation.completed");
});

test("a receiver can fail, and is tried again", async (t) => {
  const mock = await server.freshSandbox(t.name);
  const statuses = [503, 204];
  await using receiver = await mock.webhooks.receive({ respond: () => statuses.shift() ?? 204 });
  await mock.clock.freeze();
  const { id } = await submit(mock, "A calm sea");
  await mock.clock.advance({ hours: 1 });
  const delivery = await mock.webhooks.await((one) => one.taskId === id && one.status === "delivered");
  assert.deepEqual(
    delivery.attempts.map(({ status }) => status),
    [503, 204],
  );
  assert.equal(receiver.events.length, 1);
  assert.equal((await mock.webhooks.redeliver(delivery)).attempts.at(-1)?.planned, false);
});

test("during a rotation both secrets sign", async (t) => {
  const mock = await server.freshSandbox(t.name);
  await using receiver = await mock.webhooks.receive();
  assert.equal(await mock.webhooks.previousSecretUntil(), undefined);
  const drawn = await mock.webhooks.rotateSecret();
  assert.ok(drawn.length > 10);
  assert.ok((await mock.webhooks.previousSecretUntil()) instanceof Date);
  await assert.rejects(mock.webhooks.secret(), /the secret was changed, and the server does not show it/);
  assert.equal((await mock.webhooks.test()).status, "delivered");

  await mock.webhooks.setSecret("whsec_mine");
  assert.equal((await mock.webhooks.test()).attempts[0]?.status, 401);
  receiver.trust("whsec_mine");
  assert.equal((await mock.webhooks.test(receiver.url)).status, "delivered");
  assert.equal(await mock.webhooks.rotateSecret("whsec_other"), "whsec_other");
});

test("webhooks can be switched off, and a receiver needs an address", async (t) => {
  const mock = await server.freshSandbox(t.name);
  await mock.webhooks.setEnabled(false);
  assert.equal(await mock.webhooks.isEnabled(), false);
  await assert.rejects(mock.webhooks.deliverTo("here"), /the receiver is 'here', expected an absolute URL/);
  await assert.rejects(mock.webhooks.test(), /POST \/_mock\/webhooks\/test: HTTP 400, /);
});

test("a wait for a webhook says what came instead", async (t) => {
  const mock = await server.freshSandbox(t.name);
  await mock.clock.freeze();
  await assert.rejects(mock.webhooks.await("generation.failed", { limit: { milliseconds: 20 } }), {
    message: /^no webhook 'generation.failed' within 0.02 s of real time; nothing came\nThe sandbox's clock is frozen/,
  });
});

test("a test may replace timers and the date", async (t) => {
  const mock = await server.freshSandbox(t.name);
  await using receiver = await mock.webhooks.receive();
  t.mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"], now: 0 });
  const { id } = await submit(mock, "A calm sea");
  await (await mock.task(id)).complete();
  assert.equal((await receiver.await("generation.completed")).data.task_id, id);
  await assert.rejects(mock.webhooks.await("generation.failed", { limit: { milliseconds: 20 } }), /came instead/);
  assert.equal(Date.now(), 0);
});
