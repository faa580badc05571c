import { type MockServer, respond, Scenario, sharedMock } from "seedance-mock";
import { test as base, describe, expect } from "vitest";
import { poll, submit } from "./client.js";

const test = base.extend<{ mock: MockServer }>({
  mock: async ({ task }, use) => {
    await using mock = await (await sharedMock()).freshSandbox(task.fullName);
    await use(mock);
  },
});

describe.concurrent("tests that run at the same time", () => {
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) {
    test(`number ${number} sees its own tasks alone`, async ({ mock }) => {
      await mock.clock.freeze();
      await mock.register(Scenario.named("busy").whenPrompt("*storm*").onSubmit(number, respond(503)));
      for (let nth = 1; nth < number; nth++) {
        await submit(mock, "A storm at sea");
      }
      expect(await submit(mock, "A storm at sea")).toHaveProperty("error");

      const tasks = await mock.tasks();
      expect(tasks).toHaveLength(number - 1);
      await mock.clock.advance({ hours: number });
      for (const { id } of tasks) {
        expect(await poll(mock, id)).toMatchObject({ id, status: "completed" });
      }
    });
  }
});
