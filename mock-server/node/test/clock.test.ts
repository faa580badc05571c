import assert from "node:assert/strict";
import { test } from "node:test";
import { sharedMock } from "seedance-mock";
import { poll, submit } from "./client.js";

const server = await sharedMock();

test("a frozen clock moves only when it is advanced", async (t) => {
  const mock = await server.freshSandbox(t.name);
  await mock.clock.freeze();
  const { id } = await submit(mock, "[mock:slow] A calm sea");

  await mock.clock.advance({ minutes: 10 });
  assert.equal((await poll(mock, id)).status, "in_progress");
  await mock.clock.advance("PT10M");
  assert.equal((await poll(mock, id)).status, "completed");
});

test("an automatic clock moves with each poll", async (t) => {
  const mock = await server.freshSandbox(t.name);
  assert.equal(await mock.clock.mode(), "auto");
  const { id } = await submit(mock, "A calm sea");
  const before = await mock.clock.now();
  assert.equal((await poll(mock, id)).status, "in_progress");
  assert.ok((await mock.clock.now()) > before);
});

test("a clock advances to its next event, until there is none", async (t) => {
  const mock = await server.freshSandbox(t.name);
  await mock.clock.freeze();
  assert.equal(await mock.clock.nextEvent(), undefined);
  const { id } = await submit(mock, "A calm sea");
  const next = await mock.clock.nextEvent();
  assert.deepEqual(next, (await mock.task(id)).startsAt);

  await mock.clock.advanceToNext();
  assert.deepEqual(await mock.clock.now(), next);
  assert.equal((await mock.task(id)).status, "in_progress");
});

test("a clock can be set, and scaled", async (t) => {
  const mock = await server.freshSandbox(t.name);
  await mock.clock.freeze();
  await mock.clock.set(new Date("2030-01-02T03:04:05.678Z"));
  assert.deepEqual(await mock.clock.now(), new Date("2030-01-02T03:04:05.678Z"));
  await mock.clock.scale(60);
  assert.equal(await mock.clock.mode(), "scaled");
  await mock.clock.setMode("real");
  assert.equal(await mock.clock.mode(), "real");
});

test("durations are text, or parts that are added up", async (t) => {
  const mock = await server.freshSandbox(t.name);
  await mock.clock.freeze();
  const start = await mock.clock.now();
  await mock.clock.advance({ days: 1, hours: 2, minutes: 3, seconds: 4, milliseconds: 5 });
  assert.equal(Number(await mock.clock.now()) - Number(start), ((26 * 60 + 3) * 60 + 4) * 1000 + 5);

  await assert.rejects(mock.clock.advance({ minutes: Number.NaN }), /has minutes: NaN, expected numbers of days/);
  await assert.rejects(mock.clock.advance({ fortnights: 1 } as object), /has fortnights: 1, expected numbers of days/);
  await assert.rejects(mock.clock.advance("ten minutes"), /advance: HTTP 400, .*ten minutes/);
});
