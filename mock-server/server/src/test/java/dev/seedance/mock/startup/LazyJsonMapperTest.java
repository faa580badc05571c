package dev.seedance.mock.startup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.mock.account.BillingResponse;
import dev.seedance.mock.generation.TaskResponse;
import dev.seedance.mock.generation.TaskResponse.Failure;
import dev.seedance.mock.generation.TaskResponse.Result;
import dev.seedance.mock.generation.TaskResponse.Video;
import dev.seedance.mock.http.ErrorBody;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.server.ServerContext;
import dev.seedance.mock.time.RealTime;
import dev.seedance.validator.Severity;
import dev.seedance.validator.Violation;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.jackson.databind.JacksonDatabindMapper;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LazyJsonMapperTest {

  private static final String ODD = "\"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028 <é漢🎬>";

  private static final ErrorBody PLAIN = ErrorBody.of("no_such_task", "no \"task\"", "error");

  private final ApplicationContext context =
      ServerContext.start(OptionValues.DEFAULT, RealTime.ofThisMachine());
  private final JsonMapper json = context.getBean(JsonMapper.class);

  @AfterEach
  void stop() {
    context.stop();
  }

  @Test
  void makes_no_object_mapper_for_a_frequent_response() throws IOException {
    assertThat(json.writeValueAsBytes(PLAIN))
        .asString(UTF_8)
        .isEqualTo(
            "{\"error\":{\"code\":\"no_such_task\",\"message\":\"no \\\"task\\\"\",\"type\":\"error\"}}");
    assertThat(context.getActiveBeanRegistrations(JacksonDatabindMapper.class)).isEmpty();
  }

  @Test
  void writes_the_bytes_of_the_object_mapper_for_tasks_of_all_forms() throws IOException {
    var mapper = context.getBean(ObjectMapper.class);
    List<TaskResponse> tasks = tasks();
    assertThat(tasks).hasSize(2 * 2 * 2 * 2 * 5 * 3 * 3);
    for (TaskResponse task : tasks) {
      assertThat(json.writeValueAsBytes(task)).isEqualTo(mapper.writeValueAsBytes(task));
    }
  }

  @Test
  void writes_the_bytes_of_the_object_mapper_for_errors_of_all_forms() throws IOException {
    var mapper = context.getBean(ObjectMapper.class);
    List<ErrorBody> errors = errors();
    assertThat(errors).hasSize(2 * 3 * 4);
    for (ErrorBody error : errors) {
      assertThat(json.writeValueAsBytes(error)).isEqualTo(mapper.writeValueAsBytes(error));
    }
  }

  @Test
  void writes_every_value_as_micronaut_s_own_mapper_does() throws IOException {
    JsonMapper whole = context.getBean(JacksonDatabindMapper.class);
    Stream<Object> values =
        Stream.of(
            tasks().get(0), PLAIN, errors().get(1), List.of(PLAIN), Map.of("one", 1), "text", 7);
    for (Object value : values.toList()) {
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

  /** Returns tasks with and without each member that may be absent. */
  private static List<TaskResponse> tasks() {
    List<@Nullable Result> results =
        Arrays.asList(
            null,
            new Result("video", List.of()),
            new Result("video", List.of(new Video("http://a/0.mp4", "mp4", null))),
            new Result("video", List.of(new Video("http://a/0.mp4", "mp4", "http://a/0.png"))),
            new Result(ODD, List.of(new Video("u", "f", null), new Video(ODD, ODD, ODD))));
    List<@Nullable Failure> failures =
        Arrays.asList(null, new Failure("generation_failed", "No storms."), new Failure("", ODD));
    List<@Nullable BillingResponse> billings =
        Arrays.asList(null, BillingResponse.pending(), BillingResponse.refunded());
    List<TaskResponse> tasks = new ArrayList<>();
    for (String text : List.of("tsk_vid_1", ODD)) {
      for (String businessId : Arrays.asList(null, ODD)) {
        for (Long completedAt : Arrays.asList(null, Long.MAX_VALUE)) {
          for (Long expiresAt : Arrays.asList(null, -1L)) {
            for (Result result : results) {
              for (Failure failure : failures) {
                for (BillingResponse billing : billings) {
                  tasks.add(
                      new TaskResponse(
                          text,
                          businessId,
                          text,
                          text,
                          text,
                          25,
                          1_700_000_000L,
                          completedAt,
                          expiresAt,
                          result,
                          billing,
                          failure));
                }
              }
            }
          }
        }
      }
    }
    return tasks;
  }

  /** Returns errors with and without each member that may be absent. */
  private static List<ErrorBody> errors() {
    var violation =
        new Violation(
            "prompt-length", Severity.ERROR, "/prompt", "too long", 5_001, List.of(5_000));
    var bare = new Violation("odd", Severity.WARNING, "", ODD, null, List.of(), "2026-08");
    List<ErrorBody> errors = new ArrayList<>();
    for (String text : List.of("invalid", ODD)) {
      for (String param : Arrays.asList(null, "prompt", "")) {
        for (List<Violation> violations :
            List.<List<Violation>>of(
                List.of(), List.of(violation), List.of(bare), List.of(violation, bare))) {
          errors.add(new ErrorBody(new ErrorBody.Detail(text, text, text, param, violations)));
        }
      }
    }
    return errors;
  }
}
