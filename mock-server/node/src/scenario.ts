import { type Duration, iso } from "./duration.js";
import type { Fault, Json } from "./fault.js";

/** The JSON form of a scenario, as it stands in docs/scenarios.md. */
export interface ScenarioJson {
  name: string;
  description?: string;
  match?: { model?: string; prompt?: string; client_business_id?: string };
  timeline?: { queued?: string; running?: string };
  outcome?: { [member: string]: Json };
  faults?: { [member: string]: unknown }[];
}

/**
 * The fate of a task: how long it takes, how it ends, what goes wrong on the way.
 *
 * Immutable: each method returns another scenario. What is not said is as on the provider, and ends
 * well. The server checks it when it is registered.
 */
export class Scenario {
  /** The JSON form. */
  readonly json: Readonly<ScenarioJson>;

  private constructor(json: ScenarioJson) {
    this.json = json;
  }

  /**
   * Begins a scenario, which no request gets without asking for it: with the header
   * `X-Mock-Scenario`, or with `[mock:NAME]` in its prompt.
   *
   * @param name 1 to 40 lower-case letters, digits and hyphens
   */
  static named(name: string): Scenario {
    return new Scenario({ name });
  }

  /** Takes over a scenario in its JSON form. */
  static of(json: ScenarioJson): Scenario {
    return new Scenario(structuredClone(json));
  }

  get name(): string {
    return this.json.name;
  }

  /** Adds a sentence for people, at most 500 characters. */
  describedAs(description: string): Scenario {
    return this.#with({ description });
  }

  /** Takes every request that no scenario before it takes. */
  always(): Scenario {
    return this.#with({ match: {} });
  }

  /**
   * Takes requests for a model, as long as everything else that was said about them fits too.
   *
   * @param glob a pattern of the whole name, case ignored: `*` any text, `?` one character
   */
  whenModel(glob: string): Scenario {
    return this.#with({ match: { ...this.json.match, model: glob } });
  }

  /** Takes requests with a prompt; see {@link whenModel} for the pattern. */
  whenPrompt(glob: string): Scenario {
    return this.#with({ match: { ...this.json.match, prompt: glob } });
  }

  /** Takes requests with a `client_business_id`; see {@link whenModel} for the pattern. */
  whenClientBusinessId(glob: string): Scenario {
    return this.#with({ match: { ...this.json.match, client_business_id: glob } });
  }

  /** Sets how long a task waits before it runs, up to 365 days. */
  queuesFor(duration: Duration): Scenario {
    return this.#with({ timeline: { ...this.json.timeline, queued: iso(duration) } });
  }

  /** Sets how long a task runs, up to 365 days. */
  runsFor(duration: Duration): Scenario {
    return this.#with({ timeline: { ...this.json.timeline, running: iso(duration) } });
  }

  /** Ends well; the result can be downloaded as long as on the provider. */
  completes(): Scenario {
    return this.#with({ outcome: { status: "completed" } });
  }

  /** Ends well; the result can be downloaded for a time, up to 365 days. */
  completesWithResultFor(lifetime: Duration): Scenario {
    return this.#with({ outcome: { status: "completed", result_lifetime: iso(lifetime) } });
  }

  /**
   * Ends without a video.
   *
   * @param code for programs, such as `generation_failed`
   * @param message for people
   */
  fails(code: string, message: string): Scenario {
    return this.#with({ outcome: { status: "failed", error: { code, message } } });
  }

  /** Never ends: a task stays almost done. */
  neverEnds(): Scenario {
    return this.#with({ outcome: { status: "in_progress" } });
  }

  /** Lets a fault happen on each submit, or on the nth of the sandbox to this scenario, from 1. */
  onSubmit(fault: Fault): Scenario;
  onSubmit(nth: number, fault: Fault): Scenario;
  onSubmit(...args: [Fault] | [number, Fault]): Scenario {
    return this.#on("submit", args);
  }

  /** Lets a fault happen on each poll, or on the nth of each task, from 1. */
  onPoll(fault: Fault): Scenario;
  onPoll(nth: number, fault: Fault): Scenario;
  onPoll(...args: [Fault] | [number, Fault]): Scenario {
    return this.#on("poll", args);
  }

  /** Lets a fault happen on each poll of an id that the sandbox does not know. */
  onUnknownPoll(fault: Fault): Scenario {
    return this.#on("unknown_poll", [fault]);
  }

  /** Lets a fault happen on each webhook attempt, or on the nth of the sandbox, from 1. */
  onWebhook(fault: Fault): Scenario;
  onWebhook(nth: number, fault: Fault): Scenario;
  onWebhook(...args: [Fault] | [number, Fault]): Scenario {
    return this.#on("webhook", args);
  }

  #on(point: string, args: [Fault] | [number, Fault]): Scenario {
    const { rule } = args.length === 2 ? args[1].nth(args[0]) : args[0];
    return this.#with({ faults: [...(this.json.faults ?? []), { on: point, ...rule }] });
  }

  #with(members: Partial<ScenarioJson>): Scenario {
    return new Scenario({ ...this.json, ...members });
  }

  /** Returns the JSON form, also for `JSON.stringify`. */
  toJSON(): ScenarioJson {
    return this.json;
  }
}
