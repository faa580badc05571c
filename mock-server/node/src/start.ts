import { ControlPlane } from "./control-plane.js";
import type { DurationParts } from "./duration.js";
import { MockServer } from "./mock-server.js";
import type { ProgramOptions } from "./program.js";
import { ServerProcess } from "./server-process.js";

/** The options of a server that is started. */
export interface StartOptions extends ProgramOptions {
  /** How time flows: `auto`, each poll advances to the task's next event (default), `real`, `frozen`, or `x60`. */
  clock?: "auto" | "real" | "frozen" | `x${number}`;
  /** The first instant of every sandbox. Default: now. */
  clockStart?: Date;
  /** The built-in scenario of tasks that ask for none. Default: the server's. */
  scenario?: string;
  /** The contract revision that requests are held to. Default: the server's. */
  revision?: string;
  /** The seed of ids, durations and chance. Default: 0. */
  seed?: number;
  /** Holds each sandbox to the provider's rate limits. Default: no limits. */
  rateLimits?: boolean;
  /** More options as on the command line, such as `["--max-tasks", "5"]`. Default: none. */
  options?: readonly string[];
  /** How long the start may take, in real time. Default: 60 s. */
  startLimit?: DurationParts;
}

const DEFAULT_KEY = "mock-key";

/**
 * Starts a server on a free port, in a process that ends with this one, and returns when it is
 * ready. It needs Java, 17 or newer.
 */
export async function startMock(options: StartOptions = {}): Promise<MockServer> {
  const ended = { reason: "" };
  const server = await ServerProcess.start(options, serverOptions(options), (reason) => {
    ended.reason ||= reason;
  });
  return new MockServer(new ControlPlane(server.baseUrl, DEFAULT_KEY, ended), async () => {
    ended.reason ||= "this mock server is closed; start another one, or close it later";
    await server.stop();
  });
}

/**
 * Returns a view of a server that runs already, in another process or on another machine. Nothing
 * is called yet, and closing the view does nothing.
 *
 * @param baseUrl such as `http://127.0.0.1:8080`
 * @param apiKey names the sandbox
 */
export function connect(baseUrl: string, apiKey = DEFAULT_KEY): MockServer {
  return new MockServer(new ControlPlane(baseUrl, apiKey));
}

/** The variable in which `seedance-mock -- COMMAND` tells the command where its server is. */
export const SHARED_MOCK = "SEEDANCE_SHARED_MOCK";

let shared: Promise<MockServer> | undefined;

/**
 * Returns a view of the server that `seedance-mock -- COMMAND` runs for all test files of the
 * command. Without one it starts a server, once in this process. It ends by itself: closing the
 * view does nothing.
 */
export async function sharedMock(): Promise<MockServer> {
  const url = process.env[SHARED_MOCK];
  shared ??= url === undefined || url === "" ? startMock() : Promise.resolve(connect(url));
  const server = await shared;
  return server.withApiKey(server.apiKey);
}

/** Returns options as on the command line. Those that are given as text come last. */
function serverOptions(options: StartOptions): string[] {
  const line: string[] = [];
  const add = (name: string, value: string | number | undefined) => {
    if (value !== undefined) {
      line.push(name, String(value));
    }
  };
  const more = options.options ?? [];
  const isGiven = (name: string) => more.some((one) => one === name || one.startsWith(`${name}=`));
  add("--port", isGiven("--port") ? undefined : 0);
  add("--clock", isGiven("--clock") ? options.clock : (options.clock ?? "auto"));
  add("--clock-start", options.clockStart?.toISOString());
  add("--scenario", options.scenario);
  add("--revision", options.revision);
  add("--seed", options.seed);
  if (options.rateLimits) {
    line.push("--rate-limits");
  }
  return [...line, ...more];
}
