import { createHash, randomUUID } from "node:crypto";
import { Account } from "./account.js";
import { first, type WaitOptions } from "./await.js";
import { type ControlPlane, segment } from "./control-plane.js";
import { MockClock } from "./mock-clock.js";
import { MockTask } from "./mock-task.js";
import { RecordedCall } from "./recorded-call.js";
import { Scenario, type ScenarioJson } from "./scenario.js";
import { Webhooks } from "./webhooks.js";

/** Something that the validator has against a request. */
export interface Violation {
  /** The rule's id, such as `duration.unsupported`. */
  readonly rule: string;
  readonly severity: "error" | "warning";
  /** A JSON pointer to the member. */
  readonly pointer: string;
  readonly message: string;
  /** The oldest newer revision of the contract that reports nothing there; undefined when none is known. */
  readonly accepted_since?: string;
}

/** The values that one model takes, from the table that the server's validator goes by. */
export interface ModelCapabilities {
  readonly durations: readonly number[];
  readonly resolutions: readonly string[];
  readonly generate_audio: boolean;
  readonly return_last_frame: boolean;
  readonly [member: string]: unknown;
}

/** A mock server, seen with one API key: where to call it, and what is in that key's sandbox. */
export class MockServer {
  /** The sandbox's time. */
  readonly clock: MockClock;
  /** The sandbox's webhooks. */
  readonly webhooks: Webhooks;
  /** The sandbox's money. */
  readonly account: Account;

  readonly #control: ControlPlane;
  readonly #close: (view: MockServer) => Promise<void>;

  /** @internal */
  constructor(control: ControlPlane, close: (view: MockServer) => Promise<void> = async () => {}) {
    this.#control = control;
    this.#close = close;
    this.clock = new MockClock(control);
    this.webhooks = new Webhooks(control);
    this.account = new Account(control);
  }

  /** The server's address, such as `http://127.0.0.1:8080`, without a last slash. */
  get baseUrl(): string {
    return this.#control.baseUrl;
  }

  /** The key to call with, as `Authorization: Bearer <key>`. */
  get apiKey(): string {
    return this.#control.apiKey;
  }

