import { instant } from "./json.js";

interface AttemptJson {
  number: number;
  at: string;
  planned: boolean;
  headers: Record<string, string>;
  status?: number;
  response?: string;
  error?: string;
}

/** @internal */
export interface DeliveryJson {
  id: string;
  type: string;
  task_id: string;
  url: string;
  status: DeliveryStatus;
  next_attempt_at?: string;
  attempts: AttemptJson[];
  body: string;
}

/** The states of a delivery: it will be tried, a receiver took it, the last try failed. */
export type DeliveryStatus = "pending" | "delivered" | "failed";

/** One try to deliver an event. */
export interface Attempt {
  /** 1 for the first. */
  readonly number: number;
  /** When it was made, in sandbox time. */
  readonly at: Date;
  /** True when the retry table made it, false when it was asked for. */
  readonly planned: boolean;
  readonly headers: Readonly<Record<string, string>>;
  /** The HTTP status of the receiver's response; undefined when none came. */
  readonly status: number | undefined;
  /** The beginning of the response's body; undefined when none came. */
  readonly response: string | undefined;
  /** Why no response came; undefined when one did. */
  readonly error: string | undefined;
}

/** An event on its way to a receiver, as it was when the server was asked. */
export class Delivery {
  /** The event's id, the same on every attempt. */
  readonly id: string;
  /** The event's type, such as `generation.completed`. */
  readonly type: string;
  /** The id of the task that it tells of. */
  readonly taskId: string;
  /** The receiver, the values of its query hidden. */
  readonly url: string;
  /** The raw body, the same on every attempt. */
  readonly body: string;
  readonly status: DeliveryStatus;
  /** When it is tried next, in sandbox time; undefined when it is not. */
  readonly nextAttemptAt: Date | undefined;
  /** The last attempts, at most 20, the oldest first. */
  readonly attempts: readonly Attempt[];

  /** @internal */
  constructor(json: DeliveryJson) {
    this.id = json.id;
    this.type = json.type;
    this.taskId = json.task_id;
    this.url = json.url;
    this.body = json.body;
    this.status = json.status;
    this.nextAttemptAt = instant(json.next_attempt_at);
    this.attempts = json.attempts.map(attempt);
  }

  /** Returns a line such as `generation.completed of tsk_vid_…: delivered, attempts: 1`. */
  toString(): string {
    return `${this.type} of ${this.taskId}: ${this.status}, attempts: ${this.attempts.length}`;
  }
}

function attempt({ number, at, planned, headers, status, response, error }: AttemptJson): Attempt {
  return { number, at: new Date(at), planned, headers, status, response, error };
}
