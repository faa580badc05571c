package dev.seedance.contract.lifecycle;

import dev.seedance.contract.exchange.CheckingProxy;
import dev.seedance.contract.exchange.WebhookReceiver;
import dev.seedance.mock.testkit.MockServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.state.ActionChain;

/**
 * The same property, against a server whose progress falls. It must fail, so it is no test of its
 * own: {@link ShrinkingTest} runs it.
 */
class LyingServerProperty {

  private static final Pattern RUNNING =
      Pattern.compile("\"status\":\"in_progress\",\"progress\":(\\d+)");

  private static MockServer mock;
  private static CheckingProxy liar;
  private static WebhookReceiver receiver;

  @BeforeContainer
  static void start() throws IOException {
    mock =
        MockServer.builder()
            .clock("frozen")
            .clockStart(Instant.parse("2026-01-01T00:00:00Z"))
            .start();
    liar = CheckingProxy.lying(mock.baseUrl(), LyingServerProperty::fall);
    receiver = WebhookReceiver.start();
  }

  @AfterContainer
  static void stop() {
    liar.close();
    mock.close();
    receiver.close();
  }

  @Property(
      seed = "7",
      shrinking = ShrinkingMode.BOUNDED,
      afterFailure = AfterFailureMode.PREVIOUS_SEED)
  void every_task_lives_by_the_table(@ForAll("stories") ActionChain<World> story) {
    story.withInvariant("lifecycle.yaml", World::requireLawful).run();
  }

  @Provide
  Arbitrary<ActionChain<World>> stories() {
    return Stories.standingStill(liar.baseUrl(), receiver).withMaxTransformations(8);
  }

  private static byte[] fall(byte[] answer) {
    return RUNNING
        .matcher(new String(answer, StandardCharsets.UTF_8))
        .replaceAll(LyingServerProperty::fallen)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String fallen(MatchResult running) {
    int progress = 100 - Integer.parseInt(running.group(1));
    return "\"status\":\"in_progress\",\"progress\":" + progress;
  }
}
