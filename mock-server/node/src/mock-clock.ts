import type { ControlPlane } from "./control-plane.js";
import { type Duration, iso } from "./duration.js";
import { instant } from "./json.js";

/**
 * The ways in which time flows: as fast as real time, a multiple of it, not at all until it is
 * advanced, or not at all but for polls, each of which advances it to the task's next event.
 */
export type ClockMode = "real" | "scaled" | "frozen" | "auto";

interface ClockJson {
  mode: ClockMode;
  now: string;
  next_event_at?: string | null;
}

const PATH = "/clock";

/**
 * The time of one sandbox. Each method asks the server.
 *
 * A method that changes the time returns when all that came due has happened, webhook attempts
 * included.
 */
export class MockClock {
  readonly #control: ControlPlane;

  /** @internal */
  constructor(control: ControlPlane) {
    this.#control = control;
  }

  /** Returns the sandbox's now. */
  async now(): Promise<Date> {
    return new Date((await this.#get()).now);
  }

  /** Returns the instant at which something will happen next; undefined when nothing will. */
  async nextEvent(): Promise<Date | undefined> {
    return instant((await this.#get()).next_event_at);
  }

  /** Returns how time flows. */
  async mode(): Promise<ClockMode> {
    return (await this.#get()).mode;
  }

  /** Sets how time flows, but for `scaled`: see {@link scale}. */
  async setMode(mode: Exclude<ClockMode, "scaled">): Promise<void> {
    await this.#control.call("PUT", PATH, { mode });
  }

  /** Sets the time, from 1970 to 9000. A later one lets happen what lies between; an earlier one undoes nothing. */
  async set(now: Date): Promise<void> {
    await this.#control.call("PUT", PATH, { now: now.toISOString() });
  }

  /** Lets time flow at a multiple of real time: over 0 and at most 100,000. */
  async scale(scale: number): Promise<void> {
    await this.#control.call("PUT", PATH, { mode: "scaled", scale });
  }

  /** Stops time: only {@link advance}, {@link advanceToNext} and {@link set} change it. */
  async freeze(): Promise<void> {
    await this.setMode("frozen");
  }

  /** Advances time; by nothing, it waits for what is due already. */
  async advance(by: Duration): Promise<void> {
    await this.#control.call("POST", `${PATH}/advance`, { by: iso(by) });
  }

  /** Advances time to the next event; nothing changes when there is none. */
  async advanceToNext(): Promise<void> {
    await this.#control.call("POST", `${PATH}/advance-to-next`);
  }

  /** @internal Returns a sentence for messages of waits: a clock that stands still explains why nothing comes. */
  async describe(): Promise<string> {
    const { mode, now, next_event_at: next } = await this.#get();
    return `The sandbox's clock is ${mode} at ${now}${next ? `, its next event is at ${next}` : ""}`;
  }

  #get(): Promise<ClockJson> {
    return this.#control.json<ClockJson>("GET", PATH);
  }
}
