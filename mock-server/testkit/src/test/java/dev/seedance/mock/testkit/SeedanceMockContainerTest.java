package dev.seedance.mock.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A server in a container of the image that {@code SEEDANCE_TEST_IMAGE} names. Left out without it,
 * unless {@code SEEDANCE_REQUIRE_IMAGE=true} says that it must be there.
 */
class SeedanceMockContainerTest {

  private static final @Nullable String IMAGE = System.getenv("SEEDANCE_TEST_IMAGE");

  @BeforeEach
  void needs_the_image() {
    boolean required = Boolean.parseBoolean(System.getenv("SEEDANCE_REQUIRE_IMAGE"));
    assumeTrue(required || IMAGE != null, "SEEDANCE_TEST_IMAGE names no image");
    assertThat(IMAGE).as("SEEDANCE_TEST_IMAGE, which SEEDANCE_REQUIRE_IMAGE asks for").isNotNull();
  }

  @Test
  void drives_a_server_in_a_container() {
    var start = Instant.parse("2026-01-01T00:00:00Z");
    try (var container =
        new SeedanceMockContainer(String.valueOf(IMAGE))
            .withOptions("--clock", "frozen", "--clock-start", start.toString())) {
      container.start();
      MockServer mock = container.server();

      HttpCalls.of(mock).submitPrompt("A lighthouse");
      mock.clock().advance(Duration.ofHours(1));

      assertThat(mock.clock().instant()).isEqualTo(start.plus(Duration.ofHours(1)));
      assertThat(mock.tasks()).extracting(MockTask::status).containsExactly("completed");
      assertThat(mock.withApiKey("another").tasks()).isEmpty();
    }
  }
}
