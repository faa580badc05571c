import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** An event whose signature was verified. */
export interface WebhookEvent {
  /** The same on every attempt. */
  readonly id: string;
  /** Such as `generation.completed`. */
  readonly type: string;
  /** What it tells of the task, as the contract has it. */
  readonly data: {
    readonly task_id: string;
    readonly status: string;
    readonly [member: string]: unknown;
  };
  /** The raw body. */
  readonly body: string;
}

/** How an event is verified. */
export interface VerifyOptions {
  /** The secrets of which one must have signed; several during a rotation. */
  secrets: readonly string[];
  /** How far the timestamp may be from now. Default: 300 s; `Infinity` for any. */
  toleranceSeconds?: number;
  /** The verifier's now. Default: this machine's. */
  now?: () => Date;
}

/** An event is not genuine, stale, or not readable. */
export class WebhookRejection extends Error {
  override readonly name = "WebhookRejection";
}

const DEFAULT_TOLERANCE_SECONDS = 300;

// Taken when the module is loaded: a test that replaces the date must not make events stale.
const machineNow = Date.now;

/**
 * Returns the event of a request, if one of the secrets has signed its raw body.
 *
 * @throws WebhookRejection when not; the message says why
 */
export function verifyWebhook(
  headers: IncomingHttpHeaders,
  body: Buffer | string,
  options: VerifyOptions,
): WebhookEvent {
  const id = header(headers, "x-toapis-webhook-id");
  const timestamp = header(headers, "x-toapis-webhook-timestamp");
  const given = header(headers, "x-toapis-webhook-signature");
  requireFresh(timestamp, options);
  requireSigned(`${id}.${timestamp}.`, body, given, options.secrets);
  const text = body.toString();
  const event = parse(text);
  if (event.id !== id) {
    throw new WebhookRejection(`the header names the event ${id}, but the body has ${event.id}`);
  }
  return { id, type: event.type, data: event.data, body: text };
}

function header(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name];
  if (typeof value !== "string" || value === "") {
    throw new WebhookRejection(`there is no header ${name}, expected one of the sender's`);
  }
  return value;
}

function requireFresh(timestamp: string, options: VerifyOptions): void {
  const tolerance = options.toleranceSeconds ?? DEFAULT_TOLERANCE_SECONDS;
  const now = (options.now === undefined ? machineNow() : options.now().getTime()) / 1000;
  if (!/^\d{1,12}$/.test(timestamp)) {
    throw new WebhookRejection(`the timestamp is '${timestamp}', expected seconds since 1970`);
  }
  const off = Math.abs(now - Number(timestamp));
  if (off > tolerance) {
    throw new WebhookRejection(
      `the timestamp ${timestamp} is ${Math.round(off)} s from now, expected at most ${tolerance} s` +
        " (a mock that was started with a clockStart signs with sandbox time: set now or toleranceSeconds)",
    );
  }
}

function requireSigned(prefix: string, body: Buffer | string, given: string, secrets: readonly string[]): void {
  const expected = secrets.map((secret) =>
    Buffer.from(`v1=${createHmac("sha256", secret).update(prefix).update(body).digest("hex")}`),
  );
  const genuine = given
    .split(",")
    .map((one) => Buffer.from(one.trim()))
    .some((one) => expected.some((other) => one.length === other.length && timingSafeEqual(one, other)));
  if (!genuine) {
    throw new WebhookRejection("no secret that is known here has made the signature");
  }
}

function parse(text: string): WebhookEvent {
  try {
    const event = JSON.parse(text) as WebhookEvent | null;
    if (typeof event?.id === "string" && typeof event.type === "string" && typeof event.data === "object") {
      return event;
    }
  } catch {
    // The same message: signed, but not an event.
  }
  throw new WebhookRejection(`the body is '${text.slice(0, 200)}', expected JSON with id, type and data`);
}
