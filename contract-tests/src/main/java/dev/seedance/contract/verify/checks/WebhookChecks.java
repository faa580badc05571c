package dev.seedance.contract.verify.checks;

import static dev.seedance.contract.verify.Cost.TASK;

import dev.seedance.contract.verify.Check;
import dev.seedance.contract.verify.Target;
import dev.seedance.contract.verify.exchange.CheckFailed;
import dev.seedance.contract.verify.webhook.Arrival;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Webhooks: {@code webhooks}. The receiver responds to one task's event with 500, then with a
 * redirect, then with 204; another task fails. The checks read what the receiver got.
 */
final class WebhookChecks {

  private static final String WHERE = "openapi.yaml, tag Webhooks and WebhookEvent";

  private WebhookChecks() {}

  static List<Check> all() {
    return Stream.of(events(), retries(), failures()).flatMap(List::stream).toList();
  }

  private static List<Check> events() {
    return List.of(
        check(
            "webhooks.delivered",
            "the end of a task is posted to its callback_url",
            (target, story) -> story.requireDelivered()),
        first(
            "webhooks.headers",
            "an event has its id, timestamp and signature in headers",
            (story, event) -> story.headers(event)),
        first(
            "webhooks.json",
            "an event is a POST of application/json",
            (story, event) -> story.isJsonPost(event)),
        first(
            "webhooks.conforms",
            "an event is as the schema WebhookEvent has it",
            (story, event) -> story.conforms(event)),
        first(
            "webhooks.id",
            "the header X-ToAPIs-Webhook-Id is the id of the body, evt_…",
            (story, event) -> story.idsAgree(event)),
        check(
            "webhooks.signature",
            "every attempt is signed over id, timestamp and the bytes of the body",
            (target, story) -> story.attempts().forEach(story::signed)),
        first(
            "webhooks.fresh",
            "the timestamp is that of the attempt, within 300 s",
            (story, event) -> story.fresh(event)),
        first(
            "webhooks.completed",
            "a completed task is generation.completed with status SUCCESS, progress 100% and times",
            (story, event) -> story.completed(event)),
        first(
            "webhooks.same-result",
            "an event's result has the URL that the status call gives",
            (story, event) -> story.sameResult(event)),
        first(
            "webhooks.echo",
            "an event carries client_business_id and trace_id as they were sent",
            (story, event) -> story.echo(event)));
  }

  private static List<Check> retries() {
    return List.of(
        check(
            "webhooks.retry-after-500",
            "an event that was answered with 500 comes again",
            (target, story) -> story.requireAttempts(2)),
        check(
            "webhooks.retry-after-redirect",
            "an event that was answered with a redirect comes again",
            (target, story) -> story.requireAttempts(3)),
        check(
            "webhooks.no-redirect",
            "a redirect is not followed",
            (target, story) -> story.requireNotRedirected()),
        check(
            "webhooks.retry-same-event",
            "a retry has the id and the body of the first attempt",
            (target, story) -> story.requireSameEvent()),
        check(
            "webhooks.retry-new-timestamp",
            "a retry has a timestamp of its own",
            (target, story) -> story.requireOwnTimestamps()));
  }

  private static List<Check> failures() {
    return List.of(
        failed(
            "webhooks.failed",
            "a failed task is generation.failed with status FAILURE, progress 100% and an error",
            (story, event) -> story.failed(event)),
        failed(
            "webhooks.failed-signature",
            "the event of a failed task is signed too",
            (story, event) -> story.signed(event)));
  }

  private static Check check(String id, String sentence, BiConsumer<Target, WebhookStory> fact) {
    return new Check(
        id, sentence, TASK, WHERE, target -> fact.accept(target, WebhookStory.of(target)));
  }

  private static Check first(String id, String sentence, BiConsumer<WebhookStory, Arrival> fact) {
    return check(id, sentence, (target, story) -> fact.accept(story, story.first()));
  }

  private static Check failed(String id, String sentence, BiConsumer<WebhookStory, Arrival> fact) {
    return new Check(
        id,
        sentence,
        TASK,
        WHERE,
        target -> {
          WebhookStory story = WebhookStory.ofFailure(target);
          fact.accept(story, story.first());
        });
  }

  /** Returns a failure that shows the arrival. */
  static CheckFailed failure(String expected, String came, Arrival event) {
    return new CheckFailed(expected, came + "; the webhook: " + event.text(), null);
  }
}
