package dev.seedance.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seedance.client.SeedanceClientBuilder;
import dev.seedance.client.error.AuthenticationException;
import dev.seedance.client.error.ContentPolicyException;
import dev.seedance.client.error.NotFoundException;
import dev.seedance.client.error.TaskFailedException;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.VideoModel;
import dev.seedance.contract.exchange.CheckedHttp;
import dev.seedance.mock.testkit.MockServer;
import dev.seedance.mock.testkit.SeedanceMock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client copes with the odd responses that the mock plays. */
@SeedanceMock
class OddResponsesTest {

  @RegisterExtension private final CheckedHttp http = new CheckedHttp();

  /** These responses break the contract, which is what they are for. */
  @AfterEach
  void expectBreaches() {
    http.takeBreaches();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "submit-with-task-id",
        "submit-without-id",
        "pending-status",
        "submitted-status",
        "empty-status"
      })
  void reaches_the_video(String scenario, MockServer mock) {
    GenerationTask task = client(mock).build().generate(request(scenario));

    assertThat(task.getStatus()).isEqualTo("completed");
    assertThat(task.getId()).startsWith("tsk_vid_");
  }

  @Test
  void knows_a_task_that_does_not_exist_by_its_words(MockServer mock) {
    assertThatThrownBy(() -> client(mock).build().generate(request("task-not-exist")))
        .isExactlyInstanceOf(NotFoundException.class)
        .hasMessageContainingAll("task_not_exist", "(task tsk_vid_");
  }

  @Test
  void reads_codes_that_are_numbers(MockServer mock) {
    TaskFailedException failure =
        catchThrowableOfType(
            TaskFailedException.class,
            () -> client(mock).build().generate(request("integer-codes")));

    assertThat(failure.code()).contains("50012");
  }

  @Test
  void knows_a_refused_key_without_a_type(MockServer mock) {
    assertThatThrownBy(() -> client(mock).build().submit(request("unauthorized-without-type")))
        .isExactlyInstanceOf(AuthenticationException.class);
  }

  @Test
  void knows_a_refusal_for_privacy(MockServer mock) {
    assertThatThrownBy(() -> client(mock).build().submit(request("privacy-refusal")))
        .isExactlyInstanceOf(ContentPolicyException.class)
        .hasMessageContaining("InputImageSensitiveContentDetected.PrivacyInformation");
  }

  private SeedanceClientBuilder client(MockServer mock) {
    return http.clientOf(mock.baseUrl(), mock.apiKey());
  }

  private static GenerationRequest request(String scenario) {
    return new GenerationRequest()
        .model(VideoModel.SEEDANCE_2)
        .prompt("[mock:" + scenario + "] A lighthouse")
        .duration(5);
  }
}
