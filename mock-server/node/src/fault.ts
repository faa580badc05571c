import { type Duration, iso } from "./duration.js";

/** A value of JSON. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** The state of a task. */
export type TaskStatus = "queued" | "in_progress" | "completed" | "failed";

interface Rule {
  nth?: number[];
  while_status?: TaskStatus;
  fault: { kind: string; [member: string]: Json };
}

/** One thing that goes wrong in a scenario. Immutable: each method returns another fault. */
export class Fault {
  /** The fault's rule as JSON, as it will stand in a scenario. */
  readonly rule: Readonly<Rule>;

  private constructor(rule: Rule) {
    this.rule = rule;
  }

  /** @internal */
  static of(kind: string, members: Record<string, Json> = {}): Fault {
    return new Fault({ fault: { kind, ...members } });
  }

  /** Sets the error's code, which goes with {@link respond}. */
  code(code: string): Fault {
    return this.#with({ code });
  }

  /** Sets the error's type, which goes with {@link respond}. */
  type(type: string): Fault {
    return this.#with({ type });
  }

  /** Sets the error's message, which goes with {@link respond}. */
  message(message: string): Fault {
    return this.#with({ message });
  }

  /** Sets the whole body of the error, in place of code, type and message; goes with {@link respond}. */
  body(body: { [name: string]: Json }): Fault {
    return this.#with({ body });
  }

  /** Adds a header to the response, at most 10; goes with {@link respond}. */
  header(name: string, value: string): Fault {
    const headers = this.rule.fault["headers"] as Record<string, string> | undefined;
    return this.#with({ headers: { ...headers, [name]: value } });
  }

  /** Adds `Retry-After` in whole seconds; goes with {@link respond}. */
  retryAfter(seconds: number): Fault {
    if (!Number.isInteger(seconds) || seconds < 0) {
      throw new TypeError(`Retry-After is ${seconds}, expected whole seconds, 0 or more`);
    }
    return this.header("Retry-After", String(seconds));
  }

  /** Happens only on these submits, polls or attempts, counted from 1. Default: on each. */
  nth(...nth: number[]): Fault {
    return new Fault({ ...this.rule, nth });
  }

  /** Happens only while the polled task has a status. */
  whileStatus(status: TaskStatus): Fault {
    return new Fault({ ...this.rule, while_status: status });
  }

  #with(members: Record<string, Json>): Fault {
    return new Fault({ ...this.rule, fault: { ...this.rule.fault, ...members } });
  }
}

/** Responds with an error, 400 to 599. A submit that gets it makes no task. */
export const respond = (status: number): Fault => Fault.of("refuse", { status });

/** Responds, or sends the webhook, later: by up to 24 h of sandbox time. */
export const delay = (by: Duration): Fault => Fault.of("delay", { by: iso(by) });

/** Responds with half a JSON document. */
export const malformedBody = (): Fault => Fault.of("malformed_body");

/** Ends the connection in the middle of the body. */
export const cutBody = (): Fault => Fault.of("cut_body");

/** Resets the TCP connection. A submit has made its task. */
export const connectionReset = (): Fault => Fault.of("connection_reset");

/** Changes the body by a JSON merge patch (RFC 7396): null takes a member away. */
export const patchBody = (patch: { [name: string]: Json }): Fault => Fault.of("patch_body", { patch });

/** Replaces the body. A text such as `$/id` stands for the value at this JSON pointer in the replaced body. */
export const replaceBody = (body: { [name: string]: Json }): Fault => Fault.of("replace_body", { body });

/** Sends the webhook attempt twice. */
export const duplicate = (): Fault => Fault.of("duplicate");

/** Signs the webhook attempt wrongly. */
export const badSignature = (): Fault => Fault.of("bad_signature");
