import { readString } from "./json.js";

/** The server refused a call, or its response is not what this version of the package reads. */
export class MockServerError extends Error {
  override readonly name = "MockServerError";

  /** The HTTP status of the refusal; undefined if no response came, or one that can't be read. */
  readonly status: number | undefined;

  constructor(message: string, status?: number, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** Two minutes: an advance waits for each webhook attempt, up to 10 s for one that hangs. */
const CALL_LIMIT_MILLISECONDS = 120_000;

/** Calls the control plane of a server with one API key. */
export class ControlPlane {
  readonly baseUrl: string;
  readonly apiKey: string;

  /** Why calls can't be made any more; empty while the server runs. Views share it. */
  readonly #ended: { reason: string };

  constructor(baseUrl: string, apiKey: string, ended = { reason: "" }) {
    this.baseUrl = requireUrl("base URL", baseUrl, "http://127.0.0.1:8080").replace(/\/+$/, "");
    this.apiKey = requireKey(apiKey);
    this.#ended = ended;
  }

  withApiKey(key: string): ControlPlane {
    return new ControlPlane(this.baseUrl, key, this.#ended);
  }

  end(reason: string): void {
    this.#ended.reason = reason;
  }

  /**
   * Calls an operation.
   *
   * @param path the path behind `/_mock`
   * @param body a value for JSON, or text that is sent as it is
   * @returns the body of the response as text, empty when it has none
   */
  async call(method: string, path: string, body?: unknown): Promise<string> {
    if (this.#ended.reason !== "") {
      throw new MockServerError(`${this.#ended.reason} (${method} ${path})`);
    }
    if (!path.startsWith("/")) {
      throw new TypeError(`the path is '${path}', expected one such as /requests?status=429`);
    }
    const response = await this.#send(method, `${this.baseUrl}/_mock${path}`, body);
    if (response.status >= 400) {
      const reason = reasonOf(response.text);
      throw new MockServerError(`${method} /_mock${path}: HTTP ${response.status}, ${reason}`, response.status);
    }
    return response.text;
  }

  /** Calls an operation whose response is a JSON object. */
  async json<T>(method: string, path: string, body?: unknown): Promise<T> {
    const text = await this.call(method, path, body);
    try {
      return JSON.parse(text) as T;
    } catch (error) {
      throw new MockServerError(
        `${method} /_mock${path} gave '${text.slice(0, 200)}', expected JSON; is a mock server at ${this.baseUrl}?`,
        undefined,
        { cause: error },
      );
    }
  }

  async #send(method: string, url: string, body: unknown): Promise<{ status: number; text: string }> {
    const init: RequestInit = {
      method,
      headers: { Authorization: `Bearer ${this.apiKey}`, "Content-Type": "application/json" },
      signal: AbortSignal.timeout(CALL_LIMIT_MILLISECONDS),
    };
    if (body !== undefined) {
      init.body = typeof body === "string" ? body : JSON.stringify(body);
    }
    try {
      const response = await fetch(url, init);
      return { status: response.status, text: await response.text() };
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      throw new MockServerError(`no mock server answers at ${url}: ${cause}`, undefined, { cause: error });
    }
  }
}

/** Returns a value for the end of a path; an empty one would name another operation. */
export function segment(noun: string, value: string): string {
  if (value === "") {
    throw new TypeError(`the ${noun} is '', expected one that is not empty`);
  }
  return encodeURIComponent(value);
}

/** Returns the URL, if HTTP can call it, without the blanks around it. */
export function requireUrl(noun: string, text: string, example: string): string {
  const url = String(text).trim();
  if (!/^https?:\/\/[^/]/i.test(url) || !URL.canParse(url)) {
    throw new TypeError(`the ${noun} is '${text}', expected an absolute URL such as ${example}`);
  }
  return url;
}

/** Returns the key, if a header can carry it. The message does not show it: it is secret. */
function requireKey(apiKey: string): string {
  const key = String(apiKey).trim();
  if (!/^[ -~]+$/.test(key)) {
    const fault = key === "" ? "is empty" : "has a character that no header can carry";
    throw new TypeError(`the API key ${fault}, expected printable ASCII such as test-key-1`);
  }
  return key;
}

function reasonOf(body: string): string {
  return readString(body, "error", "message") ?? body;
}
