import { AssertionError } from "node:assert";
import { performance } from "node:perf_hooks";
import timers from "node:timers/promises";
import { type DurationParts, milliseconds } from "./duration.js";
import type { MockClock } from "./mock-clock.js";

/** How long a wait may take, in real time. */
export interface WaitOptions {
  /** Default: 10 s. */
  limit?: DurationParts;
}

const DEFAULT_LIMIT: DurationParts = { seconds: 10 };
const PAUSE_MILLISECONDS = 10;

// Taken when the module is loaded: a test that replaces timers must not stop a wait.
const pause = timers.setTimeout;
const elapsed = performance.now.bind(performance);

/**
 * Returns the first that is wanted, as soon as it is there. This function is the package's only
 * wait for something to come.
 *
 * @param what the noun of the message, such as `call`
 * @param ask returns what has come so far
 * @throws AssertionError when the limit is over; the message says what came instead
 */
export async function first<T>(
  what: string,
  options: WaitOptions,
  clock: MockClock,
  ask: () => Promise<readonly T[]> | readonly T[],
  wanted: (one: T) => boolean,
): Promise<T> {
  const limit = milliseconds(options.limit ?? DEFAULT_LIMIT);
  const start = elapsed();
  while (true) {
    const come = await ask();
    const found = come.find(wanted);
    if (found !== undefined) {
      return found;
    }
    if (elapsed() - start >= limit) {
      const instead = come.length === 0 ? "nothing came" : `came instead:\n  ${come.join("\n  ")}`;
      throw new AssertionError({
        message: `no ${what} within ${limit / 1000} s of real time; ${instead}\n${await clock.describe()}`,
        stackStartFn: first,
      });
    }
    await pause(PAUSE_MILLISECONDS);
  }
}
