package dev.seedance.contract.lifecycle;

import dev.seedance.contract.exchange.WebhookReceiver;
import dev.seedance.mock.testkit.MockServer;
import java.io.IOException;
import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.state.ActionChain;

/** Every task lives by {@code lifecycle.yaml}, whatever callers do to the mock over HTTP. */
class LifecycleProperties {

  private static MockServer mock;
  private static WebhookReceiver receiver;

  @BeforeContainer
  static void start() throws IOException {
    mock =
        MockServer.builder()
            .clock("frozen")
            .clockStart(Instant.parse("2026-01-01T00:00:00Z"))
            .start();
    receiver = WebhookReceiver.start();
  }

  @AfterContainer
  static void stop() {
    mock.close();
    receiver.close();
  }

  @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
  void every_task_lives_by_the_table(@ForAll("stories") ActionChain<World> story) {
    World end = story.withInvariant("lifecycle.yaml", World::requireLawful).run();
    end.requireToldOnce();
  }

  @Provide
  Arbitrary<ActionChain<World>> stories() {
    return Stories.of(mock.baseUrl(), receiver);
  }
}
