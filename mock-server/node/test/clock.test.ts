import assert from "node:assert/strict";
import { after, test } from "node:test";
import { startMock } from "seedance-mock";
import { poll, submit } from "./client.js";

const server = await startMock();
after(() => server.close());

test("a frozen clock moves only when it is advanced", async (t) => {
  const mock = await server.freshSandbox(t.name);
  await mock.clock.freeze();
  const { id } = await submit(mock, "[mock:slow] A calm sea");

  await mock.clock.advance({ minutes: 10 });
  assert.equal((await poll(mock, id)).status, "in_progress");
  await mock.clock.advance("PT10M");
  assert.equal((await poll(mock, id)).status, "completed");
});
