import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { first, type WaitOptions } from "./await.js";
import type { MockClock } from "./mock-clock.js";
import { type VerifyOptions, verifyWebhook, type WebhookEvent, WebhookRejection } from "./webhook-event.js";

/** How a receiver verifies and responds. */
export interface ReceiveOptions extends Partial<VerifyOptions> {
  /** Returns the HTTP status of the response to a genuine event. Default: 204. */
  respond?: (event: WebhookEvent) => number;
}

const MAX_BODY_BYTES = 1 << 20;

/** Receives webhooks in this process: verifies each, keeps those that are genuine, refuses the others with 401. */
export class WebhookReceiver {
  /** Where it listens, such as `http://127.0.0.1:40123/webhooks`. */
  readonly url: string;

  readonly #server: Server;
  readonly #clock: MockClock;
  readonly #secrets: string[];
  readonly #options: ReceiveOptions;
  readonly #events = new Map<string, WebhookEvent>();
  readonly #rejections: WebhookRejection[] = [];

  private constructor(server: Server, options: VerifyOptions & ReceiveOptions, clock: MockClock) {
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`;
    this.#server = server;
    this.#clock = clock;
    this.#options = options;
    this.#secrets = [...options.secrets];
    server.on("request", (request: IncomingMessage, response: ServerResponse) => void this.#receive(request, response));
  }

  /** @internal */
  static async start(options: VerifyOptions & ReceiveOptions, clock: MockClock): Promise<WebhookReceiver> {
    const server = createServer();
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    server.unref(); // a receiver that nobody closes must not keep the test run alive
    return new WebhookReceiver(server, options, clock);
  }

  /** The genuine events that came, each once, the first first. */
  get events(): readonly WebhookEvent[] {
    return [...this.#events.values()];
  }

  /** Why requests were refused, the first first. */
  get rejections(): readonly WebhookRejection[] {
    return [...this.#rejections];
  }

  /** Takes one more secret for genuine, as during a rotation. */
  trust(secret: string): void {
    this.#secrets.push(secret);
  }

  /**
   * Waits for a genuine event, by its type such as `generation.completed`, or by a test of it.
   *
   * @throws AssertionError when none comes in time; the message says what came instead
   */
  async await(wanted: string | ((event: WebhookEvent) => boolean), options: WaitOptions = {}): Promise<WebhookEvent> {
    const test = typeof wanted === "string" ? (event: WebhookEvent) => event.type === wanted : wanted;
    const what = typeof wanted === "string" ? `genuine webhook '${wanted}'` : "genuine webhook as wanted";
    const { event } = await first(
      what,
      options,
      this.#clock,
      () => this.#came(),
      (one) => one.event !== undefined && test(one.event),
    );
    return event as WebhookEvent;
  }

  /** Stops listening. */
  async close(): Promise<void> {
    if (this.#server.listening) {
      this.#server.close();
      this.#server.closeAllConnections();
      await once(this.#server, "close");
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #came(): { event?: WebhookEvent; toString(): string }[] {
    return [
      ...this.events.map((event) => ({ event, toString: () => `${event.type} of ${event.data.task_id}` })),
      ...this.#rejections.map((rejection) => ({ toString: () => `refused: ${rejection.message}` })),
    ];
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const body = await read(request);
      const event = verifyWebhook(request.headers, body, { ...this.#options, secrets: this.#secrets });
      const status = this.#options.respond?.(event) ?? 204;
      this.#events.set(event.id, this.#events.get(event.id) ?? event);
      response.writeHead(status).end();
    } catch (error) {
      this.#rejections.push(error instanceof WebhookRejection ? error : new WebhookRejection(String(error)));
      response.writeHead(error instanceof WebhookRejection ? 401 : 500).end();
    }
  }
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > MAX_BODY_BYTES) {
      throw new WebhookRejection(`the body has more than ${MAX_BODY_BYTES} bytes`);
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
