import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { verifyWebhook, WebhookRejection } from "seedance-mock";

interface Vector {
  name: string;
  why: string;
  secrets: string[];
  now: number;
  headers: Record<string, string>;
  body: string;
  expect: { accepted: boolean };
}

const file = new URL("../../../../api-spec/vectors/webhooks/signatures.json", import.meta.url);
const { vectors } = JSON.parse(readFileSync(file, "utf8")) as { vectors: Vector[] };

describe("the signature vectors of the contract", () => {
  assert.ok(vectors.length >= 30);
  for (const { name, why, secrets, now, headers, body, expect } of vectors) {
    test(`${name}: ${why}`, () => {
      const verify = () =>
        verifyWebhook(
          Object.fromEntries(Object.entries(headers).map(([header, value]) => [header.toLowerCase(), value])),
          body,
          { secrets, now: () => new Date(now * 1000) },
        );
      if (expect.accepted) {
        assert.equal(verify().id, headers["X-ToAPIs-Webhook-Id"]);
      } else {
        assert.throws(verify, WebhookRejection);
      }
    });
  }
});

test("a stale event says how stale, and how to take it", () => {
  const headers = {
    "x-toapis-webhook-id": "evt_1",
    "x-toapis-webhook-timestamp": "100",
    "x-toapis-webhook-signature": "v1=00",
  };
  const now = () => new Date(1000 * 1000);
  assert.throws(() => verifyWebhook(headers, "{}", { secrets: ["x"], now }), {
    message: /^the timestamp 100 is 900 s from now, expected at most 300 s \(a mock that was started with a clockStart/,
  });
  assert.throws(
    () => verifyWebhook(headers, "{}", { secrets: ["x"], now, toleranceSeconds: Number.POSITIVE_INFINITY }),
    /no secret that is known here/,
  );
});
