package dev.seedance.mock.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.TestTime;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class BoundedLogTest {

  private final TestTime time = new TestTime();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final BoundedLog log =
      new BoundedLog(time, () -> new PrintStream(bytes, true, StandardCharsets.UTF_8));
  private final Logger logger = new ServerLogger("lib.Part", log, false);

  @Test
  void a_kind_is_written_once_in_a_while_and_counted_in_between() {
    for (int i = 0; i < 5_000; i++) {
      logger.warn("peer {} left", i);
    }
    time.pass(BoundedLog.WINDOW.minusMillis(1));
    logger.warn("peer {} left", 5_000);
    assertThat(lines()).containsExactly("WARN lib.Part - peer 0 left");
    time.pass(Duration.ofMillis(1));
    logger.warn("peer {} left", "x");
    logger.warn("peer {} left", "y");
    time.pass(BoundedLog.WINDOW);
    logger.warn("peer {} left", "z");
    assertThat(lines())
        .containsExactly(
            "WARN lib.Part - peer 0 left",
            "WARN lib.Part - peer x left (and 5000 more of this kind since the last one)",
            "WARN lib.Part - peer z left (and 1 more of this kind since the last one)");
  }

  @Test
  void kinds_differ_by_logger_level_pattern_and_failure() {
    logger.warn("one");
    logger.error("one");
    logger.warn("two");
    logger.warn("one", new IllegalStateException("a"));
    logger.warn("one", new IllegalStateException("b"));
    logger.warn("one", new ArithmeticException("c"));
    new ServerLogger("lib.Other", log, false).warn("one");
    assertThat(lines().stream().filter(line -> !line.startsWith("\t")))
        .containsExactly(
            "WARN lib.Part - one",
            "ERROR lib.Part - one",
            "WARN lib.Part - two",
            "WARN lib.Part - one",
            "java.lang.IllegalStateException: a",
            "WARN lib.Part - one",
            "java.lang.ArithmeticException: c",
            "WARN lib.Other - one");
  }

  @Test
  void kinds_without_end_are_one_kind() {
    for (int i = 0; i < 10_000; i++) {
      logger.warn("peer " + i + " left");
    }
    assertThat(lines()).hasSize(BoundedLog.MOST_KINDS + 1);
    time.pass(BoundedLog.WINDOW);
    logger.warn("one more");
    assertThat(lines()).last().isEqualTo("WARN lib.Part - one more");
  }

  @Test
  void an_entry_is_bounded_and_its_message_is_one_line() {
    logger.error("got {}", "\u001B[2J\n" + "x".repeat(100_000), deep(10_000));
    assertThat(lines()).hasSizeLessThan(50);
    assertThat(lines().get(0)).startsWith("ERROR lib.Part - got \\u001B[2J\\u000Axx").endsWith("…");
    assertThat(bytes.size()).isLessThan(20_000);
  }

  @Test
  void information_is_not_written_and_the_silent_say_nothing() {
    logger.info("listening");
    logger.debug("details");
    new ServerLogger("lib.Silent", log, true).error("all is lost");
    assertThat(lines()).isEmpty();
  }

  @Test
  void libraries_log_there() {
    assertThat(LoggerFactory.getILoggerFactory()).isInstanceOf(LogProvider.class);
    assertThat(LoggerFactory.getLogger("io.netty.anything")).isInstanceOf(ServerLogger.class);
  }

  private static RuntimeException deep(int causes) {
    RuntimeException failure = new IllegalStateException("root");
    for (int i = 0; i < causes / 100; i++) {
      failure = new IllegalStateException("x".repeat(50), failure);
    }
    return failure;
  }

  private List<String> lines() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
