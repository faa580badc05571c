package dev.seedance.mock.webhook;

import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The control plane of webhooks. */
@Controller("/_mock/webhooks")
final class WebhookController {

  @Introspected
  record Log(List<DeliveryResponse> deliveries, long dropped) {}

  private final WebhookControl webhooks;

  WebhookController(WebhookControl webhooks) {
    this.webhooks = webhooks;
  }

  @Get
  SettingsResponse show(Sandbox sandbox) {
    return webhooks.show(sandbox);
  }

  @Put(consumes = MediaType.ALL)
  SettingsResponse change(Sandbox sandbox, @Body(defaultValue = "") byte[] body) {
    return webhooks.change(sandbox, body);
  }

  @Post(value = "/rotate-secret", consumes = MediaType.ALL)
  Rotation rotate(Sandbox sandbox, @Body(defaultValue = "") byte[] body) {
    return webhooks.rotate(sandbox, body);
  }

  @Post(value = "/test", consumes = MediaType.ALL)
  CompletionStage<DeliveryResponse> test(Sandbox sandbox, @Body(defaultValue = "") byte[] body) {
    return webhooks.test(sandbox, body);
  }

  @Get("/deliveries")
  Log list(Sandbox sandbox, @Nullable @QueryValue("task_id") String taskId) {
    return new Log(webhooks.list(sandbox, taskId), sandbox.get(DeliveryLog.class).dropped());
  }

  @Post(value = "/deliveries/{id}/redeliver", consumes = MediaType.ALL)
  CompletionStage<DeliveryResponse> redeliver(Sandbox sandbox, String id) {
    return webhooks.redeliver(sandbox, id);
  }
}
