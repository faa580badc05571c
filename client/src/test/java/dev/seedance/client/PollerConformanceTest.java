package dev.seedance.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.VideoModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the table of docs/client.md: the behaviours of a server during a wait, and those of the
 * client. Each row submits and waits; the waits are in seconds, and a ! is a failed poll that the
 * listener is told of.
 */
class PollerConformanceTest {

  private final ScriptedServer server = new ScriptedServer();
  private final FakeTime time = new FakeTime();

  @AfterEach
  void stop() {
    server.close();
  }

  private record Row(String behaviour, String script, String waits, String heard, String end) {

    @Override
    public String toString() {
      return behaviour;
    }
  }

  /** Returns the rows of the table in the docs. */
  static Stream<Row> rows() throws IOException {
    return MarkdownTable.rows(Path.of("../docs/client.md"), "| The server")
        .map(cells -> new Row(cells[1], cells[2], cells[3], cells[4], cells[5]));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void follows_the_table(Row row) {
    List<Reply> script = Arrays.stream(row.script().split(", ", -1)).map(Replies::named).toList();
    script.forEach(server::reply);
    var listener = new RecordingListener();

    String outcome = outcome(AwaitOptions.defaults().withListener(listener).withJitter(0));

    assertThat(String.join(" ", listener.heard)).isEqualTo(row.heard());
    assertThat(seconds(time.sleeps())).isEqualTo(row.waits());
    assertThat(outcome).startsWith(row.end());
    assertThat(server.calls()).hasSize(script.size());
  }

  @Test
  void done_without_url_for_ever_is_an_error_after_the_grace() {
    server.reply(Reply.queued()).thenAlways(Reply.task("completed", 100, ""));

    assertThat(outcome(AwaitOptions.defaults().withJitter(0)))
        .startsWith("ResultMissingException: task tsk_vid_1 is completed");
    assertThat(seconds(time.sleeps())).isEqualTo("5 10 10 10");
  }

  @Test
  void an_outage_until_the_deadline_is_the_cause_of_the_timeout() {
    server.reply(Reply.queued()).thenAlways(Reply.error(503, "rate_limit_unavailable", "later"));

    assertThat(outcome(AwaitOptions.defaults().withJitter(0)))
        .isEqualTo(
            "TaskTimeoutException: task tsk_vid_1 is queued after 600 s; it goes on at the server,"
                + " resume the wait with this id < getGeneration: HTTP 503 rate_limit_unavailable:"
                + " later");
    assertThat(server.calls()).hasSize(62);
  }

  @Test
  void a_clock_that_is_set_back_does_not_make_the_wait_endless() {
    server.reply(Reply.queued()).thenAlways(Reply.inProgress(40));
    var options =
        AwaitOptions.defaults()
            .withJitter(0)
            .withListener((task, percent) -> time.set(Instant.parse("2020-01-01T00:00:00Z")));

    assertThat(outcome(options)).startsWith("TaskTimeoutException: ");
    assertThat(server.calls()).hasSize(62);
  }

  @Test
  void a_retry_after_of_zero_is_no_reason_to_hammer() {
    server.reply(Reply.queued()).thenAlways(Replies.named("429 after 0"));

    assertThat(outcome(AwaitOptions.defaults().withJitter(0).withTimeout(Duration.ofSeconds(20))))
        .startsWith("TaskTimeoutException: ");
    assertThat(server.calls()).hasSize(17);
  }

  @Test
  void jitter_keeps_within_its_share() {
    server.reply(Reply.queued()).thenAlways(Reply.inProgress(40));

    String ignored = outcome(AwaitOptions.defaults().withJitter(0.2));

    assertThat(ignored).startsWith("TaskTimeoutException");
    assertThat(time.sleeps().subList(1, time.sleeps().size() - 1))
        .allSatisfy(wait -> assertThat(wait).isBetween(seconds(8), seconds(12)))
        .anySatisfy(wait -> assertThat(wait).isNotEqualTo(seconds(10)));
  }

  @Test
  void what_a_listener_throws_comes_out() {
    server.reply(Reply.queued());
    var options =
        AwaitOptions.defaults()
            .withListener(
                (task, percent) -> {
                  throw new IllegalStateException("enough");
                });

    assertThat(outcome(options)).isEqualTo("IllegalStateException: enough");
  }

  private String outcome(AwaitOptions options) {
    SeedanceClient client =
        TestClient.of(server, time).requestTimeout(Duration.ofMillis(500)).build();
    var request = new GenerationRequest().model(VideoModel.SEEDANCE_2).prompt("A boat");
    try {
      GenerationTask task = client.generate(request, options);
      return String.valueOf(task.getStatus());
    } catch (SeedanceException | IllegalStateException e) {
      String cause = e.getCause() == null ? "" : " < " + e.getCause().getMessage();
      return e.getClass().getSimpleName() + ": " + e.getMessage() + cause;
    }
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static String seconds(List<Duration> waits) {
    return waits.stream()
        .map(wait -> String.valueOf(wait.toSeconds()))
        .collect(Collectors.joining(" "));
  }

  /** Records percentages, and a ! for each failed poll. */
  private static final class RecordingListener implements ProgressListener {
    private final List<String> heard = new ArrayList<>();

    @Override
    public void onProgress(GenerationTask task, int percent) {
      heard.add(String.valueOf(percent));
    }

    @Override
    public void onTrouble(SeedanceException failure, Duration wait) {
      heard.add("!");
    }
  }
}
