import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Socket } from "node:net";
import timers from "node:timers";
import { type DurationParts, milliseconds } from "./duration.js";
import { blameJava, type ProgramOptions, program } from "./program.js";

const START_LIMIT: DurationParts = { seconds: 60 };
const STOP_LIMIT_MILLISECONDS = 10_000;
const KEPT_CHARACTERS = 4_000;
const READY = /ready at (http\S+)\s/;

// Taken when the module is loaded: a test that replaces timers must not stop a wait.
const { setTimeout: later, clearTimeout: never } = timers;

/** A server in a process of its own, which ends with this one, however this one ends. */
export class ServerProcess {
  readonly baseUrl: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, baseUrl: string) {
    this.#child = child;
    this.baseUrl = baseUrl;
  }

  /**
   * Starts a server and returns when it is ready.
   *
   * @param ended is told why, when the server ends before it is stopped
   */
  static start(
    options: ProgramOptions & { startLimit?: DurationParts },
    serverOptions: readonly string[],
    ended: (reason: string) => void,
  ): Promise<ServerProcess> {
    const run = program(options, serverOptions);
    const child = spawn(run.command, run.arguments, {
      stdio: ["ignore", "pipe", "pipe"],
      env: withoutServerOptions(process.env),
      windowsHide: true,
    });
    const limit = milliseconds(options.startLimit ?? START_LIMIT);
    const output = new Output(child);
    return new Promise((resolve, reject) => {
      const fail = (message: string) => {
        never(timer);
        child.kill("SIGKILL");
        reject(new Error(message));
      };
      const timer = later(
        () => fail(`the mock server was not ready within ${limit / 1000} s; it has printed:\n${output.text}`),
        limit,
      );
      child.once("error", (error) =>
        fail(blameJava(run.command, String(error)) ?? `'${run.command}' can't be run: ${error.message}`),
      );
      child.once("close", (code, signal) => {
        const reason = `the mock server has ended (${signal ?? `exit code ${code}`}); it has printed:\n${output.text}`;
        fail(blameJava(run.command, output.text) ?? reason);
        ended(reason);
      });
      output.onReady((url) => {
        never(timer);
        unref(child);
        resolve(new ServerProcess(child, url));
      });
    });
  }

  /** Stops the server, and returns when its process has ended. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null) {
      return;
    }
    child.ref();
    const exit = once(child, "exit");
    child.kill("SIGTERM");
    const timer = later(() => child.kill("SIGKILL"), STOP_LIMIT_MILLISECONDS);
    await exit;
    never(timer);
  }
}

/** What a process prints: its end is kept for messages. */
class Output {
  text = "";

  readonly #child: ChildProcess;

  constructor(child: ChildProcess) {
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.text = (this.text + text).slice(-KEPT_CHARACTERS);
      });
    }
  }

  onReady(ready: (url: string) => void): void {
    const look = () => {
      const url = READY.exec(this.text)?.[1];
      if (url !== undefined) {
        this.#child.stdout?.off("data", look);
        ready(url);
      }
    };
    this.#child.stdout?.on("data", look);
  }
}

/** Returns the environment without options of the server: a test is the same on every machine. */
function withoutServerOptions(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith("SEEDANCE_MOCK_")));
}

/** Lets this process end although the server runs: it stops then by itself. */
function unref(child: ChildProcess): void {
  child.unref();
  (child.stdout as Socket | null)?.unref();
  (child.stderr as Socket | null)?.unref();
}
