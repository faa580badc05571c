import type { ControlPlane } from "./control-plane.js";

interface BalanceJson {
  remain_balance: number;
  used_balance: number;
  unlimited_quota: boolean;
}

const PATH = "/balance";

/**
 * The money of one sandbox, in US dollars. Each method asks the server.
 *
 * A task costs its price when it is accepted, and a task that fails is paid back.
 */
export class Account {
  readonly #control: ControlPlane;

  /** @internal */
  constructor(control: ControlPlane) {
    this.#control = control;
  }

  /** Returns what is left; 0 when spending has no limit. */
  async remaining(): Promise<number> {
    return (await this.#get()).remain_balance;
  }

  /** Returns what was spent and not paid back. */
  async spent(): Promise<number> {
    return (await this.#get()).used_balance;
  }

  /** Returns true when spending has no limit. */
  async isUnlimited(): Promise<boolean> {
    return (await this.#get()).unlimited_quota;
  }

  /** Sets what is left, 0 to 1,000,000,000. What was spent before stays spent. */
  async setRemaining(dollars: number): Promise<void> {
    await this.#control.call("PUT", PATH, { remaining: dollars });
  }

  /** Lifts the limit: everything can be paid from now on. */
  async setUnlimited(): Promise<void> {
    await this.#control.call("PUT", PATH, { remaining: null });
  }

  #get(): Promise<BalanceJson> {
    return this.#control.json<BalanceJson>("GET", PATH);
  }
}
