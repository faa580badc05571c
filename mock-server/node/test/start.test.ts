import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { connect, startMock } from "seedance-mock";

const CLI = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

test("options reach the server, whatever the environment says", async (t) => {
  process.env["SEEDANCE_MOCK_MAX_TASKS"] = "nonsense";
  t.after(() => delete process.env["SEEDANCE_MOCK_MAX_TASKS"]);
  await using mock = await startMock({
    clock: "frozen",
    clockStart: new Date("2026-01-01T00:00:00Z"),
    scenario: "instant",
    revision: "2026-08",
    seed: 7,
    rateLimits: true,
    options: ["--balance", "12.5"],
  });
  assert.equal(await mock.clock.mode(), "frozen");
  assert.deepEqual(await mock.clock.now(), new Date("2026-01-01T00:00:00Z"));
  assert.equal(await mock.revision(), "2026-08");
  assert.equal(await mock.account.remaining(), 12.5);
});

test("a server that is closed says so, to each of its views", async () => {
  const mock = await startMock({ options: ["--clock=real"] });
  const view = mock.withApiKey("other");
  assert.equal(await view.clock.mode(), "real");
  await mock.close();
  await mock.close();
  await assert.rejects(
    view.tasks(),
    /^MockServerError: this mock server is closed; start another one, .*\(GET \/tasks/,
  );
  await assert.rejects(connect(mock.baseUrl).tasks(), /no mock server answers at /);
});

test("a server that can't start says why", async () => {
  await assert.rejects(
    startMock({ scenario: "storm" }),
    /the mock server has ended \(exit code 2\); it has printed:\n.*unknown scenario 'storm'; known: realistic/,
  );
  await assert.rejects(startMock({ java: "/nowhere/java" }), {
    message:
      "no Java found: '/nowhere/java' is not there. The mock server needs a Java runtime, 17 or newer, such as https://adoptium.net: put its bin folder on the PATH or set JAVA_HOME.",
  });
  await assert.rejects(
    startMock({ startLimit: { milliseconds: 1 } }),
    /the mock server was not ready within 0.001 s; it has printed:\n/,
  );
});

test("a Java that is too old says so", async () => {
  const program = `console.error("java.lang.UnsupportedClassVersionError: FastStart"); process.exit(1)`;
  await assert.rejects(startMock({ java: process.execPath, javaOptions: ["--eval", program, "--"] }), {
    message: /^'.*' is older than Java 17. The mock server needs a Java runtime, 17 or newer/,
  });
});

test("a server that ends by itself says so, to each of its views", async () => {
  const program = `console.log("ready at http://127.0.0.1:2"); console.error("The heap is full."); process.exitCode = 4`;
  const mock = await startMock({ java: process.execPath, javaOptions: ["--eval", program, "--"] });
  let message = "";
  while (!message.includes("has ended")) {
    message = await mock.withApiKey("other").tasks().then(String, String);
  }
  assert.match(
    message,
    /^MockServerError: the mock server has ended \(exit code 4\); it has printed:\n.*heap is full/s,
  );
  await mock.close();
});

test("a server ends with the process that started it, even if that is killed", async () => {
  const program = `
    import { startMock } from "seedance-mock";
    const mock = await startMock();
    console.log(mock.baseUrl);
    setInterval(() => {}, 1000);`;
  const killed = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
  });
  const url = await firstLine(killed);
  await connect(url).tasks();
  killed.kill("SIGKILL");
  await gone(url);
});

test("a process ends although its server runs, and takes it along", async () => {
  const program = `
    import { startMock } from "seedance-mock";
    console.log((await startMock()).baseUrl);`;
  const forgetful = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
  });
  const exit = once(forgetful, "exit");
  const url = await firstLine(forgetful);
  assert.deepEqual(await exit, [0, null]);
  await gone(url);
});

test("the command runs a server until it is interrupted", async () => {
  const command = spawn(process.execPath, [CLI, "--port=0"], { stdio: ["ignore", "pipe", "inherit"] });
  const exit = once(command, "exit");
  const url = (await firstLine(command)).replace(/.*ready at /, "");
  await connect(url).tasks();
  command.kill("SIGTERM");
  assert.deepEqual(await exit, [0, null]);
  await gone(url);
});

test("the command runs a server as long as another command", async () => {
  const program = `console.log(process.env.SEEDANCE_SHARED_MOCK); process.exitCode = 3`;
  const command = spawn(process.execPath, [CLI, "--clock=frozen", "--", process.execPath, "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exit = once(command, "exit");
  const url = await firstLine(command);
  assert.match(url, /^http:\/\/127.0.0.1:\d+$/);
  assert.deepEqual(await exit, [3, null]);
  await gone(url);
});

test("the command says what is wrong", async () => {
  const say = async (args: string[], environment: Record<string, string> = {}) => {
    const command = spawn(process.execPath, [CLI, ...args], {
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, ...environment },
    });
    const exit = once(command, "exit");
    let said = "";
    for await (const text of command.stderr.setEncoding("utf8")) {
      said += text;
    }
    return `${(await exit)[0]} ${said}`;
  };
  assert.match(await say(["--"]), /^2 seedance-mock: there is no command after '--', expected one such as/);
  assert.match(await say(["--", "/nowhere/npm"]), /^2 seedance-mock: '\/nowhere\/npm' can't be run: /);
  assert.match(await say([], { PATH: "", JAVA_HOME: "" }), /^2 seedance-mock: no Java found: 'java' is not there. The/);
  assert.match(await say(["--por=1"]), /^2 .*Unknown option: '--por=1'/s);
});

async function firstLine(program: ChildProcess): Promise<string> {
  let text = "";
  for await (const chunk of program.stdout?.setEncoding("utf8") ?? []) {
    text += chunk;
    if (text.includes("\n")) {
      break;
    }
  }
  return text.trim();
}

/** Waits until nothing answers at an address: the time limit is the test runner's. */
async function gone(url: string): Promise<void> {
  for (;;) {
    try {
      await connect(url).tasks();
    } catch {
      return;
    }
  }
}
