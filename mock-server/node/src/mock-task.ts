import { type ControlPlane, segment } from "./control-plane.js";
import type { TaskStatus } from "./fault.js";
import { instant } from "./json.js";

/** Why a task fails: a code for programs, a message for people. */
export interface TaskError {
  code: string;
  message: string;
}

interface TaskJson {
  task: {
    id: string;
    client_business_id?: string | null;
    model: string;
    status: TaskStatus;
    progress: number;
    result?: { data: { url: string }[] } | null;
  };
  plan: {
    submitted_at: string;
    starts_at: string;
    ends_at: string;
    next_event_at?: string;
    outcome: TaskStatus;
    error?: TaskError;
  };
  scenario: string;
  prompt?: string;
  callback_url?: string;
  trace_id?: string;
  request?: { body: string };
}

/**
 * A task as it was when the server was asked, and what will become of it. {@link refresh} asks
 * again; asking advances no clock.
 */
export class MockTask {
  readonly id: string;
  /** The caller's own id; undefined when none was sent. */
  readonly clientBusinessId: string | undefined;
  readonly model: string;
  readonly status: TaskStatus;
  /** How far it is, 0 to 100. */
  readonly progress: number;
  /** The URLs of the files of a completed task, in order; none of any other. */
  readonly videos: readonly string[];
  /** The name of the scenario that decides about the task. */
  readonly scenario: string;
  /** When it was submitted, in sandbox time; so are the other instants. */
  readonly submittedAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** When something happens to it next; undefined when it is final. */
  readonly nextEventAt: Date | undefined;
  /** The status that it ends in; `in_progress` when it never ends. */
  readonly outcome: TaskStatus;
  /** The error that it ends in; undefined when it does not fail. */
  readonly error: TaskError | undefined;
  /** The beginning of the prompt; undefined when there was none. */
  readonly prompt: string | undefined;
  readonly callbackUrl: string | undefined;
  readonly traceId: string | undefined;

  readonly #control: ControlPlane;
  readonly #json: TaskJson;

  /** @internal */
  constructor(control: ControlPlane, json: TaskJson) {
    const { task, plan } = json;
    this.#control = control;
    this.#json = json;
    this.id = task.id;
    this.clientBusinessId = task.client_business_id ?? undefined;
    this.model = task.model;
    this.status = task.status;
    this.progress = task.progress;
    this.videos = task.result?.data.map((video) => video.url) ?? [];
    this.scenario = json.scenario;
    this.submittedAt = new Date(plan.submitted_at);
    this.startsAt = new Date(plan.starts_at);
    this.endsAt = new Date(plan.ends_at);
    this.nextEventAt = instant(plan.next_event_at);
    this.outcome = plan.outcome;
    this.error = plan.error;
    this.prompt = json.prompt;
    this.callbackUrl = json.callback_url;
    this.traceId = json.trace_id;
  }

  /** @internal */
  static async all(control: ControlPlane): Promise<MockTask[]> {
    const { tasks } = await control.json<{ tasks: TaskJson[] }>("GET", `/tasks?limit=${2 ** 31 - 1}`);
    return tasks.reverse().map((task) => new MockTask(control, task));
  }

  /** @internal */
  static async find(control: ControlPlane, id: string): Promise<MockTask> {
    return new MockTask(control, await control.json("GET", `/tasks/${segment("id of the task", id)}`));
  }

  /** Returns the request as it was sent, its first 16 KiB; asks the server when the task came in a list. */
  async request(): Promise<string> {
    return this.#json.request?.body ?? (await this.refresh()).request();
  }

  /** Returns the task as it is now. */
  refresh(): Promise<MockTask> {
    return MockTask.find(this.#control, this.id);
  }

  /** Completes the task now, and returns it when its webhook was attempted. */
  complete(): Promise<MockTask> {
    return this.#end({ status: "completed" });
  }

  /** Fails the task now, and returns it when its webhook was attempted. */
  fail(code: string, message: string): Promise<MockTask> {
    return this.#end({ status: "failed", error: { code, message } });
  }

  async #end(outcome: object): Promise<MockTask> {
    const path = `/tasks/${encodeURIComponent(this.id)}/outcome`;
    return new MockTask(this.#control, await this.#control.json("POST", path, outcome));
  }

  /** Returns a line such as `tsk_vid_…: in_progress, 25 %`. */
  toString(): string {
    return `${this.id}: ${this.status}, ${this.progress} %`;
  }
}
