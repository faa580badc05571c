interface CallJson {
  number: number;
  at: string;
  method: string;
  path: string;
  query: string;
  headers: Record<string, string[]>;
  body: string;
  body_bytes: number;
  status: number;
  request_id: string;
}

/** A call of the API that the server has answered; secrets are redacted. */
export class RecordedCall {
  /** 1 for the first call of the sandbox. */
  readonly number: number;
  /** When it was answered, in sandbox time. */
  readonly at: Date;
  /** The HTTP method, such as `POST`. */
  readonly method: string;
  /** The path as it was sent, percent-encoded. */
  readonly path: string;
  /** The query as it was sent; empty when there was none. */
  readonly query: string;
  /** The request's headers by lower-case name. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  /** The request's body, its first 4 KiB; empty for an upload. */
  readonly body: string;
  /** The length of the request's body in bytes; -1 when the caller did not say. */
  readonly bodyBytes: number;
  /** The HTTP status of the response. */
  readonly status: number;
  /** The response's `X-Request-Id`. */
  readonly requestId: string;

  /** @internal */
  constructor(json: CallJson) {
    this.number = json.number;
    this.at = new Date(json.at);
    this.method = json.method;
    this.path = json.path;
    this.query = json.query;
    this.headers = json.headers;
    this.body = json.body;
    this.bodyBytes = json.body_bytes;
    this.status = json.status;
    this.requestId = json.request_id;
  }

  /** Returns the first value of a header, by its name in any case; undefined when there was none. */
  header(name: string): string | undefined {
    return this.headers[name.toLowerCase()]?.[0];
  }

  /** Returns a line such as `POST /v1/videos/generations -> 200`. */
  toString(): string {
    return `${this.method} ${this.path}${this.query === "" ? "" : `?${this.query}`} -> ${this.status}`;
  }
}
