#!/usr/bin/env node
/**
 * `seedance-mock [OPTION...]` runs the server until it is interrupted;
 * `seedance-mock [OPTION...] -- COMMAND...` runs it as long as a command, which finds its address in
 * SEEDANCE_SHARED_MOCK.
 */
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { blameJava, program } from "./program.js";
import { SHARED_MOCK, startMock } from "./start.js";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

async function main(args: string[]): Promise<number> {
  const end = args.indexOf("--");
  if (end < 0) {
    const { command, arguments: all } = program({}, args);
    return run(command, all, {}, (error) => blameJava(command, error));
  }
  const [command, ...rest] = args.slice(end + 1);
  if (command === undefined) {
    throw new Error("there is no command after '--', expected one such as: seedance-mock -- npm test");
  }
  const mock = await startMock({ options: args.slice(0, end) });
  try {
    return await run(command, rest, { [SHARED_MOCK]: mock.baseUrl });
  } finally {
    await mock.close();
  }
}

/** Runs a command in this terminal, hands signals on, and returns its exit code. */
function run(
  command: string,
  args: readonly string[],
  environment: Record<string, string>,
  blame: (error: string) => string | undefined = () => undefined,
): Promise<number> {
  const child = spawn(command, args, {
    stdio: "inherit",
    env: { ...process.env, ...environment },
    shell: process.platform === "win32" && environment[SHARED_MOCK] !== undefined, // npm is npm.cmd there
  });
  for (const signal of SIGNALS) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve, reject) => {
    child.on("error", (error) =>
      reject(blame(String(error)) ?? new Error(`'${command}' can't be run: ${error.message}`)),
    );
    child.on("exit", (code, signal) => resolve(code ?? 128 + constants.signals[signal as NodeJS.Signals]));
  });
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    console.error(`seedance-mock: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 2;
  },
);
