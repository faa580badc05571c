package dev.seedance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.contract.exchange.Calls.Answer;
import dev.seedance.contract.exchange.CheckedHttp;
import dev.seedance.mock.MockOptions;
import dev.seedance.mock.MockServer;
import dev.seedance.validator.RequestValidator;
import dev.seedance.validator.ValidationReport;
import dev.seedance.validator.Violation;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Validator and mock give the same verdict on a request, whatever it is. */
class AgreementProperties {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final RequestValidator VALIDATOR = RequestValidator.create();

  private static MockServer mock;

  @BeforeContainer
  static void start() {
    mock = MockServer.start(MockOptions.builder().build());
  }

  @AfterContainer
  static void stop() {
    mock.close();
  }

  @Property(tries = 300)
  void the_mock_refuses_what_the_validator_refuses(@ForAll("requests") ObjectNode request) {
    String body = request.toString();
    ValidationReport report = VALIDATOR.validate(body.getBytes(StandardCharsets.UTF_8));
    Answer answer = new CheckedHttp().callsOf(mock.baseUrl(), "agreement").submit(body);
    assertThat(answer.status()).isEqualTo(report.valid() ? 200 : 400);
    if (!report.valid()) {
      assertThat(answer.body().at("/error/violations").findValuesAsText("rule"))
          .isEqualTo(report.violations().stream().map(Violation::rule).toList());
    }
  }

  @Provide
  Arbitrary<ObjectNode> requests() {
    return Combinators.combine(
            Arbitraries.of("seedance-2", "seedance-2-fast", "seedance-2-mini", "seedance-1", ""),
            Arbitraries.of("A lighthouse", "", " "),
            Arbitraries.integers().between(-2, 17),
            Arbitraries.of("480p", "720p", "1080p", "4k", "8k"),
            Arbitraries.of("21:9", "16:9", "1:1", "9:16", "2:1", "adaptive"))
        .as(
            (model, prompt, duration, resolution, ratio) ->
                JSON.createObjectNode()
                    .put("model", model)
                    .put("prompt", prompt)
                    .put("duration", duration)
                    .put("resolution", resolution)
                    .put("aspect_ratio", ratio));
  }
}