  /** Returns a view of the same server with another key, and so of another sandbox. */
  withApiKey(key: string): MockServer {
    return new MockServer(this.#control.withApiKey(key));
  }

  /**
   * Returns a view of an empty sandbox, which {@link close} empties.
   *
   * @param test the full name of the test: with it ids and durations are the same in every run.
   *     Default: a sandbox that nobody else has
   */
  async freshSandbox(test?: string): Promise<MockServer> {
    const id = test === undefined ? randomUUID() : createHash("sha256").update(test).digest("hex").slice(0, 32);
    const view = new MockServer(this.#control.withApiKey(`test-${id}`), (sandbox) => sandbox.reset());
    await view.reset();
    return view;
  }

  /** Returns the revision of the contract that the sandbox's requests are held to. */
  async revision(): Promise<string> {
    return (await this.#control.json<{ revision: string }>("GET", "/revision")).revision;
  }

  /** Holds the sandbox's requests to another revision, such as `2026-09` or `latest`, until it is reset. */
  async useRevision(revision: string): Promise<void> {
    await this.#control.call("PUT", "/revision", { revision });
  }

  /** Returns the values that each model takes under the sandbox's revision, by the model's name. */
  async capabilities(): Promise<Record<string, ModelCapabilities>> {
    return (await this.#control.json<{ models: Record<string, ModelCapabilities> }>("GET", "/capabilities")).models;
  }

  /**
   * Registers scenarios, which decide about tasks that are submitted from now on. One of the same
   * name is replaced in its place.
   */
  async register(...scenarios: Scenario[]): Promise<void> {
    for (const scenario of scenarios) {
      await this.#control.call("POST", "/scenarios", scenario);
    }
  }

  /** Returns the registered scenarios, every default filled in, in the order of their matching. */
  async scenarios(): Promise<Scenario[]> {
    const { scenarios } = await this.#control.json<{ scenarios: ScenarioJson[] }>("GET", "/scenarios");
    return scenarios.map((json) => Scenario.of(json));
  }

  /** Forgets a registered scenario; tasks that have it keep it. */
  async unregister(name: string): Promise<void> {
    await this.#control.call("DELETE", `/scenarios/${segment("name of the scenario", name)}`);
  }

  /** Forgets all registered scenarios, and every count of their faults. */
  async unregisterAll(): Promise<void> {
    await this.#control.call("DELETE", "/scenarios");
  }

  /** Returns the sandbox's tasks, the oldest first. */
  tasks(): Promise<MockTask[]> {
    return MockTask.all(this.#control);
  }

  /** Returns a task, by its id or a `client_business_id`. */
  task(id: string): Promise<MockTask> {
    return MockTask.find(this.#control, id);
  }

  /** Returns the calls with this key that the journal keeps, the oldest first. */
  async requests(): Promise<RecordedCall[]> {
    const { requests } = await this.#control.json<{ requests: ConstructorParameters<typeof RecordedCall>[0][] }>(
      "GET",
      "/requests",
    );
    return requests.map((json) => new RecordedCall(json));
  }

  /** Forgets the calls with this key; their numbers go on. */
  async forgetRequests(): Promise<void> {
    await this.#control.call("DELETE", "/requests");
  }

  /**
   * Waits for a call that was answered, and returns it.
   *
   * @param method such as `POST`
   * @param path such as `/v1/videos/generations`, or its beginning and `*`
   * @throws AssertionError when none comes in time; the message says what came instead
   */
  awaitCall(method: string, path: string, options?: WaitOptions): Promise<RecordedCall>;
  /** Waits for a call that was answered and passes a test, and returns it. */
  awaitCall(wanted: (call: RecordedCall) => boolean, options?: WaitOptions): Promise<RecordedCall>;
  async awaitCall(
    wanted: string | ((call: RecordedCall) => boolean),
    pathOrOptions?: string | WaitOptions,
    options: WaitOptions = {},
  ): Promise<RecordedCall> {
    if (typeof wanted === "function") {
      const limit = pathOrOptions as WaitOptions | undefined;
      return first("call as wanted", limit ?? {}, this.clock, () => this.requests(), wanted);
    }
    const path = requirePath(pathOrOptions);
    const method = wanted.toUpperCase();
    const fits = path.endsWith("*")
      ? (call: RecordedCall) => call.path.startsWith(path.slice(0, -1))
      : (call: RecordedCall) => call.path === path;
    return first(
      `call ${method} ${path}`,
      options,
      this.clock,
      () => this.requests(),
      (call) => call.method === method && fits(call),
    );
  }

  /** Returns what the server's validator has against a request, without submitting it; nothing when it is valid. */
  async validate(request: object | string): Promise<Violation[]> {
    return (await this.#control.json<{ violations: Violation[] }>("POST", "/validate", request)).violations;
  }

  /** Returns all of the sandbox as a JSON document, to be restored later. It may hold webhook secrets. */
  snapshot(): Promise<string> {
    return this.#control.call("GET", "/snapshot");
  }

  /** Puts a snapshot in the place of the sandbox's state: all of it, or nothing. */
  async restore(snapshot: string): Promise<void> {
    await this.#control.call("PUT", "/snapshot", snapshot);
  }

  /** Forgets all that is in the sandbox: it is as if the key had never called. */
  async reset(): Promise<void> {
    await this.#control.call("POST", "/reset");
  }

  /**
   * Calls the control plane, for what has no method here.
   *
   * @param path what stands behind `/_mock`, such as `/requests?status=429`
   * @param body a value for JSON, or text that is sent as it is
   * @returns the body of the response
   */
  call(method: string, path: string, body?: unknown): Promise<string> {
    return this.#control.call(method, path, body);
  }

  /**
   * Stops the server when `startMock` gave this view, empties the sandbox when `freshSandbox` did;
   * any other view leaves all as it is.
   */
  async close(): Promise<void> {
    await this.#close(this);
  }

  /** Does what {@link close} does, at the end of an `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /** Returns the address; the key is secret. */
  toString(): string {
    return `MockServer[${this.baseUrl}]`;
  }
}

function requirePath(path: unknown): string {
  if (typeof path !== "string" || !(path.startsWith("/") || path === "*")) {
    throw new TypeError(`the path is '${path}', expected one such as /v1/videos/generations`);
  }
  return path;
}
