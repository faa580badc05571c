import { first, type WaitOptions } from "./await.js";
import { type ControlPlane, MockServerError, requireUrl } from "./control-plane.js";
import { Delivery, type DeliveryJson } from "./delivery.js";
import { instant } from "./json.js";
import { MockClock } from "./mock-clock.js";
import { type ReceiveOptions, WebhookReceiver } from "./webhook-receiver.js";

interface SettingsJson {
  enabled: boolean;
  secret_is_default: boolean;
  previous_secret_until?: string | null;
  default_url?: string | null;
}

const PATH = "/webhooks";
const DEFAULT_SECRET = "whsec_seedance_mock";

/** The webhooks of one sandbox: settings, and what was sent. Each method asks the server. */
export class Webhooks {
  readonly #control: ControlPlane;
  readonly #clock: MockClock;

  /** @internal */
  constructor(control: ControlPlane) {
    this.#control = control;
    this.#clock = new MockClock(control);
  }

  /**
   * Starts a receiver in this process, on a free port of this machine, and has the events of tasks
   * that are submitted from now on delivered to it. Its events are verified.
   */
  async receive(options: ReceiveOptions = {}): Promise<WebhookReceiver> {
    const secrets = options.secrets ?? [await this.secret()];
    const receiver = await WebhookReceiver.start({ ...options, secrets }, this.#clock);
    try {
      await this.deliverTo(receiver.url);
    } catch (error) {
      await receiver.close();
      throw error;
    }
    return receiver;
  }

  /** Returns the secret that signs, while it is the server's own; another one is shown to nobody. */
  async secret(): Promise<string> {
    if (!(await this.#settings()).secret_is_default) {
      throw new MockServerError(
        "the secret was changed, and the server does not show it; keep what you set or rotated",
      );
    }
    return DEFAULT_SECRET;
  }

  /** Sets the secret that signs, 1 to 256 characters. */
  async setSecret(secret: string): Promise<void> {
    await this.#change({ secret });
  }

  /**
   * Changes the secret to one that is given, or drawn, and returns it; for 24 h of sandbox time the
   * old one signs as well.
   */
  async rotateSecret(secret?: string): Promise<string> {
    const body = secret === undefined ? {} : { secret };
    const rotation = await this.#control.json<{ secret?: string }>("POST", `${PATH}/rotate-secret`, body);
    return rotation.secret ?? (secret as string);
  }

  /** Returns until when the secret before a rotation signs as well; undefined when it does not. */
  async previousSecretUntil(): Promise<Date | undefined> {
    return instant((await this.#settings()).previous_secret_until);
  }

  /**
   * Names the receiver of the events of tasks that are submitted from now on without a
   * `callback_url`; empty text for nowhere.
   */
  async deliverTo(url: string): Promise<void> {
    await this.#change({ default_url: url === "" ? url : receiverUrl(url) });
  }

  /** Returns the receiver that {@link deliverTo} named; undefined when there is none. */
  async deliversTo(): Promise<string | undefined> {
    return (await this.#settings()).default_url ?? undefined;
  }

  /** Switches webhooks on, as they are at first, or off: then a `callback_url` is refused. */
  async setEnabled(enabled: boolean): Promise<void> {
    await this.#change({ enabled });
  }

  /** Returns true when webhooks are on. */
  async isEnabled(): Promise<boolean> {
    return (await this.#settings()).enabled;
  }

  /** Sends a trial event to a URL, or to the receiver, and returns it when it was attempted. */
  async test(url?: string): Promise<Delivery> {
    const body = url === undefined ? {} : { url: receiverUrl(url) };
    return new Delivery(await this.#control.json("POST", `${PATH}/test`, body));
  }

  /** Returns the deliveries that are kept, or those that tell of a task, the oldest first. */
  async deliveries(taskId?: string): Promise<Delivery[]> {
    const query = taskId === undefined ? "" : `?task_id=${encodeURIComponent(taskId)}`;
    const log = await this.#control.json<{ deliveries: DeliveryJson[] }>("GET", `${PATH}/deliveries${query}`);
    return log.deliveries.map((delivery) => new Delivery(delivery));
  }

  /** Sends an event once more, beside the retry table; returns it when it was attempted. */
  async redeliver(delivery: Delivery): Promise<Delivery> {
    const path = `${PATH}/deliveries/${encodeURIComponent(delivery.id)}/redeliver`;
    return new Delivery(await this.#control.json("POST", path));
  }

  /**
   * Waits for a delivery, by the event's type such as `generation.completed`, or by a test of it.
   *
   * @throws AssertionError when none comes in time; the message says what came instead
   */
  await(wanted: string | ((delivery: Delivery) => boolean), options: WaitOptions = {}): Promise<Delivery> {
    const [what, test] =
      typeof wanted === "string"
        ? [`webhook '${wanted}'`, (one: Delivery) => one.type === wanted && one.attempts.length > 0]
        : ["webhook as wanted", wanted];
    return first(what, options, this.#clock, () => this.deliveries(), test);
  }

  #settings(): Promise<SettingsJson> {
    return this.#control.json<SettingsJson>("GET", PATH);
  }

  async #change(members: object): Promise<void> {
    await this.#control.call("PUT", PATH, members);
  }
}

function receiverUrl(url: string): string {
  return requireUrl("receiver", url, "http://127.0.0.1:9000/webhooks");
}
