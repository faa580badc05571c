/**
 * A mock of the seedance-2 video API for tests: {@link startMock} starts a server, {@link connect}
 * finds one that runs; `freshSandbox` gives each test a sandbox of its own.
 */
export { Account } from "./account.js";
export type { WaitOptions } from "./await.js";
export { MockServerError } from "./control-plane.js";
export { type Attempt, Delivery, type DeliveryStatus } from "./delivery.js";
export type { Duration, DurationParts } from "./duration.js";
export {
  badSignature,
  connectionReset,
  cutBody,
  delay,
  duplicate,
  Fault,
  type Json,
  malformedBody,
  patchBody,
  replaceBody,
  respond,
  type TaskStatus,
} from "./fault.js";
export { type ClockMode, MockClock } from "./mock-clock.js";
export { MockServer, type ModelCapabilities, type Violation } from "./mock-server.js";
export { MockTask, type TaskError } from "./mock-task.js";
export type { ProgramOptions } from "./program.js";
export { RecordedCall } from "./recorded-call.js";
export { Scenario, type ScenarioJson } from "./scenario.js";
export { connect, type StartOptions, sharedMock, startMock } from "./start.js";
export { type VerifyOptions, verifyWebhook, type WebhookEvent, WebhookRejection } from "./webhook-event.js";
export { type ReceiveOptions, WebhookReceiver } from "./webhook-receiver.js";
export { Webhooks } from "./webhooks.js";
