package dev.seedance.mock.startup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.http.ErrorBody;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.server.ServerContext;
import dev.seedance.validator.Severity;
import dev.seedance.validator.Violation;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.jackson.databind.JacksonDatabindMapper;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LazyJsonMapperTest {

  private static final ErrorBody PLAIN = ErrorBody.of("no_such_task", "no \"task\"", "error");
  private static final ErrorBody WITH_REPORT =
      new ErrorBody(
          "invalid",
          "no",
          "error",
          "prompt",
          List.of(
              new Violation(
                  "prompt-length", Severity.ERROR, "/prompt", "too long", 5_001, List.of(5_000))));

  private final ApplicationContext context =
      ServerContext.start(MockOptions.builder().build(), Clock.systemUTC());
  private final JsonMapper json = context.getBean(JsonMapper.class);

  @AfterEach
  void stop() {
    context.stop();
  }

  @Test
  void makes_no_object_mapper_for_what_writes_itself() throws IOException {
    assertThat(json.writeValueAsBytes(PLAIN))
        .asString(UTF_8)
        .isEqualTo(
            "{\"error\":{\"code\":\"no_such_task\",\"message\":\"no \\\"task\\\"\",\"type\":\"error\"}}");
    assertThat(context.getActiveBeanRegistrations(JacksonDatabindMapper.class)).isEmpty();
  }

  @Test
  void writes_as_the_object_mapper_does() throws IOException {
    JsonMapper whole = context.getBean(JacksonDatabindMapper.class);
    for (Object value : List.of(PLAIN, WITH_REPORT, List.of(WITH_REPORT), Map.of("one", 1))) {
      assertThat(json.writeValueAsBytes(value)).isEqualTo(whole.writeValueAsBytes(value));
      assertThat(json.writeValueAsBytes(Argument.of(Object.class), value))
          .isEqualTo(whole.writeValueAsBytes(Argument.of(Object.class), value));
      assertThat(json.writeValueToTree(value)).isEqualTo(whole.writeValueToTree(value));
    }
  }

  @Test
  void reads_as_the_object_mapper_does() throws IOException {
    Argument<Map<String, Object>> map = Argument.mapOf(String.class, Object.class);
    assertThat(json.readValue("{\"one\":1}", map)).containsExactly(Map.entry("one", 1));
    assertThat(json.readValueFromTree(json.writeValueToTree(Map.of("one", 1)), map))
        .containsExactly(Map.entry("one", 1));
  }
}
